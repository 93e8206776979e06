//! The start page, and the beginning of a form.

use ::pages::respond;
use lambda_kit::http::{Problem, Request, Response, StatusCode};

use crate::draft::{self, FORM, Form, Missing, Way};
use crate::home_area::hub_phones;
use crate::journey::Step;
use crate::lookup::LOOKUP;
use crate::pages::WAY;
use crate::serving::Serving;
use crate::visit::Visit;
use crate::{form, pages};
use filling::first;

/// `GET /`: the start page, with the way back to a form that was begun.
pub(crate) async fn show<W: Serving>(
    world: &W,
    request: &Request,
    visit: &Visit,
) -> Result<Response, Problem> {
    let opened = match FORM.id_of(request) {
        None => None,
        // The start page is there even while nothing can be read.
        Some(_) => draft::open(world, request).await.ok().and_then(Result::ok),
    };
    let begun = opened.as_ref().map(|opened| form::begun(world, opened));
    let form = opened.as_ref().map(|opened| &opened.form);
    let hubs = hub_phones(form, &world.places(), form::today(world));
    let missing = Missing::told(request);
    Ok(respond(StatusCode::OK, pages::start(visit, missing, begun.as_ref(), &hubs)))
}

/// `POST /start`: begins a form, in place of one that this browser may have had. A request that was looked
/// up may be somebody else's, who used this browser before: it is not shown again.
pub(crate) async fn begin<W: Serving>(world: &W, request: &Request) -> Result<Response, Problem> {
    form::require_form(request)?;
    let way = if first(&request.form(), WAY) == "full" { Way::Full } else { Way::Short };
    tokio::join!(FORM.end(world, request), LOOKUP.end(world, request));
    let cookie = draft::begin(world, &Form::begin(way, world.nature())).await?;
    let first = Step::all(way).first().map(|step| step.address(None)).unwrap_or_default();
    Ok(Response::redirect(&first).cookie(&cookie).cookie(&LOOKUP.forgotten()))
}
