//! Leads each route to the API or to a page.

use ::pages::asset;
use lambda_kit::http::{Request, Response};
use pipeline::{Directing, Figuring, Logging, SearchKeeping, SigningIn};

use crate::hub::Hub;
use crate::{api, pages, problems::nothing_here, site};

/// Answers a request. A problem is problem+json in the API, and a page on the site.
pub(crate) async fn handle<W: Figuring + Logging + SigningIn + SearchKeeping + Directing>(
    hub: &Hub<W>,
    request: &Request,
) -> Response {
    let route = request.route_key();
    if route.contains(" /v1/") {
        let answer = match route {
            "GET /v1/inbox" => api::list(hub, request).await,
            "GET /v1/inbox-export" => api::export(hub, request).await,
            "GET /v1/inbox/{entry}" => api::open(hub, request).await,
            "GET /v1/inbox/{entry}/export" => api::export_entry(hub, request).await,
            "POST /v1/inbox/{entry}/{action}" => api::change(hub, request).await,
            "POST /v1/inbox/{entry}/log" => api::append(hub, request).await,
            "GET /v1/inbox/{entry}/place" => api::find_place(hub, request).await,
            "GET /v1/authorities" => api::list_authorities(hub, request).await,
            "POST /v1/inbox/{entry}/access" => api::change_access(hub, request).await,
            "POST /v1/inbox/{entry}/handover" => api::hand_over(hub, request).await,
            "GET /v1/figures" => api::figures(hub, request).await,
            "GET /v1/matches" => api::list_possible_matches(hub, request).await,
            "POST /v1/inbox/{entry}/matches/{other}" => api::decide_match(hub, request).await,
            _ => Err(nothing_here()),
        };
        return answer.into();
    }
    let answer = match route {
        "GET /hub" => site::inbox::list(hub, request).await,
        "POST /hub/search" => site::inbox::search(hub, request).await,
        "GET /hub/export" => site::inbox::export(hub, request).await,
        "GET /hub/overview" => site::inbox::overview(hub, request).await,
        "GET /hub/figures" => site::figures::show(hub, request).await,
        "GET /hub/sign-in" => Ok(site::sign_in::form(request)),
        "GET /hub/sign-in/begin" => site::sign_in::begin(hub, request).await,
        "GET /hub/sign-in/answer" => site::sign_in::answer(hub, request).await,
        "POST /hub/sign-in" => site::sign_in::choose(hub, request).await,
        "GET /hub/again" => site::again::offer(hub, request).await,
        "POST /hub/sign-out" => site::sign_in::out(hub, request).await,
        "GET /hub/entries/{entry}" | "GET /hub/entries/{entry}/print" => {
            site::entry::open(hub, request).await
        }
        "GET /hub/entries/{entry}/close" => site::entry::ask_to_close(hub, request).await,
        "GET /hub/entries/{entry}/export" => site::entry::export(hub, request).await,
        "GET /hub/entries/{entry}/place" => site::place::show(hub, request).await,
        "POST /hub/entries/{entry}/place/{kind}" => site::place::append(hub, request).await,
        "GET /hub/authorities" => site::place::authorities(hub, request).await,
        "GET /hub/entries/{entry}/{action}" => site::moves::ask(hub, request).await,
        "POST /hub/entries/{entry}/{action}" => site::entry::change(hub, request).await,
        "POST /hub/entries/{entry}/log/{kind}" => site::log::append(hub, request).await,
        "POST /hub/entries/{entry}/access/{step}" => site::access::change(hub, request).await,
        "POST /hub/entries/{entry}/handover/{step}" => site::access::hand_over(hub, request).await,
        "POST /hub/entries/{entry}/matches/{other}" => site::matches::decide(hub, request).await,
        "GET /hub/assets/{file}" => asset(request),
        _ => Err(nothing_here()),
    };
    answer.unwrap_or_else(|problem| pages::problem(&problem))
}
