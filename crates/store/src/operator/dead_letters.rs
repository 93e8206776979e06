//! Dead-letter queues: counting their messages, and moving them back to the queues they came from.
//!
//! A message is received, sent and deleted, in that order: if this stops in between, the message is
//! in one of the two queues, or in both. A referral whose message is in both is still routed once.

use aws_sdk_sqs::types::{
    DeleteMessageBatchRequestEntry, Message, QueueAttributeName, SendMessageBatchRequestEntry,
};
use pipeline::Fault;

use super::{Operator, OperatorError};
use crate::fault;

/// The dead letters of one queue.
#[derive(Debug, Clone)]
pub struct DeadLetters {
    /// The queue that they came from.
    pub source: String,
    /// The queue that they are in.
    pub queue: String,
    /// The number of dead letters, which SQS counts only approximately.
    pub waiting: u64,
}

/// The most messages that SQS hands out at once: ten.
const BATCH: i32 = 10;
/// The time for which a message that is being moved is hidden from other receivers, in seconds.
const HIDDEN_SECONDS: i32 = 60;
const UNWRITABLE: Fault = Fault::Broken("a queue message cannot be written");

impl Operator {
    /// The dead letters of a queue, found by its own redrive policy.
    pub async fn dead_letters(&self, source: &str) -> Result<DeadLetters, OperatorError> {
        let policy = self.attribute(source, QueueAttributeName::RedrivePolicy).await?;
        let none = || OperatorError::NoDeadLetters(source.to_owned());
        let policy: serde_json::Value =
            serde_json::from_str(&policy.unwrap_or_default()).map_err(|_| none())?;
        let arn = policy["deadLetterTargetArn"].as_str().ok_or_else(none)?;
        let name = arn.rsplit(':').next().unwrap_or_default();
        let answer = self.sqs.get_queue_url().queue_name(name).send().await;
        let answer = answer.map_err(|error| fault::of(&error));
        let answer = answer.map_err(OperatorError::of("the dead-letter queue"))?;
        let queue = answer.queue_url.ok_or_else(none)?;
        let waiting = self.attribute(&queue, QueueAttributeName::ApproximateNumberOfMessages);
        let waiting = waiting.await?.and_then(|count| count.parse().ok()).unwrap_or_default();
        Ok(DeadLetters { source: source.to_owned(), queue, waiting })
    }

    pub(super) async fn attribute(
        &self,
        queue: &str,
        name: QueueAttributeName,
    ) -> Result<Option<String>, OperatorError> {
        let request = self.sqs.get_queue_attributes().queue_url(queue);
        let answer = request.attribute_names(name.clone()).send().await;
        let answer = answer.map_err(|error| fault::of(&error));
        let answer = answer.map_err(OperatorError::of("a queue's attributes"))?;
        Ok(answer.attributes.and_then(|mut all| all.remove(&name)))
    }

    /// Moves up to ten messages back to the queue they came from, and answers how many; 0 if there
    /// are none.
    pub async fn redrive_some(&self, letters: &DeadLetters) -> Result<usize, OperatorError> {
        let request = self
            .sqs
            .receive_message()
            .queue_url(&letters.queue)
            .max_number_of_messages(BATCH)
            .visibility_timeout(HIDDEN_SECONDS)
            .wait_time_seconds(1);
        let answer = request.send().await.map_err(|error| fault::of(&error));
        let messages = answer.map_err(OperatorError::of("the dead-letter queue"))?.messages;
        let messages = messages.unwrap_or_default();
        if messages.is_empty() {
            return Ok(0);
        }
        let moved = self.send_back(&letters.source, &messages).await;
        let moved = moved.map_err(OperatorError::of("the queue they came from"))?;
        let deleted = self.delete(&letters.queue, &moved).await;
        deleted.map_err(OperatorError::of("the dead-letter queue"))?;
        Ok(moved.len())
    }

    /// The messages that the queue took.
    async fn send_back<'a>(
        &self,
        source: &str,
        messages: &'a [Message],
    ) -> Result<Vec<&'a Message>, Fault> {
        let entry = |(at, message): (usize, &Message)| {
            SendMessageBatchRequestEntry::builder()
                .id(at.to_string())
                .message_body(message.body().unwrap_or_default())
                .build()
                .map_err(|_| UNWRITABLE)
        };
        let entries = messages.iter().enumerate().map(entry).collect::<Result<Vec<_>, _>>()?;
        let request = self.sqs.send_message_batch().queue_url(source).set_entries(Some(entries));
        let answer = request.send().await.map_err(|error| fault::of(&error))?;
        let sent = answer.successful().iter().filter_map(|sent| sent.id().parse::<usize>().ok());
        let sent: Vec<_> = sent.filter_map(|at| messages.get(at)).collect();
        if sent.is_empty() {
            return Err(Fault::Transient("the queue took no message"));
        }
        Ok(sent)
    }

    async fn delete(&self, queue: &str, messages: &[&Message]) -> Result<(), Fault> {
        let entry = |(at, message): (usize, &&Message)| {
            DeleteMessageBatchRequestEntry::builder()
                .id(at.to_string())
                .receipt_handle(message.receipt_handle().unwrap_or_default())
                .build()
                .map_err(|_| UNWRITABLE)
        };
        let entries = messages.iter().enumerate().map(entry).collect::<Result<Vec<_>, _>>()?;
        let request = self.sqs.delete_message_batch().queue_url(queue).set_entries(Some(entries));
        request.send().await.map(drop).map_err(|error| fault::of(&error))
    }
}
