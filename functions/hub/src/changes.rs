//! Makes the change that a worker asks for from an action's name and an outcome's code.

use lambda_kit::http::{FieldProblem, Problem, Request};
use pipeline::collect::{AccessChange, Change, Handover, Verdict};
use referral::{ClosingOutcome, EntryId, Invalid, LookReason};

use crate::problems::not_found;

/// The question for an outcome, where an entry is to be closed without one.
pub(crate) const NO_OUTCOME: &str = "Say how it ended";

/// The entry that a route names. An id that is not ours is answered with 404.
pub(crate) fn entry_id(request: &Request) -> Result<EntryId, Problem> {
    let id = request.path_parameter("entry").unwrap_or_default();
    id.parse().map_err(|_| not_found())
}

/// The two entries that a route names.
pub(crate) fn pair(request: &Request) -> Result<(EntryId, EntryId), Problem> {
    let id = entry_id(request)?;
    let other = request.path_parameter("other").unwrap_or_default();
    let other = other.parse().map_err(|_| not_found())?;
    if id == other {
        let message = "Name another entry than the first one.";
        return Err(Problem::invalid("An entry cannot be compared with itself.")
            .with_errors([FieldProblem::new("other", "same_entry", message)]));
    }
    Ok((id, other))
}

/// The verdict on two entries that a code stands for.
pub(crate) fn verdict(code: &str) -> Result<Verdict, Problem> {
    [Verdict::Same, Verdict::Different, Verdict::Undecided]
        .into_iter()
        .find(|verdict| verdict.code() == code)
        .ok_or_else(wrong_verdict)
}

/// The problem of a code that is none of the three verdicts.
pub(crate) fn wrong_verdict() -> Problem {
    let message = "Say same, different or undecided.";
    Problem::invalid("The verdict cannot be recorded as asked.").with_errors([FieldProblem::new(
        "verdict",
        "unknown_code",
        message,
    )])
}

/// The change that a route's `{action}` names.
pub(crate) fn change(request: &Request, outcome: Option<&str>) -> Result<Change, Problem> {
    match (request.path_parameter("action").unwrap_or_default(), outcome) {
        ("close", Some(code)) => {
            let unknown = |fault: Invalid| invalid(fault.code, &fault.message);
            code.parse().map(Change::Close).map_err(unknown)
        }
        ("close", None) => {
            let codes: Vec<_> = ClosingOutcome::ALL.iter().map(|one| one.code()).collect();
            Err(invalid("required", &format!("{NO_OUTCOME}. Use one of: {}.", codes.join(", "))))
        }
        ("claim", None) => Ok(Change::Claim),
        ("accept", None) => Ok(Change::Accept),
        ("claim" | "accept", Some(_)) => Err(invalid("unexpected", "Only closing has an outcome.")),
        _ => Err(Problem::not_found("The actions are claim, accept and close.")),
    }
}

/// The step of handing over that a code stands for.
pub(crate) fn handover(code: &str) -> Result<Handover, Problem> {
    match code {
        "offer" => Ok(Handover::Offer),
        "take_back" => Ok(Handover::TakeBack),
        "take" => Ok(Handover::Take),
        _ => Err(not_recognised("step", "Use one of: offer, take_back, take.")),
    }
}

/// The change of access that a code stands for, with the reason or the worker that it needs.
pub(crate) fn access(
    code: &str,
    reason: Option<&str>,
    worker: Option<&str>,
) -> Result<AccessChange, Problem> {
    match code {
        "declare_conflict" => Ok(AccessChange::DeclareConflict),
        "lift_conflict" => {
            let of = worker.ok_or_else(|| not_recognised("worker", "Name the worker."))?;
            Ok(AccessChange::LiftConflict(of.to_owned()))
        }
        "restrict" => Ok(AccessChange::Restrict),
        "lift_restriction" => Ok(AccessChange::LiftRestriction),
        "ask_access" => Ok(AccessChange::AskAccess(look_reason(reason)?)),
        _ => Err(not_recognised(
            "change",
            "Use one of: declare_conflict, lift_conflict, restrict, lift_restriction, ask_access.",
        )),
    }
}

/// The reason for a look that a code stands for.
pub(crate) fn look_reason(code: Option<&str>) -> Result<LookReason, Problem> {
    let code = code.ok_or_else(|| {
        let codes: Vec<_> = LookReason::ALL.iter().map(|one| one.code()).collect();
        let message = format!("Choose a reason. Use one of: {}.", codes.join(", "));
        not_recognised("reason", &message)
    })?;
    code.parse().map_err(|fault: Invalid| not_recognised("reason", &fault.message))
}

fn not_recognised(field: &str, message: &str) -> Problem {
    Problem::invalid("It cannot be done as asked.").with_errors([FieldProblem::new(
        field,
        "code_not_recognised",
        message,
    )])
}

fn invalid(code: &str, message: &str) -> Problem {
    Problem::invalid("The change cannot be made as asked.")
        .with_errors([FieldProblem::new("outcome", code, message)])
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    fn asked(action: &str, outcome: Option<&str>) -> Result<Change, u16> {
        let request = Request::builder(Method::POST, "POST /v1/inbox/{entry}/{action}")
            .path_parameter("action", action)
            .build();
        change(&request, outcome).map_err(|problem| problem.status())
    }

    #[test]
    fn each_action_s_name_gives_its_change() {
        assert_eq!(asked("claim", None), Ok(Change::Claim));
        assert_eq!(asked("accept", None), Ok(Change::Accept));
        let supported = Change::Close(ClosingOutcome::Supported);
        assert_eq!(asked("close", Some("supported")), Ok(supported));
    }

    #[test]
    fn unknown_actions_and_outcomes_are_refused() {
        assert_eq!(asked("delete", None), Err(404));
        for outcome in [None, Some(""), Some("solved")] {
            assert_eq!(asked("close", outcome), Err(422));
        }
        assert_eq!(asked("claim", Some("supported")), Err(422));
    }

    #[test]
    fn an_id_that_is_not_ours_is_not_found() {
        let request = Request::builder(Method::GET, "GET /v1/inbox/{entry}")
            .path_parameter("entry", "../review")
            .build();
        assert_eq!(entry_id(&request).unwrap_err().status(), 404);
    }

    #[test]
    fn an_entry_cannot_be_compared_with_itself() {
        let id = "11111111-2222-4333-8444-555555555555";
        let request = Request::builder(Method::POST, "POST /v1/inbox/{entry}/matches/{other}")
            .path_parameter("entry", id)
            .path_parameter("other", id)
            .build();
        let problem = pair(&request).unwrap_err();
        assert_eq!((problem.status(), problem.errors()[0].path.as_str()), (422, "other"));
    }
}
