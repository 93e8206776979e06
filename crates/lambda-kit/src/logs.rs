//! Logs as JSON lines on standard output, with dotted field names.
//!
//! Two rules hold at every level. Nothing below `info` is ever written, because libraries write
//! request bodies at `debug` and `trace`. And a panic is logged by its place, never by its message,
//! which could hold a value.

use std::panic;

use tracing_subscriber::{
    EnvFilter, Layer, filter::LevelFilter, fmt, layer::SubscriberExt, util::SubscriberInitExt,
};

use crate::settings::Variables;

/// Starts the logs at the level of `RUST_LOG` (`info` when it is not set).
///
/// A second call does nothing.
pub fn init() {
    let asked = Variables::of_process().optional("RUST_LOG").unwrap_or_default();
    let lines = fmt::layer()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false)
        .with_filter(filter(&asked))
        .with_filter(LevelFilter::INFO);
    if tracing_subscriber::registry().with(lines).try_init().is_ok() {
        panic::set_hook(Box::new(log_panic));
    }
}

/// The filter that `RUST_LOG` asks for; a directive that cannot be read is left out.
fn filter(asked: &str) -> EnvFilter {
    EnvFilter::builder().with_default_directive(LevelFilter::INFO.into()).parse_lossy(asked)
}

fn log_panic(info: &panic::PanicHookInfo<'_>) {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(error.code = "panic", error.place = place, "panic");
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    #[test]
    #[ignore = "a process of its own runs it: see the test below"]
    fn panics() {
        super::init();
        panic!("Amina Okafor, born 2021-03-04");
    }

    #[test]
    fn a_panic_is_logged_by_its_place_and_never_by_its_message() {
        let mut own = Command::new(std::env::current_exe().unwrap());
        own.args(["logs::tests::panics", "--exact", "--ignored", "--nocapture"]);
        let output = own.output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).unwrap();
        assert!(said.contains("\"error.code\":\"panic\"") && said.contains("logs.rs:"), "{said}");
        assert!(!said.contains("Okafor") && !said.contains("2021"), "{said}");
    }
}
