//! Hub workers: they claim, accept and close what they find, two at a time and not always in time.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use pipeline::collect::{Change, Query, Worker, change, list};
use pipeline::rows::ActorId;
use referral::{EntryId, EntryState, InboxId};

use crate::kernel::{Kernel, Micros, SECOND};
use crate::world::{Process, Shared};

/// The changes that workers were told have succeeded: entry and the version it then had.
#[derive(Clone, Default)]
pub(crate) struct Changes(Arc<Mutex<Vec<(EntryId, u64)>>>);

impl Changes {
    pub(crate) fn all(&self) -> Vec<(EntryId, u64)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A worker who sees every inbox, and now and then changes an entry, until `until`.
pub(crate) fn work(shared: &Shared, name: &str, until: Micros, changes: &Changes) {
    let (shared, changes) = (shared.clone(), changes.clone());
    let kernel = shared.kernel.clone();
    let places = pipeline::ports::Placing::places(&shared.process());
    let inboxes: BTreeSet<InboxId> =
        places.localities.inboxes().iter().map(|inbox| inbox.id.clone()).collect();
    let worker = Worker { id: ActorId::new(name), inboxes };
    kernel.clone().spawn(async move {
        while kernel.now() < until {
            kernel.sleep(kernel.between(SECOND, 30 * SECOND)).await;
            let (process, worker, changes) = (shared.process(), worker.clone(), changes.clone());
            kernel.spawn(async move { one(&process, &worker, &changes).await });
        }
    });
}

async fn one(process: &Process, worker: &Worker, changes: &Changes) {
    let kernel = process.shared.kernel.clone();
    let query = Query { limit: 20, ..Query::default() };
    let Ok(page) = list(process, worker, &query).await else { return };
    let open: Vec<_> =
        page.entries.iter().filter(|line| line.entry.state != EntryState::Closed).collect();
    if open.is_empty() {
        return;
    }
    let entry = &open[kernel.random(|rng| rng.usize(0..open.len()))].entry;
    let what = match entry.state {
        EntryState::New => Change::Claim,
        EntryState::Claimed if kernel.chance(0.5) => Change::Accept,
        _ => Change::Close(None),
    };
    // Deciding takes a person a while.
    thinking(&kernel).await;
    if let Ok(changed) = change(process, worker, entry.id, Some(entry.version), what).await {
        let mut all = changes.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.push((changed.id, changed.version));
    }
}

async fn thinking(kernel: &Kernel) {
    kernel.sleep(kernel.between(0, 2 * SECOND)).await;
}
