//! Hubward on one machine: engines, Lambda host, front door and development sign-in.
//!
//! The functions run unchanged; everything that they would find on AWS is here, read from
//! `infra/template.yaml`. See `docs/LOCAL.md`.

mod chance;
mod clients;
mod clock;
mod engines;
mod front;
mod issuer;
mod lambda;
mod launch;
mod mapping;
mod notify;
mod people;
mod places;
mod schedule;
mod serve;
mod settings;
mod stack;
mod state;
mod stop;
mod template;
mod variables;

use std::{io::Write as _, process::ExitCode};

use clap::Parser as _;
use tracing_subscriber::EnvFilter;

use settings::Settings;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os();
    if arguments.nth(1).is_some_and(|first| first == launch::BECOME_FUNCTION) {
        return failed(&launch::become_function(arguments));
    }
    let settings = Settings::parse();
    // The engines log every queue that is made and every write whose condition did not hold, so
    // they are kept quiet.
    let filter = format!("rustack_sqs_core=warn,dynoxide=error,{}", settings.log);
    let filter = match EnvFilter::try_new(&filter) {
        Ok(filter) => filter,
        Err(error) => return failed(&format!("--log {}: {error}", settings.log)),
    };
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error),
    };
    let outcome = runtime.block_on(stack::run(settings));
    // Only idle connections are left; they need no waiting for.
    runtime.shutdown_timeout(std::time::Duration::from_secs(1));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&format!("{error:#}")),
    }
}

fn failed(what: &dyn std::fmt::Display) -> ExitCode {
    // There is nowhere else to report it.
    let _ = writeln!(std::io::stderr().lock(), "hubward-local: {what}");
    ExitCode::FAILURE
}
