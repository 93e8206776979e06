//! The code lists of a referral and of the work on its entry, each in one table.

mod amending;
mod collecting;
mod family;
mod listing;
mod needs;
mod referrers;
mod working;

pub use amending::WithdrawalReason;
pub use collecting::{
    ClosingOutcome, ContactLog, DecliningReason, NextPlace, RedirectReason, Role, TakeOverReason,
};
pub use family::{
    AccessNeed, AgreementBy, AgreementStatus, ContactMethod, LevelOfNeed, Relationship, SendStatus,
    Urgency,
};
pub use listing::{AgeBand, NextStep};
pub use needs::Need;
pub use referrers::ReferrerKind;
pub use working::{
    AskedFor, ContactDirection, ContactWay, ContactWith, LookReason, OnwardAgreement, OnwardAnswer,
};

#[cfg(test)]
mod tests;
