//! The person or service that sent the referral.

use serde::{Deserialize, Serialize};

use crate::codes::ReferrerKind;
use crate::contact::{EmailAddress, PhoneNumber};
use crate::identifiers::{OdsCode, Urn};
use crate::text::Line;

/// The person or service that sent the referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referrer {
    /// The kind of person or service.
    pub kind: ReferrerKind,
    /// The referrer's organisation.
    pub organisation: Option<Organisation>,
    /// The referrer's name, as they write it.
    pub name: Option<Line>,
    /// The referrer's role.
    pub role: Option<Line>,
    /// The referrer's e-mail address.
    pub email: Option<EmailAddress>,
    /// The referrer's phone number.
    pub phone: Option<PhoneNumber>,
    /// The number of the referrer's own record.
    pub record: Option<Line>,
    /// Whether the referrer does not say who they are; then name, e-mail and phone are empty.
    pub anonymous: bool,
    /// The helper who filled the referral in with the family.
    pub helped_by: Option<HelpedBy>,
}

/// An organisation, by its name and by the code that schools or health services use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// The name by which the organisation calls itself.
    pub name: Option<Line>,
    /// The unique reference number of a school.
    pub urn: Option<Urn>,
    /// The ODS code of a health organisation.
    pub ods: Option<OdsCode>,
}

/// A worker or volunteer who filled the referral in with the family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpedBy {
    /// The place where they helped: a library, a church, a community space.
    pub setting: Option<Line>,
    /// The organisation that they work or volunteer for.
    pub organisation: Option<Line>,
    /// The helper's name.
    pub name: Option<Line>,
}

impl Referrer {
    /// A referrer of whom only the kind is known.
    pub const fn of(kind: ReferrerKind) -> Self {
        Self {
            kind,
            organisation: None,
            name: None,
            role: None,
            email: None,
            phone: None,
            record: None,
            anonymous: false,
            helped_by: None,
        }
    }

    /// The national source-of-referral code: the kind's usual one, or `9` for an anonymous referrer.
    pub const fn source_code(&self) -> &'static str {
        if self.anonymous { "9" } else { self.kind.source_codes()[0] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anonymous_referrer_has_a_source_code_of_its_own() {
        let mut referrer = Referrer::of(ReferrerKind::FriendOrNeighbour);
        assert_eq!(referrer.source_code(), "1B");
        referrer.anonymous = true;
        assert_eq!(referrer.source_code(), "9");
    }
}
