//! What the mapping has filled in so far.

use super::sources::Sources;
use crate::unchecked::UncheckedReferral;

/// An unchecked referral, and the places in the message from which it comes.
#[derive(Debug, Default)]
pub(super) struct Mapped {
    pub(super) unchecked: UncheckedReferral,
    pub(super) sources: Sources,
}
