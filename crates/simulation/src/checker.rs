//! The check of the promises: the answers that clients and workers got are compared with everything
//! in the tables.

mod access;
mod amendments;
mod clocks;
mod log;
mod matching;
mod moves;
mod notes;
mod notices;
mod telling;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use pipeline::audit;
use pipeline::due::Work;
use pipeline::rows::{ActorId, EntryRow, StateRow};
use referral::{EntryId, EntryState, InboxId, Lane, ReferralId, ReferralState};

use crate::client::Answer;
use crate::family;
use crate::plan::{Planned, RECORD};
use crate::sender::Acknowledged;
use crate::tables::Rows;
use crate::worker;
use crate::world::Shared;

/// A promise that was not kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Violation {
    /// A submission was answered, and its referral is in no entry or under another reference.
    Lost(usize),
    /// A submission was given two different answers.
    TwoAnswers(usize),
    /// A submission made two referrals.
    Doubled(usize),
    /// Two referrals have one reference, or a referral has lost its own.
    Reference(ReferralId),
    /// A referral is not in exactly one entry.
    NotInOneEntry(ReferralId),
    /// A referral is in an entry, and its state is not `routed`.
    StateOfEntry(ReferralId),
    /// A concern is not in an entry of its own at the front door, in review or out of area.
    Concern(ReferralId),
    /// A referral that cannot be read is not in review with the cause.
    NotInReview(ReferralId),
    /// A referral was attached to an entry that was closed.
    AttachedToClosed(EntryId),
    /// Referrals were joined that must not be joined.
    Joined(EntryId),
    /// One child has more than one open entry.
    TwoOpenEntries(Vec<EntryId>),
    /// An audit stream is broken, or lacks an event.
    Audit(EntryId),
    /// Two workers were told that the same change succeeded, or one was told of a change that is
    /// not in the tables.
    Change(EntryId),
    /// A protected or differently spelt referral for a known child is in an entry of its own, and
    /// neither of the two entries shows the other.
    Unshown(ReferralId),
    /// Pressing words that no worker was shown count as read.
    Unread(EntryId),
    /// A worker's verdict on a match is not as it was last given.
    Verdict(EntryId),
    /// A possible match that the triage is to decide is not in its list exactly once, or the list
    /// has another pair.
    PossibleMatch(EntryId),
    /// A referral that does not wait to be routed is still due.
    StillDue(ReferralId),
    /// The clock of a concern does not run while it is unopened, or runs on, or runs for another entry.
    ConcernClock(EntryId),
    /// The clock of an entry that nobody has taken up does not run, or that of another runs on.
    Clock(EntryId),
    /// An entry is not in the inbox that its last move led to, a move does not begin where the one before
    /// ended, or a worker was told of a move that is not in the tables.
    Moved(EntryId),
    /// A note was acknowledged, and is not stored.
    NoteLost(usize),
    /// A note that was sent once is stored twice.
    NoteDoubled(usize),
    /// A note is not told once to the workers of the entry that holds its referral.
    NoteNotTold(ReferralId),
    /// A note is not shown once with the entry that holds its referral.
    NoteNotShown(ReferralId),
    /// An entry was changed by a worker to whom it is closed, or offered by one who does not have it.
    Access(EntryId),
    /// An item on a log was acknowledged, and is not stored.
    LogLost(EntryId),
    /// An item on a log that was sent once is stored twice.
    LogDoubled(EntryId),
    /// The marks or the events of an entry do not tell of just the items that are on its log.
    LogCount(EntryId),
    /// A family was told that its right reference and secret are not found.
    StatusNotFound(usize),
    /// The amendments of a referral are not just those that its sender was told of, each once and under
    /// its version.
    Amendments(ReferralId),
    /// An entry is closed without an event, or ended by a withdrawal though a worker had it in hand.
    Ended(EntryId),
    /// What looks automatic is not in review by itself with the reason.
    Suspect(ReferralId),
    /// The last that a sender can see of its referral was not told to its webhook, or one was told that
    /// should not be.
    NotTold(ReferralId),
    /// Two messages to a webhook came under one id.
    OneIdForTwoMessages,
    /// A notice was sent twice.
    NoticeSentTwice,
    /// A notice was sent to somebody who did not choose it.
    NoticeNotChosen,
    /// A notice was chosen, and was neither sent nor is it due.
    NoticeLost(ReferralId),
    /// A referral is in the dead-letter queue and nowhere else.
    Dead(ReferralId),
    /// A referral was not placed in time after the faults stopped, or a look at the list did not
    /// end.
    NotSettled,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// The submissions that were planned, and the answers that clients and workers got.
