//! Deliver: the one transaction that puts a referral into exactly one entry.

use locality::{Placement, Reason};
use referral::{EntryId, EntryState, InboxId, ReferralId, ReferralState};

use super::who::Who;
use super::{Routed, own_entry};
use crate::audit::{self, AuditAction, AuditEvent};
use crate::ports::{Nature, Store, World};
use crate::rows::{ActorId, EntryRow, PlacementRow, StateRow};
use crate::write::{CommitError, MAX_WRITES, Row, Write};

/// What one delivery writes, the audit event aside.
pub(super) struct Delivery {
    writes: Vec<Write>,
    stream: EntryId,
    action: AuditAction,
    referral: ReferralId,
    cause: Option<&'static str>,
    inbox: InboxId,
}

impl Delivery {
    /// Into the open entry that holds the same child, or into an entry of its own.
    pub(super) fn plan(state: &StateRow, placement: &Placement, who: &Who) -> Self {
        let own = PlacementRow { id: state.id, placement: placement.clone() };
        let mut writes = vec![Write::Insert(Row::Placement(own))];
        match who {
            Who::New { racing, linked } => {
                writes.extend(bumps(racing));
                let mut entry = new_entry(state, placement.inbox.clone());
                entry.authority.clone_from(&placement.authority);
                entry.linked.clone_from(linked);
                Self::into_new(state, entry, writes)
            }
            Who::Open(entry) => Self::into_open(state, entry, writes),
        }
    }

    /// Into review, with the cause, by what the state row says alone.
    pub(super) fn for_review(state: &StateRow, cause: &'static str) -> Self {
        let mut entry = new_entry(state, InboxId::review());
        entry.notes.push(Reason {
            code: "could_not_be_routed".to_owned(),
            text: format!("It could not be placed by itself: {cause}."),
        });
        let delivery = Self::into_new(state, entry, Vec::new());
        Self { action: AuditAction::SentToReview, cause: Some(cause), ..delivery }
    }

    fn into_new(state: &StateRow, entry: EntryRow, mut writes: Vec<Write>) -> Self {
        let (stream, inbox) = (entry.id, entry.inbox.clone());
        writes.push(routed(state, stream));
        writes.push(Write::Insert(Row::Entry(entry)));
        let action = AuditAction::Delivered;
        Self { writes, stream, action, referral: state.id, cause: None, inbox }
    }

    fn into_open(state: &StateRow, open: &EntryRow, mut writes: Vec<Write>) -> Self {
        let (stream, inbox) = (open.id, open.inbox.clone());
        let mut entry = open.clone();
        entry.version += 1;
        entry.referrals.push(state.id);
        // A later report can raise the urgency, never lower it.
        entry.priority = entry.priority.min(state.priority);
        entry.received_at = entry.received_at.min(state.accepted_at);
        let note = Reason {
            code: "same_child".to_owned(),
            text: "A further referral for the same child: same names, date of birth and postcode."
                .to_owned(),
        };
        if !entry.notes.contains(&note) {
            entry.notes.push(note);
        }
        writes.push(routed(state, stream));
        writes.push(Write::Entry { row: entry, seen: open.version });
        let action = AuditAction::Attached;
        Self { writes, stream, action, referral: state.id, cause: None, inbox }
    }

    /// Commits the delivery with its audit event.
    pub(super) async fn commit<W: World>(mut self, world: &W) -> Result<Routed, CommitError> {
        let now = world.nature().now();
        let mut event = AuditEvent::new(now, &ActorId::system(), self.action)
            .with("referral", self.referral)
            .with("inbox", self.inbox.as_str());
        if let Some(cause) = self.cause {
            event = event.with("cause", cause);
        }
        let row = audit::next(world.store(), self.stream, event).await?;
        self.writes.push(Write::Insert(Row::Audit(row)));
        world.store().commit(&self.writes).await?;
        Ok(match self.action {
            AuditAction::Attached => Routed::Attached(self.inbox),
            _ => Routed::Delivered(self.inbox),
        })
    }
}

/// So many referrals of one child can be told in the delivery's own transaction.
const MOST_RACING: usize = 50;

/// Tells a crowd for one child that they must look again, before the delivery, whose transaction
/// has no room for it. One in as many goes ahead; the others are `None` and look again themselves.
pub(super) async fn clear_the_way<W: World>(
    world: &W,
    who: Who,
) -> Result<Option<Who>, CommitError> {
    match who {
        Who::New { racing, linked } if racing.len() > MOST_RACING => {
            let [.., a, b] = world.nature().random();
            if usize::from(u16::from_be_bytes([a, b])) % racing.len() != 0 {
                return Ok(None);
            }
            for some in racing.chunks(MAX_WRITES) {
                let told: Vec<Write> = bumps(some).collect();
                world.store().commit(&told).await?;
            }
            Ok(Some(Who::New { racing: Vec::new(), linked }))
        }
        who => Ok(Some(who)),
    }
}

fn bumps(racing: &[(ReferralId, u64)]) -> impl Iterator<Item = Write> {
    racing.iter().map(|&(id, seen)| Write::Bump { id, seen })
}

/// The state row once its referral is in an entry: nothing is due any more.
fn routed(state: &StateRow, entry: EntryId) -> Write {
    let row = StateRow {
        state: ReferralState::Routed,
        version: state.version + 1,
        due: None,
        entry: Some(entry),
        ..state.clone()
    };
    Write::State { row, seen: state.version }
}

fn new_entry(state: &StateRow, inbox: InboxId) -> EntryRow {
    EntryRow {
        id: own_entry(state.id),
        inbox,
        authority: None,
        state: EntryState::New,
        version: 1,
        lane: state.lane,
        priority: state.priority,
        received_at: state.accepted_at,
        referrals: vec![state.id],
        linked: Vec::new(),
        notes: Vec::new(),
        claim: None,
        outcome: None,
    }
}
