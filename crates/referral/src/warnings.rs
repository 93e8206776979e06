//! What a person should look at, though the referral stands. Derived each time, never stored.

use jiff::civil::Date;

use crate::dates::OLDEST_CHILD;
use crate::error::Warning;
use crate::people::{Birth, Child};
use crate::referral::Referral;

impl Referral {
    /// The warnings of a referral, by the rules of today.
    pub fn warnings(&self, today: Date) -> Vec<Warning> {
        self.children
            .iter()
            .enumerate()
            .flat_map(|(index, child)| of_child(index, child, today))
            .collect()
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
    use crate::codes::SendStatus;
    use crate::dates::DateOfBirth;
    use crate::identifiers::{NhsNumber, Upn};

    #[test]
    fn a_doubtful_child_is_warned_about() {
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
