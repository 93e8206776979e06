//! Makes the change of who may see an entry, or who works on it, from the codes that ask for it.

use lambda_kit::http::{FieldProblem, Problem};
use pipeline::collect::{AccessChange, Handover};
use referral::{Invalid, LookReason};

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
