//! Entries as the inbox lists them: the work, and a summary of whom it is about.

use jiff::Timestamp;
use locality::Calendar;
use pipeline::collect::{Listing, ListingPage, Worker};
use pipeline::rows::{Barrier, EntryRow};
use referral::{
    ClosingOutcome, EntryId, EntryState, InboxId, Need, NextStep, Priority, ReferralId,
    ReferrerKind,
};
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
#[expect(clippy::struct_excessive_bools, reason = "each is a field of the reply")]
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
    /// A summary of what its referrals say; null if it cannot be read yet.
    pub summary: Option<Summary>,
    /// The next step, and when it is due; null once the work was taken up or has ended.
    pub due: Option<Due>,
    /// The time since which its clocks stand still, as its referrer was asked for more; null while they
    /// run.
    #[schemars(with = "Option<texts::Moment>")]
    pub paused_since: Option<Timestamp>,
    /// Whether care must be taken: a referral is protected, or a safeguarding concern.
    pub take_care: bool,
    /// Whether a person must still decide if it is about the child of another entry.
    pub possible_match: bool,
    /// Whether the family is known from another entry.
    pub known_family: bool,
    /// Whether it came back since its work was last taken up: it was opened again, an inbox declined it,
    /// or it was sent to an inbox where it had been before.
    pub returned: bool,
}

/// A summary of what an entry's referrals say. It names nobody where one of them is protected.
#[derive(Serialize, JsonSchema)]
pub struct Summary {
    /// The people in short, such as `Amina O., 6`.
    pub people: Vec<String>,
    /// The needs of all its referrals.
    #[schemars(with = "Vec<Code<Need>>")]
    pub needs: Vec<Need>,
    /// The kinds of those who sent them.
    #[schemars(with = "Vec<Code<ReferrerKind>>")]
    pub senders: Vec<ReferrerKind>,
}

/// The next step on an entry, and when it is due.
#[derive(Serialize, JsonSchema)]
pub struct Due {
    /// The step.
    #[schemars(with = "Code<NextStep>")]
    pub step: NextStep,
    /// The moment by which it is due.
    #[schemars(with = "texts::Moment")]
    pub at: Timestamp,
    /// The time in words, by the working hours of the inbox, such as `due in 6 working hours`.
    pub in_words: String,
    /// Whether the time is over.
    pub late: bool,
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
    /// The time since which it is escalated to the manager of the inbox, as nobody took the next step in
    /// time; null where it is not.
    #[schemars(with = "Option<texts::Moment>")]
    pub escalated_at: Option<Timestamp>,
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
            escalated_at: row.escalation().map(|mark| mark.since).filter(|_| is_open),
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

impl Due {
    /// The step that is due, with its time in words.
    pub(crate) fn new(
        due: Option<pipeline::clocks::Due>,
        in_words: Option<&str>,
        now: Timestamp,
    ) -> Option<Self> {
        let due = due?;
        let in_words = in_words.unwrap_or_default().to_owned();
        Some(Self { step: due.step, at: due.at, in_words, late: due.is_late(now) })
    }
}

impl<'a> InboxPage<'a> {
    /// The page, as this worker sees it now.
    pub fn new(page: &'a ListingPage, worker: &Worker, now: Timestamp) -> Self {
        let today = Calendar::day_of(now);
        let summary = |listing: &Listing| {
            listing.summary.as_ref().map(|summary| Summary {
                people: summary.people(today),
                needs: summary.needs.clone(),
                senders: summary.senders.clone(),
            })
        };
        let listed = |listing: &'a Listing| {
            let is_open = listing.entry.access.barrier(&worker.actor.id).is_none();
            ListedEntry {
                entry: Entry::new(&listing.entry, worker),
                reasons: if is_open { Reason::all(&listing.reasons) } else { Vec::new() },
                waits_unread: listing.waits_unread,
                has_news: listing.entry.has_news(),
                summary: summary(listing),
                paused_since: listing.paused_since,
                due: Due::new(listing.due, listing.due_in_words.as_deref(), now),
                take_care: is_open && listing.takes_care(),
                possible_match: is_open && listing.may_match(),
                known_family: is_open && listing.is_known_family(),
                returned: is_open && listing.is_returned(),
            }
        };
        Self {
            entries: page.entries.iter().map(listed).collect(),
            next: page.next.as_deref().map(Cursor::after),
        }
    }
}
