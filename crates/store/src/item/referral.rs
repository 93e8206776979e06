//! The forms of the rows about a referral, of the two that lead to one (replay and reference), and
//! of a child's match row.

use jiff::civil::Date;
use locality::Placement;
use pipeline::ports::Fault;
use pipeline::rows::{
    ActorId, BodyRow, MatchRow, PartnerId, PlacementRow, ReferenceRow, ReplayRow, Sender, SentMark,
    StateRow, StatusAccess, TellBy, Token,
};
use referral::{EntryId, Lane, LogId, NoteId, Priority, Reference, ReferralId, ReferralState};
use serde::{Deserialize, Serialize};

use super::amendment::AmendmentItem;
use super::{UNREADABLE, millis, seconds, time};

/// The keys of the referrals table.
pub(crate) mod keys {
    use super::{EntryId, LogId, NoteId, Reference, ReferralId, Token};

    pub(crate) const STATE: &str = "STATE";
    pub(crate) const BODY: &str = "BODY";
    pub(crate) const PLACEMENT: &str = "PLACEMENT";
    pub(crate) const REPLAY: &str = "REPLAY";
    pub(crate) const REFERENCE: &str = "REFERENCE";
    /// The beginning of a note's sort key; its id follows.
    pub(crate) const NOTE: &str = "NOTE#";

    /// The beginning of the partition key of what belongs to an entry; its id follows.
    pub(crate) const ENTRY: &str = "E#";
    /// The beginning of a log item's sort key; its id follows.
    pub(crate) const LOG: &str = "LOG#";

    pub(crate) fn entry(id: EntryId) -> String {
        format!("{ENTRY}{id}")
    }

    pub(crate) fn log(id: LogId) -> String {
        format!("{LOG}{id}")
    }

    pub(crate) fn note(id: NoteId) -> String {
        format!("{NOTE}{id}")
    }

    pub(crate) fn referral(id: ReferralId) -> String {
        format!("R#{id}")
    }

    pub(crate) fn replay(key: &Token) -> String {
        format!("P#{}", key.as_str())
    }

    pub(crate) fn reference(reference: &Reference) -> String {
        format!("F#{reference}")
    }
}

/// The id in a referral's partition key.
pub(super) fn id_of(pk: &str) -> Result<ReferralId, Fault> {
    pk.strip_prefix("R#").and_then(|id| id.parse().ok()).ok_or(UNREADABLE)
}

#[derive(Serialize, Deserialize)]
pub(crate) struct StateItem {
    pk: String,
    sk: String,
    reference: Reference,
    state: ReferralState,
    version: u64,
    submitter: ActorId,
    /// The sender; rows of an earlier version have none, and then it is told by the submitter.
    #[serde(default)]
    sender: Option<Sender>,
    lane: Lane,
    priority: Priority,
    #[serde(default)]
    pressing_words: bool,
    #[serde(default)]
    suspect: bool,
    #[serde(default)]
    notes: u8,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    amendments: Vec<AmendmentItem>,
    accepted_at: i64,
    /// The list of its sender, which is the key of an index; a family's is in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sent_by: Option<String>,
    /// The place in that list: the time, then the id. Rows of an earlier version are listed under the
    /// time when they were accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    listed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<EntryId>,
    /// The partner whose webhook is told; a row without one costs nothing more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    told: Option<String>,
    /// The sealed notice that the sender chose.
    #[serde(default, with = "serde_bytes", skip_serializing_if = "Option::is_none")]
    notice: Option<Vec<u8>>,
}

impl From<&StateRow> for StateItem {
    fn from(row: &StateRow) -> Self {
        Self {
            pk: keys::referral(row.id),
            sk: keys::STATE.to_owned(),
            reference: row.reference,
            state: row.state,
            version: row.version,
            submitter: row.submitter.clone(),
            sender: Some(row.sender.clone()),
            lane: row.lane,
            priority: row.priority,
            pressing_words: row.pressing_words,
            suspect: row.suspect,
            notes: row.notes,
            amendments: row.amendments.iter().map(AmendmentItem::from).collect(),
            accepted_at: millis(row.accepted_at),
            sent_by: row.list_of_sender(),
            listed: Some(row.sent_mark().rank()),
            entry: row.entry,
            told: match &row.told {
                Some(TellBy::Webhook(partner)) => Some(partner.to_string()),
                Some(TellBy::Notice(_)) | None => None,
            },
            notice: match &row.told {
                Some(TellBy::Notice(sealed)) => Some(sealed.clone()),
                Some(TellBy::Webhook(_)) | None => None,
            },
        }
    }
}

impl TryFrom<StateItem> for StateRow {
    type Error = Fault;

