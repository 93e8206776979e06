//! The pages, as compile-time templates. They decide nothing.

mod content;
mod entry;
mod inbox;
mod layout;
mod matches;
mod problem;
mod sign_in;

pub(crate) use entry::entry;
pub(crate) use inbox::inbox;
pub(crate) use problem::problem;
pub(crate) use sign_in::sign_in;

/// An inbox's id in words: `isle-of-wight-newport` is `Isle of Wight Newport`.
fn inbox_name(id: &referral::InboxId) -> String {
    let word = |word: &str| match (word, word.split_at_checked(1)) {
        ("and" | "of" | "on" | "the" | "upon", _) | (_, None) => word.to_owned(),
        (_, Some((first, rest))) => first.to_ascii_uppercase() + rest,
    };
    id.as_str().split('-').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
