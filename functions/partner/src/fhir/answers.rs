//! The answers to a message, each an `OperationOutcome` with BaRS's codes.
//!
//! A refusal is a problem as at every other route, so that it is logged and counted in the same way; only
//! its body is written as FHIR.

use formats::Rejection;
use formats::fhir::written::{Issue, Severity, outcome};
use formats::fhir::{self, Format, Sources};
use lambda_kit::http::{FieldProblem, Problem, Response};
use pipeline::Receipt;
use referral::{FieldError, Reference, ReferralId, Warning};

/// A message that was taken.
pub(super) struct Taken {
    id: ReferralId,
    issues: Vec<Issue>,
}

impl Taken {
    /// A referral was accepted.
    pub(super) fn accepted(receipt: &Receipt, warnings: &[Warning], sources: &Sources) -> Self {
        let stored = format!("The referral is stored. Its reference is {}.", receipt.reference);
        let said = match &receipt.phone_now {
            Some(phone) => format!(
                "{stored} If somebody is in danger now, ring {}. About a concern for a child ring \
                 {}, or {} outside office hours.",
                phone.emergency, phone.in_hours, phone.out_of_hours
            ),
            None => stored,
        };
        Self::of(receipt.id, &said, warnings, sources)
    }

    /// A correction was stored.
    pub(super) fn corrected(id: ReferralId, warnings: &[Warning], sources: &Sources) -> Self {
        Self::of(id, "The update is stored with the referral.", warnings, sources)
    }

    /// A withdrawal was stored.
    pub(super) fn withdrawn(id: ReferralId) -> Self {
        Self::of(id, "The referral is withdrawn.", &[], &Sources::default())
    }

    fn of(id: ReferralId, said: &str, warnings: &[Warning], sources: &Sources) -> Self {
        let first = Issue {
            severity: Severity::Information,
            kind: "informational",
            code: None,
            diagnostics: said.to_owned(),
            expression: None,
        };
        let warned = warnings.iter().map(|warning| {
            let is_kept = warning.code == "also_sent";
            Issue {
                severity: if is_kept { Severity::Information } else { Severity::Warning },
                kind: if is_kept { "informational" } else { "value" },
                code: None,
                diagnostics: warning.message.clone(),
                expression: Some(sources.of(&warning.path)),
            }
        });
        Self { id, issues: std::iter::once(first).chain(warned).collect() }
    }
}

/// The reason why a message was not taken, and the referral that it is about, if it is the caller's.
pub(super) struct Refusal {
    problem: Problem,
    referral: Option<ReferralId>,
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self { problem, referral: None }
    }
}

impl Refusal {
    fn about(problem: Problem, id: ReferralId) -> Self {
        Self { problem, referral: Some(id) }
    }
}

/// The message was taken before. Whoever lost the first answer finds the referral at the location.
pub(super) fn repeated(id: ReferralId) -> Refusal {
    let problem = Problem::conflict("This message was taken before.").with_code("duplicate");
    Refusal::about(problem, id)
}

/// The ids of the message were used for other content.
pub(super) fn other_content(id: ReferralId) -> Refusal {
    let detail = "The ids of this message were used for another one. What it says now was not taken: \
                  send it under ids of its own.";
    Refusal::about(Problem::conflict(detail), id)
}

/// The request was accepted before, with other content.
pub(super) fn request_known(reference: Reference) -> Refusal {
    let detail = format!(
        "A ServiceRequest of this name was accepted before, with other content, as {reference}. What \
         this message says was not taken: send it as an update, or name a new request anew."
    );
    let place = FieldProblem::new("ServiceRequest", "invariant", &detail);
    Problem::invalid(detail).with_code("request_known").with_errors([place]).into()
}

/// There is no such request of this sender.
pub(super) fn request_unknown() -> Refusal {
    Problem::not_found("There is no ServiceRequest of this name that you sent as new.").into()
}

/// The referral was withdrawn before.
pub(super) fn withdrawn(id: ReferralId) -> Refusal {
    let detail = "This referral was withdrawn, and cannot be changed any more.";
    Refusal::about(Problem::conflict(detail).with_code("withdrawn"), id)
}

/// The referral was corrected as often as it may be.
pub(super) fn too_many_updates(id: ReferralId) -> Refusal {
    let detail = "This referral was updated as often as it may be. Ring the hub.";
    Refusal::about(Problem::conflict(detail).with_code("too_many_corrections"), id)
}

