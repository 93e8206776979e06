//! Makes the change that a worker asks for from an action's name and the codes that go with it.

mod access;

use lambda_kit::http::{FieldProblem, Problem, Request};
use pipeline::Directing;
use pipeline::collect::{self, Change, CollectError, Move, Verdict, Worker};
use pipeline::rows::EntryRow;
use referral::code_list::CodeList;
use referral::{ClosingOutcome, EntryId, Invalid};

pub(crate) use self::access::{access, handover, look_reason};
use crate::problems::not_found;

/// The question for an outcome, where an entry is to be closed without one.
pub(crate) const NO_OUTCOME: &str = "Say how it ended";
/// The question for a reason, where an action needs one.
pub(crate) const NO_REASON: &str = "Say why";
/// The question for an inbox, where an entry is to be sent on.
pub(crate) const NO_INBOX: &str = "Say where it should go";

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

/// A change that a worker asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Asked {
    /// A change of an entry where it is.
    Change(Change),
    /// A move to another inbox.
    Move(Move),
}

impl Asked {
    /// Carries the change out. `seen` is the version on which the worker decided, if they say.
    pub(crate) async fn carry_out<W: Directing>(
        &self,
        world: &W,
        worker: &Worker,
        id: EntryId,
        seen: Option<u64>,
    ) -> Result<EntryRow, CollectError> {
        match self {
            Self::Change(change) => collect::change(world, worker, id, seen, *change).await,
            Self::Move(to) => collect::send_on(world, worker, id, seen, to).await,
        }
    }
}

/// The codes that were given with an action, none of them read yet.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Given<'a> {
    pub(crate) outcome: Option<&'a str>,
    pub(crate) reason: Option<&'a str>,
    pub(crate) to: Option<&'a str>,
}

/// The change that a route's `{action}` names.
pub(crate) fn change(request: &Request, given: &Given<'_>) -> Result<Asked, Problem> {
    let action = request.path_parameter("action").unwrap_or_default();
    let takes = match action {
        "claim" | "accept" | "release" | "reopen" => &[][..],
        "take_over" => &["reason"],
        "redirect" | "decline" => &["reason", "to"],
        "close" => &["outcome"],
        _ => {
            return Err(Problem::not_found(
                "The actions are claim, accept, release, take_over, redirect, decline, close and \
                 reopen.",
            ));
        }
    };
    let Given { outcome, reason, to } = *given;
    for (field, value) in [("outcome", outcome), ("reason", reason), ("to", to)] {
        if value.is_some() && !takes.contains(&field) {
            let message = format!("Leave it out: {action} has no {field}.");
            return Err(invalid([FieldProblem::new(field, "unexpected", &message)]));
        }
    }
    Ok(match action {
        "claim" => Asked::Change(Change::Claim),
        "accept" => Asked::Change(Change::Accept),
        "release" => Asked::Change(Change::Release),
        "reopen" => Asked::Change(Change::Reopen),
        "take_over" => {
            Asked::Change(Change::TakeOver(code("reason", reason, NO_REASON).map_err(one)?))
        }
        "redirect" => {
            let inbox = match to {
                Some(to) => to.parse().map_err(|fault| wrong("to", &fault)),
                None => Err(FieldProblem::new("to", "required", &format!("{NO_INBOX}."))),
            };
            let reason = code("reason", reason, NO_REASON);
            let (to, reason) = both(inbox, reason)?;
            Asked::Move(Move::Redirect { to, reason })
        }
        "decline" => {
            let to = to.map(str::parse).transpose().map_err(|fault| wrong("to", &fault));
            let (to, reason) = both(to, code("reason", reason, NO_REASON))?;
            Asked::Move(Move::Decline { reason, to })
        }
        _ => {
            let outcome: ClosingOutcome = code("outcome", outcome, NO_OUTCOME).map_err(one)?;
            Asked::Change(Change::Close(outcome))
        }
    })
}

/// Reads a code that must be there.
fn code<C: CodeList>(path: &str, given: Option<&str>, question: &str) -> Result<C, FieldProblem> {
    let Some(given) = given else {
        let codes: Vec<_> = C::all().iter().map(|one| one.code()).collect();
        let message = format!("{question}. Use one of: {}.", codes.join(", "));
        return Err(FieldProblem::new(path, "required", &message));
    };
    given.parse().map_err(|fault| wrong(path, &fault))
}

