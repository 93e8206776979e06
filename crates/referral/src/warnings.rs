//! The warnings that a person should look at, though the referral stands. They are derived each
//! time, never stored.

use jiff::civil::Date;

use crate::contact::ContactDetail;
use crate::dates::OLDEST_CHILD;
use crate::error::Warning;
use crate::household::Location;
use crate::people::{Adult, Birth, Child};
use crate::referral::Referral;

impl Referral {
    /// The warnings of a referral, by the rules of today.
    pub fn warnings(&self, today: Date) -> Vec<Warning> {
        let postcode = self.household.location.postcode().map(|postcode| postcode.as_str());
        let as_given = self.as_given.iter().map(|one| one.warning(postcode.as_deref()));
        let children = self.children.iter().enumerate();
        let children = children.flat_map(|(index, child)| of_child(index, child, today));
        as_given.chain(self.ways_without_a_contact()).chain(children).collect()
    }

    /// Whether anybody can be reached in a way that is said to be safe, and gave the number or
    /// address that it needs.
    pub fn can_be_reached(&self) -> bool {
        self.adults.iter().enumerate().any(|(index, adult)| {
            adult.safe_contact.safe().iter().any(|way| self.has(index, adult, way.needs()))
        })
    }

    /// The warnings about ways of contact that are said to be safe, without the number or address
    /// they need.
    fn ways_without_a_contact(&self) -> impl Iterator<Item = Warning> {
        self.adults.iter().enumerate().flat_map(move |(index, adult)| {
            let missing = move |detail| !self.has(index, adult, detail);
            let ways = adult.safe_contact.safe().iter().filter(move |way| missing(way.needs()));
            ways.map(move |way| Warning {
                path: format!("adults[{index}].safe_to"),
                code: "safe_way_without_contact".to_owned(),
                message: match way.needs() {
                    ContactDetail::Phone => {
                        format!("{} is said to be safe, but there is no phone number.", way.label())
                    }
                    ContactDetail::Email => {
                        "Email is said to be safe, but there is no email address.".to_owned()
                    }
                    ContactDetail::Address => {
                        "Letter is said to be safe, but there is no address to write to.".to_owned()
                    }
                },
            })
        })
    }

    /// Whether an adult gave the detail that a way of contact needs, readable or not.
    fn has(&self, index: usize, adult: &Adult, detail: ContactDetail) -> bool {
        let (given, path) = match detail {
            ContactDetail::Phone => (adult.phone.is_some(), format!("adults[{index}].phone")),
            ContactDetail::Email => (adult.email.is_some(), format!("adults[{index}].email")),
            ContactDetail::Address => {
                let lines = matches!(&self.household.location,
                    Location::Address(at) if !at.lines.is_empty() || at.uprn.is_some());
                (lines, "household.address.lines".to_owned())
            }
        };
        given || self.as_given.iter().any(|kept| kept.path.starts_with(&path))
    }
}

