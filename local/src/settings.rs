//! The settings from outside: flags, and the variables that stand for them.

use std::path::PathBuf;

use clap::Parser;

/// Runs Hubward whole on this machine: the functions that AWS would run, with the tables, queues,
/// HTTP API, schedule and sign-in that they need.
#[derive(Debug, Clone, Parser)]
#[command(name = "hubward-local", version)]
pub(crate) struct Settings {
    /// The port to serve on, on 127.0.0.1 only (0 takes a free one).
    #[arg(long, env = "PORT", default_value_t = 8080)]
    pub(crate) port: u16,

    /// The folder for tables, keys and development credentials.
    #[arg(long, env = "HUBWARD_DATA", default_value = ".hubward", value_name = "FOLDER")]
    pub(crate) state: PathBuf,

    /// The postcode index, as `make postcodes` builds it.
    #[arg(
        long,
        env = "HUBWARD_POSTCODES",
        default_value = "data/postcodes.idx",
        value_name = "FILE"
    )]
    pub(crate) postcodes: PathBuf,

    /// The folder with the authorities' files.
    #[arg(long, env = "HUBWARD_LOCALITIES", default_value = "localities", value_name = "FOLDER")]
    pub(crate) localities: PathBuf,

    /// The root certificates that the functions trust.
    #[arg(long, default_value = "infra/roots.pem", value_name = "FILE")]
    pub(crate) roots: PathBuf,

    /// The file of groups that work in the inbox, if not that of this machine's own people.
    #[arg(long, env = "HUBWARD_GROUPS", value_name = "FILE")]
    pub(crate) groups: Option<PathBuf>,

    /// The template that says what there is to run.
    #[arg(long, default_value = "infra/template.yaml", value_name = "FILE")]
    pub(crate) template: PathBuf,

    /// The most processes that a function may have at once; further calls wait their turn.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(crate) max_instances: u32,

    /// The folder with the functions' programs, if not this program's own.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) bin_dir: Option<PathBuf>,

    /// Another value for a function's variable, for tests and experiments (may be repeated).
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = assignment)]
    pub(crate) sets: Vec<(String, String)>,

    /// Seconds between the schedule's calls, if not as the template says, for tests.
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) schedule_every: Option<u64>,

    /// The filter of the logs, for this program and the functions alike.
    #[arg(long, env = "RUST_LOG", default_value = "info", value_name = "FILTER")]
    pub(crate) log: String,
}

fn assignment(text: &str) -> Result<(String, String), &'static str> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write NAME=VALUE"),
    }
}
