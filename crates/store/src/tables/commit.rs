//! One transaction: each write with the condition it names, and the reasons if it is cancelled.

use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{CancellationReason, Delete, Put, TransactWriteItem, Update};
use pipeline::ports::Fault;
use pipeline::write::{CommitError, MAX_WRITES, Refusal, Row, Write};
use referral::ReferralState;

use super::{DynamoStore, Table, number, text};
use crate::fault;
use crate::item::{
    self, AuditItem, BodyItem, DraftItem, DueItem, EntryItem, Item, LogItem, NoteItem,
    PlacementItem, ReferenceItem, ReplayItem, StateItem, keys,
};

const UNBUILDABLE: Fault = Fault::Broken("a transaction cannot be built");
const CONDITION: &str = "ConditionalCheckFailed";

impl DynamoStore {
    pub(super) async fn transact(&self, writes: &[Write]) -> Result<(), CommitError> {
        if writes.len() > MAX_WRITES {
            return Err(Fault::Broken("a transaction has too many writes").into());
        }
        let actions =
            writes.iter().map(|write| self.action(write)).collect::<Result<Vec<_>, Fault>>()?;
        let request = self.client.transact_write_items().set_transact_items(Some(actions));
        match request.send().await {
            Ok(_) => Ok(()),
            Err(error) => Err(refused(&error)),
        }
    }

    fn action(&self, write: &Write) -> Result<TransactWriteItem, Fault> {
        match write {
            Write::Insert(row) => self.insert(row),
            Write::State { row, seen } => {
                replace(self.name(Table::Referrals)?, item::write(&StateItem::from(row))?, *seen)
            }
            Write::Entry { row, seen } => {
                replace(self.name(Table::Inbox)?, item::write(&EntryItem::from(row))?, *seen)
            }
            Write::Read { id, rank, seen } => {
                let mut update = Update::builder()
                    .table_name(self.name(Table::Inbox)?)
                    .key("entry", text(id.to_string()))
                    .condition_expression("version = :seen")
                    .expression_attribute_values(":seen", number(*seen));
                update = match rank {
                    Some(rank) => update
                        .update_expression(format!("SET #rank = :rank REMOVE {}", item::MARKS))
                        .expression_attribute_names("#rank", "rank")
                        .expression_attribute_values(":rank", text(rank)),
                    None => update.update_expression("SET version = :seen"),
                };
                let update = update.build().map_err(|_| UNBUILDABLE)?;
                Ok(TransactWriteItem::builder().update(update).build())
            }
            Write::Told { note, entry } => {
                let update = Update::builder()
                    .table_name(self.name(Table::Referrals)?)
                    .key("pk", text(keys::referral(note.referral)))
                    .key("sk", text(keys::note(note.note)))
                    .update_expression("SET entry = :entry")
                    .condition_expression("attribute_exists(pk) AND attribute_not_exists(entry)")
                    .expression_attribute_values(":entry", text(entry.to_string()))
                    .build()
                    .map_err(|_| UNBUILDABLE)?;
                Ok(TransactWriteItem::builder().update(update).build())
            }
            Write::EndDraft { key, idle_at } => {
                let condition = "attribute_not_exists(id) OR idle_until <= :at";
                let at = idle_at.map(|at| (":at".to_owned(), number(at.as_millisecond())));
                let delete = Delete::builder()
                    .table_name(self.name(Table::Drafts)?)
                    .key("id", text(item::draft::key(*key)))
                    .set_condition_expression(idle_at.map(|_| condition.to_owned()))
                    .set_expression_attribute_values(at.map(|at| Item::from([at])))
                    .build()
                    .map_err(|_| UNBUILDABLE)?;
                Ok(TransactWriteItem::builder().delete(delete).build())
            }
            Write::Start(row) => {
                let item = item::write(&DueItem::from(row))?;
                let rest = item.into_iter().filter(|(name, _)| name != "work");
                let mut update = Update::builder()
                    .table_name(self.name(Table::Due)?)
                    .key("work", text(item::due::key(row.work)));
                let mut sets = Vec::new();
                for (at, (name, value)) in rest.enumerate() {
                    sets.push(format!("#a{at} = if_not_exists(#a{at}, :v{at})"));
                    update = update
                        .expression_attribute_names(format!("#a{at}"), name)
                        .expression_attribute_values(format!(":v{at}"), value);
                }
                let update = update.update_expression(format!("SET {}", sets.join(", ")));
                let update = update.build().map_err(|_| UNBUILDABLE)?;
                Ok(TransactWriteItem::builder().update(update).build())
            }
            Write::Restart(row) => {
                let put = Put::builder()
                    .table_name(self.name(Table::Due)?)
                    .set_item(Some(item::write(&DueItem::from(row))?))
                    .build()
                    .map_err(|_| UNBUILDABLE)?;
                Ok(TransactWriteItem::builder().put(put).build())
            }
            Write::Remove(work) => {
                let delete = Delete::builder()
                    .table_name(self.name(Table::Due)?)
                    .key("work", text(item::due::key(*work)))
                    .build()
                    .map_err(|_| UNBUILDABLE)?;
                Ok(TransactWriteItem::builder().delete(delete).build())
            }
            Write::Bump { id, seen } => {
                let update = Update::builder()
                    .table_name(self.name(Table::Referrals)?)
                    .key("pk", text(keys::referral(*id)))
                    .key("sk", text(keys::STATE))
                    .update_expression("SET version = :next")
                    .condition_expression("version = :seen AND #state = :accepted")
                    .expression_attribute_names("#state", "state")
                    .expression_attribute_values(":next", number(seen + 1))
                    .expression_attribute_values(":seen", number(*seen))
                    .expression_attribute_values(":accepted", text(ReferralState::Accepted.code()))
                    .build()
                    .map_err(|_| UNBUILDABLE)?;
                Ok(TransactWriteItem::builder().update(update).build())
            }
        }
    }

