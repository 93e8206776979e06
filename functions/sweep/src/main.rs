//! The sweep function: every minute it sends the referrals that still wait to their queues again, hands on
//! the tellings of webhooks, and ends the drafts that nobody goes on with.

mod handler;

use std::process::ExitCode;
use std::sync::Arc;

use lambda_kit::schedule::run_scheduled;
use lambda_kit::settings::Variables;
use lambda_kit::{BootError, boot, warm_up};
use store::{Aws, Table};

/// The tables that this function may know.
const TABLES: &[Table] = &[Table::Due, Table::Drafts];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    boot(run()).await
}

async fn run() -> Result<(), BootError> {
    let mut variables = Variables::of_process();
    let tables = wiring::tables(&mut variables, TABLES);
    let queues = wiring::queues(&mut variables);
    let queue = wiring::telling_queue(&mut variables);
    let roots = wiring::roots(&mut variables);
    variables.finish(())?;
    let world = Arc::new(Aws::connect(tables, &roots.read()?).await.with_queues(queues));
    let queue = Arc::new(world.telling_queue(queue));
    warm_up(world.open_queues()).await;
    run_scheduled(move |tick| {
        let (world, queue) = (Arc::clone(&world), Arc::clone(&queue));
        async move { handler::handle(&*world, &*queue, &tick).await }
    })
    .await
}