fn wrong(path: &str, fault: &Invalid) -> FieldProblem {
    FieldProblem::new(path, fault.code, &fault.message)
}

/// Both values, or a problem that names each that is wrong.
fn both<A, B>(
    first: Result<A, FieldProblem>,
    second: Result<B, FieldProblem>,
) -> Result<(A, B), Problem> {
    match (first, second) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (first, second) => Err(invalid(first.err().into_iter().chain(second.err()))),
    }
}

fn one(error: FieldProblem) -> Problem {
    invalid([error])
}

fn invalid(errors: impl IntoIterator<Item = FieldProblem>) -> Problem {
    Problem::invalid("The change cannot be made as asked.").with_errors(errors)
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;
    use referral::{DecliningReason, InboxId, RedirectReason, TakeOverReason};

    use super::*;

    fn asked(action: &str, given: Given<'_>) -> Result<Asked, (u16, Vec<String>)> {
        let request = Request::builder(Method::POST, "POST /v1/inbox/{entry}/{action}")
            .path_parameter("action", action)
            .build();
        change(&request, &given).map_err(|problem| {
            let paths = problem.errors().iter().map(|error| error.path.clone()).collect();
            (problem.status(), paths)
        })
    }

    const NONE: Given<'_> = Given { outcome: None, reason: None, to: None };

    #[test]
    fn each_action_s_name_gives_its_change() {
        for (action, change) in [
            ("claim", Change::Claim),
            ("accept", Change::Accept),
            ("release", Change::Release),
            ("reopen", Change::Reopen),
        ] {
            assert_eq!(asked(action, NONE), Ok(Asked::Change(change)));
        }
        let supported = Change::Close(ClosingOutcome::Supported);
        let given = Given { outcome: Some("supported"), ..NONE };
        assert_eq!(asked("close", given), Ok(Asked::Change(supported)));
        let away = Change::TakeOver(TakeOverReason::Absent);
        let given = Given { reason: Some("absent"), ..NONE };
        assert_eq!(asked("take_over", given), Ok(Asked::Change(away)));
    }

    #[test]
    fn a_move_has_a_reason_and_an_inbox() {
        let to = InboxId::parse("westminster-triage").unwrap();
        let given = Given { reason: Some("better_fit"), to: Some("westminster-triage"), ..NONE };
        let reason = RedirectReason::BetterFit;
        let redirect = Move::Redirect { to: to.clone(), reason };
        assert_eq!(asked("redirect", given), Ok(Asked::Move(redirect)));
        let reason = DecliningReason::AtCapacity;
        let decline = |to| Ok(Asked::Move(Move::Decline { reason, to }));
        let given = Given { reason: Some("at_capacity"), ..NONE };
        assert_eq!(asked("decline", given), decline(None));
        let given = Given { to: Some("westminster-triage"), ..given };
        assert_eq!(asked("decline", given), decline(Some(to)));
    }

    #[test]
    fn unknown_actions_and_missing_or_unknown_codes_are_refused() {
        assert_eq!(asked("delete", NONE), Err((404, vec![])));
        let paths = |paths: &[&str]| Err((422, paths.iter().map(|&path| path.into()).collect()));
        for outcome in [None, Some(""), Some("solved")] {
            assert_eq!(asked("close", Given { outcome, ..NONE }), paths(&["outcome"]));
        }
        assert_eq!(asked("redirect", NONE), paths(&["to", "reason"]));
        let given = Given { reason: Some("at_capacity"), to: Some("A b"), ..NONE };
        assert_eq!(asked("redirect", given), paths(&["to", "reason"]));
        for action in ["decline", "take_over"] {
            assert_eq!(asked(action, NONE), paths(&["reason"]), "{action}");
        }
        for action in ["claim", "accept", "release", "reopen", "redirect", "take_over"] {
            let given = Given { outcome: Some("supported"), ..NONE };
            assert_eq!(asked(action, given), paths(&["outcome"]), "{action}");
        }
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
