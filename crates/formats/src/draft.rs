//! What a door fills in before anything is known to be right: texts, flags and lists.
//!
//! Field names are those of the JSON document, so that a path names the same thing at every door.
//! `validator` says how long a text may be (as the schema does); `meaning` makes a referral of it.

mod household;
mod meaning;
mod people;
mod shape;

use referral::text::{FREE_TEXT_MAX, LINE_MAX};
use validator::Validate;

pub(crate) use meaning::check;

/// Most characters in an identifier, a phone number, a postcode, a date: more than any needs.
pub(crate) const TOKEN_MAX: usize = 60;
/// Most characters in an e-mail address.
pub(crate) const EMAIL_MAX: usize = 254;
/// Most adults, children, or people who must not know.
pub(crate) const PEOPLE_MAX: usize = 20;
/// Most codes in a list: no list of codes has more.
pub(crate) const CODES_MAX: usize = 25;
/// Most lines in an address.
pub(crate) const LINES_MAX: usize = 6;

const LINE: u64 = LINE_MAX as u64;
const FREE: u64 = FREE_TEXT_MAX as u64;
const TOKEN: u64 = TOKEN_MAX as u64;
const EMAIL: u64 = EMAIL_MAX as u64;

#[derive(Debug, Default, Validate)]
pub(crate) struct Draft {
    #[validate(nested)]
    pub(crate) referrer: ReferrerDraft,
    #[validate(nested)]
    pub(crate) agreement: AgreementDraft,
    #[validate(nested)]
    pub(crate) household: HouseholdDraft,
    #[validate(nested)]
    pub(crate) adults: Vec<AdultDraft>,
    #[validate(nested)]
    pub(crate) must_not_know: Vec<MustNotKnowDraft>,
    #[validate(nested)]
    pub(crate) children: Vec<ChildDraft>,
    pub(crate) children_not_known: bool,
    pub(crate) needs: Vec<String>,
    #[validate(length(max = FREE))]
    pub(crate) reason: Option<String>,
    #[validate(length(max = FREE))]
    pub(crate) already_tried: Option<String>,
    #[validate(length(max = FREE))]
    pub(crate) others_helping: Option<String>,
    #[validate(length(max = FREE))]
    pub(crate) family_voice: Option<String>,
    pub(crate) urgency: Option<String>,
    pub(crate) level_of_need: Option<String>,
    pub(crate) safeguarding_concern: bool,
}

#[derive(Debug, Default, Validate)]
pub(crate) struct ReferrerDraft {
    pub(crate) kind: Option<String>,
    #[validate(nested)]
    pub(crate) organisation: Option<OrganisationDraft>,
    #[validate(length(max = LINE))]
    pub(crate) name: Option<String>,
    #[validate(length(max = LINE))]
    pub(crate) role: Option<String>,
    #[validate(length(max = EMAIL))]
    pub(crate) email: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) phone: Option<String>,
    #[validate(length(max = LINE))]
    pub(crate) record: Option<String>,
    pub(crate) anonymous: bool,
    #[validate(nested)]
    pub(crate) helped_by: Option<HelpedByDraft>,
}

#[derive(Debug, Default, Validate)]
pub(crate) struct OrganisationDraft {
    #[validate(length(max = LINE))]
    pub(crate) name: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) urn: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) ods: Option<String>,
}

#[derive(Debug, Default, Validate)]
pub(crate) struct HelpedByDraft {
    #[validate(length(max = LINE))]
    pub(crate) setting: Option<String>,
    #[validate(length(max = LINE))]
    pub(crate) organisation: Option<String>,
    #[validate(length(max = LINE))]
    pub(crate) name: Option<String>,
}

#[derive(Debug, Default, Validate)]
pub(crate) struct AgreementDraft {
    pub(crate) status: Option<String>,
    pub(crate) by: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) on: Option<String>,
    #[validate(length(max = FREE))]
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Default, Validate)]
pub(crate) struct HouseholdDraft {
    #[validate(nested)]
    pub(crate) address: Option<AddressDraft>,
    pub(crate) no_fixed_address: bool,
    pub(crate) concealed: bool,
    #[validate(length(max = TOKEN))]
    pub(crate) authority: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) language: Option<String>,
    pub(crate) interpreter_needed: Option<bool>,
    pub(crate) accessibility: Vec<String>,
    #[validate(length(max = FREE))]
    pub(crate) accessibility_note: Option<String>,
    pub(crate) parents_disagree_on_residence: bool,
}

#[derive(Debug, Default, Validate)]
pub(crate) struct AddressDraft {
    pub(crate) lines: Vec<String>,
    #[validate(length(max = LINE))]
    pub(crate) town: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) postcode: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) uprn: Option<String>,
}

#[derive(Debug, Default, Validate)]
pub(crate) struct NameDraft {
    #[validate(length(max = LINE))]
    pub(crate) given: Option<String>,
    #[validate(length(max = LINE))]
    pub(crate) family: Option<String>,
    #[validate(length(max = LINE))]
    pub(crate) known_as: Option<String>,
}

#[derive(Debug, Default, Validate)]
pub(crate) struct AdultDraft {
    #[validate(nested)]
    pub(crate) name: Option<NameDraft>,
    pub(crate) relationship: Option<String>,
    pub(crate) parental_responsibility: Option<bool>,
    #[validate(length(max = TOKEN))]
    pub(crate) date_of_birth: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) phone: Option<String>,
    #[validate(length(max = EMAIL))]
    pub(crate) email: Option<String>,
    pub(crate) safe_to: Option<Vec<String>>,
    #[validate(length(max = FREE))]
    pub(crate) best_times: Option<String>,
    #[validate(nested)]
    pub(crate) safety_confirmed: Option<ConfirmedDraft>,
}

#[derive(Debug, Default, Validate)]
pub(crate) struct ConfirmedDraft {
    #[validate(length(max = LINE))]
    pub(crate) by: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) on: Option<String>,
}

#[derive(Debug, Default, Validate)]
pub(crate) struct MustNotKnowDraft {
    #[validate(nested)]
    pub(crate) name: Option<NameDraft>,
    pub(crate) relationship: Option<String>,
    #[validate(length(max = FREE))]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Default, Validate)]
pub(crate) struct ChildDraft {
    #[validate(nested)]
    pub(crate) name: Option<NameDraft>,
    #[validate(length(max = TOKEN))]
    pub(crate) date_of_birth: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) due_date: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) nhs_number: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) upn: Option<String>,
    #[validate(length(max = TOKEN))]
    pub(crate) school_urn: Option<String>,
    pub(crate) send: Option<bool>,
    pub(crate) ehcp: Option<bool>,
    pub(crate) adopted: bool,
    pub(crate) restricted: bool,
}
