//! `POST /`: reads the form, accepts it once, and confirms it; or shows it again with its errors.

use std::time::Duration;

use ::pages::respond;
use formats::{Context, form, json};
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use lambda_kit::metrics;
use pipeline::ports::Nature;
use pipeline::rows::Actor;
use pipeline::{AcceptError, Accepting, Placing, Submission, accept};

use crate::filled::Filled;
use crate::pages::{self, Next};
use crate::token;

/// The time for which a form's token means the same sending.
const WINDOW: Duration = Duration::from_hours(7 * 24);

const CHECK_AND_SEND: &str = "Check your answers, then send the form again.";
const NOT_SAVED: &str =
    "We could not save your answers just now. Wait a moment, then send them again.";
const TOO_LONG: &str = "Your answers are too long for us to take. Nothing is lost: they are all here. \
    Make the longest ones shorter, then send the form again.";

/// The largest body whose answers are shown again, in bytes: a person does not type more, and a
/// page of it, six times as long at worst, can still be sent.
const SHOWN_AGAIN: usize = 768 * 1024;

/// The most hubs nearby that a family is told about.
const NEARBY: usize = 3;

/// Answers a form that was sent.
pub(crate) async fn send<W>(world: &W, request: &Request) -> Result<Response, Problem>
where
    W: Accepting + Placing,
{
    request.require_same_origin()?;
    request.require_content_type("application/x-www-form-urlencoded")?;
    request.limit_body(SHOWN_AGAIN)?;
    let filled = Filled::sent(request.form(), || token::fresh(world.nature()));
    if filled.asks_for_another_child() {
        return Ok(respond(StatusCode::OK, pages::form(&filled)));
    }
    let today = accept::latest_date(world.nature().now());
    let places = world.places();
    let context = Context { today, exists: &|postcode| places.index.has(&postcode) };
    let answers = filled.answers().map(|(name, value)| (name, value));
    let read = form::read(answers, context);
    if let Err(problem) = request.limit_body(json::MAX_BYTES) {
        let filled = filled.with_errors(read.err().unwrap_or_default()).with_notice(TOO_LONG);
        let page = respond(StatusCode::PAYLOAD_TOO_LARGE, pages::form(&filled));
        return Ok(page.caused_by(&problem));
    }
    let referral = match read {
        Ok(referral) if filled.has_its_token() => referral,
        Ok(_) => return Ok(again(&filled.with_notice(CHECK_AND_SEND))),
        Err(errors) => return Ok(again(&filled.with_errors(errors))),
    };
    let next = Next::of(&referral);
    let nearby = places.localities.nearby(&referral, today, &places.index, NEARBY);
    let submission = Submission {
        submitter: Actor::family(),
        key: filled.token().to_owned(),
        window: WINDOW,
        content: json::digest_input(&referral),
        referral,
        status: None,
        suspect: false,
    };
    match accept(world, submission).await {
        Ok(receipt) => {
            metrics::count("FormsSent", 1);
            Ok(respond(StatusCode::OK, pages::confirmation(&receipt, &next, &nearby)))
        }
        Err(AcceptError::KeyReused(first)) => {
            // The answer to the first sending may never have arrived, so its reference is told now.
            // Nobody knows the token but the person who was shown the form.
            let filled = filled.with_token(token::fresh(world.nature()));
            let page = pages::form(&filled.with_notice(pages::already_sent(first)));
            Ok(respond(StatusCode::CONFLICT, page))
        }
        Err(error) => {
            let page = pages::form(&filled.with_notice(NOT_SAVED));
            let response = respond(StatusCode::SERVICE_UNAVAILABLE, page);
            Ok(response.caused_by(&Problem::unavailable(&error)))
        }
    }
}

/// The form again, with its errors.
fn again(filled: &Filled) -> Response {
    respond(StatusCode::UNPROCESSABLE_ENTITY, pages::form(filled))
}
