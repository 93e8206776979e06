//! Given names: the same, or not. Only the same joins two records; any other likeness ranks what a
//! person is asked.

use crate::level::Level;
use crate::names::Names;
use crate::profile::{GivenName, Profile, Word};
use crate::similar::edits;

/// How two children's given names compare.
pub(super) fn compare(a: &Profile, b: &Profile) -> Level {
    let (one, other) = (&a.given, &b.given);
    let (same, spelt) = (one.normal == other.normal, one.spelling == other.spelling);
    if !one.words.is_empty() && (same || spelt) {
        return match one.words.as_slice() {
            [word] if word.is_initial() => Level::Initial,
            _ if same => Level::Same,
            _ => Level::Variant,
        };
    }
    let (ours, theirs) = (names(a), names(b));
    if ours.clone().next().is_none() || theirs.clone().next().is_none() {
        return Level::Missing;
    }
    if shares_a_name(one, other) {
        return Level::Part;
    }
    let pairs = ours.flat_map(|one| theirs.clone().map(move |other| alike(one, other)));
    pairs.min().unwrap_or(Level::Different)
}

/// The given names, and what the child is called.
fn names(child: &Profile) -> impl Iterator<Item = &Word> + Clone {
    child.given.words.iter().chain(&child.called)
}

/// One of several given names is the same: Mohammed and Mohammed Ali, Mohammed Ali and Ali.
fn shares_a_name(a: &GivenName, b: &GivenName) -> bool {
    let is_same = |one: &Word, other: &Word| !one.is_initial() && one.spelling == other.spelling;
    a.words.iter().any(|one| b.words.iter().any(|other| is_same(one, other)))
}

/// The likeness of two words that stand for a given name. The same word is here no more than a form:
/// the whole names differ, and it is one of several or what the child is called.
pub(super) fn alike(a: &Word, b: &Word) -> Level {
    if a.is_initial() || b.is_initial() {
        let same = a.text.chars().next() == b.text.chars().next();
        return if same { Level::Initial } else { Level::Different };
    }
    if a.spelling == b.spelling || are_forms(a, b) {
        return Level::Nickname;
    }
    if is_slip(a, b) { Level::Misspelt } else { Level::Different }
}

/// A form in the table, a word within a longer one (Seun in Oluwaseun, Tobi in Oluwatobiloba), or a
/// short word that begins like a longer one (Katya and Kateryna).
fn are_forms(a: &Word, b: &Word) -> bool {
    let (short, long) = if a.letters < b.letters { (a, b) } else { (b, a) };
    let within = short.letters < long.letters
        && match short.letters {
            0..=2 => false,
            3 => long.text.starts_with(&short.text) || long.text.ends_with(&short.text),
            4..=5 if short.text.chars().zip(long.text.chars()).take(3).all(|(a, b)| a == b) => true,
            _ => long.text.contains(&short.text),
        };
    within || (a.has_forms && b.has_forms && Names::get().are_forms(&a.text, &b.text))
}

/// A slip of the hand, or of the ear: one further edit where both sound alike.
fn is_slip(a: &Word, b: &Word) -> bool {
    let short = a.letters.min(b.letters);
    let hand = match short {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    let most = hand + usize::from(a.sound == b.sound && short > 3);
    edits(&a.text, &b.text, most) <= most
}
