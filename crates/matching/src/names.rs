//! Tables of names: the spellings of one name, the forms of a name, and how many people bear a
//! family name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The tables in `data/`, read once.
pub(crate) struct Names {
    /// The first spelling of the row, for each spelling. Words with the same first spelling are one
    /// name.
    transliterated: BTreeMap<&'static str, &'static str>,
    /// Pairs of a name and a form of it. They rank the questions for a person, and decide nothing.
    forms: BTreeSet<(&'static str, &'static str)>,
    with_forms: BTreeSet<&'static str>,
    family: BTreeMap<&'static str, u32>,
}

/// The lines that are neither comments nor empty.
fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

impl Names {
    /// The tables, which the first call reads.
    pub(crate) fn get() -> &'static Self {
        static NAMES: OnceLock<Names> = OnceLock::new();
        NAMES.get_or_init(|| {
            let forms: BTreeSet<_> = lines(include_str!("../data/given-forms.txt"))
                .filter_map(|line| line.split_once(": "))
                .flat_map(|(name, forms)| forms.split(' ').map(move |form| (name, form)))
                .collect();
            Self {
                transliterated: lines(include_str!("../data/transliterations.txt"))
                    .filter_map(|line| Some((line.split(' ').next()?, line)))
                    .flat_map(|(first, line)| line.split(' ').map(move |name| (name, first)))
                    .collect(),
                with_forms: forms.iter().flat_map(|(name, form)| [*name, *form]).collect(),
                forms,
                family: lines(include_str!("../data/surnames.txt"))
                    .filter_map(|line| line.split_once(' '))
                    .filter_map(|(name, share)| Some((name, share.parse().ok()?)))
                    .collect(),
            }
        })
    }

    /// The one spelling that stands for every spelling of a name from another script; the word
    /// itself where it is in no row.
    pub(crate) fn one_spelling<'a>(&self, word: &'a str) -> &'a str {
        self.transliterated.get(word).copied().unwrap_or(word)
    }

    /// Whether a given name has forms in the table, or is one.
    pub(crate) fn has_forms(&self, name: &str) -> bool {
        self.with_forms.contains(name)
    }

    /// Whether one name may be a short, pet or other form of the other.
    pub(crate) fn are_forms(&self, a: &str, b: &str) -> bool {
        let of = |name: &str, form: &str| {
            // The set holds text of the table's lifetime; a range can be looked up with text of any
            // other.
            self.forms.range::<(&str, &str), _>((name, form)..=(name, form)).next().is_some()
        };
        of(a, b) || of(b, a)
    }

    /// The share of people who bear a family name, where it is a common one.
    pub(crate) fn family_share(&self, name: &str) -> Option<f64> {
        self.family.get(name).map(|per_100_000| f64::from(*per_100_000) / 100_000.0)
    }
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
    fn the_tables_know_spellings_and_forms() {
        let names = Names::get();
        assert_eq!(names.one_spelling("mohammed"), names.one_spelling("muhammad"));
        assert_eq!(names.one_spelling("marie"), "marie");
        assert!(names.are_forms("william", "bill") && names.are_forms("bill", "william"));
        assert!(!names.are_forms("aaron", "erin"));
    }

    #[test]
    fn no_spelling_is_in_two_rows() {
        let mut seen = BTreeSet::new();
        for name in lines(include_str!("../data/transliterations.txt")).flat_map(|l| l.split(' ')) {
            assert!(seen.insert(name), "{name}");
            assert_eq!(crate::text::words(name), [name], "the normal form");
        }
    }
}