pub(crate) struct Told<'a> {
    pub(crate) planned: &'a [Planned],
    pub(crate) answers: &'a BTreeMap<usize, Vec<Answer>>,
    pub(crate) workers: &'a worker::Told,
    pub(crate) families: &'a family::Told,
    pub(crate) amendments: &'a [Acknowledged],
}

impl Told<'_> {
    /// The most amendments that a referral may have: those that its sender planned.
    fn most_amendments(&self, id: ReferralId) -> usize {
        let answered = |given: &Vec<Answer>| given.iter().any(|answer| answer.id == id);
        let number = self.answers.iter().find(|(_, given)| answered(given));
        let planned = number.and_then(|(number, _)| self.planned.get(*number));
        planned.map_or(0, |planned| planned.amendments.len())
    }
}

/// Every promise that was not kept.
pub(crate) fn check(shared: &Shared, told: &Told<'_>) -> Vec<Violation> {
    let rows = shared.store.rows();
    let mut found = BTreeSet::new();
    found.extend(answers_kept(&rows, told));
    found.extend(one_referral_each(&rows, shared));
    found.extend(one_entry_each(&rows));
    found.extend(unreadable_are_in_review(&rows, shared));
    found.extend(entries_hold_what_they_may(&rows, told, shared));
    found.extend(audit_is_whole(&rows));
    found.extend(concerns_wait_to_be_opened(&rows));
    found.extend(clocks::run_for_open_entries(&rows));
    found.extend(changes_happened_once(&rows, told));
    found.extend(every_look_is_recorded(&rows, told));
    found.extend(moves::lead_from_inbox_to_inbox(&rows));
    found.extend(words_wait_until_they_are_shown(&rows));
    found.extend(matching::possible_matches_are_shown(&rows, told, shared));
    found.extend(matching::verdicts_stand(&rows, told));
    found.extend(access::closed_entries_are_left_alone(&rows));
    found.extend(log::logs_are_kept(&rows, told));
    found.extend(notes::acknowledged_are_stored(&rows, told));
    found.extend(notes::stored_are_told(&rows));
    found.extend(amendments::acknowledged_are_stored(&rows, told));
    found.extend(amendments::entries_end_as_they_may(&rows));
    found.extend(notes::suspects_are_reviewed(&rows, told, shared));
    let now = shared.kernel.now();
    found.extend(telling::last_states_are_told(&rows, &shared.webhook, now));
    found.extend(notices::go_once_to_who_chose(&rows, told, shared, now));
    found.extend(
        shared
            .queue
            .dead()
            .into_iter()
            .filter(|id| rows.states.get(id).is_some_and(|row| row.entry.is_none()))
            .map(Violation::Dead),
    );
    found.into_iter().collect()
}

