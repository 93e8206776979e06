//! The audit trail: one stream of events for each entry, each event holding the hash of the one
//! before, so that a change, a deletion or a reordering is found. An entry's stream is that of its
//! first referral. What workers were shown of an inbox as a whole has a stream for each inbox. Changes to
//! the rulebooks, by which entries are placed, have a stream of their own, and so have sign-ins that
//! failed, changes to keys, changes to partners, and reports.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use referral::{EntryId, InboxId, ReferralId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::rows::{Actor, ActorId, ClientId};

/// One event in its place in a stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditRow {
    /// The entry whose stream the event is in.
    pub stream: EntryId,
    /// Its place in the stream, from 0 without gaps.
    pub seq: u64,
    /// The event that this row records.
    pub event: AuditEvent,
    /// The hash of the event before; zeros for the first.
    pub previous: Hash,
    /// The hash of this event.
    pub hash: Hash,
}

/// An event: the action, its time, and its actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditEvent {
    /// The time of the event (UTC).
    pub at: Timestamp,
    /// The actor who did it.
    pub actor: ActorId,
    /// The client through which the actor acted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<ClientId>,
    /// The kind of action.
    pub action: AuditAction,
    /// Particulars as codes and ids, never a person's detail.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub facts: BTreeMap<String, String>,
}

/// The kinds of action: on a referral, an entry, the rulebooks or keys, and at the sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditAction {
    /// A referral was accepted.
    Accepted,
    /// A new entry was delivered to an inbox.
    Delivered,
    /// A further referral was attached to an open entry.
    Attached,
    /// The workers of an entry were told of a family's note.
    NoteDelivered,
    /// A referral that could not be routed was delivered to review.
    SentToReview,
    /// A worker looked at the entry.
    Viewed,
    /// A worker was shown rows of an inbox.
    Listed,
    /// A worker searched an inbox for a family.
    Searched,
    /// A worker took rows of an inbox away in a file.
    Exported,
    /// A worker was shown how the work of an inbox stands, in numbers.
    Overviewed,
    /// A worker claimed the entry.
    Claimed,
    /// The work was taken up.
    WorkAccepted,
    /// A worker gave their claim on the entry back.
    Released,
    /// A worker took the entry over from another one.
    TakenOver,
    /// The referrer was asked for more.
    ReferrerAsked,
    /// The entry was sent to another inbox.
    Redirected,
    /// An inbox declined the entry, and it was offered to another one.
    Declined,
    /// The entry was closed.
    Closed,
    /// The closed entry was opened again.
    Reopened,
    /// A worker decided whether two entries are about one child.
    MatchDecided,
    /// A clock of the entry ran out: it was put to the manager, or after a further time to the triage.
    Escalated,
    /// A worker wrote an item on the log of the entry.
    Logged,
    /// A worker was shown an address that is masked.
    AddressShown,
    /// A worker said that they know the family: the entry is closed to them.
    ConflictDeclared,
    /// The entry was opened again to a worker who had said that they know the family.
    ConflictLifted,
    /// The entry was restricted to the workers that are named.
    Restricted,
    /// The restriction of the entry was lifted.
    RestrictionLifted,
    /// A worker asked for access to a restricted entry, and is named from then on.
    AccessAsked,
    /// The named worker offered the work to a colleague, or took the offer back.
    HandoverOffered,
    /// An edition of the rulebooks was published and put in force.
    RulebooksPublished,
    /// An earlier edition of the rulebooks was put in force again.
    RulebooksRolledBack,
    /// New rulebooks were tried on the referrals that are stored: their facts were read.
    RulebooksReplayed,
    /// Somebody tried to sign in, and was not let in.
    SignInFailed,
    /// A version of a key or a secret is to be added, put in force or taken out.
    KeysChanged,
    /// A partner was added, or what it may do was changed, or a key of it was made or revoked.
    PartnersChanged,
}

/// The stream of the rulebooks: always this one, `68756277-6172-4420-b275-6c65626f6f6b`.
pub fn rulebooks() -> EntryId {
    EntryId::from(ReferralId::from_random(*b"hubward rulebook"))
}

/// The stream of failed sign-ins: always this one, `68756277-6172-4420-b369-676e2d696e73`.
pub fn sign_ins() -> EntryId {
    EntryId::from(ReferralId::from_random(*b"hubward sign-ins"))
}

/// The stream of changes to keys: always this one, `68756277-6172-4420-b468-65206b657973`.
pub fn keys() -> EntryId {
    EntryId::from(ReferralId::from_random(*b"hubward the keys"))
}

/// The stream of changes to partners: always this one, `68756277-6172-4420-b061-72746e657273`.
pub fn partners() -> EntryId {
    EntryId::from(ReferralId::from_random(*b"hubward partners"))
}

