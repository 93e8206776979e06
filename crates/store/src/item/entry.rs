//! The form of an inbox entry. Its key is its id; the inbox is an attribute, so that a redirect is
//! one update.

use locality::{AuthorityRef, Reason};
use pipeline::ports::Fault;
use pipeline::rows::{
    Access, ActorId, Claim, ClientId, ClockMarks, ClockStart, Course, EntryMatch, EntryRow,
    InboxMark, LogMarks, TriageMark,
};
use referral::{ClosingOutcome, EntryId, EntryState, InboxId, Lane, Priority, ReferralId};
use serde::{Deserialize, Serialize};

use super::{millis, time};

#[derive(Serialize, Deserialize)]
pub(crate) struct EntryItem {
    entry: EntryId,
    inbox: InboxId,
    /// The rank by which the index of inboxes sorts the entry.
    rank: String,
    /// The triage in whose index of possible matches the entry is; `None` if it is in none.
    #[serde(skip_serializing_if = "Option::is_none")]
    triage: Option<InboxId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authority: Option<AuthorityRef>,
    state: EntryState,
    version: u64,
    lane: Lane,
    priority: Priority,
    received_at: i64,
    referrals: Vec<ReferralId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    linked: Vec<EntryId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    matches: Vec<EntryMatch>,
    #[serde(default, rename = "notes", skip_serializing_if = "Vec::is_empty")]
    remarks: Vec<Reason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    claim: Option<ClaimItem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<ClosingOutcome>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unread_since: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    news_since: Option<i64>,
    /// The sealed summary of its referrals.
    #[serde(default, with = "serde_bytes", skip_serializing_if = "Option::is_none")]
    summary: Option<Vec<u8>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    raised: Vec<StartItem>,
    #[serde(default, skip_serializing_if = "Course::is_empty")]
    course: Course,
    #[serde(default, skip_serializing_if = "is_none")]
    log: LogMarks,
    /// The mark of the log that nobody may get in touch, apart for what may read nothing else of an entry.
    #[serde(default, skip_serializing_if = "is_none")]
    no_contact: bool,
    #[serde(default, skip_serializing_if = "is_none")]
    access: Access,
    #[serde(default, skip_serializing_if = "ClockMarks::is_empty")]
    clock: ClockMarks,
}

/// Whether there is nothing to write: most entries have no limits to who may see them.
fn is_none<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The start of a clock: a priority, and since when the entry has it.
#[derive(Serialize, Deserialize)]
struct StartItem(Priority, i64);

impl From<&ClockStart> for StartItem {
    fn from(start: &ClockStart) -> Self {
        Self(start.priority, millis(start.since))
    }
}

impl TryFrom<StartItem> for ClockStart {
    type Error = Fault;

    fn try_from(StartItem(priority, since): StartItem) -> Result<Self, Fault> {
        Ok(Self { priority, since: time(since)? })
    }
}

fn starts(items: Vec<StartItem>) -> Result<Vec<ClockStart>, Fault> {
    items.into_iter().map(ClockStart::try_from).collect()
}

/// The attributes that a list is ordered and filtered by.
pub(crate) const LISTED: [&str; 10] = [
    "entry",
    "rank",
    "state",
    "claim",
    "priority",
    "received_at",
    "raised",
    "summary",
    "access",
    "clock",
];

/// An entry as the index of its inbox shows it.
#[derive(Deserialize)]
pub(crate) struct ListedItem {
    entry: EntryId,
    rank: String,
    state: EntryState,
    #[serde(default)]
    claim: Option<ClaimItem>,
    priority: Priority,
    received_at: i64,
    #[serde(default)]
    raised: Vec<StartItem>,
    #[serde(default, with = "serde_bytes")]
    summary: Option<Vec<u8>>,
    #[serde(default)]
    access: Access,
    #[serde(default)]
    clock: ClockMarks,
}

impl TryFrom<ListedItem> for InboxMark {
    type Error = Fault;

    fn try_from(item: ListedItem) -> Result<Self, Fault> {
        let mut clocks = starts(item.raised)?;
        if clocks.is_empty() {
            let since = time(item.received_at)?;
            clocks.push(ClockStart { priority: item.priority, since });
        }
        Ok(Self {
            rank: item.rank,
            entry: item.entry,
            state: item.state,
            claim: item.claim.map(Claim::try_from).transpose()?,
            clocks,
            summary: item.summary,
            access: item.access,
            marks: item.clock,
        })
    }
}