/// The seconds from each submission's answer until its referral was delivered or attached, by the
/// submission's number.
pub(crate) fn waits(
    shared: &Shared,
    answers: &BTreeMap<usize, Vec<Answer>>,
) -> BTreeMap<usize, f64> {
    let rows = shared.store.rows();
    let mut placed: BTreeMap<String, i64> = BTreeMap::new();
    let events = rows.audit.values().flatten();
    let of_referrals =
        |row: &&audit::AuditRow| row.event.action != audit::AuditAction::NoteDelivered;
    for event in events.filter(of_referrals) {
        if let (Some(referral), Some(_)) =
            (event.event.facts.get("referral"), event.event.facts.get("inbox"))
        {
            placed.insert(referral.clone(), event.event.at.as_microsecond());
        }
    }
    answers
        .iter()
        .filter_map(|(number, given)| Some((*number, given.first()?)))
        .filter_map(|(number, told)| Some((number, placed.get(&told.id.to_string())? - told.at)))
        .map(|(number, wait)| {
            let wait = std::time::Duration::from_micros(wait.max(0).unsigned_abs());
            (number, wait.as_secs_f64())
        })
        .collect()
}

fn answers_kept(rows: &Rows, told: &Told<'_>) -> Vec<Violation> {
    let mut found = Vec::new();
    for (&number, given) in told.answers {
        let first = given[0];
        if given.iter().any(|other| (other.id, other.reference) != (first.id, first.reference)) {
            found.push(Violation::TwoAnswers(number));
        }
        match rows.states.get(&first.id) {
            Some(row) if row.entry.is_some() && row.reference == first.reference => {}
            _ => found.push(Violation::Lost(number)),
        }
    }
    found
}

fn one_referral_each(rows: &Rows, shared: &Shared) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    for row in rows.states.values() {
        if let Some(number) = submission_of(rows, row.id) {
            if !seen.insert(number) {
                found.push(Violation::Doubled(number));
            }
        } else if !shared.is_poisoned(row.id) {
            found.push(Violation::Doubled(usize::MAX));
        }
        if rows.references.get(&row.reference).map(|taken| taken.id) != Some(row.id) {
            found.push(Violation::Reference(row.id));
        }
    }
    for work in rows.due.keys() {
        let Work::Route(id) = work else { continue };
        if rows.states.get(id).is_none_or(|row| row.state != ReferralState::Accepted) {
            found.push(Violation::StillDue(*id));
        }
    }
    found
}

/// Checks that the clock of a concern runs while nobody is shown what came last, a note included, or closes
/// the entry; has ended when it is closed without news; and that no other entry has one. A look may not
/// show all, so it need not end it. A concern that was sent on or opened again must be shown anew.
fn concerns_wait_to_be_opened(rows: &Rows) -> Vec<Violation> {
    use pipeline::audit::AuditAction::{
        Closed, Declined, Delivered, NoteDelivered, Redirected, Reopened, SentToReview,
    };
    let wrong = rows.entries.values().filter(|entry| {
        let events = rows.audit.get(&entry.id).map(Vec::as_slice).unwrap_or_default();
        // A note that tells of a concern starts the clock of any entry, every other one that of a
        // concern's.
        let starts = |row: &audit::AuditRow| match row.event.action {
            NoteDelivered if row.event.facts.contains_key("concern") => true,
            Delivered | SentToReview | NoteDelivered | Redirected | Declined | Reopened => {
                entry.is_concern()
            }
            _ => false,
        };
        let runs = rows.due.contains_key(&Work::OpenConcern(entry.id));
        let Some(last) = events.iter().rposition(starts) else { return runs };
        let is_shown = notes::shows_its_notes(events).any(|row| row.seq > events[last].seq);
        let is_closed = events[last..].iter().any(|row| row.event.action == Closed);
        let is_over = is_closed && !entry.has_news();
        if runs { is_over } else { !is_shown && !is_over }
    });
    wrong.map(|entry| Violation::ConcernClock(entry.id)).collect()
}

/// The number of the submission that made a stored referral: the plan writes it into the referrer's
/// record.
fn submission_of(rows: &Rows, id: ReferralId) -> Option<usize> {
    let sealed = &rows.bodies.get(&id)?.sealed;
    let plain = std::str::from_utf8(sealed.strip_prefix(id.as_bytes())?).ok()?;
    let (_, record) = plain.split_once(RECORD)?;
    record.split('"').next()?.parse().ok()
}

