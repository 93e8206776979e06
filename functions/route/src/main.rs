//! The route function: for each message from SQS, a referral's id, it places, matches and delivers
//! the referral.

mod handler;

use std::process::ExitCode;
use std::sync::Arc;

use lambda_kit::settings::Variables;
use lambda_kit::sqs::run_sqs;
use lambda_kit::{BootError, Failure, boot, warm_up};
use store::{Aws, Table};

/// The tables that this function may know.
const TABLES: &[Table] =
    &[Table::Referrals, Table::Inbox, Table::Matches, Table::Audit, Table::Due, Table::Rulebooks];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    boot(run()).await
}

async fn run() -> Result<(), BootError> {
    let mut variables = Variables::of_process();
    let tables = wiring::tables(&mut variables, TABLES);
    let keys = wiring::routing_keys(&mut variables);
    let places = wiring::places(&mut variables);
    let max_receives: u32 = variables.parsed("HUBWARD_MAX_RECEIVES");
    let roots = wiring::roots(&mut variables);
    variables.finish(())?;
    let world = Aws::connect(tables, &roots.read()?).await;
    let world = world.with_keys(keys)?.with_places(places.read()?);
    warm_up(async { tokio::join!(world.refresh_places(), world.fetch_keys()) }).await;
    let router = Arc::new(handler::Router { world, max_receives });
    run_sqs(move |message| {
        let router = Arc::clone(&router);
        async move {
            router.world.refresh_secrets().await;
            // No referral is placed by rulebooks that are no longer in force.
            let ready = router.world.refresh_places().await;
            ready.map_err(|fault| Failure::of("rulebooks", &fault))?;
            handler::handle(&router, &message).await
        }
    })
    .await
}
