//! The form of the pipeline's rows in `DynamoDB`: one serialisable form for each row, and its key.
//!
//! Times are whole milliseconds since 1970 (UTC). Only ids, codes and keyed tokens stand in keys
//! and indexes.

mod amendment;
mod audit;
pub(crate) mod draft;
pub(crate) mod due;
mod entry;
mod log;
mod note;
pub(crate) mod partner;
mod referral;
mod sent;
pub(crate) mod session;
mod webhook;

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::Timestamp;
use pipeline::ports::Fault;
use serde::Serialize;
use serde::de::DeserializeOwned;

pub(crate) use self::audit::AuditItem;
pub(crate) use self::draft::{DraftItem, IdleItem};
pub(crate) use self::due::DueItem;
pub(crate) use self::entry::{EntryItem, LISTED, ListedItem, MARKS, TriageItem};
pub(crate) use self::log::LogItem;
pub(crate) use self::note::NoteItem;
pub(crate) use self::partner::{KeyItem, PartnerItem};
pub(crate) use self::referral::{
    BodyItem, MatchItem, PlacementItem, ReferenceItem, ReplayItem, StateItem, keys,
};
pub(crate) use self::sent::SentItem;
pub(crate) use self::session::{HeldItem, SessionItem};
pub(crate) use self::webhook::WebhookItem;

/// A `DynamoDB` item; the SDK's own map type.
#[expect(clippy::disallowed_types, reason = "the SDK's items are hash maps")]
pub(crate) type Item = std::collections::HashMap<String, AttributeValue>;

const UNWRITABLE: Fault = Fault::Broken("a row cannot be written");
const UNREADABLE: Fault = Fault::Broken("a row cannot be read");

/// A row's form as an item.
pub(crate) fn write<T: Serialize>(form: &T) -> Result<Item, Fault> {
    serde_dynamo::to_item(form).map_err(|_| UNWRITABLE)
}

/// An item as a row's form. The cause of an error is not passed on, as it may quote the row.
pub(crate) fn read<T: DeserializeOwned>(item: Item) -> Result<T, Fault> {
    serde_dynamo::from_item(item).map_err(|_| UNREADABLE)
}

fn millis(at: Timestamp) -> i64 {
    at.as_millisecond()
}

fn time(millis: i64) -> Result<Timestamp, Fault> {
    Timestamp::from_millisecond(millis).map_err(|_| UNREADABLE)
}

/// A time in whole seconds, as `DynamoDB`'s time to live needs it.
fn seconds(at: Timestamp) -> i64 {
    at.as_second()
}
