//! The unchecked referral that a channel fills in before anything is known to be right: texts, flags and lists.
//!
//! Field names are those of the JSON document, so that a path names the same field at every channel.
//! Every text in an unchecked referral is clean (`referral::text::clean_text`); `meaning` makes a referral of it.

mod days;
mod household;
mod meaning;
mod people;

pub(crate) use meaning::{TOO_LONG, finish, referral};

/// The most adults, children, or people who must not know.
pub(crate) const PEOPLE_MAX: usize = 20;
/// The most codes in a list: no list of codes has more.
pub(crate) const CODES_MAX: usize = 25;
/// The most lines in an address.
pub(crate) const LINES_MAX: usize = 6;

#[derive(Debug, Default)]
pub(crate) struct UncheckedReferral {
    pub(crate) referrer: UncheckedReferrer,
    pub(crate) agreement: UncheckedAgreement,
    pub(crate) household: UncheckedHousehold,
    pub(crate) adults: Vec<UncheckedAdult>,
    pub(crate) must_not_know: Vec<UncheckedMustNotKnow>,
    pub(crate) children: Vec<UncheckedChild>,
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
pub(crate) struct UncheckedReferrer {
    pub(crate) kind: Option<String>,
    pub(crate) organisation: Option<UncheckedOrganisation>,
    pub(crate) name: Option<String>,
    pub(crate) role: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) record: Option<String>,
    pub(crate) anonymous: bool,
    pub(crate) helped_by: Option<UncheckedHelpedBy>,
}

#[derive(Debug, Default)]
pub(crate) struct UncheckedOrganisation {
    pub(crate) name: Option<String>,
    pub(crate) urn: Option<String>,
    pub(crate) ods: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct UncheckedHelpedBy {
    pub(crate) setting: Option<String>,
    pub(crate) organisation: Option<String>,
    pub(crate) name: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct UncheckedAgreement {
    pub(crate) status: Option<String>,
    pub(crate) by: Option<String>,
    pub(crate) on: Option<String>,
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct UncheckedHousehold {
    pub(crate) address: Option<UncheckedAddress>,
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
pub(crate) struct UncheckedAddress {
    pub(crate) lines: Vec<String>,
    pub(crate) town: Option<String>,
    pub(crate) postcode: Option<String>,
    pub(crate) uprn: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct UncheckedName {
    pub(crate) given: Option<String>,
    pub(crate) family: Option<String>,
    pub(crate) known_as: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct UncheckedAdult {
    pub(crate) name: Option<UncheckedName>,
    pub(crate) relationship: Option<String>,
    pub(crate) parental_responsibility: Option<bool>,
    pub(crate) date_of_birth: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) safe_to: Option<Vec<String>>,
    pub(crate) best_times: Option<String>,
    pub(crate) safety_confirmed: Option<UncheckedConfirmed>,
}

#[derive(Debug, Default)]
pub(crate) struct UncheckedConfirmed {
    pub(crate) by: Option<String>,
    pub(crate) on: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct UncheckedMustNotKnow {
    pub(crate) name: Option<UncheckedName>,
    pub(crate) relationship: Option<String>,
    pub(crate) note: Option<String>,
}

#[derive(Debug, Default)]
pub(crate) struct UncheckedChild {
    pub(crate) name: Option<UncheckedName>,
    pub(crate) date_of_birth: Option<String>,
    pub(crate) born_about: Option<String>,
    pub(crate) due_date: Option<String>,
    pub(crate) nhs_number: Option<String>,
    pub(crate) upn: Option<String>,
    pub(crate) school_urn: Option<String>,
    pub(crate) send: Option<bool>,
    pub(crate) ehcp: Option<bool>,
    pub(crate) adopted: bool,
    pub(crate) restricted: bool,
}
