//! The family's pages, on which a family asks for help, without an account and without JavaScript.

mod check;
mod draft;
mod form;
mod handler;
mod home_area;
mod journey;
mod language;
mod leave;
mod lookup;
mod notice;
mod pages;
mod send;
mod sent;
mod serving;
mod start;
mod status;
#[cfg(test)]
mod tests;
mod visit;

use std::process::ExitCode;
use std::sync::Arc;

use lambda_kit::http::run_http_with;
use lambda_kit::settings::Variables;
use lambda_kit::{BootError, boot, warm_up};
use pipeline::ports::Template;
use store::{Aws, Table};

/// The tables that this function may know.
const TABLES: &[Table] = &[Table::Referrals, Table::Due, Table::Drafts, Table::Rulebooks];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    boot(Box::pin(run())).await
}

async fn run() -> Result<(), BootError> {
    language::Language::ENGLISH.read();
    let mut variables = Variables::of_process();
    let (tables, queues) = (wiring::tables(&mut variables, TABLES), wiring::queues(&mut variables));
    let (keys, places) = (wiring::family_keys(&mut variables), wiring::places(&mut variables));
    let texts = wiring::offered(&mut variables, &[Template::FamilyText, Template::FamilyEmail]);
    let texts = Arc::new(texts);
    let roots = wiring::roots(&mut variables);
    variables.finish(())?;
    let world = Aws::connect(tables, &roots.read()?).await;
    let world = world.with_queues(queues).with_keys(keys)?;
    let world = Arc::new(world.with_places(places.read()?));
    let warming =
        async { tokio::join!(world.refresh_places(), world.open_queues(), world.fetch_keys()) };
    warm_up(warming).await;
    run_http_with(pages::unexpected, move |request| {
        let (world, texts) = (Arc::clone(&world), Arc::clone(&texts));
        async move {
            world.refresh_secrets().await;
            // This function places nobody, so an answer does not wait for the rulebooks.
            let _ = world.refresh_places().await;
            handler::handle(&*world, &texts, &request).await
        }
    })
    .await
}
