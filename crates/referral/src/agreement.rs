//! The family's agreement. Not "consent": a council acts on its public task, and which lawful
//! basis it rests on is the authority's configuration, not part of a referral.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::codes::{AgreementBy, AgreementStatus};
use crate::text::FreeText;

/// Whether the family agreed, who for them, when, and why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Not agreed is never refused.
    pub status: AgreementStatus,
    /// Who agreed, or was asked, if that was said.
    pub by: Option<AgreementBy>,
    /// The day they were asked.
    pub on: Option<Date>,
    /// In words, mostly why not.
    pub reason: Option<FreeText>,
}

impl Agreement {
    /// Whether a hub may go ahead: the family agreed, at least to part of it.
    pub const fn is_agreed(&self) -> bool {
        matches!(self.status, AgreementStatus::Agreed | AgreementStatus::Partly)
    }
}
