//! An address as it is compared, and the addresses, numbers and mailboxes that many share.

use crate::similar::sound;
use crate::text::words;

/// A home, as far as it was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Home {
    /// The property's own number.
    pub(crate) uprn: Option<String>,
    /// The house's or flat's numbers, in order.
    pub(crate) numbers: Vec<String>,
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
    /// From the lines of an address; nothing where an institution is named in them.
    pub(crate) fn read<'a>(
        lines: impl Iterator<Item = &'a str>,
        uprn: Option<&str>,
    ) -> Option<Self> {
        let all: Vec<String> =
            lines.flat_map(words).map(|word| long_form(&word).to_owned()).collect();
        if all.iter().any(|word| is_institution(word)) {
            return None;
        }
        let (numbers, words): (Vec<String>, Vec<String>) =
            all.into_iter().partition(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        let words: Vec<String> = words.into_iter().filter(|word| word != "flat").collect();
        let home = Self { uprn: uprn.map(str::to_owned), numbers, words };
        (home.uprn.is_some() || !home.words.is_empty()).then_some(home)
    }

    /// House and road as one value; none unless both are there.
    pub(crate) fn door(&self) -> Option<String> {
        (!self.numbers.is_empty() && !self.words.is_empty()).then(|| {
            format!("{} {}", self.numbers.join(" "), sound(self.words.first().map_or("", |w| w)))
        })
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
        assert_eq!(home.numbers, ["2", "14"]);
        assert_eq!(home.words, ["high", "street"]);
    }

    #[test]
    fn an_organisations_mailbox_is_nobodys() {
        assert!(is_organisations_email("head@oak.sch.uk"));
        assert!(is_organisations_email("info@example.com"));
        assert!(!is_organisations_email("amina@example.com"));
        assert_eq!(mailbox("A.Okafor+kids@gmail.com").as_deref(), Some("aokafor@gmail.com"));
    }
}
