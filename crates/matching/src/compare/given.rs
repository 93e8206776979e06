//! Given names: the field that keeps twins apart.

use crate::level::Level;
use crate::names::Names;
use crate::profile::{Profile, Word};
use crate::similar::edits;

/// How two children's given names compare, and whether both have further ones that differ.
pub(super) fn compare(a: &Profile, b: &Profile) -> (Level, bool) {
    fn first(child: &Profile) -> Option<&Word> {
        child.given.first().or(child.called.as_ref())
    }
    let (Some(a_first), Some(b_first)) = (first(a), first(b)) else {
        return (Level::Missing, false);
    };
    let mut level = words(a_first, b_first);
    if !level.agrees() && a.given.len() != b.given.len() && joined(a) == joined(b) {
        // Mary Ann, Maryann.
        level = Level::Variant;
    }
    let (a_further, b_further) = (a.given.get(1..).unwrap_or(&[]), b.given.get(1..).unwrap_or(&[]));
    let further_differ = !a_further.is_empty()
        && !b_further.is_empty()
        && !a_further.iter().any(|one| b_further.iter().any(|other| words(one, other).agrees()));
    if !level.agrees() {
        let is = |name: &Word, other: &Word| {
            !name.is_initial()
                && matches!(words(name, other), Level::Same | Level::Variant | Level::Nickname)
        };
        let called = |one: &Profile, other: &Word| one.called.iter().any(|name| is(name, other));
        let further = |names: &[Word], other: &Word| names.iter().any(|name| is(name, other));
        if called(a, b_first) || called(b, a_first) {
            level = Level::Variant;
        } else if further(a_further, b_first) || further(b_further, a_first) {
            // Called by another of their own names, as who is Mohammed Ali is called Ali. With any
            // other first name it may as well be a brother or a sister: a person looks.
            level = Level::Variant;
            let usual = (further(a_further, b_first) && goes_before_another(a_first))
                || (further(b_further, a_first) && goes_before_another(b_first));
            return (level, further_differ || !usual);
        }
    }
    if further_differ
        && level.agrees()
        && goes_before_another(a_first)
        && goes_before_another(b_first)
    {
        // Mohammed Ali and Mohammed Hassan are brothers.
        level = Level::Different;
    }
    (level, further_differ)
}

/// Two names that both exist, though they pass for one: `Samuel` and `Sam`, `Caitlin` and
/// `Katelyn`. A twin may bear the other.
pub(super) fn are_two_names(a: &Profile, b: &Profile) -> bool {
    let (Some(a), Some(b)) = (a.given.first(), b.given.first()) else { return false };
    let one_spelling = a.spelling.is_some_and(Names::is_transliterated) && a.spelling == b.spelling;
    let strange = |word: &Word| !word.known && word.slip_of.is_empty();
    let strangers = strange(a) && strange(b) && plainest(&a.text) != plainest(&b.text);
    ((a.known && b.known && !one_spelling) || strangers) && a.text != b.text && words(a, b).agrees()
}

/// Names that are often borne together with the one that tells siblings apart.
pub(super) fn goes_before_another(word: &Word) -> bool {
    word.spelling.is_some() && word.spelling == Names::get().spelling("muhammad")
        || matches!(word.text.as_str(), "abdul" | "syed" | "bibi" | "noor" | "mary")
}

fn joined(child: &Profile) -> String {
    child.given.iter().map(|word| word.text.as_str()).collect()
}

/// Two given names. Two that are each common in their own right are two names, however near they
/// look, unless they are spellings or a short form of one.
pub(super) fn words(a: &Word, b: &Word) -> Level {
    if a.text == b.text {
        return if a.is_initial() { Level::Initial } else { Level::Same };
    }
    if a.is_initial() || b.is_initial() {
        let same = a.text.chars().next() == b.text.chars().next();
        return if same { Level::Initial } else { Level::Different };
    }
    if a.spelling.is_some() && a.spelling == b.spelling {
        return Level::Variant;
    }
    if a.has_forms && b.has_forms && Names::get().is_short_form(&a.text, &b.text) {
        return Level::Nickname;
    }
    let slips = edits(&a.text, &b.text, 2);
    if slips <= most_slips(a, b, slips) { Level::Misspelt } else { Level::Different }
}

/// How many slips may lie between two given names that are taken for one.
fn most_slips(a: &Word, b: &Word, slips: usize) -> usize {
    let same_first = a.text.chars().next() == b.text.chars().next();
    let short = a.letters.min(b.letters);
    let hand = match short {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    // Misheard: sounds the same, and no more than one slip further.
    let ear = usize::from(a.sound == b.sound && short > 3);
    // People rarely get the first letter wrong, and not besides another.
    let most = (hand + ear).min(1 + usize::from(same_first));
    let of_one = || a.slip_of.iter().any(|name| b.slip_of.contains(name));
    match (a.known, b.known) {
        (true, true) if a.common && b.common => 0,
        // A name that few bear may be a slip of one that many do.
        (true, true) if a.common != b.common => most.min(1) * usize::from(same_first),
        (true, true) => most * usize::from(plainest(&a.text) == plainest(&b.text)),
        // What is one slip from a name is no two slips from another.
        (true, false) | (false, true) => {
            let unknown = if a.known { b } else { a };
            if slips > 1 && !unknown.slip_of.is_empty() { 1.min(most) } else { most }
        }
        // Of two that nobody knows, another first letter makes another name.
        (false, false) if a.slip_of.is_empty() && b.slip_of.is_empty() => {
            most.min(1) * usize::from(same_first)
        }
        (false, false) if of_one() => 2,
        (false, false) => 0,
    }
}

/// A name as it sounds to the letter: double letters once, and letters that sound alike as one.
fn plainest(name: &str) -> String {
    let name = name.replace("ph", "f").replace("ck", "k").replace("ey", "i").replace("ie", "i");
    let mut plain = String::with_capacity(name.len());
    for (at, letter) in name.chars().enumerate() {
        let letter = match letter {
            'y' => 'i',
            'c' | 'q' => 'k',
            'z' => 's',
            other => other,
        };
        let silent = letter == 'h' && at > 0;
        if !silent && !plain.ends_with(letter) {
            plain.push(letter);
        }
    }
    plain
}
