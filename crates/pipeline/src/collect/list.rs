//! Listing: a worker's entries by rank, a page at a time.

use locality::Reason;
use referral::{EntryState, InboxId, ReferralId};

use super::{CollectError, Worker};
use crate::ports::{Nature, Store, World};
use crate::rows::{EntryRow, InboxQuery};

/// At most so many entries a page.
pub const MOST_PER_PAGE: usize = 100;

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// Only entries in this state; all of them otherwise, the open ones first.
    pub state: Option<EntryState>,
    /// Only this inbox; all of the worker's otherwise.
    pub inbox: Option<InboxId>,
    /// The rank that the last page ended with.
    pub after: Option<String>,
    /// At most so many, and never more than [`MOST_PER_PAGE`].
    pub limit: usize,
}

/// One line of the inbox.
#[derive(Debug, Clone)]
pub struct Listing {
    /// The entry.
    pub entry: EntryRow,
    /// Why it is here.
    pub reasons: Vec<Reason>,
    /// It has words that press, and nobody has read them for an hour.
    pub waits_unread: bool,
}

/// A page of the inbox.
#[derive(Debug, Clone)]
pub struct ListingPage {
    /// The entries, by rank.
    pub entries: Vec<Listing>,
    /// Where the next page starts, if there is one.
    pub next: Option<String>,
}

/// Lists the worker's entries. It holds nothing that a family said: what does is behind
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

/// Why each entry is where it is: the placement of its first referral, then the entry's own notes.
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
            placed.chain(&entry.notes).cloned().collect()
        })
        .collect())
}
