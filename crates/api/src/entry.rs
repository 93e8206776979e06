//! Entries as the inbox lists them. Nothing here was said by a family.

use jiff::Timestamp;
use pipeline::collect::{Listing, ListingPage, Worker};
use pipeline::rows::{Barrier, EntryRow};
use referral::{ClosingOutcome, EntryId, EntryState, InboxId, Priority, ReferralId};
use schemars::JsonSchema;
use serde::Serialize;

use crate::code::Code;
use crate::cursor::Cursor;
use crate::placement::Reason;
use crate::texts;

/// A page of the inbox.
#[derive(Serialize, JsonSchema)]
pub struct InboxPage<'a> {
    /// The entries: open before closed, then the most pressing, then the longest waiting.
    pub entries: Vec<ListedEntry<'a>>,
    /// The cursor of the next page; null on the last one.
    pub next: Option<Cursor>,
}

/// An entry in the list of an inbox.
#[derive(Serialize, JsonSchema)]
pub struct ListedEntry<'a> {
    /// The entry itself.
    #[serde(flatten)]
    pub entry: Entry<'a>,
    /// The reasons why the entry is in this inbox.
    pub reasons: Vec<Reason<'a>>,
    /// Whether it has pressing words that nobody has read for an hour.
    pub waits_unread: bool,
    /// Whether a family added a note that no worker has opened yet, be the entry open or closed.
    pub has_news: bool,
}

/// An entry: one family's referrals, as one piece of work in one inbox. It is the reply to a change.
#[derive(Serialize, JsonSchema)]
pub struct Entry<'a> {
    /// The id of the entry.
    #[schemars(with = "texts::Id")]
    pub id: EntryId,
    /// The inbox that the entry is in.
    #[schemars(with = "texts::InboxId")]
    pub inbox: &'a InboxId,
    /// The state of the work.
    #[schemars(with = "Code<EntryState>")]
    pub state: EntryState,
    /// The ids of its referrals, the first one first.
    #[schemars(with = "Vec<texts::Id>")]
    pub referral_ids: &'a [ReferralId],
    /// The time when the first of its referrals was accepted.
    #[schemars(with = "texts::Moment")]
    pub received_at: Timestamp,
    /// The urgency of the most pressing of its referrals.
    #[schemars(with = "Code<Priority>")]
    pub urgency: Priority,
    /// The version of the entry, to be sent with a change that rests on it.
    pub version: u64,
    /// The claim of the worker who holds it; null where nobody does.
    pub claim: Option<Claim>,
    /// The outcome with which it was closed, if one was given.
    #[schemars(with = "Option<Code<ClosingOutcome>>")]
    pub outcome: Option<ClosingOutcome>,
    /// The time when its referrer was asked for more; null where no answer is awaited.
    #[schemars(with = "Option<texts::Moment>")]
    pub referrer_asked_at: Option<Timestamp>,
    /// Whether a manager must take it, as several inboxes declined it.
    pub needs_manager: bool,
    /// Whether nobody may get in touch with the family.
    pub no_contact: bool,
    /// The number of different days with a safe attempt to reach the family on the log, since it was
    /// last reached.
    pub attempt_days: u8,
    /// The reason why the entry is closed to the caller, who is then shown no more of it; null where
    /// it is open to them.
    pub closed_to_you: Option<ClosedBecause>,
}

/// The reason why an entry is closed to one worker of its inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClosedBecause {
    /// The worker said that they know the family.
    Conflict,
    /// The entry is restricted, and the worker is not named.
    Restricted,
}

/// The claim on an entry, as far as the caller may know: whether it is their own.
#[derive(Serialize, JsonSchema)]
pub struct Claim {
    /// Whether the caller holds the entry.
    pub yours: bool,
    /// The time from which another worker may claim it, unless it was accepted.
    #[schemars(with = "texts::Moment")]
    pub lease_until: Timestamp,
    /// Whether the worker who holds it offers it to their colleagues.
    pub offered: bool,
}

impl<'a> Entry<'a> {
    /// The entry, as this worker sees it.
    pub fn new(row: &'a EntryRow, worker: &Worker) -> Self {
        let barrier = row.access.barrier(&worker.actor.id);
        let is_open = barrier.is_none();
        let claim = row.claim.as_ref().filter(|_| is_open).map(|claim| Claim {
            yours: claim.by == worker.actor.id,
            lease_until: claim.lease_until,
            offered: row.log.offered_by.as_ref() == Some(&claim.by),
        });
        Self {
            id: row.id,
            inbox: &row.inbox,
            state: row.state,
            referral_ids: if is_open { &row.referrals } else { &[] },
            received_at: row.received_at,
            urgency: row.priority,
            version: row.version,
            claim,
            outcome: row.outcome.filter(|_| is_open),
            referrer_asked_at: row.course.asked_at.filter(|_| is_open),
            needs_manager: is_open && row.course.needs_manager,
            no_contact: is_open && row.log.no_contact,
            attempt_days: if is_open { row.log.attempt_days() } else { 0 },
            closed_to_you: barrier.map(|barrier| match barrier {
                Barrier::Conflict => ClosedBecause::Conflict,
                Barrier::Restricted => ClosedBecause::Restricted,
            }),
        }
    }
}

impl<'a> InboxPage<'a> {
    /// The page, as this worker sees it.
    pub fn new(page: &'a ListingPage, worker: &Worker) -> Self {
        let listed = |listing: &'a Listing| ListedEntry {
            entry: Entry::new(&listing.entry, worker),
            reasons: match listing.entry.access.barrier(&worker.actor.id) {
                None => Reason::all(&listing.reasons),
                Some(_) => Vec::new(),
            },
            waits_unread: listing.waits_unread,
            has_news: listing.entry.has_news(),
        };
        Self {
            entries: page.entries.iter().map(listed).collect(),
            next: page.next.as_deref().map(Cursor::after),
        }
    }
}
