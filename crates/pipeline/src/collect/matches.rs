//! Matches: other entries that may be about the same child, as a worker is shown them, and the
//! worker's decisions on them. A decision moves and deletes nothing, so it can be taken back.

use matching::{Evidence, Guard, evidence};
use referral::{EntryId, EntryState, InboxId};

use super::commit::{RACED, overtaken, stepped};
use super::{CollectError, Worker, summaries};
use crate::audit::{AuditAction, AuditEvent};
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Nature, Reading, Store, World};
use crate::record;
use crate::rows::{Actor, ActorId, Done, EntryMatch, EntryRow, MatchDecision, MatchKind};
use crate::summary::Summary;
use crate::write::{CommitError, Row, Write};

/// A match as a worker sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownMatch {
    /// The other entry, which is in the worker's inboxes too, or one that they decide about.
    pub other: EntryId,
    /// The relation of the two children.
    pub kind: MatchKind,
    /// The evidence of each field that was compared, in words.
    pub evidence: Vec<Evidence>,
    /// The reasons why the machine did not join them, in words.
    pub guards: Vec<&'static str>,
    /// The decision of a person: whether the two are one child.
    pub decision: Option<bool>,
    /// The worker who took up the other entry; `None` where nobody did.
    pub worked_by: Option<ActorId>,
    /// The inbox of the other entry.
    pub inbox: InboxId,
    /// The summary of the other entry, to see the two side by side; `None` where it cannot be read, and
    /// of those past the first ten.
    pub summary: Option<Summary>,
}

/// The most other entries whose people are shown beside those of an opened one.
const MOST_BESIDE: usize = 10;

impl ShownMatch {
    /// The match in words. A shared home alone may be the home of two families.
    pub fn words(&self) -> &'static str {
        let related = ["parent", "phone", "email"];
        let is_related =
            |one: &Evidence| related.contains(&one.field.as_str()) && one.level == "same";
        match (self.decision, self.kind) {
            (Some(true), _) => "The same child, as a worker decided",
            (Some(false), _) => "Not the same child, as a worker decided",
            (None, MatchKind::SameChild) => "The same child, in another entry",
            (None, MatchKind::Possible) => "Perhaps the same child: please decide",
            (None, MatchKind::Household) if self.evidence.iter().any(is_related) => {
                "Another child of the same family"
            }
            (None, MatchKind::Household) => "Another child, who might be related",
        }
    }
}

/// A worker's verdict on two entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The two are about one child.
    Same,
    /// The two are about two children.
    Different,
    /// The worker takes an earlier decision back.
    Undecided,
}

impl Verdict {
    /// The verdict on whether two entries are about one child; `None` is one that was taken back.
    pub fn of(same: Option<bool>) -> Self {
        match same {
            Some(true) => Self::Same,
            Some(false) => Self::Different,
            None => Self::Undecided,
        }
    }

    /// Whether the two are about one child; `None` if that is open.
    fn same(self) -> Option<bool> {
        match self {
            Self::Same => Some(true),
            Self::Different => Some(false),
            Self::Undecided => None,
        }
    }

    /// The name of the verdict in records.
    pub fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Undecided => "undecided",
        }
    }
}

/// The matches of an entry that a worker has the right to see: both entries are in their inboxes,
/// or they decide for the authority. As far as they can tell, there are no others.
pub(super) async fn shown<W: Reading>(
    world: &W,
    worker: &Worker,
    entry: &EntryRow,
) -> Result<Vec<ShownMatch>, CollectError> {
    let ids: Vec<EntryId> = entry.matches.iter().map(|found| found.other).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let others = world.store().entries(&ids).await?;
    let both = entry
        .matches
        .iter()
        .filter_map(|found| Some((found, others.iter().find(|other| other.id == found.other)?)))
        .filter(|(found, other)| may_see_both(worker, entry, other, found));
    let mut shown = Vec::new();
    for (found, other) in both {
        let summary =
            if shown.len() < MOST_BESIDE { summaries::summary(world, other).await? } else { None };
        shown.push(ShownMatch {
            other: found.other,
            kind: found.kind,
            evidence: evidence_of(found),
            guards: guards_of(found),
            decision: found.decision.as_ref().map(|decision| decision.same),
            worked_by: worked_by(other),
            inbox: other.inbox.clone(),
            summary,
        });
    }
    Ok(shown)
}

/// The named worker of an entry that was taken up.
fn worked_by(entry: &EntryRow) -> Option<ActorId> {
    let was_taken_up = matches!(entry.state, EntryState::InProgress | EntryState::Closed);
    entry.claim.as_ref().filter(|_| was_taken_up).map(|claim| claim.by.clone())
}

/// The evidence of a match, field by field, in words.
pub(super) fn evidence_of(found: &EntryMatch) -> Vec<Evidence> {
    let fields = found.evidence.iter();
    fields.filter_map(|(field, level)| evidence::of_codes(field, level)).collect()
}

/// The reasons why the machine did not join the two of a match, in words.
pub(super) fn guards_of(found: &EntryMatch) -> Vec<&'static str> {
    found.guards.iter().filter_map(|code| Some(Guard::of_code(code)?.text())).collect()
}

/// Whether a worker decides for the authority about a possible match of this entry with another
/// inbox's: they must see both to do so.
pub(super) fn decides_about(worker: &Worker, entry: &EntryRow) -> bool {
    entry.matches.iter().any(|found| decides(worker, found))
}

