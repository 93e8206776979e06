//! Everything but the processes at one moment: tables, queue, and the answers that people got.

use crate::setup::Budget;

/// The number of slots for referrals: one for each submission, and one that must never be used.
pub(crate) const SLOTS: usize = 4;

/// The inbox of the triage; the others are hubs.
pub(crate) const TRIAGE: Id = 2;

/// The number of a referral or an entry. An entry has that of its first referral.
pub(crate) type Id = u8;

/// Referrals for the same child that are still accepted, with the version seen of each.
pub(crate) type Racing = [Option<u8>; SLOTS];

/// A set of ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(crate) struct Ids(u8);

impl Ids {
    pub(crate) fn of(id: Id) -> Self {
        Self(1 << id)
    }

    pub(crate) fn with(self, id: Id) -> Self {
        Self(self.0 | 1 << id)
    }

    pub(crate) fn without(self, id: Id) -> Self {
        Self(self.0 & !(1 << id))
    }

    pub(crate) fn has(self, id: Id) -> bool {
        self.0 & 1 << id != 0
    }

    pub(crate) fn len(self) -> u32 {
        self.0.count_ones()
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Id> {
        (0..8).filter(move |id| self.has(*id))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Stage {
    Accepted,
    Routed,
    Withdrawn,
}

/// The rows of a referral. The replay row and body are written with it and never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Referral {
    pub(crate) submission: u8,
    pub(crate) stage: Stage,
    pub(crate) version: u8,
    pub(crate) due: bool,
    pub(crate) entry: Option<Id>,
    /// Whether its match rows are written.
    pub(crate) known: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Work {
    New,
    Claimed,
    Closed,
}

/// An inbox entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Entry {
    pub(crate) work: Work,
    pub(crate) holder: Option<u8>,
    /// The inboxes that it is seen in: always exactly one, unless a bug is planted.
    pub(crate) inboxes: Ids,
    pub(crate) version: u8,
    pub(crate) referrals: Ids,
    /// The referrals that it held when it was closed, while it is closed.
    pub(crate) closed_with: Option<Ids>,
    /// The number of times that it was declined.
    pub(crate) declined: u8,
    /// The entries that a person decided are about the same child.
    pub(crate) same_as: Ids,
    /// Whether it was ever opened again.
    pub(crate) reopened: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct State {
    pub(crate) referrals: [Option<Referral>; SLOTS],
    pub(crate) entries: [Option<Entry>; SLOTS],
    /// The referral that each submission's replay row names.
    pub(crate) replay: [Option<Id>; 3],
    /// The messages that can be received.
    pub(crate) queue: Ids,
    /// The submissions that were sent at least once.
    pub(crate) sent: Ids,
    /// The referral in the first answer to each submission.
    pub(crate) answered: [Option<Id>; 3],
    /// Whether two different answers were given to one submission.
    pub(crate) contradicted: bool,
    /// The entry that each hub worker was told is theirs.
    pub(crate) holds: [Option<Id>; 2],
    /// The rest of the budget of faults and optional events.
    pub(crate) left: Budget,
}

impl State {
    pub(crate) fn new(left: Budget) -> Self {
        Self {
            referrals: [None; SLOTS],
            entries: [None; SLOTS],
            replay: [None; 3],
            queue: Ids::default(),
            sent: Ids::default(),
            answered: [None; 3],
            contradicted: false,
            holds: [None; 2],
            left,
        }
    }

    pub(crate) fn referral(&self, id: Id) -> Option<&Referral> {
        self.referrals.get(usize::from(id))?.as_ref()
    }

    pub(crate) fn entry(&self, id: Id) -> Option<&Entry> {
        self.entries.get(usize::from(id))?.as_ref()
    }

    /// The referrals that exist, with their ids.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Id, &Referral)> {
        (0..).zip(&self.referrals).filter_map(|(id, row)| Some((id, row.as_ref()?)))
    }

    /// The entries that exist, with their ids.
    pub(crate) fn all_entries(&self) -> impl Iterator<Item = (Id, &Entry)> {
        (0..).zip(&self.entries).filter_map(|(id, row)| Some((id, row.as_ref()?)))
    }

    /// The entries that list a referral.
    pub(crate) fn holding(&self, id: Id) -> impl Iterator<Item = Id> {
        self.all_entries().filter(move |(_, entry)| entry.referrals.has(id)).map(|(at, _)| at)
    }

    /// Whether every referral is routed or withdrawn, and none that was acknowledged is lost.
    pub(crate) fn all_placed(&self) -> bool {
        self.all().all(|(_, row)| row.stage != Stage::Accepted) && self.never_lost()
    }

    /// Whether every acknowledged referral waits to be routed, is in one entry, or was withdrawn.
    pub(crate) fn never_lost(&self) -> bool {
        self.answered.iter().flatten().all(|id| {
            self.referral(*id).is_some_and(|row| match row.stage {
                Stage::Accepted => row.due,
                Stage::Routed => self.holding(*id).count() == 1,
                Stage::Withdrawn => true,
            })
        })
    }
}
