//! The form of a row in the index of a sender's referrals.

use pipeline::ports::Fault;
use pipeline::rows::SentMark;
use serde::Deserialize;

use super::UNREADABLE;

#[derive(Deserialize)]
pub(crate) struct SentItem {
    listed: String,
}

impl TryFrom<SentItem> for SentMark {
    type Error = Fault;

    fn try_from(item: SentItem) -> Result<Self, Fault> {
        Self::parse(&item.listed).ok_or(UNREADABLE)
    }
}
