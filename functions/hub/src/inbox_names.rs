//! The names of inboxes.

use locality::Localities;
use referral::InboxId;

/// The name of an inbox.
pub(crate) fn inbox_name(id: &InboxId, localities: &Localities) -> String {
    localities.inbox(id).map_or_else(|| in_words(id), |inbox| inbox.name.clone())
}

/// The id of an inbox in words, where no rulebook names it any more: `isle-of-wight-newport` is
/// `Isle of Wight Newport`.
pub(crate) fn in_words(id: &InboxId) -> String {
    let word = |word: &str| match (word, word.split_at_checked(1)) {
        ("and" | "of" | "on" | "the" | "upon", _) | (_, None) => word.to_owned(),
        (_, Some((first, rest))) => first.to_ascii_uppercase() + rest,
    };
    id.as_str().split('-').map(word).collect::<Vec<_>>().join(" ")
}
