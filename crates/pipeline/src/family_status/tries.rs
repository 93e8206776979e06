//! Tries at the secret of a reference: the wrong ones lock it, be there such a reference or not.
//!
//! A try counts for the hour by the clock that it falls into, and for the next one. So there are never
//! more than [`MOST_TRIES`] wrong tries within an hour, and a reference that is locked stays so for an
//! hour at least, and for less than two.

use std::time::Duration;

use jiff::Timestamp;
use referral::Reference;

use crate::ports::{CounterStore as _, Fault, StatusTelling, Submissions, Tokens as _};
use crate::rows::{Token, after};
use crate::window::Window;

/// The most wrong tries at one reference's secret before it is locked.
pub const MOST_TRIES: u32 = 5;
/// The longest time for which a reference is locked.
pub const LOCKED_FOR: Duration = Duration::from_hours(2);

const HOUR: Duration = Duration::from_hours(1);

/// A try that was counted.
pub(super) struct Tries {
    reference: Token,
    windows: [Window; 2],
}

/// Counts a try; `None` if the reference is locked.
pub(super) async fn count<W: StatusTelling>(
    world: &W,
    reference: &Reference,
    now: Timestamp,
) -> Result<Option<Tries>, Fault> {
    let value = reference.as_str();
    let tokens = world.vault().tokens("", Submissions::StatusTries, value.as_bytes())?;
    let token = tokens.into_iter().next().ok_or(Fault::Broken("there is no secret for tokens"))?;
    let windows = [now, after(now, HOUR)].map(|at| Window::of(at, HOUR));
    for Window { begins, expires_at, .. } in windows {
        if !world.store().count_try(&token, begins, MOST_TRIES, expires_at).await? {
            return Ok(None);
        }
    }
    Ok(Some(Tries { reference: token, windows }))
}

impl Tries {
    /// Takes a try off the count that was right.
    pub(super) async fn forget<W: StatusTelling>(self, world: &W) -> Result<(), Fault> {
        for window in self.windows {
            world.store().forget_try(&self.reference, window.begins).await?;
        }
        Ok(())
    }
}
