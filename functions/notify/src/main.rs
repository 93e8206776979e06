//! The notify function: for each message from SQS, a referral's id, it tells the sender of the referral how it
//! stands now: a partner by its webhook, a family or a professional who chose so by a notice.

mod handler;

use std::process::ExitCode;
use std::sync::Arc;

use lambda_kit::settings::Variables;
use lambda_kit::sqs::run_sqs;
use lambda_kit::{BootError, boot};
use notices::Notify;
use pipeline::ports::Template;
use store::{Aws, Table};
use webhook::Client;

/// The tables that this function may know.
const TABLES: &[Table] = &[Table::Referrals, Table::Due, Table::Partners, Table::Inbox];
/// The texts that it sends.
const TEXTS: &[Template] =
    &[Template::FamilyText, Template::FamilyEmail, Template::ProfessionalEmail];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    boot(Box::pin(run())).await
}

async fn run() -> Result<(), BootError> {
    let mut variables = Variables::of_process();
    let tables = wiring::tables(&mut variables, TABLES);
    let keys = wiring::telling_keys(&mut variables);
    let addresses = wiring::webhook_addresses(&mut variables);
    let notify = wiring::notify(&mut variables, TEXTS);
    let roots = wiring::roots(&mut variables);
    variables.finish(())?;
    let roots = roots.read()?;
    let world = Aws::connect(tables, &roots).await.with_keys(keys)?;
    let client = Client::new(&roots, addresses)?;
    let notify = notify.map(|trust| Notify::new(&trust, &roots)).transpose()?;
    let teller = Arc::new(handler::Teller { world, client, notify });
    run_sqs(move |message| {
        let teller = Arc::clone(&teller);
        async move {
            teller.world.refresh_secrets().await;
            handler::handle(&teller, &message).await
        }
    })
    .await
}
