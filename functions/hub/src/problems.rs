//! Errors of collecting, as problems.

use lambda_kit::http::Problem;
use pipeline::collect::CollectError;

/// The problem of an error. Another inbox's entry and one that does not exist are the same 404.
pub(crate) fn of_collecting(error: CollectError) -> Problem {
    match error {
        CollectError::NotFound => not_found(),
        CollectError::Conflict(why) => {
            Problem::conflict(format!("The entry has changed: {why}. Look at it again."))
        }
        CollectError::Unavailable(_) => Problem::unavailable(&error),
    }
}

/// The problem that there is no such entry in the worker's inboxes.
pub(crate) fn not_found() -> Problem {
    Problem::not_found("There is no such entry in your inbox.")
}
