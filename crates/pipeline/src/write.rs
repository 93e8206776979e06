//! What a transaction may do. Every write names its condition, so that a store only carries it
//! out, and a simulated store proves the same conditions that the real one enforces.

use crate::audit::AuditRow;
use crate::due::{DueRow, Work};
use crate::ports::Fault;
use crate::rows::{BodyRow, EntryRow, PlacementRow, ReferenceRow, ReplayRow, StateRow};
use referral::{EntryId, ReferralId};

/// One write of a transaction (at most [`MAX_WRITES`] to a transaction).
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// Only if no such row exists. A replay row whose window is over counts as absent.
    Insert(Row),
    /// Only if the state row has version `seen`; the new row's version is `seen + 1`.
    State {
        /// The new row.
        row: StateRow,
        /// The version it replaces.
        seen: u64,
    },
    /// Only if the entry has version `seen`; the new row's version is `seen + 1`.
    Entry {
        /// The new row.
        row: EntryRow,
        /// The version it replaces.
        seen: u64,
    },
    /// Takes the mark of unread words off an entry, only if it has version `seen`, which it keeps:
    /// a look changes nothing that a worker decides on. A change of the whole entry that began before
    /// the look may bring the mark back: it errs towards unread.
    Read {
        /// Which entry.
        id: EntryId,
        /// The version it has.
        seen: u64,
    },
    /// Adds one to the version of a referral, only if it is still accepted and has version `seen`:
    /// whoever is delivering it must look again.
    Bump {
        /// Which referral.
        id: ReferralId,
        /// The version it had.
        seen: u64,
    },
    /// Removes due work that is done; nothing where there is no such row. It needs no condition of
    /// its own: whatever does the work has one.
    Remove(Work),
}

/// A row that is written once and never changed (or, for state and entry, its first version).
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// A referral's state.
    State(StateRow),
    /// A sealed body.
    Body(BodyRow),
    /// What was answered to a submitter and key.
    Replay(ReplayRow),
    /// A reference, taken.
    Reference(ReferenceRow),
    /// Where the rulebook alone places a referral.
    Placement(PlacementRow),
    /// An inbox entry.
    Entry(EntryRow),
    /// An audit event.
    Audit(AuditRow),
    /// Work that is due.
    Due(DueRow),
}

/// `DynamoDB` takes 100 actions a transaction.
pub const MAX_WRITES: usize = 100;

/// Why a transaction did not commit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// Nothing was written; one answer for each write, in their order.
    #[error("transaction cancelled")]
    Cancelled(Vec<Refusal>),
    /// The port failed: a transient fault may have been applied all the same.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// What one write had to do with a cancelled transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing: it would have been written.
    None,
    /// Its condition does not hold.
    Condition,
    /// Another transaction was at the same row, or the table was throttled: try again.
    Busy,
}
