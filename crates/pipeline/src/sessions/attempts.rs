//! Attempts to sign in: those that fail are recorded in the audit trail, and slowed where there are
//! many from one browser. Secrets are guessed at the issuer, which slows that itself.
//!
//! An attempt is counted before the issuer's answer is tried, and taken off the count when it was
//! right, so that attempts at the same time cannot pass the limit together. The count is of one minute
//! by the clock, and never ends a session.

use std::time::Duration;

use jiff::Timestamp;

use super::BrowserId;
use crate::audit::{self, AuditAction, AuditEvent};
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{
    Fault, Nature as _, SessionKeeping, SessionStore as _, SignIns, Store as _, Tokens as _,
};
use crate::record;
use crate::rows::{Actor, Token};
use crate::window::Window;
use crate::write::{CommitError, Row, Write};

/// The most attempts from one browser that may fail in a minute.
pub const MOST_FAILURES: u32 = 10;
/// The length of a window.
const WINDOW: Duration = Duration::from_mins(1);

/// An attempt to sign in that was counted. Its end has to be told: [`Attempt::forget`] or
/// [`Attempt::fail`].
#[derive(Debug)]
#[must_use = "an attempt whose end is not told counts as failed"]
pub struct Attempt {
    token: Token,
    window: Timestamp,
}

/// The reason why nobody may attempt to sign in now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AttemptError {
    /// Too many attempts from this browser have failed.
    #[error("too many attempts to sign in have failed")]
    Slowed {
        /// The time after which there may be another attempt, in seconds.
        retry_after: u32,
    },
    /// The attempts cannot be counted.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// The reason why an attempt failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The issuer vouches for nobody: it refused, or its answer does not hold.
    Refused,
    /// The issuer vouches for a person, and none of their groups works here.
    NoKnownGroup,
}

impl Why {
    fn code(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::NoKnownGroup => "no_known_group",
        }
    }
}

/// Begins an attempt to sign in from a browser, unless too many have failed in this minute.
pub async fn attempt<W: SessionKeeping>(
    world: &W,
    browser: &BrowserId,
) -> Result<Attempt, AttemptError> {
    let Window { begins, expires_at, left } = Window::of(world.nature().now(), WINDOW);
    let tokens = world.vault().tokens("", SignIns, browser.secret().as_bytes())?;
    let token = tokens.into_iter().next().ok_or(Fault::Broken("there is no secret for tokens"))?;
    if world.store().count_attempt(&token, begins, MOST_FAILURES, expires_at).await? {
        return Ok(Attempt { token, window: begins });
    }
    Err(AttemptError::Slowed { retry_after: left })
}

impl Attempt {
    /// Takes an attempt off the count that has not failed.
    pub async fn forget<W: SessionKeeping>(self, world: &W) -> Result<(), Fault> {
        world.store().forget_attempt(&self.token, self.window).await
    }

    /// Records an attempt that failed. The actor is known if the issuer vouches for them.
    pub async fn fail<W: SessionKeeping>(
        self,
        world: &W,
        actor: &Actor,
        why: Why,
    ) -> Result<(), Fault> {
        let event = AuditEvent::new(world.nature().now(), actor, AuditAction::SignInFailed)
            .with("browser", self.token.as_str())
            .with("why", why.code());
        for attempt in 0..ATTEMPTS {
            let row = record::next(world.store(), audit::sign_ins(), event.clone()).await?;
            match world.store().commit(&[Write::Insert(Row::Audit(row))]).await {
                Ok(()) => return Ok(()),
                // Another failure was recorded in the same moment.
                Err(CommitError::Cancelled(_)) => pause(world.nature(), attempt).await,
                Err(CommitError::Fault(fault)) => return Err(fault),
            }
        }
        Err(Fault::Transient("a failed sign-in could not be recorded"))
    }
}
