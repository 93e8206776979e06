//! `GET /check`: all answers together, before they are sent.

use ::pages::respond;
use lambda_kit::http::{Problem, Request, Response, StatusCode};

use crate::draft;
use crate::form::{SENT, today};
use crate::journey::{CHECK, Journey, Place};
use crate::pages;
use crate::serving::{Serving, begin_again};
use crate::visit::Visit;

/// The page with all answers; the first page that is not finished, while there is one.
pub(crate) async fn show<W: Serving>(
    world: &W,
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
    Ok(respond(StatusCode::OK, pages::check(visit, &journey, &draft::mark(&opened.id))))
}
