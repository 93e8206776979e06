//! SQS to route: each message is a referral's id; place it, match it, deliver it.

mod handler;

use std::process::ExitCode;
use std::sync::Arc;

use lambda_kit::settings::Variables;
use lambda_kit::sqs::run_sqs;
use lambda_kit::{BootError, Failure, boot};
use store::Aws;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    boot(run()).await
}

async fn run() -> Result<(), BootError> {
    let mut variables = Variables::of_process();
    let tables = wiring::tables(&mut variables);
    let keys = wiring::keys(&mut variables);
    let places = wiring::places(&mut variables);
    let max_receives: u32 = variables.parsed("HUBWARD_MAX_RECEIVES");
    variables.finish(())?;
    let world = Aws::connect(tables).await.with_keys(keys.read()?).with_places(places.read()?);
    let router = Arc::new(handler::Router { world, max_receives });
    run_sqs(move |message| {
        let router = Arc::clone(&router);
        async move {
            // Nobody is placed by rulebooks that were in force once.
            let ready = router.world.refresh_places().await;
            ready.map_err(|fault| Failure::of("rulebooks", &fault))?;
            handler::handle(&router, &message).await
        }
    })
    .await
}
