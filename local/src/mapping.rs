//! The event source mapping: it takes messages from a queue, calls a function with them in batches,
//! and deletes those that the function has dealt with. The others stay in the queue, invisible
//! until the visibility timeout, and go to the dead-letter queue when they came too often.

mod event;
mod verdict;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use hyper::body::Bytes;
use rustack_sqs_core::provider::RustackSqs;
use rustack_sqs_model::{
    input::{DeleteMessageInput, ReceiveMessageInput},
    types::Message,
};
use tokio::{task::JoinSet, time::Instant};

use crate::{lambda::Function, stop::Stop, template::MappingSpec};
use verdict::Verdict;

/// The most messages that SQS hands out at once.
const MOST_AT_ONCE: usize = 10;

/// The longest that SQS lets a caller wait for a message.
const LONG_POLL: Duration = Duration::from_secs(20);

/// The time between two looks for messages of a batch that waits for more.
const WINDOW_STEP: Duration = Duration::from_millis(50);

/// The pause after the queue could not be read.
const PAUSE: Duration = Duration::from_secs(1);

/// A mapping from one queue to one function.
pub(crate) struct Mapping {
    spec: MappingSpec,
    queue_url: String,
    region: String,
    queues: Arc<RustackSqs>,
    function: Arc<Function>,
    counts: Counts,
}

/// The counts that AWS would bill by: each receipt is a request to SQS, each batch an invocation.
#[derive(Debug, Default)]
struct Counts {
    receipts: AtomicU64,
    batches: AtomicU64,
    messages: AtomicU64,
}

impl Mapping {
    /// Makes a mapping from the queue at `queue_url` to `function`.
    pub(crate) fn new(
        spec: MappingSpec,
        queue_url: String,
        region: String,
        queues: Arc<RustackSqs>,
        function: Arc<Function>,
    ) -> Arc<Self> {
        Arc::new(Self { spec, queue_url, region, queues, function, counts: Counts::default() })
    }

    /// Runs until `stop`, with at most `concurrency` batches under way, and finishes those it has
    /// begun.
    pub(crate) async fn run(self: Arc<Self>, concurrency: usize, stop: Stop) {
        let mut pollers = JoinSet::new();
        for _ in 0..concurrency {
            pollers.spawn(Arc::clone(&self).poll(stop.clone()));
        }
        pollers.join_all().await;
        let count = |of: &AtomicU64| of.load(Ordering::Relaxed);
        tracing::info!(
            queue.receipts = count(&self.counts.receipts),
            queue.batches = count(&self.counts.batches),
            queue.messages = count(&self.counts.messages),
            "a mapping stopped: {}",
            self.queue_url.rsplit('/').next().unwrap_or_default(),
        );
    }

    async fn poll(self: Arc<Self>, mut stop: Stop) {
        while !stop.is_requested() {
            let batch = tokio::select! {
                batch = self.gather() => batch,
                () = stop.requested() => break,
            };
            if !batch.is_empty() {
                self.deliver(batch).await;
            }
        }
    }

    /// The first messages to come, and those that follow within the batching window.
    async fn gather(&self) -> Vec<Message> {
        let mut batch = self.receive(self.spec.batch_size, LONG_POLL).await;
        if batch.is_empty() {
            return batch;
        }
        let end = Instant::now() + self.spec.window;
        while batch.len() < self.spec.batch_size && Instant::now() < end {
            // The polls are short: a long one given up half-way could take messages with it.
            tokio::time::sleep(WINDOW_STEP).await;
            let room = self.spec.batch_size - batch.len();
            batch.extend(self.receive(room, Duration::ZERO).await);
        }
        batch
    }

    async fn receive(&self, most: usize, wait: Duration) -> Vec<Message> {
        self.counts.receipts.fetch_add(1, Ordering::Relaxed);
        let received = self
            .queues
            .receive_message(ReceiveMessageInput {
                queue_url: self.queue_url.clone(),
                max_number_of_messages: i32::try_from(most.min(MOST_AT_ONCE)).ok(),
                wait_time_seconds: i32::try_from(wait.as_secs()).ok(),
                message_system_attribute_names: vec!["All".to_owned()],
                message_attribute_names: vec!["All".to_owned()],
                ..ReceiveMessageInput::default()
            })
            .await;
        match received {
            Ok(output) => output.messages,
            Err(error) => {
                tracing::warn!(error.message = error.message, "the queue could not be read");
                tokio::time::sleep(PAUSE).await;
                Vec::new()
            }
        }
    }

    async fn deliver(&self, batch: Vec<Message>) {
        self.counts.batches.fetch_add(1, Ordering::Relaxed);
        self.counts.messages.fetch_add(batch.len() as u64, Ordering::Relaxed);
        let event = event::of(&batch, &self.spec.source, &self.region);
        // The function has logged its own failure; its messages come again by themselves.
        let Ok(answer) = self.function.invoke(Bytes::from(event.to_string())).await else { return };
        let ids = batch.iter().map(|message| message.message_id.as_deref().unwrap_or_default());
        let verdict = if self.spec.partial_failures {
            verdict::read(&answer, &ids.collect::<Vec<_>>())
        } else {
            Verdict::Done(vec![true; batch.len()])
        };
        match verdict {
            Verdict::Done(done) => {
                let done = batch.into_iter().zip(done).filter(|(_, done)| *done);
                for (message, _) in done {
                    self.delete(message).await;
                }
            }
            Verdict::AllFailed(reason) => {
                let function = &self.function.spec().binary;
                tracing::error!(function, reason, "the whole batch counts as failed");
            }
        }
    }

    async fn delete(&self, message: Message) {
        let input = DeleteMessageInput {
            queue_url: self.queue_url.clone(),
            receipt_handle: message.receipt_handle.unwrap_or_default(),
        };
        if let Err(error) = self.queues.delete_message(input).await {
            tracing::warn!(error.message = error.message, "a message could not be deleted");
        }
    }
}