fn one_entry_each(rows: &Rows) -> Vec<Violation> {
    let mut holders: BTreeMap<ReferralId, Vec<&EntryRow>> = BTreeMap::new();
    for entry in rows.entries.values() {
        for id in &entry.referrals {
            holders.entry(*id).or_default().push(entry);
        }
    }
    let mut found = Vec::new();
    for row in rows.states.values() {
        match holders.get(&row.id).map(Vec::as_slice) {
            Some([entry]) if row.entry == Some(entry.id) => {
                if row.state != ReferralState::Routed {
                    found.push(Violation::StateOfEntry(row.id));
                }
            }
            None if row.entry.is_none() => {}
            _ => found.push(Violation::NotInOneEntry(row.id)),
        }
    }
    let unknown = holders.keys().filter(|id| !rows.states.contains_key(id));
    found.extend(unknown.map(|id| Violation::NotInOneEntry(*id)));
    found
}

fn unreadable_are_in_review(rows: &Rows, shared: &Shared) -> Vec<Violation> {
    let reviewed = |entry: &EntryRow| {
        let cause = entry.remarks.iter().any(|remark| remark.code == "could_not_be_routed");
        let is_there = entry.inbox == InboxId::review() || moves::was_moved(entry);
        is_there && cause && entry.referrals.len() == 1
    };
    let unreadable = rows.states.values().filter(|row| shared.is_poisoned(row.id));
    unreadable
        .filter(|row| row.entry.is_none_or(|id| !rows.entries.get(&id).is_some_and(reviewed)))
        .map(|row| Violation::NotInReview(row.id))
        .collect()
}

fn entries_hold_what_they_may(rows: &Rows, told: &Told<'_>, shared: &Shared) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut open: BTreeMap<((usize, bool), Lane), Vec<EntryId>> = BTreeMap::new();
    let mut by_hand: BTreeSet<((usize, bool), Lane)> = BTreeSet::new();
    for entry in rows.entries.values() {
        let held: Vec<&Planned> = entry
            .referrals
            .iter()
            .filter_map(|id| submission_of(rows, *id))
            .filter_map(|number| told.planned.get(number))
            .collect();
        let Some(first) = held.first() else { continue };
        let alone = held.len() == 1;
        let same = held.iter().all(|one| {
            one.name() == first.name()
                && one.agreed == first.agreed
                && !one.concern
                && !one.protected
                && (!one.suspect || moves::was_moved(entry))
        });
        if !alone && !same {
            found.push(Violation::Joined(entry.id));
        }
        let in_review = entry.inbox == InboxId::review();
        if first.concern && !(alone && concern_is_seen(entry, in_review)) {
            found.extend(entry.referrals.first().map(|id| Violation::Concern(*id)));
        }
        let poisoned = entry.referrals.iter().any(|id| shared.is_poisoned(*id));
        let joinable = !first.concern && !first.protected && !first.suspect && !poisoned;
        // A person who opens one again, or sends it to review, may leave a child with two.
        if moves::was_reopened_or_reviewed(rows, entry) {
            by_hand.insert((first.name(), entry.lane));
        }
        if joinable && entry.state != EntryState::Closed {
            open.entry((first.name(), entry.lane)).or_default().push(entry.id);
        }
    }
    let doubled = open.into_iter().filter(|(child, ids)| ids.len() > 1 && !by_hand.contains(child));
    found.extend(doubled.map(|(_, ids)| Violation::TwoOpenEntries(ids)));
    found
}

fn concern_is_seen(entry: &EntryRow, in_review: bool) -> bool {
    let inbox = entry.inbox.as_str();
    in_review
        || moves::was_moved(entry)
        || inbox == "westminster-front-door"
        || inbox == "out-of-area"
}

