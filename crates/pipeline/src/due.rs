//! Work that is due: "do this later, at least once".
//!
//! A row is written in the transaction that makes the work due, and removed in the transaction that
//! does it, so that no crash loses the work and none leaves it behind. [`sweep`](crate::sweep()) finds
//! the rows and hands each on by its kind. A new kind of work is a variant of [`Work`], its hand-over
//! in `sweep`, and its removal where it is done.

use std::ops::Range;
use std::time::Duration;

use jiff::Timestamp;
use referral::{EntryId, ReferralId};

use crate::rows::{DraftKey, NoteKey, after};

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
    /// Ending a draft that nobody goes on with.
    EndDraft(DraftKey),
}

/// The shards of the index of due work, several so that it has no hot key.
pub(crate) const DUE_SHARDS: Range<u8> = 0..4;
/// The shards of drafts. They are apart: their marks are rightly hours ahead, and may be so many that
/// other work would wait behind them.
pub(crate) const DRAFT_SHARDS: Range<u8> = 4..8;

impl Work {
    /// The shard in which the work is found.
    pub fn shard(self) -> u8 {
        let (shards, first) = match self {
            Self::Route(id) => (DUE_SHARDS, id.as_bytes()[0]),
            Self::OpenConcern(id) => (DUE_SHARDS, id.as_bytes()[0]),
            Self::DeliverNote(key) => (DUE_SHARDS, key.note.as_bytes()[0]),
            Self::EndDraft(key) => (DRAFT_SHARDS, key.first_byte()),
        };
        shards.start + first % (shards.end - shards.start)
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

    /// The ending of a draft that begins now, at its idle end.
    pub fn end_draft(key: DraftKey, idle_until: Timestamp) -> Self {
        let due = Due { at: idle_until, attempts: 0 };
        Self { work: Work::EndDraft(key), urgent: false, since: idle_until, due }
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

    /// The mark after work that could not be done: a minute after this one, then two, four, an hour at
    /// most, so that work which fails every time is tried seldom. It is counted from this mark, so
    /// that a fast clock puts nothing off for longer.
    #[must_use]
    pub fn again(self) -> Self {
        let minutes = 1 << self.attempts.min(6);
        let at = after(self.at, Duration::from_mins(minutes.min(60)));
        Self { at, attempts: self.attempts.saturating_add(1) }
    }

    /// The latest mark that a clock which is right makes. A fast clock makes later ones, and the work
    /// that it marked must not wait until everybody else's clock gets there.
    pub fn furthest(now: Timestamp) -> Timestamp {
        after(now, Duration::from_mins(3))
    }
}