/// The stream of reports on how long families waited: always this one, `68756277-6172-4420-b265-706f72747321`.
pub fn reports() -> EntryId {
    EntryId::from(ReferralId::from_random(*b"hubward reports!"))
}

/// The stream of what was shown of an inbox as a whole: one for each inbox, always the same.
pub fn inbox(id: &InboxId) -> EntryId {
    let digest = Sha256::new()
        .chain_update(b"hubward-inbox|")
        .chain_update(id.as_str().as_bytes())
        .finalize();
    let (half, _) = digest.split_at(16);
    EntryId::from(ReferralId::from_random(half.try_into().unwrap_or_default()))
}

/// A SHA-256 hash.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash that has these bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes of the hash.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = (0..32)
            .map(|i| text.get(2 * i..2 * i + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()))
            .collect::<Option<Vec<u8>>>()
            .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
            .filter(|_| text.len() == 64)
            .ok_or_else(|| serde::de::Error::custom("not a SHA-256 in hexadecimal"))?;
        Ok(Self(bytes))
    }
}

impl AuditEvent {
    /// An event without particulars.
    pub fn new(at: Timestamp, actor: &Actor, action: AuditAction) -> Self {
        let Actor { id, client } = actor.clone();
        Self { at, actor: id, client, action, facts: BTreeMap::new() }
    }

    /// The same event with one more particular: a code or an id.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.facts.insert(name.to_owned(), value.to_string());
        self
    }

    /// The event as the first row of a stream.
    pub fn first(self, stream: EntryId) -> AuditRow {
        self.after(stream, None)
    }

    /// The event as the row after `head`.
    pub fn after(self, stream: EntryId, head: Option<&AuditRow>) -> AuditRow {
        let seq = head.map_or(0, |row| row.seq + 1);
        let previous = head.map(|row| row.hash).unwrap_or_default();
        let hash = digest(stream, seq, &self, previous);
        AuditRow { stream, seq, event: self, previous, hash }
    }
}

/// The hash of an event. Every field is preceded by its length, so that no two events are hashed
/// from the same bytes. An event without a client is hashed as in the version that had no clients.
fn digest(stream: EntryId, seq: u64, event: &AuditEvent, previous: Hash) -> Hash {
    let mut hasher = Sha256::new();
    let mut field = |bytes: &[u8]| {
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    field(if event.client.is_some() { b"hubward-audit-2" } else { b"hubward-audit-1" });
    field(stream.to_string().as_bytes());
    field(&seq.to_be_bytes());
    field(&event.at.as_nanosecond().to_be_bytes());
    field(event.actor.as_str().as_bytes());
    if let Some(client) = &event.client {
        field(client.as_str().as_bytes());
    }
    field(event.action.code().as_bytes());
    for (name, value) in &event.facts {
        field(name.as_bytes());
        field(value.as_bytes());
    }
    field(&previous.0);
    Hash(hasher.finalize().into())
}

impl AuditAction {
    /// The name that goes into the hash and the table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Delivered => "delivered",
            Self::Attached => "attached",
            Self::NoteDelivered => "note_delivered",
            Self::SentToReview => "sent_to_review",
            Self::Viewed => "viewed",
            Self::Listed => "listed",
            Self::Searched => "searched",
            Self::Exported => "exported",
            Self::Overviewed => "overviewed",
            Self::Claimed => "claimed",
            Self::WorkAccepted => "work_accepted",
            Self::Released => "released",
            Self::TakenOver => "taken_over",
            Self::ReferrerAsked => "referrer_asked",
            Self::Redirected => "redirected",
            Self::Escalated => "escalated",
            Self::Declined => "declined",
            Self::Closed => "closed",
            Self::Reopened => "reopened",
            Self::MatchDecided => "match_decided",
            Self::Logged => "logged",
            Self::AddressShown => "address_shown",
            Self::ConflictDeclared => "conflict_declared",
            Self::ConflictLifted => "conflict_lifted",
            Self::Restricted => "restricted",
            Self::RestrictionLifted => "restriction_lifted",
            Self::AccessAsked => "access_asked",
            Self::HandoverOffered => "handover_offered",
            Self::RulebooksPublished => "rulebooks_published",
            Self::RulebooksRolledBack => "rulebooks_rolled_back",
            Self::RulebooksReplayed => "rulebooks_replayed",
            Self::SignInFailed => "sign_in_failed",
            Self::KeysChanged => "keys_changed",
            Self::PartnersChanged => "partners_changed",
        }
    }
}

/// A break in a stream, with the number of the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// An event is missing, or stands in another's place.
    #[error("event {0} is missing or out of order")]
    Gap(u64),
    /// An event does not follow from the one before it.
    #[error("event {0} does not follow the one before it")]
    Link(u64),
    /// An event was altered after it was written.
    #[error("event {0} was altered")]
    Altered(u64),
}

