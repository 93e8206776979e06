//! The status that a family is shown, who has no account: by its reference and the secret that it was
//! given with it.
//!
//! It comes from the referral's own state and its placement by the rulebook alone, and so is the same for a
//! child who is known and for one who is not. How far the work is stays with the entry
//! (docs/decisions/0028-a-family-sees-that-it-arrived-not-who-read-it.md).

use std::time::Duration;

use jiff::Timestamp;
use locality::Localities;
use referral::{InboxId, Priority, Reference, ReferralId, ReferralState, StatusSecret};

use crate::clocks::{self, Hours};
use crate::ports::{Fault, Keyed, Nature as _, StatusTelling, Store as _, Submissions, Tokens};
use crate::rows::{MOST_NOTES, ReferenceRow, StatusAccess, Token, after};

mod tries;

pub use tries::MOST_TRIES;

/// The time for which the secret opens the status.
pub const SHOWN_FOR: Duration = Duration::from_hours(90 * 24);

/// The answer to somebody who asks for a status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Looked {
    /// The secret is right.
    Found(FamilyStatus),
    /// There is no such reference, the secret is wrong, or its time is over: nobody is told which.
    NotFound,
    /// There were too many wrong tries at this reference, known or not.
    Locked,
}

/// The status of a referral, as its family is shown it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyStatus {
    /// The time when the referral came in.
    pub received_at: Timestamp,
    /// The step that it is at.
    pub step: Step,
    /// The number of notes that may still be added.
    pub notes_left: u8,
    /// The right to add a note.
    pub opened: Opened,
    /// The priority of the referral itself.
    priority: Priority,
    /// The inbox of its own placement, which nobody is shown; `None` until it is placed, and once it was
    /// withdrawn.
    inbox: Option<InboxId>,
}

impl FamilyStatus {
    /// The moment by which somebody tries to get in touch: what the sender of any referral is promised
    /// ([`crate::Status::next`]), and on the next working day at the soonest. So nobody is told that it is
    /// late before the day that the confirmation named, and the day of a concern is that of anything urgent:
    /// somebody else who has the code learns from it of no concern. `None` until it is placed, and once it
    /// was withdrawn.
    pub fn in_touch_by(&self, localities: &Localities) -> Option<Timestamp> {
        let hours = Hours::of(localities, self.inbox.as_ref()?);
        let promised = clocks::promised(self.priority, self.received_at, hours).at;
        Some(promised.max(hours.calendar.end_after_days(self.received_at, 1)))
    }
}

/// The step that a referral is at, as far as a family may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It came in, and is on its way to the people who help.
    Received,
    /// It is with the people who help.
    WithATeam,
    /// It was withdrawn.
    Withdrawn,
}

impl From<ReferralState> for Step {
    fn from(state: ReferralState) -> Self {
        match state {
            ReferralState::Accepted => Self::Received,
            ReferralState::Routed => Self::WithATeam,
            ReferralState::Withdrawn => Self::Withdrawn,
        }
    }
}

/// A referral that was opened by its reference and secret. Only [`look`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened(ReferralId);

impl Opened {
    /// The id of the referral.
    pub(crate) fn referral(self) -> ReferralId {
        self.0
    }
}

/// Looks up how a referral stands. Whatever is wrong, the same requests are made and the same is
/// answered.
///
/// A try is counted before the secret is compared, and taken off the count if it was right, so that
/// tries at the same time cannot pass the limit together. If this dies in between, a right one counts as a
/// wrong one for that time.
pub async fn look<W: StatusTelling>(
    world: &W,
    reference: &Reference,
    secret: &StatusSecret,
) -> Result<Looked, Fault> {
    let now = world.nature().now();
    let Some(tries) = tries::count(world, reference, now).await? else {
        return Ok(Looked::Locked);
    };
    let found = find(world, reference, *secret, now).await;
    // Only a wrong try counts: neither a right one, nor one that nobody could judge. A count that stays
    // only brings the lock nearer.
    if !matches!(found, Ok(None)) {
        let _ = tries.forget(world).await;
    }
    let Some(id) = found? else { return Ok(Looked::NotFound) };
    status(world, id).await
}

/// Looks up again what this browser was shown before, by the reference and the secret that it keeps sealed.
/// It is no try at a secret: nobody can lock a family out of what it is looking at.
pub async fn look_again<W: StatusTelling>(
    world: &W,
    reference: &Reference,
    secret: &StatusSecret,
) -> Result<Looked, Fault> {
    match find(world, reference, *secret, world.nature().now()).await? {
        Some(id) => status(world, id).await,
        None => Ok(Looked::NotFound),
    }
}

