//! Runs a function on a schedule.

use std::{future::Future, sync::Arc};

use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde_json::Value;

use crate::{BootError, Deadline, Failure, boot::check_runtime, unwind::guarded};

/// One run of the schedule.
#[derive(Clone, Debug)]
pub struct Tick {
    /// Lambda's id of this invocation.
    pub request_id: String,
    /// The moment at which Lambda will end it.
    pub deadline: Deadline,
}

/// Runs `handler` on every tick until Lambda ends the process.
///
/// The content of the schedule's event is ignored. A failure or a panic is logged once and fails
/// the invocation, so that the platform counts it.
pub async fn run_scheduled<H, F>(handler: H) -> Result<(), BootError>
where
    H: Fn(Tick) -> F + Send + Sync + 'static,
    F: Future<Output = Result<(), Failure>> + Send,
{
    check_runtime()?;
    let handler = Arc::new(handler);
    lambda_runtime::run(service_fn(move |event: LambdaEvent<Value>| {
        let handler = Arc::clone(&handler);
        async move {
            let tick = Tick {
                request_id: event.context.request_id,
                deadline: Deadline::from_unix_millis(event.context.deadline),
            };
            run_once(&*handler, tick).await.map_err(Error::from)
        }
    }))
    .await
}

async fn run_once<H, F>(handler: &H, tick: Tick) -> Result<(), Failure>
where
    H: Fn(Tick) -> F,
    F: Future<Output = Result<(), Failure>>,
{
    let request_id = tick.request_id.clone();
    let outcome = guarded(|| handler(tick))
        .await
        .unwrap_or_else(|_| Err(Failure::new("panic", "the scheduled run panicked")));
    if let Err(failure) = &outcome {
        tracing::error!(
            request.id = request_id,
            error.code = failure.code(),
            error.message = failure.detail(),
            "scheduled run failed"
        );
    }
    outcome
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn tick() -> Tick {
        Tick { request_id: "r-1".to_owned(), deadline: Deadline::after(Duration::from_secs(5)) }
    }

    #[tokio::test]
    async fn a_panic_fails_the_run() {
        let panics = |_: Tick| async { if true { panic!("no") } else { Ok(()) } };
        assert_eq!(run_once(&panics, tick()).await.unwrap_err().code(), "panic");
    }

    #[tokio::test]
    async fn the_outcome_of_the_handler_is_the_outcome_of_the_run() {
        let fails = |_: Tick| async { Err(Failure::new("store", "away")) };
        assert_eq!(run_once(&fails, tick()).await, Err(Failure::new("store", "away")));
        assert_eq!(run_once(&|_: Tick| async { Ok(()) }, tick()).await, Ok(()));
    }
}
