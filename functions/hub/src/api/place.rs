//! `GET /v1/inbox/{entry}/place`, what helps to find the hub for an entry, and `GET /v1/authorities`, the
//! councils to hand over to.

use ::api::{AuthorityList, Finding};
use identity::Scope;
use lambda_kit::http::{Problem, Request, Response};
use pipeline::{Directing, Reading, collect, ports::Nature as _};

use crate::place::{find, is_offered};
use crate::problems::{nothing_here, of_collecting};
use crate::{changes, hub::Hub, when, worker};

/// Answers with the rulebook's explanation and the hubs to choose from.
pub(crate) async fn find_place<W: Reading + Directing>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    let worker = worker::of_request(hub, request, Scope::InboxRead).await?;
    let id = changes::entry_id(request)?;
    let opened = collect::open_without_words(&hub.world, &worker, id).await;
    let opened = opened.map_err(of_collecting)?;
    let rulebooks = hub.world.rulebooks().await.map_err(|fault| Problem::unavailable(&fault))?;
    if !is_offered(&opened.entry, &worker, &rulebooks) {
        return Err(nothing_here());
    }
    let today = when::day(hub.world.nature().now());
    let found = find(&opened, &rulebooks, &hub.postcodes, today);
    let placement = found.placement.as_ref();
    let reply = Finding::new(&opened.entry, &worker, placement, found.is_hidden, &found.hubs);
    Ok(Response::ok().json(&reply))
}

/// Answers with every council and the contacts that are known here.
pub(crate) async fn list_authorities<W: Directing>(
    hub: &Hub<W>,
    request: &Request,
) -> Result<Response, Problem> {
    worker::of_request(hub, request, Scope::InboxRead).await?;
    let rulebooks = hub.world.rulebooks().await.map_err(|fault| Problem::unavailable(&fault))?;
    let listed = rulebooks.directory(when::day(hub.world.nature().now()));
    Ok(Response::ok().json(&AuthorityList::new(&listed)))
}
