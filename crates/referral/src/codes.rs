//! The code lists of the field, each in one table.

mod collecting;
mod family;
mod needs;
mod referrers;

pub use collecting::{ClosingOutcome, ContactLog, DecliningReason, NextPlace, RedirectReason};
pub use family::{
    AccessNeed, AgreementBy, AgreementStatus, ContactMethod, LevelOfNeed, Relationship, SendStatus,
    Urgency,
};
pub use needs::Need;
pub use referrers::ReferrerKind;

#[cfg(test)]
mod tests;
