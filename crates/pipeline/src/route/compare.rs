//! Compare: looking for the same family in other referrals, and how long a referral may wait for
//! it.

use std::pin::pin;
use std::time::Duration;

use futures::future::{Either, select};

use super::family_match::{self, FamilyMatch};
use super::{OpenedReferral, RouteError};
use crate::patience::pause;
use crate::ports::{Matching, Nature, Placing};
use crate::rows::StateRow;

/// A concern looks for the same child at most three times, for two seconds at a time; after that
/// it is delivered uncompared.
const CONCERN_ATTEMPTS: u32 = 3;
const CONCERN_PATIENCE: Duration = Duration::from_secs(2);

/// Looks for the same family. A routine referral waits until the tables answer. A concern does not:
/// where the match rows cannot be had, or other referrals keep winning, it is delivered uncompared,
/// and its entry says so.
pub(super) async fn compare<W: Matching + Placing>(
    world: &W,
    state: &StateRow,
    opened: &mut OpenedReferral,
    attempt: u32,
) -> Result<FamilyMatch, RouteError> {
    if !state.urgent() {
        return family_match::look(world, state, opened).await;
    }
    if attempt >= CONCERN_ATTEMPTS {
        return Ok(FamilyMatch::not_compared());
    }
    let looking = pin!(look_again(world, state, opened));
    let patience = pin!(world.nature().sleep(CONCERN_PATIENCE));
    match select(looking, patience).await {
        Either::Left((Ok(family), _)) => Ok(family),
        Either::Left((Err(_), _)) | Either::Right(_) => Ok(FamilyMatch::not_compared()),
    }
}

/// Looks again after each transient fault, as often as a concern may try.
async fn look_again<W: Matching + Placing>(
    world: &W,
    state: &StateRow,
    opened: &mut OpenedReferral,
) -> Result<FamilyMatch, RouteError> {
    let mut tried = 0;
    loop {
        let ended = family_match::look(world, state, opened).await;
        tried += 1;
        if tried >= CONCERN_ATTEMPTS || !matches!(ended, Err(RouteError::Transient(_))) {
            return ended;
        }
        pause(world.nature(), tried).await;
    }
}
