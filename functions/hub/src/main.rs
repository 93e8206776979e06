//! The inbox: an API for hub systems and plain pages for hub workers.

mod api;
mod changes;
mod export;
mod figures;
mod handler;
mod hub;
mod inbox_names;
mod list_view;
mod logged;
mod own_path;
mod pages;
mod place;
mod problems;
mod site;
mod steps;
mod when;
mod worker;

use std::process::ExitCode;
use std::sync::Arc;

use identity::{Provider, Verifier};
use lambda_kit::{BootError, boot, http::run_http, settings::Variables, warm_up};
use pipeline::ports::{Nature as _, World as _};
use store::{Aws, Table};

/// The tables that this function may know.
const TABLES: &[Table] =
    &[Table::Referrals, Table::Inbox, Table::Audit, Table::Due, Table::Sessions, Table::Rulebooks];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    boot(Box::pin(run())).await
}

async fn run() -> Result<(), BootError> {
    let mut variables = Variables::of_process();
    let tables = wiring::tables(&mut variables, TABLES);
    let keys = wiring::hub_keys(&mut variables);
    let places = wiring::places(&mut variables);
    let trust = wiring::trust(&mut variables);
    let sign_in = wiring::sign_in(&mut variables, wiring::SignInPages::Hub);
    let groups = wiring::groups(&mut variables);
    let roots = wiring::roots(&mut variables);
    variables.finish(())?;
    let roots = roots.read()?;
    let world = Aws::connect(tables, &roots).await.with_keys(keys)?;
    let places = places.read()?;
    let world = world.with_localities(places.localities);
    let verifier = Verifier::new(trust, &roots)?;
    let provider = Provider::new(sign_in, &roots)?;
    let (groups, localities) = (groups.read()?, Arc::clone(world.live()));
    let now = world.nature().now();
    let issuers_come = async { tokio::join!(verifier.fetch_keys(now), provider.warm_up(now)) };
    let come = async { tokio::join!(world.refresh_places(), world.fetch_keys(), issuers_come) };
    Box::pin(warm_up(come)).await;
    let postcodes = places.index;
    let hub = Arc::new(hub::Hub { world, verifier, provider, groups, localities, postcodes });
    run_http(move |request| {
        let hub = Arc::clone(&hub);
        async move {
            hub.world.refresh_secrets().await;
            // This function places nobody, so an answer does not wait for the rulebooks.
            let _ = hub.world.refresh_places().await;
            handler::handle(&hub, &request).await
        }
    })
    .await
}
