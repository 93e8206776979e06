//! One batch: it decides which messages are started, and which are reported.

use std::{future::Future, time::Duration};

use aws_lambda_events::sqs::{BatchItemFailure, SqsBatchResponse, SqsEvent, SqsMessage};
use futures::{StreamExt, stream};

use super::Message;
use crate::{Deadline, Failure, unwind::guarded};

/// The limits within which a batch is worked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The number of messages handled at the same time; 1 means in turn.
    pub concurrency: usize,
    /// The remaining time below which no message is started any more.
    pub start_margin: Duration,
    /// The time that is left when a message still running is given up, so that the answer gets out.
    pub answer_margin: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            concurrency: 5,
            start_margin: Duration::from_secs(2),
            answer_margin: Duration::from_millis(500),
        }
    }
}

/// A batch with a record that has no id. The record cannot be reported, so the whole batch must
/// come again.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a record of the batch has no message id; the whole batch is returned")]
pub struct UnreadableBatch;

pub(super) async fn handle<H, F>(
    event: SqsEvent,
    deadline: Deadline,
    limits: Limits,
    handler: &H,
) -> Result<SqsBatchResponse, UnreadableBatch>
where
    H: Fn(Message) -> F,
    F: Future<Output = Result<(), Failure>>,
{
    let messages = event
        .records
        .into_iter()
        .map(message)
        .collect::<Option<Vec<_>>>()
        .ok_or(UnreadableBatch)?;
    let mut response = SqsBatchResponse::default();
    response.batch_item_failures = stream::iter(messages)
        .map(|message| one(message, deadline, limits, handler))
        .buffer_unordered(limits.concurrency.max(1))
        .filter_map(|failed| async move { failed.map(item_failure) })
        .collect()
        .await;
    Ok(response)
}

fn message(record: SqsMessage) -> Option<Message> {
    let message_id = record.message_id.filter(|id| !id.is_empty())?;
    let receive_count = record
        .attributes
        .get("ApproximateReceiveCount")
        .and_then(|count| count.parse().ok())
        .unwrap_or(1);
    Some(Message { message_id, body: record.body.unwrap_or_default(), receive_count })
}

fn item_failure(message_id: String) -> BatchItemFailure {
    let mut failure = BatchItemFailure::default();
    failure.item_identifier = message_id;
    failure
}

/// Handles one message. It returns the message's id, unless the message was handled.
async fn one<H, F>(
    message: Message,
    deadline: Deadline,
    limits: Limits,
    handler: &H,
) -> Option<String>
where
    H: Fn(Message) -> F,
    F: Future<Output = Result<(), Failure>>,
{
    let (id, receive_count) = (message.message_id.clone(), message.receive_count);
    let remaining = deadline.remaining();
    let outcome = if remaining < limits.start_margin {
        Err(Failure::new("not_started", "too little time was left"))
    } else {
        let budget = remaining.saturating_sub(limits.answer_margin);
        match tokio::time::timeout(budget, guarded(|| handler(message))).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Err(Failure::new("panic", "the handler panicked")),
            Err(_) => Err(Failure::new("timed_out", "the handler took too long")),
        }
    };
    let failure = outcome.err()?;
    tracing::error!(
        message.id = id,
        message.receive_count = receive_count,
        error.code = failure.code(),
        error.message = failure.detail(),
        "message returned to its queue"
    );
    Some(id)
}

#[cfg(test)]
mod tests;
