//! The API for schools, health and police: sending a referral, and asking for its status.

mod actor;
mod handler;
mod registry;
mod send;
mod status;

use std::process::ExitCode;
use std::sync::Arc;

use identity::Verifier;
use lambda_kit::http::run_http;
use lambda_kit::settings::Variables;
use lambda_kit::{BootError, boot};
use store::{Aws, Table};

/// The tables that this function may know.
const TABLES: &[Table] = &[Table::Referrals, Table::Due, Table::Rulebooks];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    boot(run()).await
}

async fn run() -> Result<(), BootError> {
    let mut variables = Variables::of_process();
    let tables = wiring::tables(&mut variables, TABLES);
    let queues = wiring::queues(&mut variables);
    let keys = wiring::intake_keys(&mut variables);
    let places = wiring::places(&mut variables);
    let trust = wiring::trust(&mut variables);
    variables.finish(())?;
    let world = Aws::connect(tables)
        .await
        .with_queues(queues)
        .with_keys(keys)
        .await?
        .with_places(places.read()?);
    let api = Arc::new(handler::Api { world, verifier: Verifier::new(trust)? });
    run_http(move |request| {
        let api = Arc::clone(&api);
        async move {
            api.world.refresh_secrets().await;
            // Nothing is placed here, so an answer goes out even if the refresh fails.
            let _ = api.world.refresh_places().await;
            handler::handle(&api, &request).await
        }
    })
    .await
}
