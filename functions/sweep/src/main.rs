//! Every minute: send what is still waiting to its queue again.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use lambda_kit::schedule::{Tick, run_scheduled};
use lambda_kit::settings::Variables;
use lambda_kit::{BootError, Failure, boot};
use pipeline::ports::{Nature, Sending};
use pipeline::sweep;
use store::Aws;

/// Left over at the end, so that a sweep stops by itself.
const MARGIN: Duration = Duration::from_secs(5);

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    boot(run()).await
}

async fn run() -> Result<(), BootError> {
    let mut variables = Variables::of_process();
    let tables = wiring::tables(&mut variables);
    let queues = wiring::queues(&mut variables);
    variables.finish(())?;
    let world = Arc::new(Aws::connect(tables).await.with_queues(queues));
    run_scheduled(move |tick| {
        let world = Arc::clone(&world);
        async move { handle(&*world, &tick).await }
    })
    .await
}

async fn handle<W: Sending>(world: &W, tick: &Tick) -> Result<(), Failure> {
    let left = tick.deadline.remaining().saturating_sub(MARGIN);
    let until = world.nature().now().checked_add(left).unwrap_or(Timestamp::MAX);
    let swept = sweep(world, until).await.map_err(|fault| Failure::of("sweep", &fault))?;
    tracing::info!(sweep.sent = swept.sent, sweep.passed = swept.passed, "swept");
    Ok(())
}