/// The names of the attributes that a look takes away.
pub(crate) const MARKS: &str = "unread_since, news_since";

/// An entry as the index of possible matches shows it.
#[derive(Deserialize)]
pub(crate) struct TriageItem {
    entry: EntryId,
    rank: String,
}

impl From<TriageItem> for TriageMark {
    fn from(item: TriageItem) -> Self {
        Self { rank: item.rank, entry: item.entry }
    }
}

#[derive(Serialize, Deserialize)]
struct ClaimItem {
    by: ActorId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    client: Option<ClientId>,
    at: i64,
    lease_until: i64,
}

impl TryFrom<ClaimItem> for Claim {
    type Error = Fault;

    fn try_from(item: ClaimItem) -> Result<Self, Fault> {
        let (at, lease_until) = (time(item.at)?, time(item.lease_until)?);
        Ok(Self { by: item.by, client: item.client, at, lease_until })
    }
}

impl From<&EntryRow> for EntryItem {
    fn from(row: &EntryRow) -> Self {
        Self {
            entry: row.id,
            inbox: row.inbox.clone(),
            rank: row.rank(),
            triage: row.triage().cloned(),
            authority: row.authority.clone(),
            state: row.state,
            version: row.version,
            lane: row.lane,
            priority: row.priority,
            received_at: millis(row.received_at),
            referrals: row.referrals.clone(),
            linked: row.linked.clone(),
            matches: row.matches.clone(),
            remarks: row.remarks.clone(),
            claim: row.claim.as_ref().map(|claim| ClaimItem {
                by: claim.by.clone(),
                client: claim.client.clone(),
                at: millis(claim.at),
                lease_until: millis(claim.lease_until),
            }),
            outcome: row.outcome,
            unread_since: row.unread_since.map(millis),
            news_since: row.news_since.map(millis),
            summary: row.summary.clone(),
            raised: row.raised.iter().map(StartItem::from).collect(),
            course: row.course.clone(),
            log: row.log.clone(),
            no_contact: row.log.no_contact,
            access: row.access.clone(),
            clock: row.clock.clone(),
        }
    }
}

impl TryFrom<EntryItem> for EntryRow {
    type Error = Fault;

    fn try_from(item: EntryItem) -> Result<Self, Fault> {
        let claim = item.claim.map(Claim::try_from).transpose()?;
        Ok(Self {
            id: item.entry,
            inbox: item.inbox,
            authority: item.authority,
            state: item.state,
            version: item.version,
            lane: item.lane,
            priority: item.priority,
            received_at: time(item.received_at)?,
            referrals: item.referrals,
            linked: item.linked,
            matches: item.matches,
            remarks: item.remarks,
            claim,
            outcome: item.outcome,
            unread_since: item.unread_since.map(time).transpose()?,
            news_since: item.news_since.map(time).transpose()?,
            summary: item.summary,
            raised: starts(item.raised)?,
            course: item.course,
            log: item.log,
            access: item.access,
            clock: item.clock,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_and_a_decision_from_when_actors_were_clients_are_still_read() {
        let item: EntryItem = serde_json::from_str(
            r#"{"entry": "11111111-2222-4333-8444-555555555555", "inbox": "review", "rank": "",
                "state": "claimed", "version": 2, "lane": "agreed", "priority": "routine",
                "received_at": 0, "referrals": [],
                "matches": [{"other": "11111111-2222-4333-8444-666666666666", "kind": "possible",
                    "evidence": [], "guards": [], "weights": "1",
                    "decision": {"same": true, "by": "hub-a", "at": "1970-01-01T00:00:00Z"}}],
                "claim": {"by": "hub-a", "at": 0, "lease_until": 1}}"#,
        )
        .unwrap();
        let row = EntryRow::try_from(item).unwrap();
        let claim = row.claim.unwrap();
        let decision = row.matches[0].decision.clone().unwrap();
        assert_eq!((claim.by.as_str(), claim.client), ("hub-a", None));
        assert_eq!((decision.by.as_str(), decision.client), ("hub-a", None));
        assert_eq!(
            (row.summary, row.raised),
            (None, Vec::new()),
            "from before there were summaries"
        );
        assert_eq!((row.log, row.access), (LogMarks::default(), Access::default()));
        assert_eq!(row.clock, ClockMarks::default());
    }
}