fn audit_is_whole(rows: &Rows) -> Vec<Violation> {
    use pipeline::audit::AuditAction::{
        Accepted, Attached, Closed, Delivered, Reopened, SentToReview,
    };
    let mut found = Vec::new();
    for (stream, events) in &rows.audit {
        if audit::verify(events).is_err() {
            found.push(Violation::Audit(*stream));
        }
        let mut is_closed = false;
        for row in events {
            match row.event.action {
                Closed => is_closed = true,
                Reopened => is_closed = false,
                Attached if is_closed => found.push(Violation::AttachedToClosed(*stream)),
                _ => {}
            }
        }
    }
    let count = |stream: EntryId, wanted: &[audit::AuditAction], referral: &StateRow| {
        let id = referral.id.to_string();
        rows.audit.get(&stream).map_or(0, |events| {
            let events = events.iter().filter(|row| wanted.contains(&row.event.action));
            events.filter(|row| row.event.facts.get("referral").is_none_or(|r| *r == id)).count()
        })
    };
    for row in rows.states.values() {
        let own = EntryId::from(row.id);
        let accepted = count(own, &[Accepted], row) == usize::from(row.entry.is_some());
        let placed = row
            .entry
            .is_none_or(|entry| count(entry, &[Delivered, Attached, SentToReview], row) == 1);
        if !accepted || !placed {
            found.push(Violation::Audit(own));
        }
    }
    found
}

/// Checks that no two workers were told of the same change. One worker who decides twice at the
/// same moment may be told twice.
fn changes_happened_once(rows: &Rows, told: &Told<'_>) -> Vec<Violation> {
    let mut whose: BTreeMap<(EntryId, u64), &ActorId> = BTreeMap::new();
    told.workers
        .changes
        .iter()
        .filter(|(entry, version, worker)| {
            let there = rows.entries.get(entry).is_some_and(|entry| entry.version >= *version);
            !there || *whose.entry((*entry, *version)).or_insert(worker) != worker
        })
        .map(|(entry, ..)| Violation::Change(*entry))
        .collect()
}

/// Checks that every look that showed an entry is recorded; a look that showed nothing may be
/// recorded too.
fn every_look_is_recorded(rows: &Rows, told: &Told<'_>) -> Vec<Violation> {
    let mut looks: BTreeMap<EntryId, usize> = BTreeMap::new();
    for entry in &told.workers.looks {
        *looks.entry(*entry).or_default() += 1;
    }
    let recorded = |entry: &EntryId| {
        let events = rows.audit.get(entry).into_iter().flatten();
        events.filter(|row| row.event.action == audit::AuditAction::Viewed).count()
    };
    looks
        .iter()
        .filter(|(e, shown)| recorded(e) < **shown)
        .map(|(e, _)| Violation::Audit(*e))
        .collect()
}

/// Checks that pressing words are marked for as long as no recorded look showed their referral, at
/// the end and whenever a look took a mark away.
fn words_wait_until_they_are_shown(rows: &Rows) -> Vec<Violation> {
    let shown = |entry: &EntryRow| {
        let events = rows.audit.get(&entry.id).into_iter().flatten();
        let looks = events.filter(|row| row.event.action == audit::AuditAction::Viewed);
        looks.filter_map(|row| row.event.facts.get("referrals")?.parse().ok()).max()
    };
    let lost = |entry: &&EntryRow| {
        let waiting = entry.referrals.iter().skip(shown(entry).unwrap_or(0));
        let mut waiting = waiting.filter_map(|id| rows.states.get(id));
        waiting.any(|row| {
            let is_marked = entry.unread_since.is_some_and(|since| since <= row.accepted_at);
            row.pressing_words && !is_marked
        })
    };
    let lost = rows.entries.values().filter(lost).map(|entry| entry.id);
    lost.chain(rows.unshown.iter().copied()).map(Violation::Unread).collect()
}
