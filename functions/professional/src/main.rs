//! The professional's pages, on which a school, a health service or the police writes of a family,
//! signed in at the council's provider and without JavaScript.

mod app;
mod draft;
mod form;
mod handler;
mod journey;
mod link;
mod notice;
mod pages;
mod referrals;
mod send;
mod session;
mod sign_in;
#[cfg(test)]
mod tests;
mod words;
mod you;

use std::process::ExitCode;
use std::sync::Arc;

use identity::Provider;
use lambda_kit::http::run_http_with;
use lambda_kit::settings::Variables;
use lambda_kit::{BootError, boot, warm_up};
use notices::Notify;
use pipeline::ports::{Nature as _, Template, World as _};
use store::{Aws, Table};

/// The tables that this function may know.
const TABLES: &[Table] = &[Table::Referrals, Table::Due, Table::Drafts, Table::Rulebooks];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    boot(Box::pin(run())).await
}

async fn run() -> Result<(), BootError> {
    let mut variables = Variables::of_process();
    let (tables, queues) = (wiring::tables(&mut variables, TABLES), wiring::queues(&mut variables));
    let keys = wiring::professional_keys(&mut variables);
    let places = wiring::places(&mut variables);
    let trust = wiring::sign_in(&mut variables, wiring::SignInPages::Professional);
    let groups = wiring::groups(&mut variables);
    let (notify, url) = (
        wiring::notify(&mut variables, &[Template::SignInLink]),
        wiring::professional_url(&mut variables),
    );
    let texts = wiring::offered(&mut variables, &[Template::ProfessionalEmail]);
    let roots = wiring::roots(&mut variables);
    variables.finish(())?;
    let roots = roots.read()?;
    let world = Aws::connect(tables, &roots).await;
    let world = world.with_queues(queues).with_keys(keys)?.with_places(places.read()?);
    let (provider, groups) = (Provider::new(trust, &roots)?, groups.read()?);
    let notify = notify.map(|trust| Notify::new(&trust, &roots)).transpose()?;
    let now = world.nature().now();
    let warming = async {
        let own = async { tokio::join!(world.refresh_places(), world.fetch_keys()) };
        tokio::join!(own, world.open_queues(), provider.warm_up(now))
    };
    Box::pin(warm_up(warming)).await;
    let app = Arc::new(app::App { world, provider, groups, notify, texts, url });
    run_http_with(pages::problem, move |request| {
        let app = Arc::clone(&app);
        async move {
            app.world.refresh_secrets().await;
            // This function places nobody, so an answer does not wait for the rulebooks.
            let _ = app.world.refresh_places().await;
            handler::handle(&app, &request).await
        }
    })
    .await
}
