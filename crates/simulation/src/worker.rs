//! Hub workers: they look at the entries they find, claim and accept them, give them back, take them
//! over, send them on, decline them, close them and open them again, hand them over and say that they
//! know a family, sometimes two at the same moment.

mod log;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pipeline::collect::{
    AccessChange, Change, Handover, Move, Opened, Query, Verdict, Worker, change, change_access,
    decide_match, destinations, hand_over, list, open, send_on,
};
use pipeline::ports::{Directing as _, Placing as _};
use pipeline::rows::{Actor, ActorId, EntryRow, MatchKind};
use referral::{
    ClosingOutcome, DecliningReason, EntryId, EntryState, RedirectReason, ReferralId, Role,
    TakeOverReason,
};

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
    let places = process.places();
    let Ok(page) = list(process, worker, &query, &places.localities).await else { return };
    // Now and then a worker thinks again about one that was closed.
    let all = kernel.chance(0.1);
    let lines = page.entries.iter().filter(|line| all || line.entry.state != EntryState::Closed);
    let waiting: Vec<_> = lines.collect();
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
    let what = wish(process, worker, entry).await;
    // A person needs a while to decide, and now and then a colleague decides at the same moment.
    thinking(&kernel).await;
    if kernel.chance(0.2) {
        let actor = person(&format!("colleague of {}", worker.actor.id.as_str()));
        let colleague = Worker { actor, ..worker.clone() };
        let (process, entry, changes) = (process.shared.process(), entry.clone(), changes.clone());
        let what = what.clone();
        kernel.spawn(async move { decide(&process, &colleague, &entry, &what, &changes).await });
    }
    decide(process, worker, entry, &what, changes).await;
}

/// A change that a worker wants.
#[derive(Debug, Clone)]
enum Wish {
    /// Of the entry where it is.
    Change(Change),
    /// Of the inbox that it is in.
    Move(Move),
    /// Of the worker who has it, by an offer.
    HandOver(Handover),
    /// Of the workers who may see it: this one knows the family.
    KnowThem,
}

/// The change that a worker makes of an entry. One who finds it with a colleague takes it over now and then.
async fn wish(process: &Process, worker: &Worker, entry: &EntryRow) -> Wish {
    let kernel = &process.shared.kernel;
    let is_theirs = entry.claim.as_ref().is_some_and(|claim| claim.by == worker.actor.id);
    if kernel.chance(0.03) {
        return Wish::KnowThem;
    }
    if entry.claim.is_some() && kernel.chance(0.2) {
        return Wish::HandOver(match (is_theirs, entry.log.offered_by.is_some()) {
            (false, _) => Handover::Take,
            (true, true) => Handover::TakeBack,
            (true, false) => Handover::Offer,
        });
    }
    let take_over = Wish::Change(Change::TakeOver(TakeOverReason::Absent));
    let close = Wish::Change(Change::Close(ClosingOutcome::Supported));
    match (entry.state, kernel.between(0, 9)) {
        (EntryState::New, _) => Wish::Change(Change::Claim),
        (EntryState::Closed, _) => Wish::Change(Change::Reopen),
        (EntryState::Claimed, 0..=5) | (EntryState::InProgress, 0..=1) if !is_theirs => take_over,
        (EntryState::Claimed, 0..=2) => Wish::Change(Change::Accept),
        (EntryState::Claimed, 3) => Wish::Change(Change::Release),
        (EntryState::Claimed, 4..=5) => {
            let reason =
                DecliningReason::ALL[kernel.random(|rng| rng.usize(0..DecliningReason::ALL.len()))];
            Wish::Move(Move::Decline { reason, to: None })
        }
        (EntryState::Claimed | EntryState::InProgress, 6..=7) => {
            let Ok(rulebooks) = process.rulebooks().await else { return close };
            let inboxes = destinations(&rulebooks, entry);
            if inboxes.is_empty() {
                return close;
            }
            let to = inboxes[kernel.random(|rng| rng.usize(0..inboxes.len()))].id.clone();
            Wish::Move(Move::Redirect { to, reason: RedirectReason::BetterFit })
        }
        _ => close,
    }
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
    what: &Wish,
    changes: &Changes,
) {
    let seen = Some(entry.version);
    let answer = match what {
        Wish::Change(what) => change(process, worker, entry.id, seen, *what).await,
        Wish::Move(to) => send_on(process, worker, entry.id, seen, to).await,
        // Asking for these twice is as good as once, so the version that is answered may be another's.
        Wish::HandOver(step) => return drop(hand_over(process, worker, entry.id, *step).await),
        Wish::KnowThem => {
            let declare = AccessChange::DeclareConflict;
            return drop(change_access(process, worker, entry.id, declare).await);
        }
    };
    if let Ok(changed) = answer {
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
