//! Hub workers: they claim, accept, close and look at the entries they find, sometimes two of them
//! at the same moment.

mod log;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pipeline::collect::{Change, Opened, Query, Verdict, Worker, change, decide_match, list, open};
use pipeline::rows::{Actor, ActorId, EntryRow, MatchKind};
use referral::{ClosingOutcome, EntryId, EntryState, ReferralId, Role};

use self::log::Acknowledged;
use crate::kernel::{Kernel, Micros, SECOND};
use crate::world::{Process, Shared};

/// A record of what workers were told: the changes that succeeded (the entry, the version it then
/// had, and the worker), the entries they were shown, their verdicts on matches, and what is on logs.
#[derive(Clone, Default)]
pub(crate) struct Changes(Arc<Mutex<Told>>);

#[derive(Clone, Default)]
pub(crate) struct Told {
    pub(crate) changes: Vec<(EntryId, u64, ActorId)>,
    pub(crate) looks: Vec<EntryId>,
    pub(crate) verdicts: Vec<((EntryId, EntryId), Verdict)>,
    pub(crate) logged: Vec<Acknowledged>,
}

impl Changes {
    pub(crate) fn all(&self) -> Told {
        self.told().clone()
    }

    pub(crate) fn logged(&self, item: Acknowledged) {
        self.told().logged.push(item);
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Starts a worker who sees every inbox, and now and then changes an entry, until `until`.
pub(crate) fn work(shared: &Shared, name: &str, until: Micros, changes: &Changes) {
    let (shared, changes) = (shared.clone(), changes.clone());
    let kernel = shared.kernel.clone();
    let worker = of_every_inbox(&shared, name);
    kernel.clone().spawn(async move {
        while kernel.now() < until {
            kernel.sleep(kernel.between(SECOND / 10, 10 * SECOND)).await;
            let (process, worker, changes) = (shared.process(), worker.clone(), changes.clone());
            kernel.spawn(async move { one(&process, &worker, &changes).await });
        }
    });
}

/// Starts a worker who was told of a referral by telephone, and opens its entry as soon as there is
/// one, while others for the same child are still being attached.
pub(crate) fn look_at_once(shared: &Shared, id: ReferralId) {
    let shared = shared.clone();
    let kernel = shared.kernel.clone();
    let worker = of_every_inbox(&shared, "told by telephone");
    kernel.clone().spawn(async move {
        for _ in 0..40 {
            kernel.sleep(kernel.between(1_000, 40_000)).await;
            if open(&shared.process(), &worker, EntryId::from(id)).await.is_ok() {
                return;
            }
        }
    });
}

/// One of the people of one client: only their names tell them apart.
pub(crate) fn person(name: &str) -> Actor {
    Actor::person("https://issuer.example", name, "hub")
}

/// A person of every inbox, with every role.
pub(crate) fn of_every_inbox(shared: &Shared, name: &str) -> Worker {
    let roles = Role::ALL.iter().copied().collect();
    Worker { actor: person(name), inboxes: shared.inboxes(), roles }
}

async fn one(process: &Process, worker: &Worker, changes: &Changes) {
    let kernel = process.shared.kernel.clone();
    let inbox = kernel.random(|rng| rng.usize(0..worker.inboxes.len()));
    let inbox = worker.inboxes.iter().nth(inbox).cloned();
    let query = Query { inbox, limit: 10, ..Query::default() };
    let Ok(page) = list(process, worker, &query).await else { return };
    let waiting: Vec<_> =
        page.entries.iter().filter(|line| line.entry.state != EntryState::Closed).collect();
    if waiting.is_empty() {
        return;
    }
    let entry = &waiting[kernel.random(|rng| rng.usize(0..waiting.len()))].entry;
    if kernel.chance(0.15) {
        log::write(&process.shared, worker, entry.id, changes);
    }
    if kernel.chance(0.5) {
        if let Ok(opened) = open(process, worker, entry.id).await {
            changes.told().looks.push(entry.id);
            judge_match(process, worker, &opened, changes).await;
        }
        return;
    }
    let what = match entry.state {
        EntryState::New => Change::Claim,
        EntryState::Claimed if kernel.chance(0.5) => Change::Accept,
        _ => Change::Close(ClosingOutcome::Supported),
    };
    // A person needs a while to decide, and now and then a colleague decides at the same moment.
    thinking(&kernel).await;
    if kernel.chance(0.2) {
        let actor = person(&format!("colleague of {}", worker.actor.id.as_str()));
        let colleague = Worker { actor, ..worker.clone() };
        let (process, entry, changes) = (process.shared.process(), entry.clone(), changes.clone());
        kernel.spawn(async move { decide(&process, &colleague, &entry, what, &changes).await });
    }
    decide(process, worker, entry, what, changes).await;
}

/// Now and then a worker says whether two entries are about one child, or takes it back.
async fn judge_match(process: &Process, worker: &Worker, opened: &Opened, changes: &Changes) {
    let kernel = process.shared.kernel.clone();
    let undecided = opened.matches.iter().filter(|found| found.kind == MatchKind::Possible);
    let all: Vec<_> = undecided.collect();
    if all.is_empty() || !kernel.chance(0.5) {
        return;
    }
    let found = all[kernel.random(|rng| rng.usize(0..all.len()))];
    let verdict = match (found.decision, kernel.chance(0.5)) {
        (Some(_), true) => Verdict::Undecided,
        (_, true) => Verdict::Same,
        _ => Verdict::Different,
    };
    thinking(&kernel).await;
    let pair = (opened.entry.id, found.other);
    let seen = Some(opened.entry.version);
    if let Ok(changed) = decide_match(process, worker, pair, seen, verdict).await {
        changes.told().changes.push((changed.id, changed.version, worker.actor.id.clone()));
        changes.told().verdicts.push((pair, verdict));
    }
}

async fn decide(
    process: &Process,
    worker: &Worker,
    entry: &EntryRow,
    what: Change,
    changes: &Changes,
) {
    if let Ok(changed) = change(process, worker, entry.id, Some(entry.version), what).await {
        let version = changed.version;
        let told = || {
            format!(
                "{} is told entry {} {what:?} at {version}",
                worker.actor.id.as_str(),
                changed.id
            )
        };
        process.shared.kernel.note(told);
        changes.told().changes.push((changed.id, version, worker.actor.id.clone()));
    }
}

async fn thinking(kernel: &Kernel) {
    kernel.sleep(kernel.between(0, 2 * SECOND)).await;
}
