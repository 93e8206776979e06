//! Rows of the table of sessions: sessions, and what is held for a browser, by the digest of their id;
//! and counts of attempts to sign in by a browser's token and the minute.

use jiff::Timestamp;
use pipeline::ports::Fault;
use pipeline::rows::{Digest, HeldRow, SessionKey, SessionRow, Token};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

use super::{UNREADABLE, millis, seconds, time};

/// The prefix of a session's key; the digest follows.
pub(crate) const SESSION: &str = "S#";
/// The prefix of the key of what is held for a browser; the digest follows.
const HELD: &str = "H#";
/// The prefix of the key of a count of attempts; token and window follow.
const ATTEMPTS: &str = "A#";

/// The key of a session.
pub(crate) fn key(session: SessionKey) -> String {
    format!("{SESSION}{session}")
}

/// The key of what is held for a browser.
pub(crate) fn held_key(held: SessionKey) -> String {
    format!("{HELD}{held}")
}

/// The key of the attempts under a token in a window.
pub(crate) fn attempts_key(token: &Token, window: Timestamp) -> String {
    format!("{ATTEMPTS}{}#{}", token.as_str(), window.as_second())
}

#[derive(Serialize, Deserialize)]
pub(crate) struct SessionItem {
    id: String,
    sealed: ByteBuf,
    worker: String,
    idle_until: i64,
    expires_at: i64,
    /// The expiry in seconds, for the table's time to live.
    expires: i64,
}

impl From<&SessionRow> for SessionItem {
    fn from(row: &SessionRow) -> Self {
        Self {
            id: key(row.key),
            sealed: ByteBuf::from(row.sealed.clone()),
            worker: row.worker.to_string(),
            idle_until: millis(row.idle_until),
            expires_at: millis(row.expires_at),
            expires: seconds(row.expires_at),
        }
    }
}

impl TryFrom<SessionItem> for SessionRow {
    type Error = Fault;

    fn try_from(item: SessionItem) -> Result<Self, Fault> {
        Ok(Self {
            key: item.id.strip_prefix(SESSION).and_then(Digest::parse).ok_or(UNREADABLE)?,
            sealed: item.sealed.into_vec(),
            worker: Digest::parse(&item.worker).ok_or(UNREADABLE)?,
            idle_until: time(item.idle_until)?,
            expires_at: time(item.expires_at)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct HeldItem {
    id: String,
    sealed: ByteBuf,
    expires_at: i64,
    /// The expiry in seconds, for the table's time to live.
    expires: i64,
}

impl From<&HeldRow> for HeldItem {
    fn from(row: &HeldRow) -> Self {
        Self {
            id: held_key(row.key),
            sealed: ByteBuf::from(row.sealed.clone()),
            expires_at: millis(row.expires_at),
            expires: seconds(row.expires_at),
        }
    }
}

impl TryFrom<HeldItem> for HeldRow {
    type Error = Fault;

    fn try_from(item: HeldItem) -> Result<Self, Fault> {
        Ok(Self {
            key: item.id.strip_prefix(HELD).and_then(Digest::parse).ok_or(UNREADABLE)?,
            sealed: item.sealed.into_vec(),
            expires_at: time(item.expires_at)?,
        })
    }
}
