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

use crate::rows::{DraftKey, NoteKey, StateRow, TellBy, after};

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
    /// Telling the sender of a referral how it stands now.
    TellSender(ReferralId),
    /// Looking at the clock of an entry: where it ran out, it rings ([`crate::clocks::ring`]).
    Clock(EntryId),
}

/// The shards of the index of due work, several so that it has no hot key.
pub(crate) const DUE_SHARDS: Range<u8> = 0..4;
/// The shards of drafts. They are apart: their marks are rightly hours ahead, and may be so many that
/// other work would wait behind them.
pub(crate) const DRAFT_SHARDS: Range<u8> = 4..8;
/// The shards of telling senders. They are apart too: a webhook that does not answer is tried hours later,
/// and no referral waits behind it.
pub(crate) const TELLING_SHARDS: Range<u8> = 8..12;
/// The shards of clocks. They are apart: their marks are rightly hours ahead, and thousands may run out at
/// one closing time.
pub(crate) const CLOCK_SHARDS: Range<u8> = 12..16;

impl Work {
    /// The shard in which the work is found.
    pub fn shard(self) -> u8 {
        let (shards, first) = match self {
            Self::Route(id) => (DUE_SHARDS, id.as_bytes()[0]),
            Self::OpenConcern(id) => (DUE_SHARDS, id.as_bytes()[0]),
            Self::DeliverNote(key) => (DUE_SHARDS, key.note.as_bytes()[0]),
            Self::EndDraft(key) => (DRAFT_SHARDS, key.first_byte()),
            Self::TellSender(id) => (TELLING_SHARDS, id.as_bytes()[0]),
            Self::Clock(id) => (CLOCK_SHARDS, id.as_bytes()[0]),
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
    /// The version of the subject that made it due, where later versions make it due anew.
    pub version: Option<u64>,
}

impl DueRow {
    /// The routing of a referral that is accepted now. Its first message is sent at once; the row is
    /// for when that is lost.
    pub fn route(id: ReferralId, urgent: bool, now: Timestamp) -> Self {
        Self { work: Work::Route(id), urgent, since: now, due: Due::first(now), version: None }
    }

    /// The delivery of a note that is written now. Its first message is sent at once, as a referral's is.
    pub fn deliver_note(key: NoteKey, urgent: bool, now: Timestamp) -> Self {
        Self {
            work: Work::DeliverNote(key),
            urgent,
            since: now,
            due: Due::first(now),
            version: None,
        }
    }

    /// The opening of a concern's entry that is delivered now.
    pub fn open_concern(id: EntryId, now: Timestamp) -> Self {
        Self {
            work: Work::OpenConcern(id),
            urgent: true,
            since: now,
            due: Due::first(now),
            version: None,
        }
    }

    /// The ending of a draft that begins now, at its idle end.
    pub fn end_draft(key: DraftKey, idle_until: Timestamp) -> Self {
        let due = Due { at: idle_until, attempts: 0 };
        Self { work: Work::EndDraft(key), urgent: false, since: idle_until, due, version: None }
    }

    /// The next look at the clock of an entry, which a change of it sets now.
    pub fn clock(id: EntryId, urgent: bool, at: Timestamp, now: Timestamp) -> Self {
        let due = Due { at, attempts: 0 };
        Self { work: Work::Clock(id), urgent, since: now, due, version: None }
    }

    /// The telling of its sender how a referral stands once this row is written, which is now; `None`
    /// where the sender is told by nothing. Nothing is sent at once: the sweep hands it on.
    pub fn tell_sender(state: &StateRow, now: Timestamp) -> Option<Self> {
        state.told.as_ref()?;
        let due = Due { at: now, attempts: 0 };
        let (work, version) = (Work::TellSender(state.id), Some(state.version));
        Some(Self { work, urgent: false, since: now, due, version })
    }

    /// The telling of its sender that a referral stands as the sender itself has changed it. A partner has
    /// several systems; the sender who chose a notice knows of its own change.
    pub fn tell_amended(state: &StateRow, now: Timestamp) -> Option<Self> {
        let by_webhook = matches!(state.told, Some(TellBy::Webhook(_)));
        Self::tell_sender(state, now).filter(|_| by_webhook)
    }
}

/// The pauses after the first tries to tell a sender, in minutes.
const PAUSES: [u64; 8] = [1, 2, 5, 10, 20, 40, 60, 120];
/// The pause after every further try, which no pause is longer than.
pub(crate) const LONGEST_PAUSE: Duration = Duration::from_hours(3);

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

    /// The mark after a telling of a sender was handed on: a minute, then more and more, three hours at
    /// most, so that a webhook which does not answer is tried some fifteen times in a day.
    #[must_use]
    pub fn after_telling(self, now: Timestamp) -> Self {
        let pauses = usize::try_from(self.attempts).unwrap_or(usize::MAX);
        let pause =
            PAUSES.get(pauses).map_or(LONGEST_PAUSE, |minutes| Duration::from_mins(*minutes));
        Self { at: after(now, pause), attempts: self.attempts.saturating_add(1) }
    }

    /// The mark after a clock was handed on: ten minutes, then twenty, an hour at most. Whoever looks at
    /// it sets the next mark; this one is for when the message is lost.
    #[must_use]
    pub fn after_clock(self, now: Timestamp) -> Self {
        let minutes = 10 * (u64::from(self.attempts) + 1).min(6);
        let at = after(now, Duration::from_mins(minutes));
        Self { at, attempts: self.attempts.saturating_add(1) }
    }

    /// The latest mark that a clock which is right makes. A fast clock makes later ones, and the work
    /// that it marked must not wait until everybody else's clock gets there.
    pub fn furthest(now: Timestamp) -> Timestamp {
        after(now, Duration::from_mins(3))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_webhook_is_tried_again_after_ever_longer_pauses_some_fifteen_times_a_day() {
        let since = Timestamp::UNIX_EPOCH;
        let mut due = Due { at: since, attempts: 0 };
        let mut pauses = Vec::new();
        while due.at <= after(since, Duration::from_hours(24)) {
            let next = due.after_telling(due.at);
            pauses.push(next.at.duration_since(due.at));
            due = next;
        }
        assert!(pauses.is_sorted(), "{pauses:?}");
        assert_eq!(pauses.last().unwrap().as_hours(), 3);
        assert_eq!((due.attempts, pauses.len()), (15, 15), "{pauses:?}");
    }
}