async fn status<W: StatusTelling>(world: &W, id: ReferralId) -> Result<Looked, Fault> {
    let Some(state) = world.store().state(id).await? else { return Ok(Looked::NotFound) };
    let inbox = match state.state {
        ReferralState::Routed => placed(world, id).await?,
        ReferralState::Accepted | ReferralState::Withdrawn => None,
    };
    Ok(Looked::Found(FamilyStatus {
        received_at: state.accepted_at,
        step: state.state.into(),
        notes_left: MOST_NOTES.saturating_sub(state.notes),
        opened: Opened(id),
        priority: state.priority,
        inbox,
    }))
}

/// The inbox in which the rulebook alone places a referral.
async fn placed<W: StatusTelling>(world: &W, id: ReferralId) -> Result<Option<InboxId>, Fault> {
    let placed = world.store().placements(&[id]).await?.into_iter().next();
    Ok(placed.map(|row| row.placement.inbox))
}

async fn find<W: StatusTelling>(
    world: &W,
    reference: &Reference,
    secret: StatusSecret,
    now: Timestamp,
) -> Result<Option<ReferralId>, Fault> {
    let row = world.store().reference(reference).await?;
    opens(world, row, secret, now)
}

/// The referral of this row, if the secret opens its status now.
fn opens<W: StatusTelling>(
    world: &W,
    row: Option<ReferenceRow>,
    secret: StatusSecret,
    now: Timestamp,
) -> Result<Option<ReferralId>, Fault> {
    let (id, access) = match row {
        Some(row) => (row.id, row.status),
        // The tokens are made all the same, as they take the most time.
        None => (ReferralId::from_random([0; 16]), None),
    };
    let given = tokens(world, id, secret)?;
    let is_right = |access: &StatusAccess| {
        now < access.ends_at && given.iter().any(|token| access.tokens.contains(token))
    };
    Ok(access.filter(is_right).map(|_| id))
}

/// The access by this secret to the status of a referral that is accepted now.
pub(crate) fn access<W: Keyed<Vault: Tokens<Submissions>>>(
    world: &W,
    id: ReferralId,
    secret: StatusSecret,
    now: Timestamp,
) -> Result<StatusAccess, Fault> {
    Ok(StatusAccess { tokens: tokens(world, id, secret)?, ends_at: after(now, SHOWN_FOR) })
}

/// The tokens of a secret: other ones for each referral, though two may have the same secret.
fn tokens<W: Keyed<Vault: Tokens<Submissions>>>(
    world: &W,
    id: ReferralId,
    secret: StatusSecret,
) -> Result<Vec<Token>, Fault> {
    let value = format!("{id}|{secret}");
    world.vault().tokens("", Submissions::StatusSecret, value.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The moment by which somebody gets in touch about a referral of a priority that came in then, in an
    /// inbox that works as any office does.
    fn by(priority: Priority, received_at: &str) -> Timestamp {
        let status = FamilyStatus {
            received_at: received_at.parse().unwrap(),
            step: Step::WithATeam,
            notes_left: 1,
            opened: Opened(ReferralId::from_random([1; 16])),
            priority,
            inbox: Some(InboxId::review()),
        };
        let none: [(String, String); 0] = [];
        let localities = Localities::parse(none).unwrap();
        let by = status.in_touch_by(&localities).unwrap();
        assert_eq!(FamilyStatus { inbox: None, ..status }.in_touch_by(&localities), None);
        by
    }

    #[test]
    fn a_family_is_promised_what_any_sender_is_and_the_next_working_day_at_the_soonest() {
        // A Monday in winter.
        for (priority, end) in [
            (Priority::Routine, "2026-12-07T17:00:00Z"),
            (Priority::NotAnswered, "2026-12-07T17:00:00Z"),
            (Priority::Soon, "2026-12-02T17:00:00Z"),
            (Priority::Urgent, "2026-12-01T17:00:00Z"),
        ] {
            assert_eq!(by(priority, "2026-11-30T10:00:00Z"), end.parse().unwrap(), "{priority:?}");
        }
    }

    #[test]
    fn a_concern_has_the_day_of_anything_urgent() {
        for received in ["2026-11-30T10:00:00Z", "2026-11-27T23:50:00Z", "2026-12-25T03:00:00Z"] {
            let [concern, urgent] =
                [Priority::Safeguarding, Priority::Urgent].map(|priority| by(priority, received));
            assert_eq!(concern, urgent, "{received}");
        }
    }
}
