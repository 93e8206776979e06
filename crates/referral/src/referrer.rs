//! Who sent the referral.

use serde::{Deserialize, Serialize};

use crate::codes::ReferrerKind;
use crate::contact::{EmailAddress, PhoneNumber};
use crate::identifiers::{OdsCode, Urn};
use crate::text::Line;

/// The person or service that sent the referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referrer {
    /// What they are.
    pub kind: ReferrerKind,
    /// Their organisation.
    pub organisation: Option<Organisation>,
    /// Their name, as they write it.
    pub name: Option<Line>,
    /// Their role.
    pub role: Option<Line>,
    /// Their e-mail address.
    pub email: Option<EmailAddress>,
    /// Their phone number.
    pub phone: Option<PhoneNumber>,
    /// Their own record's number.
    pub record: Option<Line>,
    /// They do not say who they are: then name, e-mail and phone are empty.
    pub anonymous: bool,
    /// Who filled it in with the family.
    pub helped_by: Option<HelpedBy>,
}

/// An organisation, by name and by the code its field uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation {
    /// As it calls itself.
    pub name: Option<Line>,
    /// A school's number.
    pub urn: Option<Urn>,
    /// A health organisation's code.
    pub ods: Option<OdsCode>,
}

/// A worker or volunteer who filled the referral in with the family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpedBy {
    /// Where: a library, a church, a community space.
    pub setting: Option<Line>,
    /// Whom they work or volunteer for.
    pub organisation: Option<Line>,
    /// Their name.
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
