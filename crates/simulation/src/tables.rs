//! `DynamoDB` in memory: conditions, transactions and their conflicts, lagging indexes.

mod apply;
mod counts;
mod drafts;
mod telling;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use pipeline::audit::AuditRow;
use pipeline::due::{Due, DueRow, Work};
use pipeline::ports::{Fault, Store};
use pipeline::rows::{
    ActorId, BodyRow, DraftKey, DraftRow, EntryRow, InboxMark, InboxQuery, LogKey, LogRow,
    MatchRow, NoteKey, NoteRow, PlacementRow, ReferenceRow, ReplayKey, ReplayRow, SentMark,
    StateRow, StoredReferral, Token, TriageMark,
};
use pipeline::write::{CommitError, Refusal, Row, Write};
use referral::{EntryId, EntryState, InboxId, Reference, ReferralId};

use crate::faults::{Bug, Faults};
use crate::hours::START;
use crate::kernel::{Kernel, Micros, SECOND};

/// The children under one token, with the time when each was written.
type Recorded = BTreeMap<(ReferralId, u8), (Micros, MatchRow)>;

/// All rows of all tables.
#[derive(Default)]
pub(crate) struct Rows {
    pub(crate) states: BTreeMap<ReferralId, StateRow>,
    pub(crate) bodies: BTreeMap<ReferralId, BodyRow>,
    pub(crate) placements: BTreeMap<ReferralId, PlacementRow>,
    pub(crate) replays: BTreeMap<ReplayKey, ReplayRow>,
    pub(crate) references: BTreeMap<Reference, ReferenceRow>,
    pub(crate) notes: BTreeMap<NoteKey, NoteRow>,
    pub(crate) logs: BTreeMap<LogKey, LogRow>,
    /// The counts of sendings and of tries, by token and window.
    counts: BTreeMap<(Token, Timestamp), u32>,
    pub(crate) entries: BTreeMap<EntryId, EntryRow>,
    pub(crate) matches: BTreeMap<Token, Recorded>,
    pub(crate) audit: BTreeMap<EntryId, Vec<AuditRow>>,
    /// Entries that lost their mark of unread words to a look that had not shown those words.
    pub(crate) unshown: Vec<EntryId>,
    pub(crate) due: BTreeMap<Work, DueRow>,
    pub(crate) drafts: BTreeMap<DraftKey, DraftRow>,
    /// The index of due work: each change with the time from which the index shows it.
    due_index: BTreeMap<Work, Vec<(Micros, Option<DueRow>)>>,
    /// The marks of due work whose try was begun.
    pub(crate) tried: BTreeMap<Work, u32>,
    /// The rows that transactions are writing now.
    busy: BTreeMap<apply::Key, u32>,
}

impl Rows {
    /// Writes due work, or removes it; its index shows it from `shown_at` on.
    pub(crate) fn put_due(&mut self, work: Work, row: Option<DueRow>, shown_at: Micros) {
        match row {
            Some(row) => self.due.insert(work, row),
            None => self.due.remove(&work),
        };
        self.due_index.entry(work).or_default().push((shown_at, row));
    }
}

/// A process's connection to the tables.
#[derive(Clone)]
pub(crate) struct SimStore {
    pub(crate) kernel: Kernel,
    rows: Arc<Mutex<Rows>>,
    faults: Faults,
    bug: Option<Bug>,
    calm: Arc<std::sync::atomic::AtomicBool>,
}

impl SimStore {
    pub(crate) fn new(kernel: Kernel, faults: Faults, bug: Option<Bug>) -> Self {
        Self { kernel, rows: Arc::default(), faults, bug, calm: Arc::default() }
    }

    pub(crate) fn rows(&self) -> MutexGuard<'_, Rows> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops all faults from now on.
    pub(crate) fn calm(&self) {
        self.calm.store(true, std::sync::atomic::Ordering::Relaxed);
    }

    /// Whether a fault strikes now.
    pub(crate) fn strikes(&self, probability: f64) -> bool {
        !self.calm.load(std::sync::atomic::Ordering::Relaxed) && self.kernel.chance(probability)
    }

