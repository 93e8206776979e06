//! Answers each route with a page. What a page shows is always the answer to a GET: a POST saves, and
//! leads on.

use std::collections::BTreeSet;

use ::pages::{asset, respond};
use lambda_kit::http::{Problem, Request, Response, StatusCode};
use pipeline::ports::Template;

use crate::draft::{self, FORM};
use crate::lookup::LOOKUP;
use crate::serving::Serving;
use crate::visit::Visit;
use crate::{check, form, home_area, language, leave, pages, send, start, status};

/// Answers a request; a problem is answered with a page too. `texts` are those that the deployment can send.
pub(crate) async fn handle<W: Serving>(
    world: &W,
    texts: &BTreeSet<Template>,
    request: &Request,
) -> Response {
    let reviewed = world.places().localities.reviewed_languages();
    if let Some(answer) = language::switch(request, &reviewed) {
        return answer;
    }
    let visit = Visit::of(request, &reviewed);
    let answer = match request.route_key() {
        "GET /" => start::show(world, request, &visit).await,
        "POST /start" => start::begin(world, request).await,
        "GET /form/{page}" | "GET /form/{page}/{number}" => {
            form::show(world, request, &visit).await
        }
        "POST /form/{page}" | "POST /form/{page}/{number}" => form::save(world, request).await,
        "GET /check" => check::show(world, texts, request, &visit).await,
        "POST /send" => send::send(world, texts, request).await,
        "GET /sent" => sent(world, request, &visit).await,
        "GET /numbers" => numbers(world, request, &visit).await,
        "POST /numbers" => form::tell_of_danger(world, request).await,
        "GET /exit" => Ok(exit(world, request).await),
        "GET /status"
        | "POST /status"
        | "GET /status/note"
        | "POST /status/note"
        | "GET /status/withdraw"
        | "POST /status/withdraw" => status::answer(world, request, &visit).await,
        "GET /about/{page}" => about(world, request, &visit),
        "GET /assets/{file}" => asset(request),
        _ => Err(Problem::not_found("There is no page at this address.")),
    };
    answer.unwrap_or_else(|problem| pages::problem(&visit, &problem))
}

/// The confirmation of a form that was sent. It may be looked at again until its draft ends.
async fn sent<W: Serving>(
    world: &W,
    request: &Request,
    visit: &Visit,
) -> Result<Response, Problem> {
    Ok(match draft::open(world, request).await? {
        Ok(opened) => match &opened.form.sent {
            Some(sent) => respond(StatusCode::OK, pages::sent(visit, sent, opened.form.secret)),
            None => Response::redirect(crate::journey::CHECK),
        },
        Err(_) => respond(StatusCode::NOT_FOUND, pages::gone(visit)),
    })
}

/// The numbers to call, with the way back to a form that was begun.
async fn numbers<W: Serving>(
    world: &W,
    request: &Request,
    visit: &Visit,
) -> Result<Response, Problem> {
    // The numbers are shown whether the form can be read or not.
    let opened = draft::open(world, request).await.ok().and_then(Result::ok);
    let begun = opened.as_ref().map(|opened| form::begun(world, opened));
    let form = opened.as_ref().map(|opened| &opened.form);
    let phone = home_area::phone_now(form, &world.places(), form::today(world));
    Ok(respond(StatusCode::OK, pages::numbers(visit, &phone, begun.as_ref())))
}

/// The way out: the form ends first, so that nothing of it can be shown again.
async fn exit<W: Serving>(world: &W, request: &Request) -> Response {
    tokio::join!(FORM.end(world, request), LOOKUP.end(world, request));
    leave::answer(request).cookie(&FORM.forgotten()).cookie(&LOOKUP.forgotten())
}

fn about<W: Serving>(world: &W, request: &Request, visit: &Visit) -> Result<Response, Problem> {
    let page = request.path_parameter("page").unwrap_or_default();
    let page = pages::about(visit, &world.places().localities, page);
    let page = page.ok_or_else(|| Problem::not_found("There is no page at this address."))?;
    Ok(respond(StatusCode::OK, page))
}
