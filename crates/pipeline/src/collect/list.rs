//! Listing: a worker's entries by rank, a page at a time, as rows that say whom they are about.
//!
//! A list is recorded before it is shown, as one event in the stream of each inbox: the worker, the filter
//! and the number of rows; never which families.

use futures::future::try_join_all;
use jiff::Timestamp;
use locality::{Calendar, Localities, Reason};
use referral::{EntryId, InboxId, ReferralId};

use super::filter::Filter;
use super::found::{MOST_COUNTED, is_open_to, marks};
use super::recorded::{Shown, record};
use super::summaries::summary;
use super::{CollectError, Worker};
use crate::clocks::{Due, Hours};
use crate::ports::{Nature as _, Reading, Store as _, World};
use crate::rows::{EntryRow, InboxMark, InboxQuery, MatchKind};
use crate::summary::Summary;

/// The most entries on a page.
pub const MOST_PER_PAGE: usize = 100;

/// The query for a page of the inbox.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// The inbox to list; `None` for all of the worker's.
    pub inbox: Option<InboxId>,
    /// The rows that are wanted.
    pub filter: Filter,
    /// The rank with which the last page ended.
    pub after: Option<String>,
    /// The number of rows before the page, after that rank.
    pub skip: usize,
    /// The most entries on the page; never more than [`MOST_PER_PAGE`].
    pub limit: usize,
    /// Whether all rows are counted, of which the page is a part.
    pub counts: bool,
}

/// One line of the inbox.
#[derive(Debug, Clone)]
pub struct Listing {
    /// The entry as it was read.
    pub entry: EntryRow,
    /// The summary of what its referrals say; `None` if it cannot be read yet.
    pub summary: Option<Summary>,
    /// The next step, and when it is due.
    pub due: Option<Due>,
    /// The time of the next step in words.
    pub due_in_words: Option<String>,
    /// The reasons why the entry is in this inbox.
    pub reasons: Vec<Reason>,
    /// Whether it has pressing words that nobody has read for an hour.
    pub waits_unread: bool,
    /// The time since which its clocks stand still, as its sender was asked for more.
    pub paused_since: Option<Timestamp>,
}

impl Listing {
    /// Whether care must be taken: a referral is protected, or a concern.
    pub fn takes_care(&self) -> bool {
        self.entry.is_concern() || self.summary.as_ref().is_some_and(|summary| summary.protected)
    }

    /// Whether a person must still decide if it is about the child of another entry.
    pub fn may_match(&self) -> bool {
        let open = |kind, decided: bool| kind == MatchKind::Possible && !decided;
        self.entry.matches.iter().any(|found| open(found.kind, found.decision.is_some()))
    }

    /// Whether it came back ([`Course::came_back`](crate::rows::Course::came_back)).
    pub fn is_returned(&self) -> bool {
        self.entry.course.came_back()
    }

    /// Whether the child or another child of the family is known from another entry.
    pub fn is_known_family(&self) -> bool {
        let known = |kind| matches!(kind, MatchKind::SameChild | MatchKind::Household);
        !self.entry.linked.is_empty() || self.entry.matches.iter().any(|found| known(found.kind))
    }
}

/// A page of the inbox.
#[derive(Debug, Clone)]
pub struct ListingPage {
    /// The entries of the page, by rank.
    pub entries: Vec<Listing>,
    /// The rank after which the next page starts, if there is one.
    pub next: Option<String>,
    /// The number of all rows that pass the filter, if it was asked for. It may end at
    /// [`MOST_COUNTED`].
    pub total: Option<usize>,
}

/// Lists the worker's entries. The list is recorded before anything is shown.
pub async fn list<W: Reading>(
    world: &W,
    worker: &Worker,
    query: &Query,
    localities: &Localities,
) -> Result<ListingPage, CollectError> {
    let limit = query.limit.clamp(1, MOST_PER_PAGE);
    list_as(world, worker, &Query { limit, ..query.clone() }, localities, Shown::Page).await
}

/// Lists the worker's entries, as [`list`], for a file that the worker takes away.
pub async fn export<W: Reading>(
    world: &W,
    worker: &Worker,
    query: &Query,
    localities: &Localities,
    format: &'static str,
) -> Result<ListingPage, CollectError> {
    let query = Query { limit: MOST_EXPORTED, after: None, skip: 0, ..query.clone() };
    list_as(world, worker, &query, localities, Shown::File(format)).await
}

/// The most rows in a file.
pub const MOST_EXPORTED: usize = 5_000;