fn of_child(index: usize, child: &Child, today: Date) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut warn = |field: &str, code: &str, message: &str| {
        warnings.push(Warning {
            path: format!("children[{index}].{field}"),
            code: code.to_owned(),
            message: message.to_owned(),
        });
    };
    if child.nhs_number.as_ref().is_some_and(|number| !number.is_valid()) {
        warn("nhs_number", "nhs_number_check", "The NHS number's check digit does not fit.");
    }
    if child.upn.as_ref().is_some_and(|upn| !upn.is_valid()) {
        warn("upn", "upn_check", "The UPN's check letter does not fit.");
    }
    match child.birth {
        Birth::Born(born) if born.age_on(today) > OLDEST_CHILD => {
            warn("date_of_birth", "older_than_25", "This child is older than 25.");
        }
        // The year alone may make a child a year older than they are.
        Birth::About(about) if about.age_on(today) > OLDEST_CHILD + 1 => {
            warn("born_about", "older_than_25", "This child is older than 25.");
        }
        Birth::Due(due) if due.day() < today => {
            warn("due_date", "due_date_passed", "The due date has passed: the baby may be born.");
        }
        _ => {}
    }
    warnings
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::as_given::{AsGiven, Treatment};
    use crate::codes::{ContactMethod, SendStatus};
    use crate::contact::PhoneNumber;
    use crate::dates::DateOfBirth;
    use crate::identifiers::{NhsNumber, Upn};

    #[test]
    fn a_safe_way_needs_its_number_or_address() {
        let mut referral = crate::referral::tests::plain();
        let mut adult = Adult::default();
        adult.safe_contact.methods =
            Some(vec![ContactMethod::Call, ContactMethod::Email, ContactMethod::Letter]);
        referral.adults = vec![Adult::default(), adult];
        let told = |referral: &Referral| {
            let warnings = referral.warnings(date(2026, 11, 21));
            assert!(warnings.iter().all(|w| w.code == "safe_way_without_contact"));
            warnings.into_iter().map(|w| (w.path, w.message)).collect::<Vec<_>>()
        };
        assert!(!referral.can_be_reached());
        assert_eq!(
            told(&referral),
            [
                "Phone call is said to be safe, but there is no phone number.",
                "Email is said to be safe, but there is no email address.",
                "Letter is said to be safe, but there is no address to write to.",
            ]
            .map(|message| ("adults[1].safe_to".to_owned(), message.to_owned()))
        );
        referral.adults[1].phone = Some(PhoneNumber::parse("101 ext 12345").unwrap());
        assert_eq!(told(&referral).len(), 2);
        assert!(referral.can_be_reached());
        referral.adults[1].safe_contact.methods = None;
        assert!(!referral.can_be_reached());
    }

    #[test]
    fn a_contact_kept_as_given_is_warned_about_and_counts_as_given() {
        let mut referral = crate::referral::tests::plain();
        let mut adult = Adult::default();
        adult.safe_contact.methods = Some(vec![ContactMethod::Email]);
        referral.adults = vec![adult];
        referral.as_given = vec![AsGiven {
            path: "adults[0].email".to_owned(),
            treatment: Treatment::Kept,
            text: Some("canary at home".to_owned().into()),
        }];
        assert!(referral.can_be_reached(), "a person can use what a program cannot read");
        let warnings = referral.warnings(date(2026, 11, 21));
        let codes: Vec<_> = warnings.iter().map(|w| (w.path.as_str(), w.code.as_str())).collect();
        assert_eq!(codes, [("adults[0].email", "kept_as_given")]);
        assert!(!format!("{referral:?} {warnings:?}").contains("canary"));
    }

    #[test]
    fn a_number_or_age_that_seems_wrong_is_warned_about() {
        let today = date(2026, 11, 21);
        let mut child = Child {
            name: None,
            birth: Birth::Born(DateOfBirth::new(date(2001, 11, 21), today).unwrap()),
            nhs_number: Some(NhsNumber::parse("9434765919").unwrap()),
            upn: Some(Upn::parse("B801200005001").unwrap()),
            school: None,
            send: SendStatus::None,
            adopted: false,
            restricted: false,
        };
        assert_eq!(of_child(0, &child, today), []);
        child.birth = Birth::Born(DateOfBirth::new(date(2000, 11, 21), today).unwrap());
        child.nhs_number = Some(NhsNumber::parse("9434765918").unwrap());
        child.upn = Some(Upn::parse("C801200005001").unwrap());
        let codes: Vec<_> =
            of_child(2, &child, today).into_iter().map(|w| (w.path, w.code)).collect();
        let expected = [
            ("nhs_number", "nhs_number_check"),
            ("upn", "upn_check"),
            ("date_of_birth", "older_than_25"),
        ];
        assert_eq!(codes, expected.map(|(f, c)| (format!("children[2].{f}"), c.to_owned())));
    }
}