/// Whether a worker decides about a match for the authority. Only what is put to the triage is theirs:
/// a pair that is known to be two children, or one, is of no concern to another inbox.
fn decides(worker: &Worker, found: &EntryMatch) -> bool {
    let is_theirs = found.triage.as_ref().is_some_and(|triage| worker.inboxes.contains(triage));
    found.kind == MatchKind::Possible && is_theirs
}

fn may_see_both(worker: &Worker, one: &EntryRow, other: &EntryRow, found: &EntryMatch) -> bool {
    let has = |entry: &EntryRow| worker.inboxes.contains(&entry.inbox);
    let is_closed = |entry: &EntryRow| entry.access.barrier(&worker.actor.id).is_some();
    let may = (has(one) && has(other)) || decides(worker, found);
    may && !is_closed(one) && !is_closed(other)
}

/// Records a worker's verdict on two entries, in both entries and in both audit streams. `seen` is
/// the version of the first entry on which the worker decided, if they say. A look at the same moment
/// is no other change: then both are read and decided about again.
pub async fn decide_match<W: World>(
    world: &W,
    worker: &Worker,
    ids: (EntryId, EntryId),
    seen: Option<u64>,
    verdict: Verdict,
) -> Result<EntryRow, CollectError> {
    let mut read: Option<[u64; 2]> = None;
    for attempt in 0..ATTEMPTS {
        let (one, two, found) = pair(world, worker, ids).await?;
        if let Some(seen) = seen.or(read.map(|[one, _]| one)).filter(|seen| *seen != one.version) {
            return Err(overtaken(&one, seen));
        }
        let versions = [one.version, two.version];
        if read.is_some_and(|read| read != versions) {
            return Err(RACED);
        }
        read = Some(versions);
        if let Some(decided) = commit(world, worker, [&one, &two], &found, verdict).await? {
            return Ok(decided);
        }
        pause(world.nature(), attempt).await;
    }
    Err(RACED)
}

/// The two entries, and the match as one of the two records it: the pair may be in one alone.
async fn pair<W: World>(
    world: &W,
    worker: &Worker,
    (id, other): (EntryId, EntryId),
) -> Result<(EntryRow, EntryRow, EntryMatch), CollectError> {
    let entries = world.store().entries(&[id, other]).await?;
    let find = |wanted: EntryId| entries.iter().find(|entry| entry.id == wanted);
    let (Some(one), Some(two)) = (find(id), find(other)) else {
        return Err(CollectError::NotFound);
    };
    let found = of(one, other).or_else(|| of(two, id)).ok_or(CollectError::NotFound)?;
    if may_see_both(worker, one, two, found) {
        Ok((one.clone(), two.clone(), found.clone()))
    } else {
        Err(CollectError::NotFound)
    }
}

/// The match of an entry with another one, if it records it.
fn of(entry: &EntryRow, with: EntryId) -> Option<&EntryMatch> {
    entry.matches.iter().find(|found| found.other == with)
}

/// The first entry with the verdict; `None` if something else was written at the same time, and nothing
/// of this.
async fn commit<W: World>(
    world: &W,
    worker: &Worker,
    [one, two]: [&EntryRow; 2],
    found: &EntryMatch,
    verdict: Verdict,
) -> Result<Option<EntryRow>, CollectError> {
    let (store, at, same) = (world.store(), world.nature().now(), verdict.same());
    let Actor { id: by, client } = worker.actor.clone();
    let decision = same.map(|same| MatchDecision { same, by, client, at });
    let changed = |entry: &EntryRow, with: EntryId| {
        let found = of(entry, with).unwrap_or(found).clone();
        let found = EntryMatch { other: with, decision: decision.clone(), ..found };
        stepped(entry, with_decision(entry, found), worker, Done::MatchDecided { same }, at)
    };
    let event = |with: EntryId| {
        AuditEvent::new(at, &worker.actor, AuditAction::MatchDecided)
            .with("other", with)
            .with("verdict", verdict.code())
    };
    let next = changed(one, two.id);
    let recorded = record::next(store, one.id, event(two.id)).await?;
    let writes = [
        Write::Entry { row: next.clone(), seen: one.version },
        Write::Insert(Row::Audit(recorded.clone())),
        Write::Entry { row: changed(two, one.id), seen: two.version },
        Write::Insert(Row::Audit(record::next(store, two.id, event(one.id)).await?)),
    ];
    let Err(error) = store.commit(&writes).await else { return Ok(Some(next)) };
    // The answer may have been lost after the decision was made: the audit event says so.
    if store.audit_event(one.id, recorded.seq).await? == Some(recorded) {
        return Ok(Some(next));
    }
    match error {
        CommitError::Cancelled(_) => Ok(None),
        CommitError::Fault(fault) => Err(fault.into()),
    }
}

/// The entry, its version aside, with a decided match in place of the earlier one. Entries of one child
/// are linked.
fn with_decision(entry: &EntryRow, found: EntryMatch) -> EntryRow {
    let mut next = entry.clone();
    next.linked.retain(|linked| *linked != found.other);
    let same = found.decision.as_ref().map(|decision| decision.same);
    if same.unwrap_or(found.kind == MatchKind::SameChild) {
        next.linked.push(found.other);
    }
    next.matches.retain(|known| known.other != found.other);
    next.matches.insert(0, found);
    next
}
