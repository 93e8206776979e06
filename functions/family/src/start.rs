//! The start page, and the beginning of a form.

use ::pages::respond;
use lambda_kit::http::{Problem, Request, Response, StatusCode};

use crate::draft::{self, Form, Missing, Way};
use crate::handler::Serving;
use crate::journey::Step;
use crate::visit::Visit;
use crate::{form, pages};

/// The field that says which way the family takes.
pub(crate) const WAY: &str = "way";

/// `GET /`: the start page, with the way back to a form that was begun.
pub(crate) async fn show<W: Serving>(
    world: &W,
    request: &Request,
    visit: &Visit,
) -> Result<Response, Problem> {
    let go_on = match draft::id_of(request) {
        None => None,
        Some(_) => match draft::open(world, request).await {
            Ok(Ok(opened)) => Some(form::resume(world, &opened.form)),
            // The start page is there even while nothing can be read.
            Ok(Err(_)) | Err(_) => None,
        },
    };
    let missing = Missing::told(request);
    Ok(respond(StatusCode::OK, pages::start(visit, missing, go_on.as_deref())))
}

/// `POST /start`: begins a form, in place of one that this browser may have had.
pub(crate) async fn begin<W: Serving>(world: &W, request: &Request) -> Result<Response, Problem> {
    form::require_form(request)?;
    let sent = request.form();
    let is_full = sent.iter().any(|(name, value)| name == WAY && value == "full");
    let way = if is_full { Way::Full } else { Way::Short };
    draft::end(world, request).await;
    let cookie = draft::begin(world, &Form::begin(way, world.nature())).await?;
    let first = Step::all(way).first().map(|step| step.address(None)).unwrap_or_default();
    Ok(Response::redirect(&first).cookie(&cookie))
}
