//! `POST /`: the form is read, accepted once, and confirmed; or shown again with what is wrong.

use std::time::Duration;

use formats::{form, json};
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::ports::Nature;
use pipeline::rows::Actor;
use pipeline::{AcceptError, Keyed, Placing, Sending, Submission, accept};

use crate::filled::Filled;
use crate::pages::{self, Next};
use crate::token;

/// How long a form's token means the same sending.
const WINDOW: Duration = Duration::from_hours(7 * 24);

const CHECK_AND_SEND: &str = "Check your answers, then send the form again";
const NOT_SAVED: &str =
    "We could not save your answers just now. Wait a moment, then send them again";

/// How many hubs nearby a family is told of.
const NEARBY: usize = 3;

/// Sends a form.
pub(crate) async fn send<W>(world: &W, request: &Request) -> Result<Response, Problem>
where
    W: Sending + Keyed + Placing,
{
    request.require_same_origin()?;
    request.require_content_type("application/x-www-form-urlencoded")?;
    request.limit_body(json::MAX_BYTES)?;
    let filled = Filled::sent(request.form(), || token::fresh(world.nature()));
    if filled.asks_for_another_child() {
        return Ok(Response::ok().html(pages::form(&filled)));
    }
    let today = accept::latest_date(world.nature().now());
    let answers = filled.answers().map(|(name, value)| (name, value));
    let referral = match form::read(answers, today) {
        Ok(referral) if filled.has_its_token() => referral,
        Ok(_) => return Ok(again(&filled.with_notice(CHECK_AND_SEND))),
        Err(errors) => return Ok(again(&filled.with_errors(errors))),
    };
    let next = Next::of(&referral);
    let places = world.places();
    let nearby = places.localities.nearby(&referral, today, &places.index, NEARBY);
    let submission = Submission {
        submitter: Actor::family(),
        key: filled.token().to_owned(),
        window: WINDOW,
        content: json::digest_input(&referral),
        referral,
    };
    match accept(world, submission).await {
        Ok(receipt) => Ok(Response::ok().html(pages::confirmation(&receipt, &next, &nearby))),
        Err(AcceptError::KeyReused) => {
            Ok(Response::new(StatusCode::CONFLICT).html(pages::already_sent()))
        }
        Err(error) => {
            let page = pages::form(&filled.with_notice(NOT_SAVED));
            let response = Response::new(StatusCode::SERVICE_UNAVAILABLE).html(page);
            Ok(response.caused_by(&Problem::unavailable(&error)))
        }
    }
}

/// The form, with what is wrong.
fn again(filled: &Filled) -> Response {
    Response::new(StatusCode::UNPROCESSABLE_ENTITY).html(pages::form(filled))
}