    /// A fault if the table of match rows is away, from the third to the eighth minute.
    fn matching_is_there(&self) -> Result<(), Fault> {
        let minute = (self.kernel.now() - START) / (60 * SECOND);
        if self.faults.matching_away && (3..8).contains(&minute) {
            self.kernel.strike("match rows refused");
            return Err(Fault::Transient("the table is throttled"));
        }
        Ok(())
    }

    /// The way of a request to the table: time passes, the process may die, the request may be
    /// refused.
    async fn there(&self) -> Result<(), Fault> {
        self.kernel.sleep(self.kernel.between(300, 3_000)).await;
        if self.strikes(self.faults.slow) {
            self.kernel.strike("request a hundred times slower");
            self.kernel.sleep(self.kernel.between(30_000, 300_000)).await;
        }
        if self.strikes(self.faults.freeze) {
            self.kernel.strike("process frozen, its message out again before it went on");
            self.kernel.sleep(self.kernel.between(60, 200) * SECOND).await;
        }
        if self.strikes(self.faults.crash) {
            self.kernel.strike("process killed");
            self.kernel.die().await;
        }
        if self.strikes(self.faults.throttle) {
            self.kernel.strike("throttled");
            return Err(Fault::Transient("the table is throttled"));
        }
        Ok(())
    }

    /// The way of an answer back: time passes, the process may die, the answer may be lost.
    async fn back<T>(&self, answer: T) -> Result<T, Fault> {
        self.kernel.sleep(self.kernel.between(300, 3_000)).await;
        if self.strikes(self.faults.crash) {
            self.kernel.strike("process killed");
            self.kernel.die().await;
        }
        if self.strikes(self.faults.applied_but_errored) {
            self.kernel.strike("applied, answer lost");
            return Err(Fault::Transient("the answer was lost"));
        }
        Ok(answer)
    }

    async fn read<T: Send>(&self, read: impl FnOnce(&Rows) -> T + Send) -> Result<T, Fault> {
        self.there().await?;
        let found = read(&self.rows());
        self.back(found).await
    }
}

impl Store for SimStore {
    async fn referral(&self, id: ReferralId) -> Result<Option<StoredReferral>, Fault> {
        self.read(|rows| {
            let state = rows.states.get(&id)?.clone();
            let body = rows.bodies.get(&id)?.clone();
            let placement = rows.placements.get(&id).cloned();
            Some(StoredReferral { state, body, placement })
        })
        .await
    }

    async fn states(&self, ids: &[ReferralId]) -> Result<Vec<StateRow>, Fault> {
        self.read(|rows| pick(&rows.states, ids)).await
    }

    async fn bodies(&self, ids: &[ReferralId]) -> Result<Vec<BodyRow>, Fault> {
        self.read(|rows| pick(&rows.bodies, ids)).await
    }

    async fn placements(&self, ids: &[ReferralId]) -> Result<Vec<PlacementRow>, Fault> {
        self.read(|rows| pick(&rows.placements, ids)).await
    }

    async fn replay(&self, key: &ReplayKey) -> Result<Option<ReplayRow>, Fault> {
        self.read(|rows| rows.replays.get(key).cloned()).await
    }

    async fn reference(&self, reference: &Reference) -> Result<Option<ReferenceRow>, Fault> {
        self.read(|rows| rows.references.get(reference).cloned()).await
    }

    async fn state(&self, id: ReferralId) -> Result<Option<StateRow>, Fault> {
        self.read(|rows| rows.states.get(&id).cloned()).await
    }

    async fn sent(
        &self,
        sender: &ActorId,
        after: Option<SentMark>,
        until: Timestamp,
        limit: usize,
    ) -> Result<Vec<SentMark>, Fault> {
        self.read(|rows| {
            let own = rows.states.values().filter(|row| row.submitter == *sender);
            let marks = own.filter(|row| row.list_of_sender().is_some()).map(StateRow::sent_mark);
            let new = marks.filter(|mark| mark.listed_at <= until && Some(*mark) > after);
            let mut marks: Vec<SentMark> = new.collect();
            marks.sort_unstable();
            marks.truncate(limit);
            marks
        })
        .await
    }