/// The message could not be read.
pub(super) fn rejected(rejection: Rejection) -> Refusal {
    let fields = |errors: Vec<FieldError>| {
        errors.into_iter().map(|error| FieldProblem {
            path: error.path,
            code: error.code.to_owned(),
            message: error.message,
        })
    };
    let problem = match rejection {
        Rejection::TooLarge => Problem::too_large(fhir::MAX_BYTES),
        Rejection::Malformed(errors) => {
            Problem::bad_request("The body is not FHIR as it should be.")
                .with_errors(fields(errors))
        }
        // BaRS refuses what breaks its rules with 400, and what is not done here with 422.
        Rejection::Invalid(errors) => {
            let is_of_ours =
                |error: &FieldError| ["not_supported", "too_long"].contains(&error.code);
            if errors.iter().any(is_of_ours) {
                Problem::invalid("This message cannot be taken here.").with_errors(fields(errors))
            } else {
                Problem::bad_request("The message needs attention.").with_errors(fields(errors))
            }
        }
    };
    problem.into()
}

/// The problem, with its errors at one place of the message.
pub(super) fn placed(problem: &Problem, place: &str) -> Refusal {
    let errors = problem.errors().iter().map(|error| FieldProblem {
        path: place.to_owned(),
        code: error.code.clone(),
        message: error.message.clone(),
    });
    let errors: Vec<_> = errors.collect();
    let detail = problem.detail().unwrap_or_default().to_owned();
    Problem::forbidden(detail).with_code(problem.code()).with_errors(errors).into()
}

/// The answer that a message was taken.
pub(super) fn taken(taken: &Taken, format: Format) -> Response {
    let body = outcome(&taken.issues).write(format);
    located(Response::ok().bytes(format.media_type(), body), Some(taken.id))
}

/// The answer that a message was not taken.
pub(super) fn refused(refusal: &Refusal, format: Format) -> Response {
    let problem = &refusal.problem;
    let (code, kind) = codes(problem);
    let issue = |kind, diagnostics: &str, expression: Option<&str>| Issue {
        severity: Severity::Error,
        kind,
        code: Some(code),
        diagnostics: diagnostics.to_owned(),
        expression: expression.map(str::to_owned).filter(|place| !place.is_empty()),
    };
    let mut issues: Vec<_> = problem
        .errors()
        .iter()
        .map(|error| issue(kind_of(&error.code), &error.message, Some(&error.path)))
        .collect();
    if issues.is_empty() {
        issues.push(issue(kind, problem.detail().unwrap_or(problem.title()), None));
    }
    let body = outcome(&issues).write(format);
    located(Response::from(problem).bytes(format.media_type(), body), refusal.referral)
}

fn located(response: Response, id: Option<ReferralId>) -> Response {
    match id {
        Some(id) => response.header("location", &format!("/v1/referrals/{id}")),
        None => response,
    }
}

/// BaRS's code of a problem, and the type of the issue where no field is at fault. `SEND_` is what is
/// caught before the message is looked at, and `REC_` what its receiver finds.
fn codes(problem: &Problem) -> (&'static str, &'static str) {
    match problem.status() {
        401 => ("SEND_UNAUTHORIZED", "login"),
        403 => ("SEND_FORBIDDEN", "forbidden"),
        404 => ("REC_NOT_FOUND", "not-found"),
        406 => ("SEND_NOT_ACCEPTABLE", "processing"),
        409 if problem.code() == "duplicate" => ("REC_CONFLICT", "duplicate"),
        409 => ("REC_CONFLICT", "conflict"),
        413 => ("REC_BAD_REQUEST", "too-long"),
        415 => ("REC_BAD_REQUEST", "not-supported"),
        422 => ("REC_UNPROCESSABLE_ENTITY", "business-rule"),
        429 => ("SEND_TOO_MANY_REQUESTS", "throttled"),
        503 => ("REC_SERVICE_UNAVAILABLE", "transient"),
        500.. => ("REC_SERVER_ERROR", "exception"),
        _ => ("REC_BAD_REQUEST", "invalid"),
    }
}

/// The type of an issue, by the code of the fault in a field.
fn kind_of(code: &str) -> &'static str {
    match code {
        "required" => "required",
        "too_long" | "too_many" => "too-long",
        "invariant" | "conflict" => "invariant",
        "not_supported" => "not-supported",
        "not_xml" | "not_json" | "not_utf8" | "doctype" | "repeated_key" | "too_deep"
        | "structure" => "structure",
        "not_allowed" | "referrer_kinds_missing" => "forbidden",
        _ => "value",
    }
}
