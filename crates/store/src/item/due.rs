//! Rows of work that is due: the table's key is the kind of work and its subject.

use pipeline::due::{Due, DueRow, Work};
use pipeline::ports::Fault;
use pipeline::rows::{DraftKey, NoteKey};
use serde::{Deserialize, Serialize};

use super::{UNREADABLE, millis, time};

/// The prefix of the key of each kind of work; the subject follows.
const ROUTE: &str = "route#";
const CONCERN: &str = "concern#";
const NOTE: &str = "note#";
const DRAFT: &str = "draft#";
const TELLING: &str = "webhook#";
const CLOCK: &str = "clock#";

/// The key of a piece of work.
pub(crate) fn key(work: Work) -> String {
    match work {
        Work::Route(id) => format!("{ROUTE}{id}"),
        Work::OpenConcern(id) => format!("{CONCERN}{id}"),
        Work::DeliverNote(NoteKey { referral, note }) => format!("{NOTE}{referral}#{note}"),
        Work::EndDraft(key) => format!("{DRAFT}{key}"),
        Work::TellSender(id) => format!("{TELLING}{id}"),
        Work::Clock(id) => format!("{CLOCK}{id}"),
    }
}

fn work_of(key: &str) -> Result<Work, Fault> {
    let subject = |prefix| key.strip_prefix(prefix);
    let route = || subject(ROUTE)?.parse().ok().map(Work::Route);
    let concern = || subject(CONCERN)?.parse().ok().map(Work::OpenConcern);
    let note = || note(subject(NOTE)?).map(Work::DeliverNote);
    let draft = || DraftKey::parse(subject(DRAFT)?).map(Work::EndDraft);
    let telling = || subject(TELLING)?.parse().ok().map(Work::TellSender);
    let clock = || subject(CLOCK)?.parse().ok().map(Work::Clock);
    let found = route().or_else(concern).or_else(note).or_else(draft).or_else(telling);
    found.or_else(clock).ok_or(UNREADABLE)
}

fn note(subject: &str) -> Option<NoteKey> {
    let (referral, note) = subject.split_once('#')?;
    Some(NoteKey { referral: referral.parse().ok()?, note: note.parse().ok()? })
}

/// The name of a shard of the index.
pub(crate) fn shard(shard: u8) -> String {
    format!("due-{shard}")
}

#[derive(Serialize, Deserialize)]
pub(crate) struct DueItem {
    work: String,
    due_shard: String,
    due_at: i64,
    attempts: u32,
    urgent: bool,
    since: i64,
    /// The version that made it due; the index does not show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    version: Option<u64>,
}

impl From<&DueRow> for DueItem {
    fn from(row: &DueRow) -> Self {
        Self {
            work: key(row.work),
            due_shard: shard(row.work.shard()),
            due_at: millis(row.due.at),
            attempts: row.due.attempts,
            urgent: row.urgent,
            since: millis(row.since),
            version: row.version,
        }
    }
}

impl TryFrom<DueItem> for DueRow {
    type Error = Fault;

    fn try_from(item: DueItem) -> Result<Self, Fault> {
        Ok(Self {
            work: work_of(&item.work)?,
            urgent: item.urgent,
            since: time(item.since)?,
            due: Due { at: time(item.due_at)?, attempts: item.attempts },
            version: item.version,
        })
    }
}