    fn try_from(item: StateItem) -> Result<Self, Fault> {
        Ok(Self {
            id: id_of(&item.pk)?,
            reference: item.reference,
            state: item.state,
            version: item.version,
            sender: item.sender.unwrap_or_else(|| Sender::of_id(&item.submitter)),
            submitter: item.submitter,
            lane: item.lane,
            priority: item.priority,
            pressing_words: item.pressing_words,
            suspect: item.suspect,
            notes: item.notes,
            amendments: item
                .amendments
                .into_iter()
                .map(TryFrom::try_from)
                .collect::<Result<_, _>>()?,
            listed_at: match &item.listed {
                Some(listed) => SentMark::parse(listed).ok_or(UNREADABLE)?.listed_at,
                None => time(item.accepted_at)?,
            },
            accepted_at: time(item.accepted_at)?,
            entry: item.entry,
            told: match (item.told, item.notice) {
                (Some(partner), _) => {
                    Some(TellBy::Webhook(PartnerId::parse(&partner).map_err(|_| UNREADABLE)?))
                }
                (None, notice) => notice.map(TellBy::Notice),
            },
        })
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct BodyItem {
    pk: String,
    sk: String,
    #[serde(with = "serde_bytes")]
    sealed: Vec<u8>,
}

impl From<&BodyRow> for BodyItem {
    fn from(row: &BodyRow) -> Self {
        Self { pk: keys::referral(row.id), sk: keys::BODY.to_owned(), sealed: row.sealed.clone() }
    }
}

impl TryFrom<BodyItem> for BodyRow {
    type Error = Fault;

    fn try_from(item: BodyItem) -> Result<Self, Fault> {
        Ok(Self { id: id_of(&item.pk)?, sealed: item.sealed })
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct PlacementItem {
    pk: String,
    sk: String,
    placement: Placement,
}

impl From<&PlacementRow> for PlacementItem {
    fn from(row: &PlacementRow) -> Self {
        Self {
            pk: keys::referral(row.id),
            sk: keys::PLACEMENT.to_owned(),
            placement: row.placement.clone(),
        }
    }
}

impl TryFrom<PlacementItem> for PlacementRow {
    type Error = Fault;

    fn try_from(item: PlacementItem) -> Result<Self, Fault> {
        Ok(Self { id: id_of(&item.pk)?, placement: item.placement })
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct ReplayItem {
    pk: String,
    sk: String,
    referral: ReferralId,
    reference: Reference,
    content: Token,
    written_at: i64,
    expires_at: i64,
    /// The expiry in seconds, for the table's time to live, which may be days late.
    expires: i64,
}

impl From<&ReplayRow> for ReplayItem {
    fn from(row: &ReplayRow) -> Self {
        Self {
            pk: keys::replay(&row.key),
            sk: keys::REPLAY.to_owned(),
            referral: row.id,
            reference: row.reference,
            content: row.content.clone(),
            written_at: millis(row.written_at),
            expires_at: millis(row.expires_at),
            expires: seconds(row.expires_at),
        }
    }
}

impl TryFrom<ReplayItem> for ReplayRow {
    type Error = Fault;

    fn try_from(item: ReplayItem) -> Result<Self, Fault> {
        let key = item.pk.strip_prefix("P#").ok_or(UNREADABLE)?;
        Ok(Self {
            key: key.to_owned().into(),
            id: item.referral,
            reference: item.reference,
            content: item.content,
            written_at: time(item.written_at)?,
            expires_at: time(item.expires_at)?,
        })
    }
}

/// A row that keeps a reference unique, and so never expires: only the access to the status ends.
#[derive(Serialize, Deserialize)]
pub(crate) struct ReferenceItem {
    pk: String,
    sk: String,
    referral: ReferralId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    status_tokens: Vec<Token>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status_ends_at: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    in_touch_by: Option<Date>,
}

impl From<&ReferenceRow> for ReferenceItem {
    fn from(row: &ReferenceRow) -> Self {
        Self {
            pk: keys::reference(&row.reference),
            sk: keys::REFERENCE.to_owned(),
            referral: row.id,
            status_tokens: row.status.iter().flat_map(|it| it.tokens.iter().cloned()).collect(),
            status_ends_at: row.status.as_ref().map(|it| millis(it.ends_at)),
            in_touch_by: row.status.as_ref().and_then(|it| it.in_touch_by),
        }
    }
}

impl TryFrom<ReferenceItem> for ReferenceRow {
    type Error = Fault;

    fn try_from(item: ReferenceItem) -> Result<Self, Fault> {
        let reference = item.pk.strip_prefix("F#").and_then(|text| text.parse().ok());
        let tokens = item.status_tokens;
        let in_touch_by = item.in_touch_by;
        let access = |at| Ok(StatusAccess { tokens, ends_at: time(at)?, in_touch_by });
        Ok(Self {
            reference: reference.ok_or(UNREADABLE)?,
            id: item.referral,
            status: item.status_ends_at.map(access).transpose()?,
        })
    }
}

/// A row of the matches table. Its key is the token, then the referral with the child's number.
#[derive(Serialize, Deserialize)]
pub(crate) struct MatchItem {
    token: Token,
    child: String,
    protected: bool,
    expires_at: i64,
    /// The expiry in seconds, for the table's time to live.
    expires: i64,
}

impl From<&MatchRow> for MatchItem {
    fn from(row: &MatchRow) -> Self {
        Self {
            token: row.token.clone(),
            child: format!("{}#{}", row.referral, row.child),
            protected: row.protected,
            expires_at: millis(row.expires_at),
            expires: seconds(row.expires_at),
        }
    }
}

impl TryFrom<MatchItem> for MatchRow {
    type Error = Fault;

    fn try_from(item: MatchItem) -> Result<Self, Fault> {
        let (referral, child) = item.child.split_once('#').ok_or(UNREADABLE)?;
        Ok(Self {
            referral: referral.parse().map_err(|_| UNREADABLE)?,
            child: child.parse().map_err(|_| UNREADABLE)?,
            token: item.token,
            protected: item.protected,
            expires_at: time(item.expires_at)?,
        })
    }
}
