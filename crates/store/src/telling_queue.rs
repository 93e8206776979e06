//! The queue to what tells senders, on SQS. A message is a referral's id and nothing else.

use aws_sdk_sqs::Client;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use pipeline::ports::{Fault, TellingQueue};
use referral::ReferralId;

use crate::fault;

/// The queue to what tells senders.
#[derive(Debug, Clone)]
pub struct SqsTellings {
    client: Client,
    url: String,
}

/// The most messages in a request: SQS takes ten.
const BATCH: usize = 10;

impl SqsTellings {
    /// The queue at this URL, reached by a client.
    pub fn new(client: Client, url: String) -> Self {
        Self { client, url }
    }

    async fn send_some(&self, referrals: &[ReferralId]) -> Result<(), Fault> {
        let entry = |(at, id): (usize, &ReferralId)| {
            SendMessageBatchRequestEntry::builder()
                .id(at.to_string())
                .message_body(serde_json::json!({ "referral": id }).to_string())
                .build()
                .map_err(|_| Fault::Broken("a queue message cannot be written"))
        };
        let entries = referrals.iter().enumerate().map(entry).collect::<Result<Vec<_>, _>>()?;
        let request = self.client.send_message_batch().queue_url(&self.url);
        let answer = request.set_entries(Some(entries)).send().await;
        let answer = answer.map_err(|error| fault::of(&error))?;
        if answer.failed().is_empty() {
            Ok(())
        } else {
            Err(Fault::Transient("the queue did not take every message"))
        }
    }
}

impl TellingQueue for SqsTellings {
    async fn send(&self, referrals: &[ReferralId]) -> Result<(), Fault> {
        let mut ended = Ok(());
        for batch in referrals.chunks(BATCH) {
            // A batch that fails does not keep the others from being sent.
            if let Err(fault) = self.send_some(batch).await {
                let many = batch.len();
                tracing::warn!(error = %fault, queue.messages = many, "messages were not sent");
                ended = Err(fault);
            }
        }
        ended
    }
}
