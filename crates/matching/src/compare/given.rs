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

/// Names that are often borne together with the one that tells siblings apart.
fn goes_before_another(word: &Word) -> bool {
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
    if a.common && b.common {
        return Level::Different;
    }
    if slip(a, b) { Level::Misspelt } else { Level::Different }
}

fn slip(a: &Word, b: &Word) -> bool {
    let short = a.text.chars().count().min(b.text.chars().count());
    let most = match short {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    // Misheard: sounds the same, and no more than one edit further.
    let ear = usize::from(a.sound == b.sound && short > 3);
    edits(&a.text, &b.text, most + ear) <= most + ear
}
