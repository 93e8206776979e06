//! The start and end of a function: it starts the logs, runs the function, and logs why it stopped.

use std::{future::Future, process::ExitCode, time::Duration};

use crate::logs;

/// The reason why a function could not start or go on; anything that can be shown.
pub type BootError = Box<dyn std::error::Error + Send + Sync>;

/// Starts the logs, runs `program`, and logs why it ended if it ended badly.
///
/// Lambda reports a start-up that ends with a code other than 0 as a failed initialisation; the
/// line logged here says why.
pub async fn boot<P>(program: P) -> ExitCode
where
    P: Future<Output = Result<(), BootError>>,
{
    logs::init();
    match program.await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(error.message = %chain(&*error), "function stopped");
            ExitCode::FAILURE
        }
    }
}

/// The longest that warming up may take. Lambda gives 10 s for all of a start, and begins anew when
/// they are over.
const WARM_UP_TIME: Duration = Duration::from_secs(3);

/// Does before the first event what it would wait for otherwise: opening connections, fetching keys.
///
/// `work` logs its own failures, and none ends the start: the first event makes up for it. Thus a
/// function starts while a service that it asks is away.
pub async fn warm_up<W: Future>(work: W) {
    warm_up_within(WARM_UP_TIME, work).await;
}

async fn warm_up_within<W: Future>(time: Duration, work: W) {
    if tokio::time::timeout(time, work).await.is_err() {
        tracing::warn!("warming up was given up: the first event makes up for it");
    }
}

/// The error and its causes in one line, outermost first.
pub(crate) fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        line.push_str(": ");
        line.push_str(&inner.to_string());
        cause = inner.source();
    }
    line
}

/// Checks the variables that the Lambda runtime needs, because it panics when one is missing.
pub(crate) fn check_runtime() -> Result<(), BootError> {
    let mut variables = crate::settings::Variables::of_process();
    for name in [
        "AWS_LAMBDA_RUNTIME_API",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_VERSION",
    ] {
        variables.required(name);
    }
    variables.finish(()).map_err(|missing| {
        format!("this program runs under the Lambda runtime API only: {missing}").into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("table is out of reach")]
    struct Outer(#[source] std::io::Error);

    #[tokio::test]
    async fn a_start_goes_on_without_a_service_that_does_not_answer() {
        let start = warm_up_within(Duration::from_millis(5), std::future::pending::<()>());
        assert!(tokio::time::timeout(Duration::from_mins(1), start).await.is_ok());
    }

    #[test]
    fn a_chain_names_every_cause_once() {
        let error = Outer(std::io::Error::other("connection refused"));
        assert_eq!(chain(&error), "table is out of reach: connection refused");
    }
}
