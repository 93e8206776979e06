//! Sending an entry to another inbox, by a worker's choice or because theirs declines it. An entry's
//! key is its id and its inbox an attribute, so a move is one conditional update: it is never in two
//! inboxes and never in none. Its clocks go on.

use jiff::Timestamp;
use locality::{InboxInfo, Localities};
use referral::{
    DecliningReason, EntryAction, EntryId, EntryState, InboxId, NextPlace, RedirectReason,
};

use super::change::{FOR_ITS_OWN, must_be_opened};
use super::commit::{Decided, decide, refused};
use super::destinations::{authority_in, destinations, needs_manager, offered_to};
use super::{CollectError, Worker, is_theirs};
use crate::audit::AuditAction;
use crate::ports::{Directing, Store, World};
use crate::rows::{Done, EntryRow, Step};

/// A worker's decision that an entry belongs elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// "It belongs there."
    Redirect {
        /// The inbox that it is sent to.
        to: InboxId,
        /// The reason for it.
        reason: RedirectReason,
    },
    /// "We cannot take it."
    Decline {
        /// The reason, which says where it goes next.
        reason: DecliningReason,
        /// The inbox that it is offered to, where the reason leaves a choice; the first if `None`.
        to: Option<InboxId>,
    },
}

/// Sends an entry on, and answers it as it is then. `seen` is the version on which the worker decided,
/// if they say. An entry that is declined because more must be known stays where it is, claimed.
pub async fn send_on<W: Directing>(
    world: &W,
    worker: &Worker,
    id: EntryId,
    seen: Option<u64>,
    to: &Move,
) -> Result<EntryRow, CollectError> {
    let rulebooks = world.rulebooks().await?;
    decide(world, worker, id, seen, |entry, now| decided(entry, worker, &rulebooks, to, now)).await
}

/// The step by which a worker sent an entry on, if that was the last step that they took with it. It shows nothing of the entry but what they did themselves.
pub async fn sent_on<W: World>(
    world: &W,
    worker: &Worker,
    id: EntryId,
) -> Result<Step, CollectError> {
    let entry = world.store().entries(&[id]).await?.pop().ok_or(CollectError::NotFound)?;
    let own = entry.course.steps.into_iter().rfind(|step| step.by == worker.actor.id);
    own.filter(|step| step.done.moved().is_some()).ok_or(CollectError::NotFound)
}

fn decided(
    entry: &EntryRow,
    worker: &Worker,
    localities: &Localities,
    to: &Move,
    now: Timestamp,
) -> Result<Decided, CollectError> {
    let action = match to {
        Move::Redirect { .. } => EntryAction::Redirect,
        Move::Decline { reason, .. } if reason.next_place() == NextPlace::Referrer => {
            EntryAction::Ask
        }
        Move::Decline { .. } => EntryAction::Decline,
    };
    let state = match (is_theirs(worker, entry), action) {
        (true, _) => {
            let allowed = entry.allows(&worker.actor.id, action, now);
            allowed.map_err(|barred| refused(entry, barred))?
        }
        // Nobody answered its clocks, whoever holds it: the triage that it is put to sends it on.
        (false, EntryAction::Redirect) => EntryState::New,
        (false, _) => return Err(FOR_ITS_OWN),
    };
    let mut next = EntryRow { state, ..entry.clone() };
    if action == EntryAction::Ask {
        next.course.asked_at = Some(now);
        let reason = DecliningReason::MoreInformation;
        let asked = Decided::new(next, Done::Asked, AuditAction::ReferrerAsked);
        return Ok(asked.with("reason", &reason).with("inbox", &entry.inbox));
    }
    let from = entry.inbox.clone();
    let (inbox, done, audited, reason) = match to {
        Move::Redirect { to, reason } => {
            let inbox = chosen(&destinations(localities, entry), Some(to))?;
            let done = Done::SentOn { from, to: inbox.id.clone(), reason: *reason };
            next.course.needs_manager = false;
            (inbox, done, AuditAction::Redirected, reason.code())
        }
        Move::Decline { reason, to } => {
            let inbox = chosen(&offered_to(localities, entry, *reason), to.as_ref())?;
            let done = Done::Declined { from, to: inbox.id.clone(), reason: *reason };
            next.course.needs_manager = needs_manager(entry, inbox);
            next.course.declined = entry.course.declined.saturating_add(1);
            (inbox, done, AuditAction::Declined, reason.code())
        }
    };
    next.authority = authority_in(entry, inbox);
    next.inbox = inbox.id.clone();
    next.claim = None;
    next.course.asked_at = None;
    next.clock.go_on(now);
    let moved = Decided::new(next, done, audited)
        .with("from", &entry.inbox)
        .with("to", &inbox.id)
        .with("reason", reason);
    // Nobody in the other inbox has seen it yet.
    Ok(must_be_opened(moved, entry, now))
}

/// The inbox that the worker names, if it is one of these; the first of them if they name none.
fn chosen<'a>(
    all: &[&'a InboxInfo],
    named: Option<&InboxId>,
) -> Result<&'a InboxInfo, CollectError> {
    let mut fitting = all.iter().copied();
    let found = fitting.find(|inbox| named.is_none_or(|named| *named == inbox.id));
    let ids = || all.iter().map(|inbox| inbox.id.clone()).collect();
    found.ok_or_else(|| CollectError::Destination(ids()))
}