    fn insert(&self, row: &Row) -> Result<TransactWriteItem, Fault> {
        let (table, item, key) = match row {
            Row::State(row) => {
                (self.name(Table::Referrals)?, item::write(&StateItem::from(row))?, "pk")
            }
            Row::Body(row) => {
                (self.name(Table::Referrals)?, item::write(&BodyItem::from(row))?, "pk")
            }
            Row::Reference(row) => {
                (self.name(Table::Referrals)?, item::write(&ReferenceItem::from(row))?, "pk")
            }
            Row::Placement(row) => {
                (self.name(Table::Referrals)?, item::write(&PlacementItem::from(row))?, "pk")
            }
            Row::Entry(row) => {
                (self.name(Table::Inbox)?, item::write(&EntryItem::from(row))?, "entry")
            }
            Row::Audit(row) => {
                (self.name(Table::Audit)?, item::write(&AuditItem::from(row))?, "stream")
            }
            Row::Note(row) => {
                (self.name(Table::Referrals)?, item::write(&NoteItem::from(row))?, "pk")
            }
            Row::Log(row) => {
                (self.name(Table::Referrals)?, item::write(&LogItem::from(row))?, "pk")
            }
            Row::Draft(row) => {
                (self.name(Table::Drafts)?, item::write(&DraftItem::from(row))?, "id")
            }
            Row::Due(row) => (self.name(Table::Due)?, item::write(&DueItem::from(row))?, "work"),
            Row::Replay(row) => {
                // Time to live may be days late: an expired row counts as absent.
                let put = Put::builder()
                    .table_name(self.name(Table::Referrals)?)
                    .set_item(Some(item::write(&ReplayItem::from(row))?))
                    .condition_expression("attribute_not_exists(pk) OR expires_at <= :now")
                    .expression_attribute_values(":now", number(row.written_at.as_millisecond()))
                    .build()
                    .map_err(|_| UNBUILDABLE)?;
                return Ok(TransactWriteItem::builder().put(put).build());
            }
        };
        let put = Put::builder()
            .table_name(table)
            .set_item(Some(item))
            .condition_expression("attribute_not_exists(#key)")
            .expression_attribute_names("#key", key)
            .build()
            .map_err(|_| UNBUILDABLE)?;
        Ok(TransactWriteItem::builder().put(put).build())
    }
}

fn replace(table: &str, item: Item, seen: u64) -> Result<TransactWriteItem, Fault> {
    let put = Put::builder()
        .table_name(table)
        .set_item(Some(item))
        .condition_expression("version = :seen")
        .expression_attribute_values(":seen", number(seen))
        .build()
        .map_err(|_| UNBUILDABLE)?;
    Ok(TransactWriteItem::builder().put(put).build())
}

/// The reasons why the transaction was cancelled, write by write; any other error becomes a fault.
fn refused<R>(error: &SdkError<TransactWriteItemsError, R>) -> CommitError {
    let cancelled = match error.as_service_error() {
        Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => cancelled,
        Some(TransactWriteItemsError::TransactionInProgressException(_)) => {
            return Fault::Transient("the same transaction is in progress").into();
        }
        _ => return fault::of(error).into(),
    };
    cancelled
        .cancellation_reasons()
        .iter()
        .map(refusal)
        .collect::<Result<Vec<_>, Fault>>()
        .map_or_else(CommitError::Fault, CommitError::Cancelled)
}

fn refusal(reason: &CancellationReason) -> Result<Refusal, Fault> {
    match reason.code() {
        None | Some("None") => Ok(Refusal::None),
        Some(CONDITION) => Ok(Refusal::Condition),
        Some("ValidationError") => Err(Fault::Broken("a write was refused as invalid")),
        Some(_) => Ok(Refusal::Busy),
    }
}

/// Whether a single write was refused because its condition does not hold.
pub(super) fn is_condition<E: ProvideErrorMetadata, R>(error: &SdkError<E, R>) -> bool {
    error.as_service_error().and_then(ProvideErrorMetadata::code)
        == Some("ConditionalCheckFailedException")
}
