//! `POST /v1/referrals`: a referral is accepted once, however often it is sent.

use std::time::Duration;

use api::Accepted;
use formats::{Context, Rejection, json};
use lambda_kit::http::{FieldProblem, Problem, Request, Response, StatusCode};
use pipeline::accept::latest_date;
use pipeline::ports::{Accepting, Nature, Placing};
use pipeline::{AcceptError, Submission, accept};
use referral::FieldError;

use crate::actor::actor;
use crate::admit::admit;
use crate::caller::Called;

/// The time for which a key means the same submission.
const WINDOW: Duration = Duration::from_hours(24);
/// The length of the longest idempotency key, in bytes.
const LONGEST_KEY: usize = 255;

pub(crate) async fn send<W>(
    world: &W,
    called: &Called,
    request: &Request,
) -> Result<Response, Problem>
where
    W: Accepting + Placing,
{
    request.require_content_type("application/json")?;
    let body = request.decoded_body(json::MAX_BYTES)?;
    let key = idempotency_key(request)?;
    let today = latest_date(world.nature().now());
    let places = world.places();
    let context = Context { today, exists: &|postcode| places.index.has(&postcode) };
    let referral = json::read(&body, context).map_err(rejected)?;
    admit(called, &referral, &places, today)?;
    let warned = referral.clone();
    let submission = Submission {
        submitter: actor(&called.caller),
        key: key.to_owned(),
        window: WINDOW,
        content: json::digest_input(&referral),
        referral,
        status: None,
        suspect: false,
        told: called.caller.told().cloned(),
    };
    let receipt = accept(world, submission).await.map_err(|error| not_accepted(&error))?;
    // The warnings are for the day it was accepted on, so that sending again gets the same answer.
    let warnings = warned.warnings(latest_date(receipt.accepted_at));
    Ok(Response::new(StatusCode::ACCEPTED)
        .header("location", &format!("/v1/referrals/{}", receipt.id))
        .json(&Accepted::new(&receipt, &warnings)))
}

/// The caller's name for this submission: visible ASCII, as the IETF draft's string would be.
pub(crate) fn idempotency_key(request: &Request) -> Result<&str, Problem> {
    let wrong = |code: &str, message: &str| {
        Problem::bad_request(
            "Send an Idempotency-Key, so that a retry cannot make a second referral.",
        )
        .with_errors([FieldProblem::new("Idempotency-Key", code, message)])
    };
    let key =
        request.header("idempotency-key").map(str::trim).filter(|key| !key.is_empty()).ok_or_else(
            || wrong("missing", "Send a header Idempotency-Key of your own choosing."),
        )?;
    if is_key(key) { Ok(key) } else { Err(wrong("malformed", KEY_MALFORMED)) }
}

/// The advice on a key that is none.
pub(crate) const KEY_MALFORMED: &str = "Use at most 255 visible ASCII characters, such as a UUID.";

/// Whether a text can be a key.
pub(crate) fn is_key(key: &str) -> bool {
    let is_visible = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    (1..=LONGEST_KEY).contains(&key.len()) && key.bytes().all(is_visible)
}

pub(crate) fn rejected(rejection: Rejection) -> Problem {
    match rejection {
        Rejection::TooLarge => Problem::too_large(json::MAX_BYTES),
        Rejection::Malformed(errors) => {
            Problem::bad_request("The body is not JSON as it should be.")
                .with_errors(fields(errors))
        }
        Rejection::Invalid(errors) => {
            Problem::invalid("Some fields need attention.").with_errors(fields(errors))
        }
    }
}

pub(crate) fn fields(errors: Vec<FieldError>) -> impl Iterator<Item = FieldProblem> {
    errors.into_iter().map(|error| FieldProblem {
        path: error.path,
        code: error.code.to_owned(),
        message: error.message,
    })
}

fn not_accepted(error: &AcceptError) -> Problem {
    match error {
        AcceptError::KeyReused(_) => {
            Problem::invalid("This Idempotency-Key was used for a referral with other content.")
                .with_code("idempotency_key_reused")
                .with_errors([FieldProblem::new(
                    "Idempotency-Key",
                    "reused",
                    "Use a new key for a new referral.",
                )])
        }
        AcceptError::Unavailable(_) => Problem::unavailable(error),
    }
}
