//! `PUT /v1/referrals/{id}` and `POST /v1/referrals/{id}/withdrawal`: a sender corrects its referral, or
//! withdraws it.

use api::Amended;
use formats::{Context, json};
use identity::Caller;
use jiff::Timestamp;
use lambda_kit::http::{FieldProblem, Problem, Request, Response, StatusCode};
use pipeline::accept::latest_date;
use pipeline::amend;
use pipeline::ports::{Amending, Nature as _, Placing};

use crate::actor::actor;
use crate::admit::admit;
use crate::caller::Called;
use crate::send::{idempotency_key, rejected};
use crate::status::{etag, id};

/// Replaces what a referral says, as a version of its own.
pub(crate) async fn correct<W: Amending + Placing>(
    world: &W,
    called: &Called,
    request: &Request,
) -> Result<Response, Problem> {
    let (id, seen) = (id(request)?, seen(request)?);
    request.require_content_type("application/json")?;
    let body = request.decoded_body(json::MAX_BYTES)?;
    let key = idempotency_key(request)?;
    let places = world.places();
    let today = latest_date(world.nature().now());
    let context = Context { today, exists: &|postcode| places.index.has(&postcode) };
    let corrected = json::read(&body, context).map_err(rejected)?;
    admit(called, &corrected, &places, today)?;
    let (warned, said) = (corrected.clone(), json::digest_input(&corrected));
    let by = actor(&called.caller);
    let asked = amend::Request { by: &by, referral: id, key, seen };
    let amended = amend::correct(world, asked, corrected, &said).await;
    let (version, at) = done(amended)?;
    // The warnings are for the day it was stored on, so that sending again gets the same answer.
    let warnings = warned.warnings(latest_date(at));
    Ok(answer(&Amended::corrected(id, version, at, &warnings), version))
}

/// Withdraws a referral, which stays where people see it.
pub(crate) async fn withdraw<W: Amending>(
    world: &W,
    caller: &Caller,
    request: &Request,
) -> Result<Response, Problem> {
    let (id, seen) = (id(request)?, seen(request)?);
    request.require_content_type("application/json")?;
    let body = request.decoded_body(json::MAX_BYTES)?;
    let key = idempotency_key(request)?;
    let today = latest_date(world.nature().now());
    let json::Withdrawal { reason, text } =
        json::read_withdrawal(&body, today).map_err(rejected)?;
    let by = actor(caller);
    let asked = amend::Request { by: &by, referral: id, key, seen };
    let (version, at) = done(amend::withdraw(world, asked, reason, text).await)?;
    Ok(answer(&Amended::withdrawn(id, version, at), version))
}

fn answer(reply: &Amended<'_>, version: u32) -> Response {
    Response::ok().header("etag", &etag(version)).json(reply)
}

/// The version in `If-Match`; `None` for `*`, which is any. A tag that is none of ours (RFC 9110,
/// 8.8.3) is a version that no referral has.
fn seen(request: &Request) -> Result<Option<u32>, Problem> {
    let tag = request.header("if-match").map(str::trim).filter(|tag| !tag.is_empty());
    match tag.ok_or_else(missing_version)? {
        "*" => Ok(None),
        tag => {
            let version = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"'));
            let version = version.ok_or_else(malformed_version)?;
            Ok(Some(version.parse().unwrap_or(0)))
        }
    }
}

fn malformed_version() -> Problem {
    Problem::bad_request("The version in If-Match cannot be read.").with_errors([
        FieldProblem::new(
            "If-Match",
            "malformed",
            "Send the ETag with its quotes, such as \"1\", or *.",
        ),
    ])
}

/// RFC 6585: the request must say which version it is about.
fn missing_version() -> Problem {
    let detail = "Say in If-Match which version you have seen: it is the ETag of the referral.";
    Problem::new(StatusCode::PRECONDITION_REQUIRED, "version_missing", detail).with_errors([
        FieldProblem::new("If-Match", "missing", "Send If-Match with the ETag, such as \"1\"."),
    ])
}

fn done(amended: Result<amend::Amended, pipeline::Fault>) -> Result<(u32, Timestamp), Problem> {
    let problem = match amended.map_err(|fault| Problem::unavailable(&fault))? {
        amend::Amended::Done { version, at } => return Ok((version, at)),
        amend::Amended::Unknown => crate::status::missing(),
        amend::Amended::Stale(_) => {
            let detail = "You have changed this referral since. Read it again, and send its ETag.";
            Problem::new(StatusCode::PRECONDITION_FAILED, "version_not_current", detail)
        }
        amend::Amended::Withdrawn => {
            Problem::conflict("This referral was withdrawn, and cannot be changed any more.")
                .with_code("withdrawn")
        }
        amend::Amended::Full => {
            Problem::conflict("This referral was corrected as often as it may be. Ring the hub.")
                .with_code("too_many_corrections")
        }
        amend::Amended::KeyReused => {
            Problem::invalid("This Idempotency-Key was used for another change of this referral.")
                .with_code("idempotency_key_reused")
                .with_errors([FieldProblem::new(
                    "Idempotency-Key",
                    "reused",
                    "Use a new key for a new change.",
                )])
        }
    };
    Err(problem)
}
