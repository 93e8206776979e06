//! A morning on which everybody claims at once: many workers of one inbox go through the same entries in
//! the same order. Each entry may have one holder, whoever was told what.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use pipeline::collect::{Change, CollectError, Worker, change};
use pipeline::rows::{Access, ActorId, ClockMarks, Course, EntryRow, LogMarks};
use referral::{EntryId, EntryState, InboxId, Lane, Priority, ReferralId, Role};

use crate::faults::Faults;
use crate::hours::START;
use crate::kernel::{Executor, SECOND};
use crate::worker::person;
use crate::world::Shared;

/// The outcome of a morning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Claimed {
    /// The number of entries that somebody was told are theirs.
    pub held: usize,
    /// The number of entries that two workers were told are theirs, or that are another's in the tables.
    pub doubled: usize,
    /// The number of times that a worker was told who was first.
    pub told_who: usize,
}

type Told = Arc<Mutex<(BTreeMap<EntryId, Vec<ActorId>>, usize)>>;

/// Lets this many workers claim this many entries at once.
pub fn claim_at_once(seed: u64, workers: usize, entries: usize, faults: Faults) -> Claimed {
    let shared = Shared::new(seed, faults, None);
    let ids: Arc<[EntryId]> = (0..entries).map(|number| put(&shared, number)).collect();
    let told = Told::default();
    for number in 0..workers {
        let (shared, ids, told) = (shared.clone(), Arc::clone(&ids), Arc::clone(&told));
        let actor = person(&format!("worker-{number}"));
        let worker = Worker { actor, inboxes: [inbox()].into(), roles: [Role::Worker].into() };
        shared.kernel.clone().spawn(async move {
            for id in ids.iter() {
                // Each claim is a request of its own, by a process that may die.
                let (process, worker, told) = (shared.process(), worker.clone(), Arc::clone(&told));
                let id = *id;
                shared.kernel.spawn(async move {
                    let answer = change(&process, &worker, id, None, Change::Claim).await;
                    let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
                    match answer {
                        Ok(_) => told.0.entry(id).or_default().push(worker.actor.id.clone()),
                        Err(CollectError::Overtaken { .. }) => told.1 += 1,
                        Err(_) => {}
                    }
                });
                shared.kernel.sleep(SECOND / 20).await;
            }
        });
    }
    let end = START + SECOND * (60 + i64::try_from(entries).unwrap_or(i64::MAX / SECOND) / 10);
    Executor::new(shared.kernel.clone()).run(end);
    let rows = shared.store.rows();
    let told = told.lock().unwrap_or_else(PoisonError::into_inner);
    let is_doubled = |(id, holders): &(&EntryId, &Vec<ActorId>)| {
        let claim = rows.entries.get(*id).and_then(|entry| entry.claim.as_ref());
        holders.len() != 1 || claim.map(|claim| &claim.by) != holders.first()
    };
    Claimed {
        held: told.0.len(),
        doubled: told.0.iter().filter(is_doubled).count(),
        told_who: told.1,
    }
}

fn inbox() -> InboxId {
    InboxId::review()
}

/// Puts a new entry into the tables.
fn put(shared: &Shared, number: usize) -> EntryId {
    let mut bytes = [7; 16];
    bytes[..8].copy_from_slice(&(number as u64).to_be_bytes());
    let referral = ReferralId::from_random(bytes);
    let entry = EntryRow {
        id: referral.into(),
        inbox: inbox(),
        authority: None,
        state: EntryState::New,
        version: 1,
        lane: Lane::Agreed,
        priority: Priority::Routine,
        received_at: Timestamp::UNIX_EPOCH,
        referrals: vec![referral],
        linked: Vec::new(),
        matches: Vec::new(),
        remarks: Vec::new(),
        claim: None,
        outcome: None,
        unread_since: None,
        news_since: None,
        summary: None,
        raised: Vec::new(),
        course: Course::default(),
        log: LogMarks::default(),
        access: Access::default(),
        clock: ClockMarks::default(),
    };
    let id = entry.id;
    shared.store.rows().entries.insert(id, entry);
    id
}
