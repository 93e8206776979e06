//! A closing time at which thousands of clocks run out at once, while workers take some of the entries up.

use jiff::{SignedDuration, Timestamp};
use pipeline::audit::AuditAction;
use pipeline::collect::{Change, Worker, change};
use pipeline::due::{DueRow, Work};
use pipeline::ports::QueueName;
use pipeline::rows::{Access, ClockMarks, Course, EntryRow, LogMarks};
use referral::{EntryId, EntryState, InboxId, Lane, Priority, ReferralId, Role};

use crate::faults::{Bug, Faults};
use crate::hours::START;
use crate::kernel::{Executor, Micros, SECOND};
use crate::lambda;
use crate::tables::Rows;
use crate::worker::person;
use crate::world::Shared;

const MINUTE: Micros = 60 * SECOND;

/// The outcome of a closing time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RunOut {
    /// The number of messages about clocks that were sent.
    pub sent: u64,
    /// The most of them between one minute and the next.
    pub most_in_a_minute: u64,
    /// The number of entries that were taken up.
    pub taken_up: usize,
    /// The number of entries that nobody took up and that rang for the manager, once.
    pub rang: usize,
    /// The number of entries that nobody took up and that rang never, or twice for the manager.
    pub wrong: usize,
    /// The number of entries that rang after they were taken up, or would still.
    pub rang_though_answered: usize,
}

/// Lets the clocks of this many entries run out at once. With faults, workers take up some of them
/// meanwhile.
pub fn run_out_at_once(seed: u64, entries: usize, faults: Faults, bug: Option<Bug>) -> RunOut {
    let shared = Shared::new(seed, faults, bug);
    let ids: Vec<EntryId> = (0..entries).map(|number| put(&shared, number)).collect();
    // A message that was lost three times comes again after as many pauses, the last of half an hour.
    let (stormy, end) = (START + 30 * MINUTE, START + 120 * MINUTE);
    lambda::poll(&shared, QueueName::Urgent, START, end);
    lambda::poll(&shared, QueueName::Referrals, START, end);
    lambda::schedule(&shared, end, None);
    if faults != Faults::NONE {
        take_up(&shared, ids.iter().copied().step_by(3).collect());
    }
    let mut executor = Executor::new(shared.kernel.clone());
    let (mut at, mut before, mut most) = (START, 0, 0);
    while at < end {
        at += MINUTE;
        executor.run(at);
        let sent = shared.queue.clocks_sent();
        most = most.max(sent - before);
        before = sent;
        if at == stormy {
            shared.store.calm();
            shared.queue.calm();
        }
    }
    let rows = shared.store.rows();
    let mut found = RunOut { sent: before, most_in_a_minute: most, ..RunOut::default() };
    for id in ids {
        count(&rows, id, &mut found);
    }
    found
}

/// Takes the entries up one after the other, each by a process that may die.
fn take_up(shared: &Shared, ids: Vec<EntryId>) {
    let shared = shared.clone();
    let worker =
        Worker { actor: person("ada"), inboxes: [inbox()].into(), roles: [Role::Worker].into() };
    shared.kernel.clone().spawn(async move {
        for id in ids {
            let (process, worker) = (shared.process(), worker.clone());
            shared.kernel.spawn(async move {
                for step in [Change::Claim, Change::Accept] {
                    let _ = change(&process, &worker, id, None, step).await;
                }
            });
            shared.kernel.sleep(SECOND / 2).await;
        }
    });
}

fn count(rows: &Rows, id: EntryId, found: &mut RunOut) {
    let events = rows.audit.get(&id).map(Vec::as_slice).unwrap_or_default();
    let at = |action| events.iter().position(|row| row.event.action == action);
    let rings = |row: &&pipeline::audit::AuditRow| row.event.action == AuditAction::Escalated;
    let Some(entry) = rows.entries.get(&id) else { return };
    if let Some(taken_up) = at(AuditAction::WorkAccepted) {
        found.taken_up += 1;
        let rang = events[taken_up..].iter().any(|row| rings(&row));
        let would = rows.due.contains_key(&Work::Clock(id)) || entry.escalation().is_some();
        found.rang_though_answered += usize::from(rang || would);
        return;
    }
    // An entry that was claimed and given up by a process that died rings for its first contact beside.
    let is_claimed = at(AuditAction::Claimed).is_some();
    let once = events.iter().filter(rings).count() == 1 || is_claimed;
    let is_rung = once && entry.escalation().is_some() && rows.due.contains_key(&Work::Clock(id));
    *(if is_rung { &mut found.rang } else { &mut found.wrong }) += 1;
}

fn inbox() -> InboxId {
    InboxId::review()
}

/// Puts an entry into the tables that came in ten days ago, with its clock, which is due now.
fn put(shared: &Shared, number: usize) -> EntryId {
    let mut bytes = [7; 16];
    // The number comes first, so that all shards have their share.
    bytes[..8].copy_from_slice(&(number as u64).to_le_bytes());
    let referral = ReferralId::from_random(bytes);
    let now = Timestamp::from_microsecond(START).unwrap_or(Timestamp::UNIX_EPOCH);
    let entry = EntryRow {
        id: referral.into(),
        inbox: inbox(),
        authority: None,
        state: EntryState::New,
        version: 1,
        lane: Lane::Agreed,
        priority: Priority::Routine,
        received_at: now - SignedDuration::from_hours(240),
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
    let mut rows = shared.store.rows();
    rows.entries.insert(id, entry);
    rows.put_due(Work::Clock(id), Some(DueRow::clock(id, false, now, now)), START);
    id
}
