//! Errors of collecting, as problems.

use lambda_kit::http::{FieldProblem, Problem};
use pipeline::collect::{CollectError, Unfit};
use pipeline::rows::{Barrier, TooFewAttempts};

/// The problem of an error. Another inbox's entry and one that does not exist are the same 404.
pub(crate) fn of_collecting(error: CollectError) -> Problem {
    match error {
        CollectError::NotFound => not_found(),
        CollectError::Conflict(why) => {
            Problem::conflict(format!("The entry has changed: {why}. Look at it again."))
        }
        CollectError::ClosedToYou(barrier) => {
            Problem::forbidden(closed_to_you(barrier)).with_code("closed_to_you")
        }
        CollectError::ForManagers => {
            Problem::forbidden("Only a manager decides who may see an entry. Ask yours.")
        }
        CollectError::TooFewAttempts(few) => Problem::invalid("It cannot end like this yet.")
            .with_errors([FieldProblem::new("outcome", "too_few_attempts", &too_few(few))]),
        CollectError::Unfit(Unfit { field, code, message }) => {
            Problem::invalid("It cannot be written on the log as it is.")
                .with_errors([FieldProblem::new(field, code, message)])
        }
        CollectError::Unavailable(_) => Problem::unavailable(&error),
    }
}

fn closed_to_you(barrier: Barrier) -> &'static str {
    match barrier {
        Barrier::Conflict => "This entry is closed to you, as you said that you know the family.",
        Barrier::Restricted => {
            "This entry is restricted. Ask for access to it, and say why you need it."
        }
    }
}

/// An outcome that needs more attempts to reach the family, in words that say how many there are.
pub(crate) fn too_few(few: TooFewAttempts) -> String {
    let TooFewAttempts { there, needed } = few;
    let there = match there {
        0 => "no safe attempt is on the log".to_owned(),
        1 => "safe attempts on 1 day are on the log".to_owned(),
        days => format!("safe attempts on {days} different days are on the log"),
    };
    format!(
        "This needs safe attempts to reach the family on {needed} different days, and {there}. Log \
         each attempt, or choose another outcome."
    )
}

/// The problem that there is no such entry in the worker's inboxes.
pub(crate) fn not_found() -> Problem {
    Problem::not_found("There is no such entry in your inbox.")
}
