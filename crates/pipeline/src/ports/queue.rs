//! The port of the queues to `route`, and their messages.

use std::future::Future;

use referral::{EntryId, ReferralId};

use super::Fault;
use crate::rows::NoteKey;

/// The two queues to `route`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum QueueName {
    /// The queue of safeguarding concerns, which never wait behind a routine referral.
    Urgent,
    /// The queue of all other referrals.
    Referrals,
}

impl QueueName {
    /// The queue of a referral whose state row says `urgent`.
    pub fn of(urgent: bool) -> Self {
        if urgent { Self::Urgent } else { Self::Referrals }
    }
}

/// A message to `route`: ids and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Message {
    /// A referral is to be routed.
    Referral(ReferralId),
    /// The workers of an entry are to be told of a note.
    Note(NoteKey),
    /// The clock of an entry is to be looked at.
    Clock(EntryId),
}

/// The queues.
pub trait Queue: Send + Sync {
    /// Sends each message once. An error means that some may not have been sent.
    fn send(
        &self,
        queue: QueueName,
        messages: &[Message],
    ) -> impl Future<Output = Result<(), Fault>> + Send;
}
