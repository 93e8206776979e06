//! Comparison of given names. Only the same given name can join two records; any other likeness
//! ranks the questions that are put to a person.

use crate::level::Level;
use crate::names::Names;
use crate::profile::{GivenName, Profile, Word};
use crate::similar::edits;

/// The level of two children's given names. The names that they are called by count too: of two
/// children with one given name, one may be called Ali and the other Umar.
pub(super) fn compare(a: &Profile, b: &Profile) -> Level {
    let level = whole(&a.given, &b.given);
    if matches!(level, Level::Same | Level::Variant) {
        let called_otherwise = matches!((&a.called, &b.called),
            (Some(one), Some(other)) if one.spelling != other.spelling);
        return if called_otherwise { Level::Part } else { level };
    }
    if level == Level::Part || (a.called.is_none() && b.called.is_none()) {
        return level;
    }
    let (ours, theirs) = (names(a), names(b));
    let pairs = ours.flat_map(|one| theirs.clone().map(move |other| alike(one, other)));
    pairs.min().unwrap_or(Level::Missing)
}

/// The level of two given names, each taken as a whole.
pub(super) fn whole(a: &GivenName, b: &GivenName) -> Level {
    if a.words.is_empty() || b.words.is_empty() {
        return Level::Missing;
    }
    let (same, spelt) = (a.normal == b.normal, a.spelling == b.spelling);
    if same || spelt {
        return match (a.words.iter().all(Word::is_initial), same) {
            (true, _) => Level::Initial,
            (false, true) => Level::Same,
            (false, false) => Level::Variant,
        };
    }
    if shares_a_name(a, b) {
        return Level::Part;
    }
    let pairs = a.words.iter().flat_map(|one| b.words.iter().map(move |other| alike(one, other)));
    pairs.min().unwrap_or(Level::Different)
}

/// Whether one given name has every word of the other, and further words.
pub(super) fn is_shortened(a: &GivenName, b: &GivenName) -> bool {
    let (short, long) = if a.words.len() < b.words.len() { (a, b) } else { (b, a) };
    let has = |name: &Word| long.words.iter().any(|other| other.spelling == name.spelling);
    short.words.len() < long.words.len() && short.words.iter().all(has)
}

/// The words of a child's given name, and the name that the child is called by.
fn names(child: &Profile) -> impl Iterator<Item = &Word> + Clone {
    child.given.words.iter().chain(&child.called)
}

/// Whether two given names share one of their words: Mohammed and Mohammed Ali, Mohammed Ali and
/// Ali.
fn shares_a_name(a: &GivenName, b: &GivenName) -> bool {
    let is_same = |one: &Word, other: &Word| !one.is_initial() && one.spelling == other.spelling;
    a.words.iter().any(|one| b.words.iter().any(|other| is_same(one, other)))
}

/// The likeness of two words that stand for a given name. The same word counts here only as a form:
/// the whole names differ, so the word is one of several or the name that the child is called by.
fn alike(a: &Word, b: &Word) -> Level {
    if a.is_initial() || b.is_initial() {
        let same = a.text.chars().next() == b.text.chars().next();
        return if same { Level::Initial } else { Level::Different };
    }
    if a.spelling == b.spelling {
        return Level::Nickname;
    }
    // Where each word has more than three letters that the other lacks, only the table can make
    // them forms of one name.
    let far = (a.set & !b.set).count_ones().min((b.set & !a.set).count_ones()) > 3;
    if far && !(a.has_forms && b.has_forms) {
        return Level::Different;
    }
    if are_forms(a, b) {
        return Level::Nickname;
    }
    if is_slip(a, b) { Level::Misspelt } else { Level::Different }
}

/// Whether two words may be forms of one name: by the table, as a word within a longer one (Seun in
/// Oluwaseun, Tobi in Oluwatobiloba), or as a short word that begins like a longer one (Katya and
/// Kateryna).
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

/// Whether two words differ by a slip of the hand or of the ear: one further edit is allowed where
/// both sound alike.
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
