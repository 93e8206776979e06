//! Answers each route with a page. A POST saves, and leads on.

use ::pages::asset;
use lambda_kit::http::{Problem, Request, Response};

use crate::app::{App, Serving};
use crate::{form, link, pages, referrals, send, sign_in, you};

/// Answers a request; a problem is answered with a page too.
pub(crate) async fn handle<W: Serving>(app: &App<W>, request: &Request) -> Response {
    let answer = match request.route_key() {
        "GET /refer/professional" => form::home(app, request).await,
        "POST /refer/professional/start" => form::begin(app, request).await,
        "GET /refer/professional/sign-in" => Ok(sign_in::page(app, request)),
        "GET /refer/professional/sign-in/begin" => sign_in::begin(app).await,
        "GET /refer/professional/sign-in/answer" => sign_in::answer(app, request).await,
        "POST /refer/professional/sign-in/email" => link::ask(app, request).await,
        "GET /refer/professional/sign-in/email" => Ok(link::asked()),
        "GET /refer/professional/sign-in/link/{secret}" => link::open(app, request).await,
        "POST /refer/professional/sign-in/link" => link::sign_in(app, request).await,
        "POST /refer/professional/sign-out" => sign_in::sign_out(app, request).await,
        "GET /refer/professional/you" => you::show(app, request).await,
        "POST /refer/professional/you" => you::save(app, request).await,
        "GET /refer/professional/form/{page}" => form::show(app, request).await,
        "POST /refer/professional/form/{page}" => form::save(app, request).await,
        "GET /refer/professional/numbers" => form::numbers(app, request).await,
        "GET /refer/professional/check" => form::check(app, request).await,
        "POST /refer/professional/send" => send::send(app, request).await,
        "GET /refer/professional/sent" => send::sent(app, request).await,
        "GET /refer/professional/copy" => send::copy(app, request).await,
        "GET /refer/professional/referrals" => referrals::list(app, request).await,
        "GET /refer/professional/referrals/{id}" => referrals::one(app, request).await,
        "GET /refer/professional/referrals/{id}/copy" => referrals::copy(app, request).await,
        "GET /refer/professional/assets/{file}" => asset(request),
        _ => Err(Problem::not_found("There is no page at this address.")),
    };
    answer.unwrap_or_else(|problem| pages::problem(&problem))
}
