//! Work that is due: "do this later, at least once".
//!
//! A row is written in the transaction that makes the work due, and removed in the transaction that
//! does it, so that no crash loses the work and none leaves it behind. [`sweep`](crate::sweep()) finds
//! the rows and hands each on by its kind. A new kind of work is a variant of [`Work`], its hand-over
//! in `sweep`, and its removal where it is done.

use std::time::Duration;

use jiff::Timestamp;
use referral::{EntryId, ReferralId};

use crate::rows::{NoteKey, after};

/// A piece of work and its subject: one row at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Work {
    /// Routing a referral to an inbox.
    Route(ReferralId),
    /// Opening the entry of a safeguarding concern. A person does it: what is handed on is the count of
    /// those that wait too long, by which an alarm rings.
    OpenConcern(EntryId),
    /// Telling the workers of the entry that holds a referral of a note to it.
    DeliverNote(NoteKey),
}

/// The number of shards of the index of due work, so that it has no hot key.
pub(crate) const DUE_SHARDS: u8 = 4;

impl Work {
    /// The shard in which the work is found.
    pub fn shard(self) -> u8 {
        let first = match self {
            Self::Route(id) => id.as_bytes()[0],
            Self::OpenConcern(id) => id.as_bytes()[0],
            Self::DeliverNote(key) => key.note.as_bytes()[0],
        };
        first % DUE_SHARDS
    }
}

/// A piece of work that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueRow {
    /// The work that waits.
    pub work: Work,
    /// Whether it goes before other work.
    pub urgent: bool,
    /// The time at which it first had to be done.
    pub since: Timestamp,
    /// The time at which it is handed on next.
    pub due: Due,
}

impl DueRow {
    /// The routing of a referral that is accepted now. Its first message is sent at once; the row is
    /// for when that is lost.
    pub fn route(id: ReferralId, urgent: bool, now: Timestamp) -> Self {
        Self { work: Work::Route(id), urgent, since: now, due: Due::first(now) }
    }

    /// The delivery of a note that is written now. Its first message is sent at once, as a referral's is.
    pub fn deliver_note(key: NoteKey, urgent: bool, now: Timestamp) -> Self {
        Self { work: Work::DeliverNote(key), urgent, since: now, due: Due::first(now) }
    }

    /// The opening of a concern's entry that is delivered now.
    pub fn open_concern(id: EntryId, now: Timestamp) -> Self {
        Self { work: Work::OpenConcern(id), urgent: true, since: now, due: Due::first(now) }
    }
}

/// The mark of due work: when `sweep` hands it on again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The time at which it is due.
    pub at: Timestamp,
    /// The number of times that it was handed on already.
    pub attempts: u32,
}

impl Due {
    /// The first mark: after a minute.
    pub fn first(now: Timestamp) -> Self {
        Self { at: after(now, Duration::from_mins(1)), attempts: 0 }
    }

    /// The mark after a hand-over: a minute, then two, so that an outage makes no storm.
    #[must_use]
    pub fn next(self, now: Timestamp) -> Self {
        let pause = if self.attempts == 0 { 1 } else { 2 };
        Self { at: after(now, Duration::from_mins(pause)), attempts: self.attempts + 1 }
    }

    /// The latest mark that a clock which is right makes. A fast clock makes later ones, and the work
    /// that it marked must not wait until everybody else's clock gets there.
    pub fn furthest(now: Timestamp) -> Timestamp {
        after(now, Duration::from_mins(3))
    }
}
