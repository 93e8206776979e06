//! Findings of the doctor: what was looked at, how it is, and in words what to do.

use std::fmt;

use anyhow::Result;
use serde::{Deserialize, Serialize};

use crate::output;

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum State {
    /// It is as it should be.
    Ok,
    /// It is not there.
    Missing,
    /// It is there, and not as it should be.
    Wrong,
    /// It does not exist in this kind of deployment.
    Skipped,
}

/// One line of the doctor's answer.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Finding {
    state: State,
    what: String,
    told: String,
}

/// Everything that was found, in the order of looking.
#[derive(Debug, Default, Serialize)]
#[serde(transparent)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    pub(super) fn ok(&mut self, what: impl Into<String>, told: impl Into<String>) {
        self.tell(State::Ok, what, told);
    }

    pub(super) fn missing(&mut self, what: impl Into<String>, told: impl Into<String>) {
        self.tell(State::Missing, what, told);
    }

    pub(super) fn wrong(&mut self, what: impl Into<String>, told: impl Into<String>) {
        self.tell(State::Wrong, what, told);
    }

    pub(super) fn skipped(&mut self, what: impl Into<String>, told: impl Into<String>) {
        self.tell(State::Skipped, what, told);
    }

    fn tell(&mut self, state: State, what: impl Into<String>, told: impl Into<String>) {
        self.0.push(Finding { state, what: what.into(), told: told.into() });
    }

    /// Takes in findings made elsewhere.
    pub(super) fn extend(&mut self, found: Vec<Finding>) {
        self.0.extend(found);
    }

    /// The number of findings that must be mended.
    pub(super) fn bad(&self) -> usize {
        let bad = |one: &&Finding| matches!(one.state, State::Missing | State::Wrong);
        self.0.iter().filter(bad).count()
    }

    /// Writes a line for each finding.
    pub(super) fn print(&self) -> Result<()> {
        let width = self.0.iter().map(|one| one.what.chars().count()).max().unwrap_or(0);
        for Finding { state, what, told } in &self.0 {
            output::line(&format!("{state:8} {what:width$}  {told}"))?;
        }
        Ok(())
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Ok => "ok",
            Self::Missing => "missing",
            Self::Wrong => "wrong",
            Self::Skipped => "skipped",
        })
    }
}
