//! Listing: a worker's entries by rank, a page at a time.

use locality::Reason;
use referral::{EntryState, InboxId, ReferralId};

use super::{CollectError, Worker};
use crate::ports::{Nature, Store, World};
use crate::rows::{EntryRow, InboxQuery};

/// The most entries on a page.
pub const MOST_PER_PAGE: usize = 100;

/// The query for a page of the inbox.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// The state that the entries must have; `None` for any, the open ones first.
    pub state: Option<EntryState>,
    /// The inbox to list; `None` for all of the worker's.
    pub inbox: Option<InboxId>,
    /// The rank with which the last page ended.
    pub after: Option<String>,
    /// The most entries on the page; never more than [`MOST_PER_PAGE`].
    pub limit: usize,
}

/// One line of the inbox.
#[derive(Debug, Clone)]
pub struct Listing {
    /// The entry as it was read.
    pub entry: EntryRow,
    /// The reasons why the entry is in this inbox.
    pub reasons: Vec<Reason>,
    /// Whether it has pressing words that nobody has read for an hour.
    pub waits_unread: bool,
}

/// A page of the inbox.
#[derive(Debug, Clone)]
pub struct ListingPage {
    /// The entries of the page, by rank.
    pub entries: Vec<Listing>,
    /// The rank after which the next page starts, if there is one.
    pub next: Option<String>,
}

/// Lists the worker's entries. The list holds nothing that a family said: that takes
/// [`super::open`], which is recorded.
pub async fn list<W: World>(
    world: &W,
    worker: &Worker,
    query: &Query,
) -> Result<ListingPage, CollectError> {
    let limit = query.limit.clamp(1, MOST_PER_PAGE);
    let wanted = InboxQuery { state: query.state, after: query.after.clone(), limit: limit + 1 };
    let inboxes =
        worker.inboxes.iter().filter(|&inbox| query.inbox.as_ref().is_none_or(|q| q == inbox));
    let mut entries: Vec<EntryRow> = Vec::new();
    for inbox in inboxes {
        entries.extend(world.store().list(inbox, &wanted).await?);
    }
    entries.sort_by_cached_key(EntryRow::rank);
    let more = entries.len() > limit;
    entries.truncate(limit);
    let next = if more { entries.last().map(EntryRow::rank) } else { None };
    let reasons = reasons(world, &entries).await?;
    let now = world.nature().now();
    let entries = entries
        .into_iter()
        .zip(reasons)
        .map(|(entry, reasons)| Listing { waits_unread: entry.waits_unread(now), entry, reasons })
        .collect();
    Ok(ListingPage { entries, next })
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
