//! The draft that a door fills in before anything is known to be right: texts, flags and lists.
//!
//! Field names are those of the JSON document, so that a path names the same field at every door.
//! Every text in a draft is clean (`referral::text::clean_text`); `meaning` makes a referral of it.

mod days;
mod household;
mod meaning;
mod people;

pub(crate) use meaning::{finish, referral};

/// The most adults, children, or people who must not know.
pub(crate) const PEOPLE_MAX: usize = 20;
/// The most codes in a list: no list of codes has more.
pub(crate) const CODES_MAX: usize = 25;
/// The most lines in an address.
pub(crate) const LINES_MAX: usize = 6;

#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub(crate) referrer: ReferrerDraft,
    pub(crate) agreement: AgreementDraft,
    pub(crate) household: HouseholdDraft,
    pub(crate) adults: Vec<AdultDraft>,
    pub(crate) must_not_know: Vec<MustNotKnowDraft>,
    pub(crate) children: Vec<ChildDraft>,
    pub(crate) children_not_known: bool,
    pub(crate) needs: Vec<String>,
    pub(crate) reason: Option<String>,
    pub(crate) already_tried: Option<String>,
    pub(crate) others_helping: Option<String>,
    pub(crate) family_voice: Option<String>,
    pub(crate) urgency: Option<String>,
    pub(crate) level_of_need: Option<String>,
    pub(crate) safeguarding_concern: bool,
}

#[derive(Debug, Default)]
pub(crate) struct ReferrerDraft {
    pub(crate) kind: Option<String>,
    pub(crate) organisation: Option<OrganisationDraft>,
    pub(crate) name: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) record: Option<String>,
    pub(crate) anonymous: bool,
    pub(crate) helped_by: Option<HelpedByDraft>,
}

#[derive(Debug, Default)]
pub(crate) struct OrganisationDraft {
    pub(crate) name: Option<String>,
    pub(crate) urn: Option<String>,
    pub(crate) ods: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct HelpedByDraft {
    pub(crate) setting: Option<String>,
    pub(crate) organisation: Option<String>,
    pub(crate) name: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct AgreementDraft {
    pub(crate) status: Option<String>,
    pub(crate) by: Option<String>,
    pub(crate) on: Option<String>,
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct HouseholdDraft {
    pub(crate) address: Option<AddressDraft>,
    pub(crate) no_fixed_address: bool,
    pub(crate) concealed: bool,
    pub(crate) authority: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) interpreter_needed: Option<bool>,
    pub(crate) accessibility: Vec<String>,
    pub(crate) accessibility_note: Option<String>,
    pub(crate) parents_disagree_on_residence: bool,
}

#[derive(Debug, Default)]
pub(crate) struct AddressDraft {
    pub(crate) lines: Vec<String>,
    pub(crate) town: Option<String>,
    pub(crate) postcode: Option<String>,
    pub(crate) uprn: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct NameDraft {
    pub(crate) given: Option<String>,
    pub(crate) family: Option<String>,
    pub(crate) known_as: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct AdultDraft {
    pub(crate) name: Option<NameDraft>,
    pub(crate) relationship: Option<String>,
    pub(crate) parental_responsibility: Option<bool>,
    pub(crate) date_of_birth: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) safe_to: Option<Vec<String>>,
    pub(crate) best_times: Option<String>,
    pub(crate) safety_confirmed: Option<ConfirmedDraft>,
}

#[derive(Debug, Default)]
pub(crate) struct ConfirmedDraft {
    pub(crate) by: Option<String>,
    pub(crate) on: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct MustNotKnowDraft {
    pub(crate) name: Option<NameDraft>,
    pub(crate) relationship: Option<String>,
    pub(crate) note: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct ChildDraft {
    pub(crate) name: Option<NameDraft>,
    pub(crate) date_of_birth: Option<String>,
    pub(crate) due_date: Option<String>,
    pub(crate) nhs_number: Option<String>,
    pub(crate) upn: Option<String>,
    pub(crate) school_urn: Option<String>,
    pub(crate) send: Option<bool>,
    pub(crate) ehcp: Option<bool>,
    pub(crate) adopted: bool,
    pub(crate) restricted: bool,
}
