//! The ports of telling senders: the rows of it, the queue to what tells them, and the way to webhooks'
//! addresses.

use std::fmt;
use std::future::Future;

use jiff::Timestamp;
use referral::{EntryId, ReferralId};

use super::{Fault, Keyed, NoticeSecrets, Open};
use crate::due::{DueRow, Work};
use crate::rows::{NoticeKey, PartnerId, WebhookKey, WebhookRow, WebhookUrl};

/// A world that tells senders how their referrals stand.
pub trait Telling:
    Keyed<Store: TellingStore, Vault: Open<WebhookKey> + Open<NoticeKey> + NoticeSecrets>
{
}

impl<W> Telling for W where
    W: Keyed<Store: TellingStore, Vault: Open<WebhookKey> + Open<NoticeKey> + NoticeSecrets>
{
}

/// The rows that telling a sender needs beside a referral's state. Reads are strongly consistent.
pub trait TellingStore: Send + Sync {
    /// The row of a piece of work, while it is due.
    fn due_work(&self, work: Work) -> impl Future<Output = Result<Option<DueRow>, Fault>> + Send;
    /// Removes a row of due work, if it is of the version that was seen; `false` if it is not.
    fn finish(&self, seen: &DueRow) -> impl Future<Output = Result<bool, Fault>> + Send;
    /// The webhook of a partner.
    fn webhook(
        &self,
        partner: &PartnerId,
    ) -> impl Future<Output = Result<Option<WebhookRow>, Fault>> + Send;
    /// Writes down that a webhook is gone, if it is as it was seen; `false` if it is not.
    fn disable(
        &self,
        seen: &WebhookRow,
        now: Timestamp,
    ) -> impl Future<Output = Result<bool, Fault>> + Send;
    /// Begins the one try of due work that belongs to its mark, and puts the next mark off until `next` at least:
    /// `None` if another has begun it, or the mark has moved on since.
    fn begin(
        &self,
        seen: &DueRow,
        next: Timestamp,
    ) -> impl Future<Output = Result<Option<Begun>, Fault>> + Send;
    /// Whether an entry was closed by a bereavement, after which nobody is written to.
    fn stops_all_contact(&self, entry: EntryId)
    -> impl Future<Output = Result<bool, Fault>> + Send;
}

/// A try that was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begun {
    /// It is the first one, of all marks.
    First,
    /// An earlier one was begun, and its outcome is not known.
    Again,
}

/// The queue to what tells senders.
pub trait TellingQueue: Send + Sync {
    /// Sends each referral's id once. An error means that some may not have been sent.
    fn send(&self, referrals: &[ReferralId]) -> impl Future<Output = Result<(), Fault>> + Send;
}

/// A message to a webhook: the same id and body however often it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebhookMessage {
    /// The id of the message.
    pub id: String,
    /// The body of the message, which is JSON.
    pub body: String,
}

/// A secret that messages are signed with. It has no `Debug` of its own.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookSecret(Vec<u8>);

impl WebhookSecret {
    /// The secret of these bytes, as they were sealed.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes of the secret.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookSecret(…)")
    }
}

/// The way to the addresses of webhooks.
pub trait Messenger: Send + Sync {
    /// Sends a message once, signed with each of these secrets at this time.
    fn send(
        &self,
        url: &WebhookUrl,
        message: &WebhookMessage,
        secrets: &[WebhookSecret],
        now: Timestamp,
    ) -> impl Future<Output = Answer> + Send;
}

/// The outcome of sending a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The address took it (2xx).
    Taken,
    /// The address wants no more messages (410).
    Gone,
    /// The address answered with another status.
    Refused(u16),
    /// There was no answer, for this reason: a fixed phrase.
    NotReached(&'static str),
}
