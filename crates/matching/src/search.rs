//! Searching by name: whether the words that somebody types stand for a person's name.
//!
//! A word is found in another writing (accents, case, Latin letters for those of another script) and
//! by another spelling of the reviewed table, as matching compares names. So is its beginning, for
//! somebody who has typed half of a name. One letter wrong finds nobody: the list is short, and other
//! families' names are not for guessing at.

use std::borrow::Cow;

use crate::names::Names;
use crate::text::{in_latin, words};

/// The words of a name that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoughtName(Vec<Spelt>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Spelt {
    latin: String,
    spelling: String,
}

impl Spelt {
    fn new(word: &str) -> Self {
        let spelling = Names::get().one_spelling(word).to_owned();
        Self { latin: in_latin(word).into_owned(), spelling }
    }

    fn finds(&self, word: &str) -> bool {
        let latin: Cow<'_, str> = in_latin(word);
        // One letter of the Latin alphabet begins too many names.
        let may_begin = self.latin.len() > 1;
        latin == self.latin
            || (may_begin && latin.starts_with(&self.latin))
            || Names::get().one_spelling(word) == self.spelling
    }
}

impl SoughtName {
    /// The name that is typed; `None` if it has no word.
    pub fn parse(text: &str) -> Option<Self> {
        let spelt: Vec<Spelt> = words(text).iter().map(|word| Spelt::new(word)).collect();
        (!spelt.is_empty()).then_some(Self(spelt))
    }

    /// The name in its normal form, which is the same for each way of writing it.
    pub fn normal(&self) -> String {
        self.0.iter().map(|word| word.spelling.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Whether each word is found among those of a family's names, be it of a child or an adult.
    pub fn is_among<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> bool {
        let mut found = vec![false; self.0.len()];
        for name in names {
            for word in plain_words(name) {
                for (found, sought) in found.iter_mut().zip(&self.0) {
                    *found = *found || sought.finds(&word);
                }
            }
        }
        found.into_iter().all(|found| found)
    }
}

/// The words of a name in their normal form. Most names are made of plain letters alone, for which
/// there is a short way.
fn plain_words(name: &str) -> Vec<String> {
    if name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return name.split_ascii_whitespace().map(str::to_ascii_lowercase).collect();
    }
    words(name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn finds(sought: &str, names: &[&str]) -> bool {
        SoughtName::parse(sought).unwrap().is_among(names.iter().copied())
    }

    #[test]
    fn a_name_is_found_in_another_writing() {
        assert!(finds("nguyen", &["Nguyễn Thị Lan"]));
        assert!(finds("Muhammad", &["Mohammed Ali"]) && finds("mohamed", &["Muhammad"]));
        assert!(finds("O’NEILL", &["Siân O'Neill"]) && finds("sian", &["Siân O'Neill"]));
        assert!(finds("محمد", &["مُحَمَّد"]) && finds("李", &["李娜"]));
        assert!(finds("okafor", &["Amina", "Ngozi Okafor"]), "the mother's name");
    }

    #[test]
    fn each_word_that_is_typed_must_be_found() {
        assert!(finds("ami oka", &["Amina Okafor"]), "beginnings count");
        assert!(finds("okafor amina", &["Amina Okafor"]), "in any order");
        assert!(!finds("amina smith", &["Amina Okafor"]));
        assert!(!finds("omina", &["Amina Okafor"]), "a letter wrong finds nobody");
        assert!(!finds("a", &["Amina Okafor"]), "one letter is no beginning");
        assert!(finds("x", &["X Ó"]), "but may be a name");
        assert_eq!(SoughtName::parse(" -- "), None);
    }

    #[test]
    fn one_normal_form_stands_for_each_way_of_writing() {
        let normal = |text| SoughtName::parse(text).unwrap().normal();
        assert_eq!(normal("Mohammed"), normal(" MUHAMMAD"));
        assert_eq!(normal("Nguyễn"), normal("nguyen"));
    }

    proptest! {
        #[test]
        fn the_short_way_gives_the_same_words(name in "[A-Za-z ]{0,30}") {
            prop_assert_eq!(plain_words(&name), words(&name));
        }

        #[test]
        fn a_name_finds_itself(name in "\\PC{1,20}") {
            if let Some(sought) = SoughtName::parse(&name) {
                prop_assert!(sought.is_among([name.as_str()]));
            }
        }
    }
}
