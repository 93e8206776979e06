//! The writes that a transaction may hold. Every write names its condition, so that a store only
//! carries it out, and a simulated store proves the same conditions that the real one enforces.

use crate::audit::AuditRow;
use crate::due::{DueRow, Work};
use crate::fault::Fault;
use crate::rows::{
    BodyRow, DraftKey, DraftRow, EntryRow, LogRow, NoteKey, NoteRow, PlacementRow, ReferenceRow,
    ReplayRow, StateRow,
};
use jiff::Timestamp;
use referral::{EntryId, ReferralId};

/// One write of a transaction (at most [`MAX_WRITES`] to a transaction).
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// Inserts a row, only if no such row exists. A replay row whose window is over counts as
    /// absent.
    Insert(Row),
    /// Replaces a state row, only if it has version `seen`; the new row's version is `seen + 1`.
    State {
        /// The new row.
        row: StateRow,
        /// The version it replaces.
        seen: u64,
    },
    /// Replaces an entry, only if it has version `seen`; the new row's version is `seen + 1`.
    Entry {
        /// The new row.
        row: EntryRow,
        /// The version it replaces.
        seen: u64,
    },
    /// Records that an entry was looked at, only if it has version `seen`, and takes the marks of unread
    /// words and of news off it where the look read them. The entry keeps that version, as a look changes nothing that a worker decides on. A change of the whole entry that began before
    /// the look may bring a mark back: it errs towards unread.
    Read {
        /// The id of the entry.
        id: EntryId,
        /// The rank that the entry has without the marks; `None` where they stay.
        rank: Option<String>,
        /// The version that the entry has.
        seen: u64,
    },
    /// Records on a note the entry whose workers are told of it, only if none is recorded.
    Told {
        /// The key of the note.
        note: NoteKey,
        /// The entry that holds the note's referral.
        entry: EntryId,
    },
    /// Adds one to the version of a referral, only if it is still accepted and has version `seen`:
    /// its delivery must look again.
    Bump {
        /// The id of the referral.
        id: ReferralId,
        /// The version that the referral had.
        seen: u64,
    },
    /// Removes a draft, if there is one. Where `idle_at` is given, only if the draft's idle end is not
    /// after it: a draft that was saved meanwhile stays.
    EndDraft {
        /// The key of the draft.
        key: DraftKey,
        /// The time at which the draft must be idle, if it must.
        idle_at: Option<Timestamp>,
    },
    /// Writes a row of due work, unless there is one: a clock that runs already goes on as it is, and
    /// refuses nothing.
    Start(DueRow),
    /// Writes a row of due work, whatever there was: its subject has changed once more, so that the work
    /// begins anew. It refuses nothing.
    Restart(DueRow),
    /// Removes the row of due work that is done, if there is one. It needs no condition of its own:
    /// the write that does the work has one.
    Remove(Work),
}

/// A row that is written once and never changed (or, for state, entry and draft, its first version).
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a transaction holds few rows, and not for long")]
pub enum Row {
    /// A referral's state.
    State(StateRow),
    /// A sealed body.
    Body(BodyRow),
    /// The answer to a submitter and key.
    Replay(ReplayRow),
    /// A reference that is taken.
    Reference(ReferenceRow),
    /// The placement of a referral by the rulebook alone.
    Placement(PlacementRow),
    /// An inbox entry.
    Entry(EntryRow),
    /// An audit event.
    Audit(AuditRow),
    /// A note to a referral.
    Note(NoteRow),
    /// An item on the log of an entry.
    Log(LogRow),
    /// A draft that begins.
    Draft(DraftRow),
    /// A piece of work that is due.
    Due(DueRow),
}

/// The most writes in one transaction: `DynamoDB` takes 100 actions.
pub const MAX_WRITES: usize = 100;

/// The reason why a transaction did not commit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// Nothing was written. There is one answer for each write, in their order.
    #[error("transaction cancelled")]
    Cancelled(Vec<Refusal>),
    /// The port failed; where the fault is transient, the writes may be applied all the same.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// The part that one write had in the cancelling of its transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The write had no part in it: it would have been written.
    None,
    /// The condition of the write does not hold.
    Condition,
    /// Another transaction was at the same row, or the table was throttled: try again.
    Busy,
}
