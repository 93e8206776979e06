//! The figures of a manager's inboxes: how long families wait and what came of it. Of each inbox only what
//! may be shown leaves this module, and each look is recorded before.

use std::collections::BTreeMap;

use figures::{FamilyFacts, Figures, Period, Tally};
use futures::future::try_join_all;
use referral::{EntryId, InboxId};

use super::found::{MOST_LOOKED_AT, OPENED_AT_ONCE};
use super::{CollectError, Worker, recorded, sees_manager_view};
use crate::audit::{self, AuditAction};
use crate::family_facts;
use crate::ports::{Figuring, ReceivedEntries as _};

/// The figures of one inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxFigures {
    /// The inbox.
    pub inbox: InboxId,
    /// The figures of the families that it received, as far as they may be shown.
    pub figures: Figures,
}

/// The figures of each of a manager's inboxes, or of one of them, for the families that were received in
/// a period. An entry that was sent on counts where it is now.
pub async fn figures<W: Figuring>(
    world: &W,
    worker: &Worker,
    only: Option<&InboxId>,
    period: Period,
) -> Result<Vec<InboxFigures>, CollectError> {
    if !sees_manager_view(worker) {
        return Err(CollectError::ForManagers);
    }
    let inboxes = worker.inboxes.iter().filter(|inbox| only.is_none_or(|only| only == *inbox));
    let mut all = Vec::new();
    for inbox in inboxes {
        let tally = tally(world, inbox, period).await?;
        all.push(InboxFigures { inbox: inbox.clone(), figures: tally.publish() });
    }
    if all.is_empty() {
        return Err(CollectError::NotFound);
    }
    let event = |inbox| {
        recorded::event(world, worker, inbox, AuditAction::Overviewed).with("figures", period)
    };
    let events: Vec<_> =
        all.iter().map(|one| (audit::inbox(&one.inbox), event(&one.inbox))).collect();
    recorded::write(world, &events).await?;
    Ok(all)
}

async fn tally<W: Figuring>(
    world: &W,
    inbox: &InboxId,
    period: Period,
) -> Result<Tally, CollectError> {
    let (from, to) = period.around();
    let found = world.store().received(inbox, from, to, MOST_LOOKED_AT).await?;
    let found = found.ok_or(CollectError::TooManyFamilies)?;
    // An entry that changed while the index was read may be in it twice.
    let entries: BTreeMap<EntryId, _> = found.into_iter().map(|entry| (entry.id, entry)).collect();
    let entries: Vec<_> = entries.into_values().collect();
    let mut tally = Tally::default();
    for some in entries.chunks(OPENED_AT_ONCE) {
        let read = some.iter().map(|entry| family_facts::read(world.vault(), entry));
        let read: Vec<FamilyFacts> = try_join_all(read).await?;
        let of_period = read.iter().filter(|facts| period.contains(facts.received_on));
        of_period.for_each(|facts| tally.add(facts));
    }
    Ok(tally)
}
