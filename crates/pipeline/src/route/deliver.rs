//! Deliver: the one transaction that puts a referral into exactly one entry.

use jiff::Timestamp;
use locality::{Placement, Reason};
use referral::{EntryId, EntryState, InboxId, ReferralId, ReferralState};

use super::family_match::FamilyMatch;
use super::{Routed, own_entry};
use crate::audit::{AuditAction, AuditEvent, AuditRow};
use crate::clocks;
use crate::due::{DueRow, Work};
use crate::ports::{Nature, Store, World};
use crate::record;
use crate::rows::{
    Access, Actor, ClockMarks, Course, EntryMatch, EntryRow, LogMarks, MatchKind, PlacementRow,
    StateRow,
};
use crate::sent;
use crate::write::{CommitError, MAX_WRITES, Row, Write};

/// The writes of one delivery, the audit events aside.
pub(super) struct Delivery<'a> {
    writes: Vec<Write>,
    /// The entry as the delivery leaves it, and as it was before, if it was there.
    entry: EntryRow,
    before: Option<EntryRow>,
    state: &'a StateRow,
    stream: EntryId,
    action: AuditAction,
    cause: Option<&'static str>,
    inbox: InboxId,
}

impl<'a> Delivery<'a> {
    /// A delivery into the open entry that holds the same child, or into an entry of its own.
    /// `summary` is the sealed summary of that entry.
    pub(super) fn plan(
        state: &'a StateRow,
        placement: &Placement,
        family: &FamilyMatch,
        summary: Option<Vec<u8>>,
    ) -> Self {
        let placed = PlacementRow { id: state.id, placement: placement.clone() };
        let mut writes = vec![Write::Insert(Row::Placement(placed))];
        writes.extend(bumps(&family.racing));
        let own = own_entry(state.id);
        let into = family.open.as_ref().map_or(own, |open| open.id);
        writes.extend(family.others.iter().filter_map(|other| told(other, into, family)));
        match &family.open {
            None => {
                let mut entry = new_entry(state, inbox(state, placement));
                entry.authority.clone_from(&placement.authority);
                if state.suspect {
                    add_remark(&mut entry, LOOKS_AUTOMATIC.0, LOOKS_AUTOMATIC.1.to_owned());
                }
                entry.linked.clone_from(&family.linked);
                entry.matches.clone_from(&family.matches);
                remark_on(&mut entry, family);
                entry.summary = summary;
                Self::into_new(state, entry, writes)
            }
            Some(open) => {
                let open = EntryRow { summary, ..open.as_ref().clone() };
                Self::into_open(state, &open, family, writes)
            }
        }
    }

    /// A delivery into review, with the cause, made from the state row alone.
    pub(super) fn for_review(state: &'a StateRow, cause: &'static str) -> Self {
        let mut entry = new_entry(state, InboxId::review());
        entry.remarks.push(Reason {
            code: "could_not_be_routed".to_owned(),
            text: format!("It could not be placed by itself: {cause}."),
        });
        let delivery = Self::into_new(state, entry, Vec::new());
        Self { action: AuditAction::SentToReview, cause: Some(cause), ..delivery }
    }

    fn into_new(state: &'a StateRow, entry: EntryRow, mut writes: Vec<Write>) -> Self {
        let (stream, inbox) = (entry.id, entry.inbox.clone());
        writes.push(Write::Insert(Row::Entry(entry.clone())));
        let action = AuditAction::Delivered;
        Self { state, writes, entry, before: None, stream, action, cause: None, inbox }
    }

    fn into_open(
        state: &'a StateRow,
        open: &EntryRow,
        family: &FamilyMatch,
        mut writes: Vec<Write>,
    ) -> Self {
        let (stream, inbox) = (open.id, open.inbox.clone());
        let mut entry = open.clone();
        entry.version += 1;
        entry.referrals.push(state.id);
        entry.raise(state.priority, state.accepted_at);
        entry.unread_since = entry.unread_since.into_iter().chain(unread_since(state)).min();
        let code = if family.again { "replay" } else { "same_child" };
        let text = if family.again {
            "The same referral was sent again.".to_owned()
        } else {
            format!("A further referral for the same child: {}.", family.evidence.join("; "))
        };
        add_remark(&mut entry, code, text);
        for found in &family.matches {
            entry.add_match(found.clone());
        }
        remark_on(&mut entry, family);
        writes.push(Write::Entry { row: entry.clone(), seen: open.version });
        let (action, before) = (AuditAction::Attached, Some(open.clone()));
        Self { state, writes, entry, before, stream, action, cause: None, inbox }
    }

    /// Commits the delivery with its audit events: that the referral was accepted, which begins its
    /// own stream, and that it was delivered. From the second `attempt` on the stream is looked at
    /// first: after a restore of tables it may have begun already.
    pub(super) async fn commit<W: World>(
        mut self,
        world: &W,
        attempt: u32,
    ) -> Result<Routed, CommitError> {
        let now = world.nature().now();
        self.writes.extend(self.routed(now));
        let mut event = AuditEvent::new(now, &Actor::system(), self.action)
            .with("referral", self.state.id)
            .with("inbox", self.inbox.as_str());
        if let Some(cause) = self.cause {
            event = event.with("cause", cause);
        }
        let own = own_entry(self.state.id);
        let begun = if attempt == 0 { None } else { world.store().audit_head(own).await? };
        let accepted = begun.is_none().then(|| accepted(self.state));
        let row = if self.stream == own {
            event.after(own, begun.as_ref().or(accepted.as_ref()))
        } else {
            record::next(world.store(), self.stream, event).await?
        };
        let events = accepted.into_iter().chain([row]);
        self.writes.extend(events.map(|event| Write::Insert(Row::Audit(event))));
        // A concern has an entry of its own, which somebody must open soon.
        if self.state.urgent() {
            self.writes.push(Write::Start(DueRow::open_concern(self.stream, now)));
        }
        self.writes.extend(clocks::planned(self.before.as_ref(), &self.entry, now));
        world.store().commit(&self.writes).await?;
        Ok(match self.action {
            AuditAction::Attached => Routed::Attached(self.inbox),
            _ => Routed::Delivered(self.inbox),
        })
    }