    async fn sent_before(
        &self,
        sender: &ActorId,
        before: Option<SentMark>,
        limit: usize,
    ) -> Result<Vec<SentMark>, Fault> {
        self.read(|rows| {
            let own = rows.states.values().filter(|row| row.submitter == *sender);
            let marks = own.filter(|row| row.list_of_sender().is_some()).map(StateRow::sent_mark);
            let older = marks.filter(|mark| before.is_none_or(|before| *mark < before));
            let mut marks: Vec<SentMark> = older.collect();
            marks.sort_unstable_by(|one, other| other.cmp(one));
            marks.truncate(limit);
            marks
        })
        .await
    }

    async fn note(&self, key: NoteKey) -> Result<Option<NoteRow>, Fault> {
        self.read(|rows| rows.notes.get(&key).cloned()).await
    }

    async fn notes(&self, referral: ReferralId) -> Result<Vec<NoteRow>, Fault> {
        self.read(|rows| {
            rows.notes.values().filter(|row| row.key.referral == referral).cloned().collect()
        })
        .await
    }

    async fn log_item(&self, key: LogKey) -> Result<Option<LogRow>, Fault> {
        self.read(|rows| rows.logs.get(&key).cloned()).await
    }

    async fn log(&self, entry: EntryId) -> Result<Vec<LogRow>, Fault> {
        self.read(|rows| rows.logs.values().filter(|row| row.key.entry == entry).cloned().collect())
            .await
    }

    async fn entries(&self, ids: &[EntryId]) -> Result<Vec<EntryRow>, Fault> {
        // The bug ends with the faults, so that the check of the triage's list does not catch it.
        let calm = self.calm.load(std::sync::atomic::Ordering::Relaxed);
        let reopens = self.bug == Some(Bug::AttachToAClosedEntry) && !calm;
        self.read(|rows| {
            let mut found: Vec<EntryRow> = pick(&rows.entries, ids);
            for entry in found.iter_mut().filter(|entry| reopens && !entry.state.is_open()) {
                entry.state = EntryState::New;
            }
            found
        })
        .await
    }

    async fn matches(
        &self,
        token: &Token,
        at: Timestamp,
        limit: usize,
    ) -> Result<Vec<MatchRow>, Fault> {
        let now = self.kernel.now();
        self.matching_is_there()?;
        let lag = if self.bug == Some(Bug::StaleMatchRows) { 2_000_000 } else { 0 };
        self.read(|rows| {
            let found = rows.matches.get(token).into_iter().flat_map(BTreeMap::values);
            let seen = found
                .filter(|(written, _)| lag == 0 || written + lag <= now)
                .filter(|(_, row)| row.expires_at > at);
            seen.map(|(_, row)| row.clone()).take(limit).collect()
        })
        .await
    }

    async fn record_matches(&self, rows: &[MatchRow]) -> Result<(), Fault> {
        self.there().await?;
        self.matching_is_there()?;
        {
            let now = self.kernel.now();
            let mut stored = self.rows();
            for row in rows {
                let key = (row.referral, row.child);
                let under = stored.matches.entry(row.token.clone()).or_default();
                under.entry(key).or_insert_with(|| (now, row.clone()));
            }
        }
        self.back(()).await
    }

    async fn audit_head(&self, stream: EntryId) -> Result<Option<AuditRow>, Fault> {
        self.read(|rows| rows.audit.get(&stream).and_then(|events| events.last()).cloned()).await
    }

    async fn audit_event(&self, stream: EntryId, seq: u64) -> Result<Option<AuditRow>, Fault> {
        self.read(|rows| {
            let events = rows.audit.get(&stream)?;
            events.iter().find(|event| event.seq == seq).cloned()
        })
        .await
    }

    async fn due(
        &self,
        shard: u8,
        now: Timestamp,
        beyond: Timestamp,
        limit: usize,
    ) -> Result<Vec<DueRow>, Fault> {
        let clock = self.kernel.now();
        self.read(|rows| {
            let mut found: Vec<DueRow> = rows
                .due_index
                .iter()
                .filter(|(work, _)| work.shard() == shard)
                .filter_map(|(_, changes)| changes.iter().rev().find(|(at, _)| *at <= clock)?.1)
                .filter(|found| found.due.at <= now || found.due.at > beyond)
                .collect();
            found.sort_by_key(|found| (found.due.at > now, found.due.at, found.work));
            found.truncate(limit);
            found
        })
        .await
    }

