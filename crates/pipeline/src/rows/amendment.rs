//! Amendments: the changes that a sender made to its own referral, as the rows record them.

use jiff::Timestamp;
use referral::{ReferralState, WithdrawalReason};
use serde::{Deserialize, Serialize};

use super::{StateRow, Token};

/// The most corrections of one referral. Withdrawing it is possible after all of them.
pub const MOST_CORRECTIONS: usize = 10;

/// A change that the sender made to its own referral. The words of it are in a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amendment {
    /// The kind of change.
    pub kind: AmendmentKind,
    /// The time when it was stored.
    pub at: Timestamp,
}

/// The kinds of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AmendmentKind {
    /// The sender sent the referral anew, corrected.
    Corrected,
    /// The sender withdrew it. Nothing follows this one.
    Withdrawn {
        /// The reason for it.
        reason: WithdrawalReason,
    },
}

impl AmendmentKind {
    /// The name of the kind in records.
    pub fn code(self) -> &'static str {
        match self {
            Self::Corrected => "corrected",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

/// The mark of a note that is a sender's amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmendmentMark {
    /// The kind of change.
    pub kind: AmendmentKind,
    /// The version that the referral has for its sender from then on.
    pub version: u32,
    /// The keyed tokens of its content, one for each version of the token secret that was in use: the
    /// same key with other content is refused by them.
    pub content: Vec<Token>,
}

impl StateRow {
    /// The version of the referral as its sender knows it: one, and one more for each amendment. It is
    /// moved by the sender alone, so it tells nothing of what happens to the referral here.
    pub fn sender_version(&self) -> u32 {
        u32::try_from(self.amendments.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The state of the referral as its sender sees it: once withdrawn it stays so, whatever is done
    /// with the entry that holds it.
    pub fn sender_state(&self) -> ReferralState {
        let withdrew = |one: &Amendment| matches!(one.kind, AmendmentKind::Withdrawn { .. });
        if self.amendments.iter().any(withdrew) { ReferralState::Withdrawn } else { self.state }
    }
}
