//! The deployment that a command is about: the stack on this machine, by its state folder, or the
//! one that the environment leads to, with the same variables that the functions are given.

use std::{collections::BTreeMap, fs, future::Future, path::PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use store::{KeyName, KeySource, Operator};

#[derive(Debug, Args)]
pub(crate) struct Deployment {
    /// The state folder of a stack that runs on this machine; otherwise the environment says where
    /// (AWS's own variables, `HUBWARD_TABLE_AUDIT`, `HUBWARD_QUEUE_…`).
    #[arg(long, value_name = "FOLDER")]
    state: Option<PathBuf>,
}

/// The variables of a deployment, and a connection to it.
#[derive(Debug)]
pub(crate) struct Connected {
    variables: BTreeMap<String, String>,
    pub(crate) operator: Operator,
}

impl Deployment {
    /// Runs `work` with a connection to the deployment.
    pub(crate) fn with<W, F>(&self, work: W) -> Result<()>
    where
        W: FnOnce(Connected) -> F,
        F: Future<Output = Result<()>>,
    {
        let variables = self.variables()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let operator = Operator::connect(&variables).await;
            work(Connected { variables, operator }).await
        })
    }

    fn variables(&self) -> Result<BTreeMap<String, String>> {
        let Some(state) = &self.state else {
            return Ok(std::env::vars().filter(|(name, _)| name.starts_with("HUBWARD_")).collect());
        };
        let file = state.join("environment.json");
        let text = fs::read(&file).with_context(|| {
            format!("{} cannot be read; is the stack running there? (`make run`)", file.display())
        })?;
        serde_json::from_slice(&text).with_context(|| format!("{} is damaged", file.display()))
    }
}

impl Connected {
    /// Whether the deployment is a stack on one machine: tables without recovery, a key file, plain
    /// HTTP.
    pub(crate) fn is_on_one_machine(&self) -> bool {
        self.variables.get("HUBWARD_STAGE").is_some_and(|stage| stage == "local")
    }

    /// The place where a key or a secret is kept.
    pub(crate) fn key_source(&self, name: KeyName) -> Result<KeySource> {
        match self.variable("HUBWARD_KEY_FILE") {
            Ok(path) => Ok(KeySource::File(path.into())),
            Err(_) => Ok(KeySource::Aws(self.variable(name.variable())?.to_owned())),
        }
    }

    /// The value of a variable that must be set.
    pub(crate) fn variable(&self, name: &str) -> Result<&str> {
        match self.variables.get(name) {
            Some(value) if !value.is_empty() => Ok(value),
            _ => bail!(
                "{name} is not set; set it as the functions have it, or name a --state folder"
            ),
        }
    }
}
