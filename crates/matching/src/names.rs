//! What is known about names: which are common in their own right, which are spellings or short
//! forms of one another, how many people bear a family name, and which words are no name at all.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::similar::edits;

/// The tables in `data/`, read once.
pub(crate) struct Names {
    common: BTreeSet<&'static str>,
    /// The common names, by themselves and by what is left of each without one letter: names that
    /// are one slip apart share one of these.
    shortened: BTreeMap<String, Vec<&'static str>>,
    rare: BTreeSet<&'static str>,
    spelling: BTreeMap<&'static str, u16>,
    short: BTreeSet<(&'static str, &'static str)>,
    with_forms: BTreeSet<&'static str>,
    family: BTreeMap<&'static str, u32>,
}

/// Lines that are not comments.
fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

/// Marks a group of spellings whose name has no one spelling in Latin letters.
const TRANSLITERATED: u16 = 1 << 15;

impl Names {
    /// Whether a group's name has no one spelling in Latin letters: which of them was written says
    /// nothing.
    pub(crate) fn is_transliterated(group: u16) -> bool {
        group & TRANSLITERATED != 0
    }

    /// The tables.
    pub(crate) fn get() -> &'static Self {
        static NAMES: OnceLock<Names> = OnceLock::new();
        NAMES.get_or_init(|| {
            let spelling = lines(include_str!("../data/spellings.txt"))
                .zip(0u16..)
                .map(|(line, group)| match line.strip_prefix("~ ") {
                    Some(line) => (line, group | TRANSLITERATED),
                    None => (line, group),
                })
                .flat_map(|(line, group)| line.split(' ').map(move |name| (name, group)))
                .collect();
            let short: BTreeSet<_> = lines(include_str!("../data/nicknames.txt"))
                .filter_map(|line| line.split_once(": "))
                .flat_map(|(full, short)| short.split(' ').map(move |short| (full, short)))
                .collect();
            let family = lines(include_str!("../data/surnames.txt"))
                .filter_map(|line| line.split_once(' '))
                .filter_map(|(name, share)| Some((name, share.parse().ok()?)))
                .collect();
            let common: BTreeSet<&'static str> = lines(include_str!("../data/given.txt")).collect();
            let mut by_shortened: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
            for name in &common {
                for short in shortened(name) {
                    by_shortened.entry(short).or_default().push(name);
                }
            }
            Self {
                common,
                shortened: by_shortened,
                rare: lines(include_str!("../data/rare.txt")).collect(),
                spelling,
                with_forms: short.iter().flat_map(|(full, short)| [*full, *short]).collect(),
                short,
                family,
            }
        })
    }

    /// Whether a given name is common in its own right.
    pub(crate) fn is_common(&self, name: &str) -> bool {
        self.common.contains(name) || self.spelling.contains_key(name)
    }

    /// Whether a given name is known as one that few bear.
    pub(crate) fn is_rare(&self, name: &str) -> bool {
        self.rare.contains(name)
    }

    /// The common names that are one slip from a name that is none.
    pub(crate) fn one_slip_from(&self, name: &str) -> Vec<&'static str> {
        let found = shortened(name).filter_map(|short| self.shortened.get(short.as_str()));
        let mut near: Vec<&'static str> = found
            .flatten()
            .copied()
            .filter(|common| *common != name && edits(name, common, 1) <= 1)
            .collect();
        near.sort_unstable();
        near.dedup();
        near
    }

    /// The group of spellings a given name belongs to.
    pub(crate) fn spelling(&self, name: &str) -> Option<u16> {
        self.spelling.get(name).copied()
    }

    /// Whether a given name has short forms, or is one.
    pub(crate) fn has_forms(&self, name: &str) -> bool {
        self.with_forms.contains(name)
    }

    /// Whether one is a short or pet form of the other.
    pub(crate) fn is_short_form(&self, a: &str, b: &str) -> bool {
        let of = |full: &str, short: &str| {
            // The table's own text has the lifetime the set wants; a lookup needs none.
            self.short.range::<(&str, &str), _>((full, short)..=(full, short)).next().is_some()
        };
        of(a, b) || of(b, a)
    }

    /// The share of people who bear a family name, where it is a common one.
    pub(crate) fn family_share(&self, name: &str) -> Option<f64> {
        self.family.get(name).map(|per_100_000| f64::from(*per_100_000) / 100_000.0)
    }
}

/// A name, and what is left of it without each of its letters.
fn shortened(name: &str) -> impl Iterator<Item = String> {
    let without = name.char_indices().map(|(at, letter)| {
        let (before, after) = (&name[..at], &name[at + letter.len_utf8()..]);
        [before, after].concat()
    });
    std::iter::once(name.to_owned()).chain(without)
}

/// Words that stand where a given name is not known yet, or not said.
const NO_NAME: [&str; 34] = [
    "baby", "infant", "unknown", "unborn", "unnamed", "twin", "triplet", "child", "boy", "girl",
    "newborn", "bump", "tbc", "tba", "na", "none", "nil", "not", "known", "given", "male",
    "female", "xx", "xxx", "son", "daughter", "test", "a", "of", "one", "two", "first", "second",
    "nk",
];

/// Whether these words are a placeholder and no name: `Baby`, `Twin 1`, `baby girl`, `Unknown`.
pub(crate) fn is_placeholder(words: &[String]) -> bool {
    words
        .iter()
        .all(|word| NO_NAME.contains(&word.as_str()) || word.chars().all(|c| c.is_ascii_digit()))
        && words.iter().any(|word| word != "a")
}

/// Words before or inside a family name that people write or leave out.
pub(crate) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "la"
            | "le"
            | "du"
            | "da"
            | "das"
            | "dos"
            | "do"
            | "di"
            | "del"
            | "della"
            | "der"
            | "den"
            | "van"
            | "von"
            | "zu"
            | "el"
            | "al"
            | "bin"
            | "ibn"
            | "bint"
            | "binti"
            | "ap"
            | "ab"
            | "of"
            | "y"
            | "e"
            | "jr"
            | "junior"
            | "sr"
            | "ii"
            | "iii"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_know_what_they_are_for() {
        let names = Names::get();
        for name in ["marie", "maria", "jon", "jan", "erin", "eric"] {
            assert!(names.is_common(name), "{name}");
        }
        assert_eq!(names.spelling("mohammed"), names.spelling("muhammad"));
        assert_ne!(names.spelling("marie"), Some(u16::MAX));
        assert!(names.is_short_form("william", "bill") && names.is_short_form("bill", "william"));
        assert!(!names.is_short_form("aaron", "erin"));
    }

    #[test]
    fn a_slip_is_a_letter_more_less_or_other_or_two_swapped() {
        let names = Names::get();
        for slip in ["bejamin", "benjaminn", "benjamyn", "benjmain"] {
            assert!(names.one_slip_from(slip).contains(&"benjamin"), "{slip}");
        }
        for other in ["benjamin", "bnjamn", "benajmni"] {
            assert!(!names.one_slip_from(other).contains(&"benjamin"), "{other}");
        }
    }

    #[test]
    fn a_placeholder_is_no_name() {
        let words = |text: &str| crate::text::words(text);
        for text in ["Baby", "Twin 1", "BABY GIRL", "unknown", "Infant", "not known", "Baby of"] {
            assert!(is_placeholder(&words(text)), "{text}");
        }
        for text in ["Amina", "A", "Baby Rose", "Boyd"] {
            assert!(!is_placeholder(&words(text)), "{text}");
        }
    }
}
