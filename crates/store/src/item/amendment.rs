//! The forms of a sender's amendment: in the state row of its referral, and on its note.

use pipeline::ports::Fault;
use pipeline::rows::{Amendment, AmendmentKind, AmendmentMark, Token};
use serde::{Deserialize, Serialize};

use super::{millis, time};

#[derive(Serialize, Deserialize)]
pub(super) struct AmendmentItem {
    #[serde(flatten)]
    kind: AmendmentKind,
    at: i64,
}

impl From<&Amendment> for AmendmentItem {
    fn from(amendment: &Amendment) -> Self {
        Self { kind: amendment.kind, at: millis(amendment.at) }
    }
}

impl TryFrom<AmendmentItem> for Amendment {
    type Error = Fault;

    fn try_from(item: AmendmentItem) -> Result<Self, Fault> {
        Ok(Self { kind: item.kind, at: time(item.at)? })
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct MarkItem {
    #[serde(flatten)]
    kind: AmendmentKind,
    version: u32,
    content: Vec<Token>,
}

impl From<&AmendmentMark> for MarkItem {
    fn from(mark: &AmendmentMark) -> Self {
        Self { kind: mark.kind, version: mark.version, content: mark.content.clone() }
    }
}

impl From<MarkItem> for AmendmentMark {
    fn from(item: MarkItem) -> Self {
        Self { kind: item.kind, version: item.version, content: item.content }
    }
}
