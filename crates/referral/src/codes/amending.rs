//! Codes of a sender's changes to its own referral.

use super::ClosingOutcome;
use crate::code_list;

code_list! {
    /// The reason for which a sender withdraws its referral.
    pub enum WithdrawalReason {
        EnteredInError => "entered_in_error", "Entered in error";
        NoLongerNeeded => "no_longer_needed", "No longer needed";
        FamilyWithdrew => "family_withdrew", "The family asked to withdraw";
    }
}

impl WithdrawalReason {
    /// The outcome of an entry that ends by the withdrawal alone; `None` where a worker must confirm it
    /// by a safe way of contact first, as somebody may have made the family ask.
    pub const fn ends_as(self) -> Option<ClosingOutcome> {
        match self {
            Self::EnteredInError => Some(ClosingOutcome::EnteredInError),
            Self::NoLongerNeeded => Some(ClosingOutcome::NoLongerNeeded),
            Self::FamilyWithdrew => None,
        }
    }
}
