//! A Lambda host: functions run as processes of their own that speak the Lambda Runtime API.
//!
//! `front`, `mapping` and `schedule` decide who calls a function and why.

mod environment;
mod function;
mod instance;
mod output;
mod runtime_api;
mod slot;

pub(crate) use environment::Environment;
pub(crate) use function::Function;

/// The largest request and the largest answer of a function, in bytes. Source: Lambda quotas.
pub(crate) const PAYLOAD_LIMIT: usize = 6 * 1024 * 1024;

/// The reason why an invocation has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Failure {
    /// The process could not be started, or ended before it was ready.
    #[error("the function did not start: {0}")]
    Start(String),
    /// The function took longer than its timeout and was killed.
    #[error("the function took too long and was ended")]
    TimedOut,
    /// The process ended before it answered.
    #[error("the function's process ended before it answered")]
    Exited,
    /// The function answered with an error of this type.
    #[error("the function answered with an error of type {0}")]
    Function(String),
    /// The function's answer is larger than Lambda allows.
    #[error("the function's answer is too large")]
    AnswerTooLarge,
    /// The event is larger than Lambda allows.
    #[error("the event is too large")]
    EventTooLarge,
    /// The host is stopping.
    #[error("the host is stopping")]
    Stopping,
}
