//! The family's agreement to a referral. It is not called "consent": a council acts on its public
//! task, and the lawful basis that it rests on is the authority's configuration, not part of a
//! referral.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::codes::{AgreementBy, AgreementStatus};
use crate::text::FreeText;

/// Whether the family agreed, the person who spoke for it, the day, and the reason if it did not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Whether the family agreed. A referral is never refused because it did not.
    pub status: AgreementStatus,
    /// The person who agreed or was asked, if that was said.
    pub by: Option<AgreementBy>,
    /// The day on which they were asked.
    pub on: Option<Date>,
    /// The reason in words, mostly for not agreeing.
    pub reason: Option<FreeText>,
}

impl Agreement {
    /// Whether a hub may go ahead: the family agreed, at least to part of it.
    pub const fn is_agreed(&self) -> bool {
        matches!(self.status, AgreementStatus::Agreed | AgreementStatus::Partly)
    }
}
