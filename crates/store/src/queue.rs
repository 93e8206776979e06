//! The queues on SQS. A message is a referral's id, or a note's with it, and nothing else.

use aws_sdk_sqs::Client;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use pipeline::ports::{Fault, Message, Queue, QueueName};
use pipeline::rows::NoteKey;

use crate::fault;

/// The URLs of the queues.
#[derive(Debug, Clone)]
pub struct QueueUrls {
    /// The URL of the queue for safeguarding concerns.
    pub urgent: String,
    /// The URL of the queue for all other referrals.
    pub referrals: String,
}

/// Both queues on SQS.
#[derive(Debug, Clone)]
pub struct SqsQueue {
    client: Client,
    urls: QueueUrls,
}

/// The most messages in a request: SQS takes ten.
const BATCH: usize = 10;

impl SqsQueue {
    /// The queues at these URLs, reached by a client.
    pub fn new(client: Client, urls: QueueUrls) -> Self {
        Self { client, urls }
    }

    /// The URL of one of the queues; all are at one endpoint.
    pub(crate) fn any_url(&self) -> &str {
        &self.urls.referrals
    }

    fn url(&self, queue: QueueName) -> &str {
        match queue {
            QueueName::Urgent => &self.urls.urgent,
            QueueName::Referrals => &self.urls.referrals,
        }
    }

    async fn send_one(&self, url: &str, message: Message) -> Result<(), Fault> {
        let sent =
            self.client.send_message().queue_url(url).message_body(body(message)).send().await;
        sent.map(drop).map_err(|error| fault::of(&error))
    }

    async fn send_batch(&self, url: &str, messages: &[Message]) -> Result<(), Fault> {
        let entries = messages
            .iter()
            .enumerate()
            .map(|(at, message)| {
                SendMessageBatchRequestEntry::builder()
                    .id(at.to_string())
                    .message_body(body(*message))
                    .build()
                    .map_err(|_| Fault::Broken("a queue message cannot be written"))
            })
            .collect::<Result<Vec<_>, _>>()?;
        let request = self.client.send_message_batch().queue_url(url).set_entries(Some(entries));
        let answer = request.send().await.map_err(|error| fault::of(&error))?;
        if answer.failed().is_empty() {
            Ok(())
        } else {
            Err(Fault::Transient("the queue did not take every message"))
        }
    }
}

fn body(message: Message) -> String {
    match message {
        Message::Referral(id) => serde_json::json!({ "referral": id }),
        Message::Note(NoteKey { referral, note }) => {
            serde_json::json!({ "referral": referral, "note": note })
        }
        Message::Clock(entry) => serde_json::json!({ "clock": entry }),
    }
    .to_string()
}

impl Queue for SqsQueue {
    async fn send(&self, queue: QueueName, messages: &[Message]) -> Result<(), Fault> {
        let url = self.url(queue);
        let mut ended = Ok(());
        for batch in messages.chunks(BATCH) {
            let sent = match batch {
                [one] => self.send_one(url, *one).await,
                many => self.send_batch(url, many).await,
            };
            // A batch that fails does not keep the others from being sent.
            if let Err(fault) = sent {
                let many = batch.len();
                tracing::warn!(error = %fault, queue.messages = many, "messages were not sent");
                ended = Err(fault);
            }
        }
        ended
    }
}
