//! `GET /check`: all answers together, before they are sent.

use std::collections::BTreeSet;

use ::pages::respond;
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::ports::Template;

use crate::draft;
use crate::form::{SENT, today};
use crate::journey::{CHECK, Journey, Place};
use crate::notice;
use crate::pages;
use crate::serving::{Serving, begin_again};
use crate::visit::Visit;

/// The page with all answers; the first page that is not finished, while there is one.
pub(crate) async fn show<W: Serving>(
    world: &W,
    texts: &BTreeSet<Template>,
    request: &Request,
    visit: &Visit,
) -> Result<Response, Problem> {
    let opened = match draft::open(world, request).await? {
        Ok(opened) => opened,
        Err(missing) => return Ok(begin_again(missing)),
    };
    if opened.form.sent.is_some() {
        return Ok(Response::redirect(SENT));
    }
    let places = world.places();
    let journey = Journey::of(&opened.form, &Place::of(&places.index), today(world));
    let resume = journey.resume();
    if resume != CHECK {
        return Ok(Response::redirect(&resume));
    }
    let offers = journey.referral().map(|referral| notice::offers(referral, texts));
    let offers = offers.unwrap_or_default();
    let page = pages::check(visit, &journey, &offers, &draft::mark(&opened.id));
    Ok(respond(StatusCode::OK, page))
}
