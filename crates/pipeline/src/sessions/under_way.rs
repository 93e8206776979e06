//! Sign-ins under way: what is kept of one between leaving for the issuer and coming back.
//!
//! The issuer's answer comes back through the browser, so it proves nothing by itself. It counts once,
//! within [`SIGN_IN_PATIENCE`], and in the browser that left: the random state that it brings finds
//! what was kept, which is removed as it is found, and names the browser.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::held;
use crate::ports::{Fault, Nature as _, SessionKeeping};
use crate::secret_id::{self, digest};

/// The time within which a worker must come back from the issuer.
pub const SIGN_IN_PATIENCE: Duration = Duration::from_mins(10);

const KIND: &str = "sign-in";

/// The random id of a browser that somebody signs in with, of 128 bits. Several tabs of one browser
/// have one id. It has no `Debug`: the holder of the id can end the sign-ins that it began.
#[derive(Clone, PartialEq, Eq)]
pub struct BrowserId([u8; 16]);

impl BrowserId {
    /// A new id.
    pub fn new<W: SessionKeeping>(world: &W) -> Self {
        Self(world.nature().random())
    }

    /// Reads an id as [`BrowserId::secret`] writes it.
    pub fn parse(text: &str) -> Option<Self> {
        secret_id::read(text).map(Self)
    }

    /// The id in hexadecimal, for the browser alone.
    pub fn secret(&self) -> String {
        secret_id::write(self.0)
    }

    /// The digest by which the browser is known again.
    pub(super) fn secret_digest(&self) -> String {
        digest("browser", &self.0).to_string()
    }
}

/// The random values with which a worker is sent to the issuer.
pub struct Leaving {
    /// The value that the issuer's answer must bring back.
    pub state: String,
    /// The value that the issuer must put into its token.
    pub nonce: String,
    /// The secret whose hash the issuer is told, and which is shown to it with its answer (RFC 7636).
    pub verifier: String,
}

/// The parts that are needed of a sign-in whose answer came.
pub struct Back {
    /// The value that must be in the issuer's token.
    pub nonce: String,
    /// The secret that belongs to the hash that the issuer was told.
    pub verifier: String,
    /// The page that the worker asked for.
    pub to: String,
}

/// The sealed part of a sign-in under way.
#[derive(Serialize, Deserialize)]
struct Contents {
    browser: String,
    nonce: String,
    verifier: String,
    to: String,
}

/// Keeps what is needed of a sign-in that begins in this browser, for the page `to`.
pub async fn leave<W: SessionKeeping>(
    world: &W,
    browser: &BrowserId,
    to: &str,
) -> Result<Leaving, Fault> {
    let random = || secret_id::write(world.nature().random());
    let (nonce, verifier) = (random(), random() + &random());
    let contents = Contents {
        browser: browser.secret_digest(),
        nonce: nonce.clone(),
        verifier: verifier.clone(),
        to: to.to_owned(),
    };
    let state = held::hold(world, KIND, &contents, SIGN_IN_PATIENCE).await?;
    Ok(Leaving { state: secret_id::write(state), nonce, verifier })
}

/// The kept parts of the sign-in with this state, if it began in this browser; it counts once.
pub async fn come_back<W: SessionKeeping>(
    world: &W,
    browser: &BrowserId,
    state: &str,
) -> Result<Option<Back>, Fault> {
    let Some(state) = secret_id::read(state) else { return Ok(None) };
    let found: Option<Contents> = held::take(world, KIND, state).await?;
    let ours = found.filter(|contents| contents.browser == browser.secret_digest());
    Ok(ours.map(|Contents { nonce, verifier, to, .. }| Back { nonce, verifier, to }))
}