async fn list_as<W: Reading>(
    world: &W,
    worker: &Worker,
    query: &Query,
    localities: &Localities,
    shown: Shown,
) -> Result<ListingPage, CollectError> {
    let inboxes: Vec<&InboxId> = worker
        .inboxes
        .iter()
        .filter(|inbox| query.inbox.as_ref().is_none_or(|wanted| wanted == *inbox))
        .collect();
    let shown_and_next = query.skip.saturating_add(query.limit).saturating_add(1);
    let counts_found = query.counts && query.filter.is_tried_on_rows();
    let wanted = if counts_found { shown_and_next.max(MOST_COUNTED) } else { shown_and_next };
    let after = query.after.as_ref();
    let found = inboxes
        .iter()
        .map(|inbox| marks(world, worker, inbox, &query.filter, after, wanted, localities));
    let mut found: Vec<InboxMark> = try_join_all(found).await?.into_iter().flatten().collect();
    if shown != Shown::Page {
        // A file has no row that tells only that it is closed.
        found.retain(|mark| is_open_to(worker, mark));
    }
    found.sort_unstable_by(|one, other| one.rank.cmp(&other.rank));
    let total = match query.counts {
        true if counts_found => Some(found.len()),
        true => Some(counted(world, &inboxes, &query.filter).await?),
        false => None,
    };
    let rest = found.get(query.skip..).unwrap_or_default();
    let page = rest.get(..query.limit).unwrap_or(rest);
    let more = rest.len() > page.len();
    let next = page.last().filter(|_| more).map(|mark| mark.rank.clone());
    let entries = rows(world, page, &inboxes).await?;
    let entries = listings(world, worker, entries, localities).await?;
    let of = |inbox: &InboxId| entries.iter().filter(|one| one.entry.inbox == *inbox).count();
    let rows: Vec<_> = inboxes.iter().map(|inbox| (*inbox, of(inbox))).collect();
    record(world, worker, &rows, &query.filter, shown, localities).await?;
    Ok(ListingPage { entries, next, total })
}

/// The number of entries that pass a filter of the index's own, counted up to [`MOST_COUNTED`].
async fn counted<W: World>(
    world: &W,
    inboxes: &[&InboxId],
    filter: &Filter,
) -> Result<usize, CollectError> {
    let query =
        InboxQuery { part: filter.part, state: filter.state, after: None, limit: MOST_COUNTED };
    let counts = inboxes.iter().map(|inbox| world.store().count(inbox, &query));
    Ok(try_join_all(counts).await?.into_iter().sum::<usize>().min(MOST_COUNTED))
}

/// The entries of a page as they are now. The index may be late: what has left these inboxes is left
/// out.
async fn rows<W: World>(
    world: &W,
    page: &[InboxMark],
    inboxes: &[&InboxId],
) -> Result<Vec<EntryRow>, CollectError> {
    let ids: Vec<EntryId> = page.iter().map(|mark| mark.entry).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = world.store().entries(&ids).await?;
    rows.retain(|row| inboxes.contains(&&row.inbox));
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok(rows)
}

async fn listings<W: Reading>(
    world: &W,
    worker: &Worker,
    entries: Vec<EntryRow>,
    localities: &Localities,
) -> Result<Vec<Listing>, CollectError> {
    let now = world.nature().now();
    let is_open = |entry: &EntryRow| entry.access.barrier(&worker.actor.id).is_none();
    let reasons = reasons(world, &entries).await?;
    let summaries = entries.iter().map(|entry| async {
        // Nothing of an entry that is closed to the worker is opened for them.
        if is_open(entry) { summary(world, entry).await } else { Ok(None) }
    });
    let summaries = try_join_all(summaries).await?;
    let lines = entries.into_iter().zip(reasons).zip(summaries);
    Ok(lines
        .map(|((entry, reasons), summary)| {
            let hours = Hours::of(localities, &entry.inbox);
            let due = entry.due(hours, now).filter(|_| is_open(&entry));
            Listing {
                waits_unread: entry.waits_unread(now),
                paused_since: entry.paused_since(hours, now).filter(|_| is_open(&entry)),
                due,
                due_in_words: due.map(|due| due.words(hours.calendar, now)),
                entry,
                summary,
                reasons,
            }
        })
        .collect())
}

/// The day that it is for a worker.
pub fn today<W: World>(world: &W) -> jiff::civil::Date {
    Calendar::day_of(world.nature().now())
}

/// The reasons why each entry is in its inbox: those of its first referral's placement, then the
/// entry's own remarks.
pub(super) async fn reasons<W: World>(
    world: &W,
    entries: &[EntryRow],
) -> Result<Vec<Vec<Reason>>, CollectError> {
    let firsts: Vec<ReferralId> =
        entries.iter().filter_map(|entry| entry.referrals.first().copied()).collect();
    let placements = world.store().placements(&firsts).await?;
    Ok(entries
        .iter()
        .map(|entry| {
            let placed = placements
                .iter()
                .filter(|row| Some(&row.id) == entry.referrals.first())
                .flat_map(|row| row.placement.reasons.iter());
            placed.chain(&entry.remarks).cloned().collect()
        })
        .collect())
}
