//! Hubward as its clients and its operators reach it, wherever it runs: its fronts, its state folder,
//! its log, and the clients of its issuer.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::agent::Http;
use crate::credentials::{Credentials, Tokens};

/// A running Hubward, or one that is about to run.
#[derive(Debug)]
pub struct Service {
    state: PathBuf,
    log: PathBuf,
    fronts: Vec<Front>,
    administrator: BTreeMap<String, String>,
    pub(crate) http: Http,
    pub(crate) tokens: Tokens,
}

/// A host that answers the paths with this beginning.
#[derive(Debug, Clone)]
pub struct Front {
    /// The beginning of the paths.
    pub paths: &'static str,
    /// The address, without a slash at the end.
    pub url: String,
    /// The name of the host, where the address does not say it.
    pub host: Option<String>,
}

impl Service {
    /// A service with this state folder and this file as its log. It has no front yet.
    pub fn new(state: PathBuf, log: PathBuf) -> Self {
        Self {
            state,
            log,
            fronts: Vec::new(),
            administrator: BTreeMap::new(),
            http: Http::new(),
            tokens: Tokens::default(),
        }
    }

    /// The service with an administrator's variables beside those in the state folder, for looks at
    /// tables and queues past Hubward's code.
    #[must_use]
    pub fn administered_with(mut self, variables: BTreeMap<String, String>) -> Self {
        self.administrator = variables;
        self
    }

    /// Takes these fronts, and the clients that the state folder names.
    pub fn is_behind(&mut self, mut fronts: Vec<Front>) {
        fronts.sort_by_key(|front| std::cmp::Reverse(front.paths.len()));
        self.fronts = fronts;
        self.tokens = Tokens::of(Credentials::read(&self.state));
    }

    /// The front that answers a path.
    pub(crate) fn front(&self, path: &str) -> &Front {
        let found = self.fronts.iter().find(|front| path.starts_with(front.paths));
        found.unwrap_or_else(|| panic!("no front answers {path}"))
    }

    /// The administrator's variables that are not in the state folder.
    pub(crate) fn administrator(&self) -> &BTreeMap<String, String> {
        &self.administrator
    }

    /// The state folder.
    pub fn state(&self) -> &Path {
        &self.state
    }

    /// Everything that the service and its functions printed since the first start.
    pub fn log(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.log).unwrap_or_default()).into_owned()
    }

    /// The last lines that were printed.
    pub fn log_tail(&self) -> String {
        let log = self.log();
        let lines: Vec<_> = log.lines().collect();
        lines[lines.len().saturating_sub(60)..].join("\n")
    }
}
