//! What an inbox is called and whose it is.

use referral::{GssCode, InboxId};
use serde::Serialize;

/// One inbox of the deployment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InboxInfo {
    /// Its id, such as `westminster-bessborough`.
    pub id: InboxId,
    /// Its name, as people read it.
    pub name: String,
    /// What it is.
    pub kind: InboxKind,
    /// The upper-tier authority it belongs to; `None` for out-of-area and review.
    pub authority: Option<GssCode>,
}

/// What an inbox is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InboxKind {
    /// A Family Hub.
    Hub,
    /// Where an authority takes safeguarding concerns.
    FrontDoor,
    /// Where an authority's people decide.
    Triage,
    /// Families who live where nobody here serves.
    OutOfArea,
    /// What a person must look at first.
    Review,
}
