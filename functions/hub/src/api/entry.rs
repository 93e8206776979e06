//! Entries as JSON. Only an opened entry holds a family's words.

use locality::Reason;
use pipeline::collect::{ListingPage, Opened, OpenedReferral, Reach, ShownMatch, Worker};
use pipeline::rows::EntryRow;
use referral::{ClosingOutcome, ReferralId};
use serde::Serialize;
use serde_json::{Value, json};

use super::cursor;

/// A page of the inbox.
#[derive(Serialize)]
pub(crate) struct Page<'a> {
    entries: Vec<Entry<'a>>,
    next: Option<String>,
}

/// An entry as the API shows it.
#[derive(Serialize)]
pub(crate) struct Entry<'a> {
    id: String,
    inbox: &'a str,
    state: &'static str,
    referral_ids: &'a [ReferralId],
    received_at: String,
    urgency: &'static str,
    version: u64,
    claim: Option<Claim>,
    outcome: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<&'a [Reason]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    waits_unread: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reach: Option<&'a Reach>,
    #[serde(skip_serializing_if = "Option::is_none")]
    linked: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    matches: Option<Vec<Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    referrals: Option<Vec<Value>>,
}

/// The claim on an entry. It tells the caller only whether the claim is theirs.
#[derive(Serialize)]
struct Claim {
    yours: bool,
    lease_until: String,
}

impl<'a> Entry<'a> {
    pub(crate) fn of(row: &'a EntryRow, worker: &Worker) -> Self {
        let claim = row.claim.as_ref().map(|claim| Claim {
            yours: claim.by == worker.actor.id,
            lease_until: claim.lease_until.to_string(),
        });
        Self {
            id: row.id.to_string(),
            inbox: row.inbox.as_str(),
            state: row.state.code(),
            referral_ids: &row.referrals,
            received_at: row.received_at.to_string(),
            urgency: row.priority.code(),
            version: row.version,
            claim,
            outcome: row.outcome.map(ClosingOutcome::code),
            reasons: None,
            waits_unread: None,
            reach: None,
            linked: None,
            matches: None,
            referrals: None,
        }
    }
}

/// A page of the inbox, for a worker.
pub(crate) fn page<'a>(page: &'a ListingPage, worker: &Worker) -> Page<'a> {
    let entries = page.entries.iter().map(|listing| Entry {
        reasons: Some(&listing.reasons),
        waits_unread: Some(listing.waits_unread),
        ..Entry::of(&listing.entry, worker)
    });
    Page { entries: entries.collect(), next: page.next.as_deref().map(cursor::of_rank) }
}

/// An entry that was opened, with its referrals.
pub(crate) fn opened<'a>(opened: &'a Opened, worker: &Worker) -> Entry<'a> {
    Entry {
        reasons: Some(&opened.reasons),
        reach: Some(&opened.reach),
        linked: Some(opened.linked().map(|id| id.to_string()).collect()),
        matches: Some(opened.matches.iter().map(found).collect()),
        referrals: Some(opened.referrals.iter().map(referral).collect()),
        ..Entry::of(&opened.entry, worker)
    }
}

/// An entry that was just changed.
pub(crate) fn changed<'a>(row: &'a EntryRow, worker: &Worker) -> Entry<'a> {
    Entry::of(row, worker)
}

/// Another entry, its relation to this one, and the reasons.
fn found(found: &ShownMatch) -> Value {
    json!({
        "entry": found.other,
        "outcome": found.kind,
        "words": found.words(),
        "evidence": found.evidence,
        "not_joined_because": found.guards,
        "decision": found.decision.map(|same| if same { "same" } else { "different" }),
    })
}

/// One referral of an opened entry, in the shape in which it would be sent; null where it cannot be
/// read.
fn referral(opened: &OpenedReferral) -> Value {
    let OpenedReferral { state, referral, placement } = opened;
    json!({
        "id": state.id,
        "reference": state.reference,
        "state": state.state,
        "received_at": state.accepted_at.to_string(),
        "sender": state.sender,
        "referral": referral.as_ref().map(formats::json::write),
        "as_given": referral.as_ref().map(|referral| &referral.as_given),
        "placement": placement,
    })
}