    /// The state row once its referral is in an entry, the end of its due work, and the work of telling
    /// its sender, if that is told.
    fn routed(&self, now: Timestamp) -> Vec<Write> {
        let state = self.state;
        let row = StateRow {
            listed_at: sent::listed_once_placed(state, now),
            state: ReferralState::Routed,
            version: state.version + 1,
            entry: Some(self.stream),
            ..state.clone()
        };
        let telling = DueRow::tell_sender(&row, now).map(Write::Restart);
        let moved = Write::State { row, seen: state.version };
        [moved, Write::Remove(Work::Route(state.id))].into_iter().chain(telling).collect()
    }
}

/// The inbox of an entry of its own: the rulebook's, or review for what looks automatic. A concern goes
/// its way whatever it looks like.
fn inbox(state: &StateRow, placement: &Placement) -> InboxId {
    let held = state.suspect && !state.urgent();
    if held { InboxId::review() } else { placement.inbox.clone() }
}

/// The code of the remark on a referral that looks as if a machine had sent it, and its words.
const LOOKS_AUTOMATIC: (&str, &str) = (
    "looks_automatic",
    "It looks as if a machine had sent it. Check that a family asked for help: if so, help them as \
     usual, by the same times.",
);

/// The most referrals of one family that can be told in the delivery's own transaction.
const MOST_RACING: usize = 50;

/// Tells a crowd of referrals for one child to look again, before the delivery, whose transaction
/// has no room for them all. One referral of the crowd goes ahead, on average, drawn by chance; the
/// others get `None`, and look again themselves.
pub(super) async fn clear_the_way<W: World>(
    world: &W,
    mut family: FamilyMatch,
) -> Result<Option<FamilyMatch>, CommitError> {
    if family.racing.len() <= MOST_RACING {
        return Ok(Some(family));
    }
    let [.., a, b] = world.nature().random();
    if usize::from(u16::from_be_bytes([a, b])) % family.racing.len() != 0 {
        return Ok(None);
    }
    for some in family.racing.chunks(MAX_WRITES) {
        let told: Vec<Write> = bumps(some).collect();
        world.store().commit(&told).await?;
    }
    family.racing = Vec::new();
    Ok(Some(family))
}

fn bumps(racing: &[(ReferralId, u64)]) -> impl Iterator<Item = Write> {
    racing.iter().map(|&(id, seen)| Write::Bump { id, seen })
}

/// The write that adds this match to the other entry; `None` where that entry knows it already.
fn told(other: &EntryRow, own: EntryId, family: &FamilyMatch) -> Option<Write> {
    let found = family.matches.iter().find(|found| found.other == other.id)?;
    let mut row = other.clone();
    row.version += 1;
    if !row.add_match(EntryMatch { other: own, ..found.clone() }) {
        return None;
    }
    if found.kind == MatchKind::SameChild && !row.linked.contains(&own) {
        row.linked.push(own);
    }
    Some(Write::Entry { row, seen: other.version })
}

/// The number of referrals of one child in twelve months from which the entry has a remark.
const MANY: usize = 3;

/// Adds the remarks on how the family was found.
fn remark_on(entry: &mut EntryRow, family: &FamilyMatch) {
    if family.in_a_year >= MANY {
        let text = "This child was referred three times or more in 12 months.".to_owned();
        add_remark(entry, "referred_often", text);
    }
    if family.uncompared {
        let text = "It could not wait to be compared with other referrals: look for the family in \
                    your records.";
        add_remark(entry, "not_compared", text.to_owned());
    }
    if family.capped {
        let text = "So much was similar that not all of it was compared.".to_owned();
        add_remark(entry, "matching_capped", text);
    }
}

/// Adds a remark, unless the entry has it or is full of them.
fn add_remark(entry: &mut EntryRow, code: &str, text: String) {
    let remark = Reason { code: code.to_owned(), text };
    if !entry.remarks.contains(&remark) && entry.remarks.len() < MOST_REMARKS {
        entry.remarks.push(remark);
    }
}

/// The most remarks that an entry has room for.
const MOST_REMARKS: usize = 20;

/// The first event of a referral's own stream.
fn accepted(state: &StateRow) -> AuditRow {
    let event = AuditEvent::new(state.accepted_at, &state.sent_by(), AuditAction::Accepted);
    event.first(own_entry(state.id))
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
        matches: Vec::new(),
        remarks: Vec::new(),
        claim: None,
        outcome: None,
        unread_since: unread_since(state),
        news_since: None,
        summary: None,
        raised: Vec::new(),
        course: Course::default(),
        log: LogMarks::default(),
        access: Access::default(),
        clock: ClockMarks::default(),
    }
}

/// The time since which a referral's words wait to be read, if they are pressing.
fn unread_since(state: &StateRow) -> Option<Timestamp> {
    state.pressing_words.then_some(state.accepted_at)
}
