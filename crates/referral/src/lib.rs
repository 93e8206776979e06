//! The referral: its parts, when it is valid and how its state may change.
//!
//! Values are parsed once, here, whichever channel they came by; the shapes of the channels themselves
//! (JSON, the family's form) are in `formats`. This crate does no I/O and reads no clock and no
//! environment.

pub mod agreement;
pub mod as_given;
pub mod code_list;
pub mod codes;
pub mod contact;
pub mod dates;
pub mod error;
pub mod household;
pub mod identifiers;
pub mod ids;
pub mod language;
pub mod name;
pub mod outcome;
pub mod people;
pub mod personal;
pub mod postcode;
pub mod reference;
mod referral;
pub mod referrer;
pub mod state;
pub mod status_secret;
mod symbols;
pub mod text;
mod warnings;

pub use agreement::Agreement;
pub use as_given::{AsGiven, Treatment};
pub use codes::{
    AccessNeed, AgeBand, AgreementBy, AgreementStatus, AskedFor, ClosingOutcome, ContactDirection,
    ContactLog, ContactMethod, ContactWay, ContactWith, DecliningReason, LevelOfNeed, LookReason,
    Need, NextPlace, NextStep, OnwardAgreement, OnwardAnswer, RedirectReason, ReferrerKind,
    Relationship, Role, SendStatus, TakeOverReason, Urgency, WithdrawalReason,
};
pub use contact::{ContactDetail, EmailAddress, PhoneNumber, SafeContact};
pub use dates::{BornAbout, DateOfBirth, DueDate};
pub use error::{FieldError, Invalid, Warning};
pub use household::{Accessibility, Address, Household, Location};
pub use identifiers::{NhsNumber, OdsCode, Upn, Uprn, Urn};
pub use ids::{EntryId, GssCode, InboxId, LogId, Nation, NoteId, ReferralId};
pub use language::{LANGUAGES, LanguageTag};
pub use name::PersonName;
pub use outcome::{OutcomeScore, ScorePoint};
pub use people::{Adult, Birth, Child, Children, MustNotKnow};
pub use personal::Personal;
pub use postcode::{GivenPostcode, PartialPostcode, Postcode};
pub use reference::Reference;
pub use referral::{Lane, Needs, Priority, Referral};
pub use referrer::{HelpedBy, Organisation, Referrer};
pub use state::{EntryAction, EntryState, NotAllowed, ReferralState};
pub use status_secret::StatusSecret;
pub use text::{FreeText, Line};
