//! The start and end of a function: it starts the logs, runs the function, and logs why it stopped.

use std::{future::Future, process::ExitCode};

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

    #[test]
    fn a_chain_names_every_cause_once() {
        let error = Outer(std::io::Error::other("connection refused"));
        assert_eq!(chain(&error), "table is out of reach: connection refused");
    }
}
