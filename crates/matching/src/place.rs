//! An address as it is compared, and the addresses, numbers and mailboxes that many share.

use crate::placeholder::is_no_home;
use crate::similar::sound;
use crate::text::{in_latin, words};

/// A home, as far as it was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Home {
    /// The property's own number.
    pub(crate) uprn: Option<String>,
    /// The number of the house.
    pub(crate) house: Option<String>,
    /// The number or letter of the flat in it.
    pub(crate) flat: Option<String>,
    /// The other words of the lines, in order.
    pub(crate) words: Vec<String>,
}

/// How words of an address are shortened.
fn long_form(word: &str) -> &str {
    match word {
        "rd" => "road",
        "st" => "street",
        "ave" | "av" => "avenue",
        "cl" => "close",
        "ct" => "court",
        "cres" | "cr" => "crescent",
        "dr" => "drive",
        "gdns" => "gardens",
        "ln" => "lane",
        "pl" => "place",
        "sq" => "square",
        "terr" => "terrace",
        "apartment" | "apt" | "unit" => "flat",
        other => other,
    }
}

impl Home {
    /// From the lines of an address; nothing where they say that there is none, that it is somebody
    /// else's, or that it is an institution's.
    pub(crate) fn read<'a>(
        lines: impl Iterator<Item = &'a str> + Clone,
        uprn: Option<&str>,
    ) -> Option<Self> {
        if lines.clone().any(is_no_home) {
            return None;
        }
        let all: Vec<String> =
            lines.flat_map(words).map(|word| long_form(&in_latin(&word)).to_owned()).collect();
        if all.iter().any(|word| is_institution(word)) {
            return None;
        }
        let mut home = Self { uprn: uprn.map(str::to_owned), ..Self::default() };
        let mut numbers: Vec<String> = Vec::new();
        let mut after_flat = false;
        for word in all {
            if word == "flat" {
                after_flat = true;
                continue;
            }
            let is_number = word.starts_with(|c: char| c.is_ascii_digit());
            if after_flat && home.flat.is_none() && (is_number || word.len() == 1) {
                home.flat = Some(word);
            } else if is_number {
                numbers.push(word);
            } else {
                home.words.push(word);
            }
            after_flat = false;
        }
        // Of two numbers the flat's comes first: "2, 14 High Street".
        home.house = numbers.pop();
        home.flat = home.flat.or_else(|| numbers.pop());
        (home.uprn.is_some() || !home.words.is_empty()).then_some(home)
    }

    /// House and road as one value; none unless both are there.
    pub(crate) fn door(&self) -> Option<String> {
        let (house, road) = (self.house.as_ref()?, self.words.first()?);
        Some(format!("{house} {}", sound(road)))
    }
}

/// Words of places where unrelated families live, or that act for them.
fn is_institution(word: &str) -> bool {
    matches!(
        word,
        "refuge"
            | "hostel"
            | "hotel"
            | "school"
            | "academy"
            | "nursery"
            | "hospital"
            | "surgery"
            | "clinic"
            | "church"
            | "mosque"
            | "shelter"
            | "council"
            | "library"
            | "prison"
            | "barracks"
            | "centre"
            | "bb"
            | "guesthouse"
            | "inn"
    )
}

/// Whether a mailbox belongs to an organisation and not to a family.
pub(crate) fn is_organisations_email(email: &str) -> bool {
    let Some((local, domain)) = email.rsplit_once('@') else { return true };
    let public = ["gov.uk", "nhs.uk", "nhs.net", "sch.uk", "police.uk", "ac.uk", "org.uk"];
    let role = ["info", "admin", "office", "enquiries", "reception", "contact", "hello", "noreply"];
    public.iter().any(|end| domain == *end || domain.ends_with(&format!(".{end}")))
        || role.contains(&local)
}

/// A mailbox as it is compared: small letters, and no tag after a plus.
pub(crate) fn mailbox(email: &str) -> Option<String> {
    let email = email.to_lowercase();
    let (local, domain) = email.rsplit_once('@')?;
    let local = local.split('+').next().unwrap_or(local);
    let local = if domain == "gmail.com" { local.replace('.', "") } else { local.to_owned() };
    Some(format!("{local}@{domain}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_institution_is_no_home() {
        assert_eq!(Home::read(["The Women's Refuge", "1 High St"].into_iter(), None), None);
        let home = Home::read(["Flat 2", "14 High St"].into_iter(), None).unwrap();
        assert_eq!((home.flat.as_deref(), home.house.as_deref()), (Some("2"), Some("14")));
        assert_eq!(home.words, ["high", "street"]);
    }

    #[test]
    fn a_flat_is_told_from_its_house() {
        let read = |line: &'static str| Home::read([line].into_iter(), None).unwrap();
        let parts = |home: Home| (home.flat, home.house);
        for line in ["Flat B, 14 High St", "apt b 14 High St"] {
            assert_eq!(parts(read(line)), (Some("b".to_owned()), Some("14".to_owned())), "{line}");
        }
        assert_eq!(parts(read("2, 14 High St")), (Some("2".to_owned()), Some("14".to_owned())));
        assert_eq!(parts(read("14 High St")), (None, Some("14".to_owned())));
        assert_eq!(Home::read(["c/o Smith", "14 High St"].into_iter(), None), None);
        assert_eq!(Home::read(["No fixed abode"].into_iter(), None), None);
    }

    #[test]
    fn an_organisations_mailbox_is_nobodys() {
        assert!(is_organisations_email("head@oak.sch.uk"));
        assert!(is_organisations_email("info@example.com"));
        assert!(!is_organisations_email("amina@example.com"));
        assert_eq!(mailbox("A.Okafor+kids@gmail.com").as_deref(), Some("aokafor@gmail.com"));
    }
}
