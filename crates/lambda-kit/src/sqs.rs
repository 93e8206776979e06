//! SQS batches, answered with exactly the messages that must come again.
//!
//! A message is acknowledged only when its handler returned `Ok`. One that failed, panicked, ran
//! out of time or was never started is reported, and SQS delivers it again. Reference: AWS Lambda,
//! "Reporting batch item failures".

mod batch;

use std::{future::Future, sync::Arc};

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use lambda_runtime::{Error, LambdaEvent, service_fn};

pub use batch::{Limits, UnreadableBatch};

use crate::{BootError, Deadline, Failure, boot::check_runtime};

/// One message of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// SQS's id of the message.
    pub message_id: String,
    /// The body that was sent.
    pub body: String,
    /// The number of times it has been received, this time included; 1 when SQS does not say.
    pub receive_count: u32,
}

/// Handles every batch with `handler` until Lambda ends the process.
///
/// The function's event source mapping must have `ReportBatchItemFailures`.
pub async fn run_sqs<H, F>(handler: H) -> Result<(), BootError>
where
    H: Fn(Message) -> F + Send + Sync + 'static,
    F: Future<Output = Result<(), Failure>> + Send,
{
    run_sqs_with(Limits::default(), handler).await
}

/// Does as [`run_sqs`] does, with limits of one's own.
pub(crate) async fn run_sqs_with<H, F>(limits: Limits, handler: H) -> Result<(), BootError>
where
    H: Fn(Message) -> F + Send + Sync + 'static,
    F: Future<Output = Result<(), Failure>> + Send,
{
    check_runtime()?;
    let handler = Arc::new(handler);
    lambda_runtime::run(service_fn(move |event: LambdaEvent<SqsEvent>| {
        let handler = Arc::clone(&handler);
        async move {
            let deadline = Deadline::from_unix_millis(event.context.deadline);
            handle_batch(event.payload, deadline, limits, &*handler).await.map_err(Error::from)
        }
    }))
    .await
}

/// Handles one batch; an error fails all of it.
pub(crate) async fn handle_batch<H, F>(
    event: SqsEvent,
    deadline: Deadline,
    limits: Limits,
    handler: &H,
) -> Result<SqsBatchResponse, UnreadableBatch>
where
    H: Fn(Message) -> F,
    F: Future<Output = Result<(), Failure>>,
{
    batch::handle(event, deadline, limits, handler).await
}
