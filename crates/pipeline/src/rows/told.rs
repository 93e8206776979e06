//! The way on which the sender of a referral is told how it stands.

use std::fmt;

use referral::ReferralId;

use super::PartnerId;

/// The way on which a sender is told.
#[derive(Clone, PartialEq, Eq)]
pub enum TellBy {
    /// The webhook of this partner is told of every change that the sender can see.
    Webhook(PartnerId),
    /// The sender chose one notice: the choice, sealed under [`NoticeKey`].
    Notice(Vec<u8>),
}

impl fmt::Debug for TellBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Webhook(partner) => write!(f, "Webhook({partner})"),
            Self::Notice(sealed) => write!(f, "Notice({} sealed bytes)", sealed.len()),
        }
    }
}

/// The key of the notice that was chosen for a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NoticeKey(pub ReferralId);

impl fmt::Display for NoticeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
