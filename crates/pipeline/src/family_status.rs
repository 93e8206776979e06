//! The status that a family is shown, who has no account: by its reference and the secret that it was
//! given with it.
//!
//! It comes from the referral's own state and the day that was named when it was sent, and so is the same for a
//! child who is known and for one who is not. How far the work is stays with the entry
//! (docs/decisions/0028-a-family-sees-that-it-arrived-not-who-read-it.md).

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use referral::{Reference, ReferralId, ReferralState, StatusSecret};

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
    /// The day by which somebody tries to get in touch, as it was named when the referral was sent; `None`
    /// until it is placed, once it was withdrawn, and where none was named.
    pub in_touch_by: Option<Date>,
}

/// The way by which a sender without an account asks for its status later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asking {
    /// The secret that opens it.
    pub secret: StatusSecret,
    /// The day by which somebody tries to get in touch, as the sender is told now.
    pub in_touch_by: Date,
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
    let Some(found) = found? else { return Ok(Looked::NotFound) };
    status(world, found).await
}

/// Looks up again what this browser was shown before, by the reference and the secret that it keeps sealed.
/// It is no try at a secret: nobody can lock a family out of what it is looking at.
pub async fn look_again<W: StatusTelling>(
    world: &W,
    reference: &Reference,
    secret: &StatusSecret,
) -> Result<Looked, Fault> {
    match find(world, reference, *secret, world.nature().now()).await? {
        Some(found) => status(world, found).await,
        None => Ok(Looked::NotFound),
    }
}

async fn status<W: StatusTelling>(
    world: &W,
    (id, access): (ReferralId, StatusAccess),
) -> Result<Looked, Fault> {
    let Some(state) = world.store().state(id).await? else { return Ok(Looked::NotFound) };
    Ok(Looked::Found(FamilyStatus {
        received_at: state.accepted_at,
        step: state.state.into(),
        notes_left: MOST_NOTES.saturating_sub(state.notes),
        opened: Opened(id),
        in_touch_by: access.in_touch_by.filter(|_| state.state == ReferralState::Routed),
    }))
}

async fn find<W: StatusTelling>(
    world: &W,
    reference: &Reference,
    secret: StatusSecret,
    now: Timestamp,
) -> Result<Option<(ReferralId, StatusAccess)>, Fault> {
    let row = world.store().reference(reference).await?;
    opens(world, row, secret, now)
}

/// The referral of this row and the access to it, if the secret opens its status now.
fn opens<W: StatusTelling>(
    world: &W,
    row: Option<ReferenceRow>,
    secret: StatusSecret,
    now: Timestamp,
) -> Result<Option<(ReferralId, StatusAccess)>, Fault> {
    let (id, access) = match row {
        Some(row) => (row.id, row.status),
        // The tokens are made all the same, as they take the most time.
        None => (ReferralId::from_random([0; 16]), None),
    };
    let given = tokens(world, id, secret)?;
    let is_right = |access: &StatusAccess| {
        now < access.ends_at && given.iter().any(|token| access.tokens.contains(token))
    };
    Ok(access.filter(is_right).map(|access| (id, access)))
}

/// The access by this secret to the status of a referral that is accepted now.
pub(crate) fn access<W: Keyed<Vault: Tokens<Submissions>>>(
    world: &W,
    id: ReferralId,
    asking: Asking,
    now: Timestamp,
) -> Result<StatusAccess, Fault> {
    Ok(StatusAccess {
        tokens: tokens(world, id, asking.secret)?,
        ends_at: after(now, SHOWN_FOR),
        in_touch_by: Some(asking.in_touch_by),
    })
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
