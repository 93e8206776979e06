//! The page of an entry, after whatever was asked for.

use ::pages::respond;
use lambda_kit::http::{Problem, Response, StatusCode};
use pipeline::collect::{self, Worker};
use pipeline::{Reading, ports::Nature as _};
use referral::EntryId;

use crate::{hub::Hub, pages, problems::of_collecting};

/// The entry's page, with a message when something did not work.
pub(super) async fn show<W: Reading>(
    hub: &Hub<W>,
    worker: &Worker,
    id: EntryId,
    status: StatusCode,
    message: Option<&str>,
) -> Result<Response, Problem> {
    let opened = collect::open(&hub.world, worker, id).await.map_err(of_collecting)?;
    let now = hub.world.nature().now();
    let page = pages::entry(&opened, worker, now, message, &hub.localities.current());
    Ok(respond(status, page))
}