    async fn defer(&self, seen: &DueRow, to: &Due) -> Result<bool, Fault> {
        self.there().await?;
        let moved = {
            let now = self.kernel.now();
            let lag = self.kernel.between(1_000, 2_000_000);
            let mut rows = self.rows();
            let unconditional = self.bug == Some(Bug::SweepWithoutCondition);
            let held = rows.due.get(&seen.work).filter(|row| row.due.at == seen.due.at);
            let held = held.or(unconditional.then_some(seen)).copied();
            let cleared = self.bug == Some(Bug::SweepClearsTheMark);
            if let Some(row) = held {
                let row = (!cleared).then_some(DueRow { due: *to, ..row });
                rows.put_due(seen.work, row, now + lag);
            }
            held.is_some()
        };
        self.kernel.note(|| format!("defers {}: {moved}", apply::Key::Due(seen.work)));
        self.back(moved).await
    }

    async fn list(&self, inbox: &InboxId, query: &InboxQuery) -> Result<Vec<InboxMark>, Fault> {
        let (first, end) = query.part.ranks();
        self.read(|rows| {
            let mut found: Vec<InboxMark> = rows
                .entries
                .values()
                .filter(|entry| entry.inbox == *inbox)
                .filter(|entry| query.state.is_none_or(|state| state == entry.state))
                .map(InboxMark::from)
                .filter(|mark| (first..end).contains(&mark.rank.as_str()))
                .filter(|mark| query.after.as_ref().is_none_or(|after| mark.rank > *after))
                .collect();
            found.sort_unstable_by(|one, other| one.rank.cmp(&other.rank));
            found.truncate(query.limit);
            found
        })
        .await
    }

    async fn count(&self, inbox: &InboxId, query: &InboxQuery) -> Result<usize, Fault> {
        Ok(self.list(inbox, query).await?.len())
    }

    async fn awaiting_triage(
        &self,
        triage: &InboxId,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<TriageMark>, Fault> {
        self.read(|rows| {
            let mut found: Vec<TriageMark> = rows
                .entries
                .values()
                .filter(|entry| entry.triage() == Some(triage))
                .map(|entry| TriageMark { rank: entry.rank(), entry: entry.id })
                .filter(|mark| after.is_none_or(|after| mark.rank.as_str() > after))
                .collect();
            found.sort_unstable();
            found.truncate(limit);
            found
        })
        .await
    }

    async fn commit(&self, writes: &[Write]) -> Result<(), CommitError> {
        self.there().await?;
        if self.bug == Some(Bug::ReplayRowOutsideTheTransaction)
            && let [first @ Write::Insert(Row::Replay(_)), rest @ ..] = writes
        {
            apply::apply(self, std::slice::from_ref(first)).map_err(CommitError::Cancelled)?;
            self.there().await?;
            return apply::apply(self, rest).map_err(CommitError::Cancelled);
        }
        let busy = match apply::begin(self, writes) {
            Ok(busy) => busy,
            Err(refusals) => return Err(CommitError::Cancelled(refusals)),
        };
        // Others meet the transaction while it is under way; if the process dies, it still goes on.
        self.kernel.sleep(self.kernel.between(100, 2_000)).await;
        let outcome = apply::apply(self, writes);
        self.kernel.note(|| {
            let verdict = if outcome.is_ok() { "commits" } else { "is refused" };
            let keys: Vec<String> = writes.iter().map(|w| apply::key(w).to_string()).collect();
            format!("{verdict} {}", keys.join(", "))
        });
        drop(busy);
        match outcome {
            Ok(()) => Ok(self.back(()).await?),
            Err(refusals) => Err(CommitError::Cancelled(self.back(refusals).await?)),
        }
    }
}

fn pick<K: Ord + Copy, V: Clone>(rows: &BTreeMap<K, V>, keys: &[K]) -> Vec<V> {
    let keys: BTreeSet<&K> = keys.iter().collect();
    keys.into_iter().filter_map(|key| rows.get(key)).cloned().collect()
}

/// An error with all refusals if any write was refused.
fn refused(refusals: Vec<Refusal>) -> Result<(), Vec<Refusal>> {
    if refusals.iter().all(|refusal| *refusal == Refusal::None) { Ok(()) } else { Err(refusals) }
}