/// Checks a whole stream in the order of its events. A stream cut off at its end looks whole;
/// anchored heads are there to find that.
pub fn verify(rows: &[AuditRow]) -> Result<(), Broken> {
    let mut previous = Hash::default();
    for (seq, row) in (0u64..).zip(rows) {
        if row.seq != seq {
            return Err(Broken::Gap(seq));
        }
        if row.previous != previous {
            return Err(Broken::Link(seq));
        }
        if row.hash != digest(row.stream, row.seq, &row.event, row.previous) {
            return Err(Broken::Altered(seq));
        }
        previous = row.hash;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream_of_three() -> Vec<AuditRow> {
        let stream = EntryId::from(ReferralId::from_random([7; 16]));
        let actor = Actor::person("https://issuer.example", "school-1", "school");
        [AuditAction::Accepted, AuditAction::Delivered, AuditAction::Viewed].into_iter().fold(
            Vec::new(),
            |mut rows, action| {
                let event = AuditEvent::new(Timestamp::UNIX_EPOCH, &actor, action)
                    .with("inbox", "westminster-portman");
                rows.push(event.after(stream, rows.last()));
                rows
            },
        )
    }

    #[test]
    fn an_untouched_stream_is_whole() {
        assert_eq!(verify(&stream_of_three()), Ok(()));
    }

    #[test]
    fn an_altered_event_is_found() {
        let mut rows = stream_of_three();
        rows[1].event.facts.insert("inbox".into(), "westminster-bessborough".into());
        assert_eq!(verify(&rows), Err(Broken::Altered(1)));
    }

    #[test]
    fn a_client_that_was_changed_taken_away_or_put_in_is_found() {
        for client in [None, Some(ClientId::new("police"))] {
            let mut rows = stream_of_three();
            rows[1].event.client = client;
            assert_eq!(verify(&rows), Err(Broken::Altered(1)));
        }
        let mut rows = vec![of_an_earlier_version()];
        rows[0].event.client = Some(ClientId::new("school"));
        assert_eq!(verify(&rows), Err(Broken::Altered(0)));
    }

    /// The first event of a chain from the version in which actors were clients.
    fn of_an_earlier_version() -> AuditRow {
        serde_json::from_str(
            r#"{"stream": "07070707-0707-4707-8707-070707070707", "seq": 0,
                "event": {"at": "1970-01-01T00:00:00Z", "actor": "school", "action": "accepted"},
                "previous": "0000000000000000000000000000000000000000000000000000000000000000",
                "hash": "8cbfb1a4fd605fdc3c8a33cae3bcba96e529467c94103c4548e45191ac561ed3"}"#,
        )
        .unwrap()
    }

    #[test]
    fn a_chain_goes_on_from_the_events_of_an_earlier_version() {
        let first = of_an_earlier_version();
        let worker = Actor::person("https://issuer.example", "ada", "hub");
        let event = AuditEvent::new(Timestamp::UNIX_EPOCH, &worker, AuditAction::Viewed);
        let second = event.after(first.stream, Some(&first));
        assert_eq!(verify(&[first, second]), Ok(()));
    }

    #[test]
    fn a_deleted_event_is_found() {
        let mut rows = stream_of_three();
        rows.remove(1);
        assert_eq!(verify(&rows), Err(Broken::Gap(1)));
    }

    #[test]
    fn a_deleted_and_renumbered_event_is_found() {
        let mut rows = stream_of_three();
        rows.remove(1);
        rows[1].seq = 1;
        assert_eq!(verify(&rows), Err(Broken::Link(1)));
    }

    #[test]
    fn rulebooks_failed_sign_ins_keys_and_partners_have_one_stream_each_for_ever() {
        assert_eq!(reports().to_string(), "68756277-6172-4420-b265-706f72747321");
        assert_eq!(partners().to_string(), "68756277-6172-4420-b061-72746e657273");
        assert_eq!(keys().to_string(), "68756277-6172-4420-b468-65206b657973");
        assert_eq!(rulebooks().to_string(), "68756277-6172-4420-b275-6c65626f6f6b");
        assert_eq!(sign_ins().to_string(), "68756277-6172-4420-b369-676e2d696e73");
    }

    #[test]
    fn each_inbox_has_one_stream_for_ever() {
        assert_eq!(inbox(&InboxId::review()), inbox(&InboxId::review()));
        assert_ne!(inbox(&InboxId::review()), inbox(&InboxId::out_of_area()));
    }

    #[test]
    fn a_row_survives_json() {
        let rows = stream_of_three();
        let text = serde_json::to_string(&rows).unwrap();
        assert_eq!(serde_json::from_str::<Vec<AuditRow>>(&text).unwrap(), rows);
    }
}
