//! Tries at the secret of a reference: the wrong ones lock it, be there such a reference or not.
//!
//! A try counts for the hour by the clock that it falls into, and for the next one. So there are never
//! more than [`MOST_TRIES`] wrong tries within an hour, and a reference that is locked opens again when the
//! hour by the clock ends, or the one after it.

use std::time::Duration;

use jiff::Timestamp;
use referral::Reference;

use crate::ports::{CounterStore as _, Fault, StatusTelling, Submissions, Tokens as _};
use crate::rows::{Token, after};
use crate::window::Window;

/// The most wrong tries at one reference's secret before it is locked.
pub const MOST_TRIES: u32 = 5;

const HOUR: Duration = Duration::from_hours(1);

/// A try that was counted: the token of the reference in each hour, with the hour's beginning.
#[derive(Default)]
pub(super) struct Tries(Vec<(Token, Timestamp)>);

/// Counts a try; `None` if the reference is locked.
pub(super) async fn count<W: StatusTelling>(
    world: &W,
    reference: &Reference,
    now: Timestamp,
) -> Result<Option<Tries>, Fault> {
    let mut tries = Tries::default();
    for at in [now, after(now, HOUR)] {
        let Window { begins, expires_at, .. } = Window::of(at, HOUR);
        // Another token in each hour: the rows do not show which tries were at one reference.
        let value = format!("{}|{begins}", reference.as_str());
        let tokens = world.vault().tokens("", Submissions::StatusTries, value.as_bytes())?;
        let token = tokens.into_iter().next();
        let token = token.ok_or(Fault::Broken("there is no secret for tokens"))?;
        match world.store().count_try(&token, begins, MOST_TRIES, expires_at).await {
            Ok(true) => tries.0.push((token, begins)),
            Ok(false) => return Ok(None),
            Err(fault) => {
                let _ = tries.forget(world).await;
                return Err(fault);
            }
        }
    }
    Ok(Some(tries))
}

impl Tries {
    /// Takes the try off the counts: it was not a wrong one.
    pub(super) async fn forget<W: StatusTelling>(self, world: &W) -> Result<(), Fault> {
        for (token, begins) in self.0 {
            world.store().forget_try(&token, begins).await?;
        }
        Ok(())
    }
}
