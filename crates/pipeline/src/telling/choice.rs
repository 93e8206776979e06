//! The choice of a notice: whom it reaches, and on which way.

use referral::{ContactMethod, EmailAddress, PhoneNumber, Referral, ReferrerKind};
use serde::{Deserialize, Serialize};

use crate::ports::{Fault, Recipient, Template};

const VERSION: u8 = 1;

/// A notice that the sender of a referral chose. It is made of the referral itself, so that nobody can
/// choose one for somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chosen {
    /// A text message to the family that asks for itself.
    FamilyText(PhoneNumber),
    /// An e-mail to the family that asks for itself.
    FamilyEmail(EmailAddress),
    /// An e-mail to the professional who asks for a family.
    ProfessionalEmail(EmailAddress),
}

/// A choice as it is sealed for its referral.
#[derive(Serialize, Deserialize)]
struct Kept {
    v: u8,
    chosen: Chosen,
}

/// The ways on which the sender of a referral can choose to get a notice.
///
/// A family that asks for itself: those that it said are safe, and gave the number or address of. A
/// professional: their own e-mail address. Nobody else, such as a relative, a neighbour or somebody who does
/// not say who they are: they have the answer to what they sent.
pub fn ways(referral: &Referral) -> Vec<ContactMethod> {
    let all = [ContactMethod::Text, ContactMethod::Email];
    all.into_iter().filter(|way| Chosen::of(referral, *way).is_some()).collect()
}

impl Chosen {
    /// The notice that the sender of a referral gets on this way; `None` if they can get none on it.
    pub fn of(referral: &Referral, way: ContactMethod) -> Option<Self> {
        let referrer = &referral.referrer;
        // A number that a helper types beside the family is not theirs to choose for.
        if referrer.anonymous || referrer.helped_by.is_some() {
            return None;
        }
        if is_professional(referrer.kind) {
            let email = referrer.email.clone().filter(|_| way == ContactMethod::Email)?;
            return Some(Self::ProfessionalEmail(email));
        }
        // The first adult is the one who asks. A way that was not said to be safe is not used.
        let own = referral.adults.first().filter(|_| referrer.kind.is_self())?;
        if own.safe_contact.allows(way) != Some(true) {
            return None;
        }
        match way {
            ContactMethod::Text => own.phone.clone().filter(takes_texts).map(Self::FamilyText),
            ContactMethod::Email => own.email.clone().map(Self::FamilyEmail),
            ContactMethod::Call | ContactMethod::Voicemail | ContactMethod::Letter => None,
        }
    }

    /// The bytes that are sealed.
    pub(crate) fn write(&self) -> Result<Vec<u8>, Fault> {
        let kept = Kept { v: VERSION, chosen: self.clone() };
        serde_json::to_vec(&kept).map_err(|_| Fault::Broken("a choice cannot be written"))
    }

    /// The choice of these bytes.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let kept: Option<Kept> = serde_json::from_slice(bytes).ok();
        let kept = kept.filter(|kept| kept.v == VERSION);
        kept.map(|kept| kept.chosen).ok_or(Fault::Broken("a choice cannot be read"))
    }

    /// The text that is sent, and the person who gets it.
    pub(super) fn addressed(self) -> (Template, Recipient) {
        match self {
            Self::FamilyText(number) => (Template::FamilyText, Recipient::Text(number)),
            Self::FamilyEmail(address) => (Template::FamilyEmail, Recipient::Email(address)),
            Self::ProfessionalEmail(address) => {
                (Template::ProfessionalEmail, Recipient::Email(address))
            }
        }
    }
}

/// Whether a referrer of this kind asks for a family as their work.
fn is_professional(kind: ReferrerKind) -> bool {
    let private = [ReferrerKind::Relative, ReferrerKind::FriendOrNeighbour, ReferrerKind::Other];
    !kind.is_self() && !private.contains(&kind)
}

/// Whether a number can get text messages: it was read whole, and is a mobile one of the United Kingdom or
/// its islands. An extension or two numbers in one field are no such number; 070 is of numbers that lead
/// elsewhere, and 076 of pagers, but for 07624 of the Isle of Man.
fn takes_texts(number: &PhoneNumber) -> bool {
    let mobile = number.as_str().strip_prefix("+447");
    let mobile = mobile.filter(|_| number.e164() == Some(number.as_str()));
    mobile.is_some_and(|rest| rest.starts_with("624") || !rest.starts_with(['0', '6']))
}

#[cfg(test)]
mod tests;
