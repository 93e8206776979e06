//! Errors of collecting, as problems.

use lambda_kit::http::{FieldProblem, Problem};
use pipeline::collect::{CollectError, Unfit};
use pipeline::rows::{Barrier, TooFewAttempts};

use crate::{inbox_names, steps};

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
        CollectError::TooManyFamilies => Problem::invalid(
            "More than 10,000 families were received in that quarter. Ask whoever runs Hubward for a report.",
        ),
        CollectError::TooFewAttempts(few) => Problem::invalid("It cannot end like this yet.")
            .with_errors([FieldProblem::new("outcome", "too_few_attempts", &too_few(few))]),
        CollectError::Unfit(Unfit { field, code, message }) => {
            Problem::invalid("It cannot be written on the log as it is.")
                .with_errors([FieldProblem::new(field, code, message)])
        }
        CollectError::Overtaken { why, last } => {
            let last_step = steps::sentence(&last, inbox_names::in_words);
            let detail = format!("The entry has changed: {why}. {last_step}. Look at it again.");
            let step = FieldProblem::new("version", last.done.code(), &last_step);
            Problem::conflict(detail).with_errors([step])
        }
        CollectError::Destination(inboxes) if inboxes.is_empty() => {
            let message = "This reason leads nowhere else from its inbox. Choose another one.";
            wrong("reason", message)
        }
        CollectError::Destination(inboxes) => {
            let ids: Vec<_> = inboxes.iter().map(referral::InboxId::as_str).collect();
            wrong("to", &format!("Use one of: {}.", ids.join(", ")))
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

fn wrong(path: &str, message: &str) -> Problem {
    Problem::invalid("The entry cannot be sent there.").with_errors([FieldProblem::new(
        path,
        "not_a_destination",
        message,
    )])
}

/// The message of a page about a change that came too late; `None` if that is not what is wrong.
pub(crate) fn too_late(
    error: &CollectError,
    name: impl Fn(&referral::InboxId) -> String,
) -> Option<String> {
    match error {
        CollectError::Conflict(why) => {
            Some(format!("This did not work: {why}. Below is how the entry stands now."))
        }
        CollectError::Overtaken { why, last } => Some(format!(
            "This did not work: {why}. {}. Below is how the entry stands now.",
            steps::sentence(last, name),
        )),
        _ => None,
    }
}

/// The problem that there is no such entry in the worker's inboxes.
pub(crate) fn not_found() -> Problem {
    Problem::not_found("There is no such entry in your inbox.")
}

/// The problem of an address that leads nowhere.
pub(crate) fn nothing_here() -> Problem {
    Problem::not_found("There is nothing here.")
}
