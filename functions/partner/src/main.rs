//! The API for schools, health and police: sending a referral or many, asking for its status, correcting
//! and withdrawing it; the registry of hubs; and the contract, for programs and to read.

mod actor;
mod admit;
mod amend;
mod batch;
mod caller;
mod contract;
mod docs;
mod fhir;
mod handler;
mod registry;
mod send;
mod sent;
mod status;

use std::process::ExitCode;
use std::sync::Arc;

use identity::Verifier;
use lambda_kit::http::run_http;
use lambda_kit::settings::Variables;
use lambda_kit::{BootError, boot, warm_up};
use pipeline::ports::{Nature as _, World as _};
use store::{Aws, Table};

use crate::caller::Callers;

/// The tables that this function may know.
const TABLES: &[Table] = &[Table::Referrals, Table::Due, Table::Rulebooks, Table::Partners];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    boot(Box::pin(run())).await
}

async fn run() -> Result<(), BootError> {
    let mut variables = Variables::of_process();
    let tables = wiring::tables(&mut variables, TABLES);
    let queues = wiring::queues(&mut variables);
    let keys = wiring::intake_keys(&mut variables);
    let places = wiring::places(&mut variables);
    let trust = wiring::partner_trust(&mut variables);
    let rate = wiring::rate(&mut variables);
    let roots = wiring::roots(&mut variables);
    let nhs_number_check = variables.parsed("HUBWARD_NHS_NUMBER_CHECK");
    variables.finish(())?;
    let rate = rate?;
    let roots = roots.read()?;
    let world = Aws::connect(tables, &roots).await;
    let world = world.with_queues(queues).with_keys(keys)?.with_places(places.read()?);
    let verifier = Verifier::of_any(trust, &roots)?;
    let keys_come = verifier.fetch_keys(world.nature().now());
    let warming = async {
        let own = async { tokio::join!(world.refresh_places(), world.fetch_keys()) };
        tokio::join!(own, world.open_queues(), keys_come)
    };
    warm_up(warming).await;
    let api =
        Arc::new(handler::Api { world, callers: Callers { verifier, rate }, nhs_number_check });
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
