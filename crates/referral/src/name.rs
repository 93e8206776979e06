//! People's names as they are written. There is no rule about what a name may look like.

use serde::{Deserialize, Serialize};

use crate::error::Invalid;
use crate::personal::Personal;
use crate::text::Line;

/// A person's name. At least one part is there, and one is enough, even of one letter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PersonName {
    /// The given name or names.
    pub given: Option<Personal<String>>,
    /// The family name or names.
    pub family: Option<Personal<String>>,
    /// The name that they are called by.
    pub known_as: Option<Personal<String>>,
}

impl PersonName {
    /// Cleans the parts (see [`crate::text::clean_line`]); `None` when nothing is left of any. Each
    /// fault comes with the name of its part.
    pub fn read(
        given: Option<&str>,
        family: Option<&str>,
        known_as: Option<&str>,
    ) -> Result<Option<Self>, Vec<(&'static str, Invalid)>> {
        let mut faults = Vec::new();
        let mut part = |name, text: Option<&str>| match Line::read(text.unwrap_or_default()) {
            Ok(line) => line.map(|line| Personal::new(line.as_str().to_owned())),
            Err(fault) => {
                faults.push((name, fault));
                None
            }
        };
        let name = Self {
            given: part("given", given),
            family: part("family", family),
            known_as: part("known_as", known_as),
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let empty = name.given.is_none() && name.family.is_none() && name.known_as.is_none();
        Ok(if empty { None } else { Some(name) })
    }

    /// The name as one would write it, no longer hidden: `Amina Okafor`.
    pub fn full(&self) -> String {
        let called = self.given.as_ref().or(self.known_as.as_ref());
        let parts = [called, self.family.as_ref()];
        parts.into_iter().flatten().map(|part| part.expose().as_str()).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_of_every_kind_are_kept() {
        for (given, family) in
            [("Siân", "O'Neill-Smith"), ("X", "Ó"), ("Cher", ""), ("", "de la Cruz 2nd")]
        {
            let name = PersonName::read(Some(given), Some(family), None).unwrap().unwrap();
            assert_eq!(name.full(), format!("{given} {family}").trim());
        }
    }

    #[test]
    fn a_name_of_which_nothing_is_left_is_none() {
        assert_eq!(PersonName::read(Some(" \u{200b}"), None, None).unwrap(), None);
    }

    #[test]
    fn each_part_of_a_name_has_a_fault_of_its_own() {
        let long = "x".repeat(101);
        let faults = PersonName::read(Some(&long), Some("Okafor"), Some(&long)).unwrap_err();
        assert_eq!(faults.iter().map(|(part, _)| *part).collect::<Vec<_>>(), ["given", "known_as"]);
    }

    proptest! {
        #[test]
        fn reading_a_name_again_changes_nothing(given: String, family in "\\PC{0,120}") {
            if let Ok(Some(name)) = PersonName::read(Some(&given), Some(&family), None) {
                let part = |part: &Option<Personal<String>>| part.as_ref().map(|p| p.expose().clone());
                let again = PersonName::read(part(&name.given).as_deref(), part(&name.family).as_deref(), None);
                prop_assert_eq!(again.unwrap().unwrap(), name);
            }
        }
    }
}
