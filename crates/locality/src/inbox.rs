//! Inboxes: their names, their kinds, and the authorities they belong to.

use referral::{GssCode, InboxId};
use serde::Serialize;

/// One inbox of the deployment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InboxInfo {
    /// The inbox's id, such as `westminster-bessborough`.
    pub id: InboxId,
    /// The inbox's name, as people read it.
    pub name: String,
    /// The kind of inbox.
    pub kind: InboxKind,
    /// The upper-tier authority that the inbox belongs to; `None` for out-of-area and review.
    pub authority: Option<GssCode>,
}

/// The kinds of inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InboxKind {
    /// The inbox of a Family Hub.
    Hub,
    /// The inbox where an authority takes safeguarding concerns.
    FrontDoor,
    /// The inbox where an authority's people decide.
    Triage,
    /// The inbox for families who live outside every authority served here.
    OutOfArea,
    /// The inbox for referrals that a person must look at first.
    Review,
}
