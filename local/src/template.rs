//! The content of `infra/template.yaml`: the tables, queues, functions, routes, mappings and
//! schedules that there are. It is one source for AWS and for this machine; nothing here starts
//! anything.

mod resolve;
mod resources;

use std::{collections::BTreeMap, path::Path, time::Duration};

use anyhow::{Context as _, Result, anyhow};
use serde_json::Value;

pub(crate) use resolve::Deployment;
use resolve::Resolver;

/// A table, as `CreateTable` and `UpdateTimeToLive` take it.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// The table's physical name.
    pub(crate) name: String,
    /// The request that creates it.
    pub(crate) create: Value,
    /// The attribute that holds the expiry, in seconds since 1970.
    pub(crate) expiry: Option<String>,
}

/// A queue and the attributes that `CreateQueue` takes.
#[derive(Debug, Clone)]
pub(crate) struct Queue {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
}

/// A function and how it is run.
#[derive(Debug, Clone)]
pub(crate) struct FunctionSpec {
    /// The function's physical name.
    pub(crate) name: String,
    /// The program: the package's name without `.zip`.
    pub(crate) binary: String,
    pub(crate) arn: String,
    pub(crate) timeout: Duration,
    /// The memory in megabytes. It is told to the function and not enforced on this machine.
    pub(crate) memory: u32,
    pub(crate) log_group: String,
    pub(crate) variables: BTreeMap<String, String>,
}

/// A route of the HTTP API: `POST /v1/referrals`, and the function behind it (its ARN).
#[derive(Debug, Clone)]
pub(crate) struct RouteSpec {
    pub(crate) key: String,
    pub(crate) function: String,
}

/// A mapping from a queue to a function.
#[derive(Debug, Clone)]
pub(crate) struct MappingSpec {
    /// The queue's ARN.
    pub(crate) source: String,
    /// The function's physical name.
    pub(crate) function: String,
    pub(crate) batch_size: usize,
    /// The time to wait for a batch to fill up once a message has come.
    pub(crate) window: Duration,
    /// Whether the function's answer says which messages failed.
    pub(crate) partial_failures: bool,
    /// The number of batches that may be with the function at once.
    pub(crate) concurrency: Option<usize>,
}

/// A schedule by which a function is called.
#[derive(Debug, Clone)]
pub(crate) struct ScheduleSpec {
    pub(crate) arn: String,
    pub(crate) every: Duration,
    /// The function's ARN.
    pub(crate) function: String,
    /// The payload, if it is not the scheduler's own.
    pub(crate) input: Option<String>,
}

/// Everything in the template that this machine runs.
#[derive(Debug)]
pub(crate) struct Template {
    pub(crate) tables: Vec<Table>,
    pub(crate) queues: Vec<Queue>,
    pub(crate) functions: Vec<FunctionSpec>,
    pub(crate) routes: Vec<RouteSpec>,
    pub(crate) mappings: Vec<MappingSpec>,
    pub(crate) schedules: Vec<ScheduleSpec>,
}

impl Template {
    /// Reads the file at `path` as it would be deployed with `deployment`'s values.
    pub(crate) fn load(path: &Path, deployment: &Deployment) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| {
            format!(
                "the template {} cannot be read; run this in the project's folder",
                path.display()
            )
        })?;
        Self::parse(&text, deployment).with_context(|| path.display().to_string())
    }

    /// Reads the template's text.
    pub(crate) fn parse(text: &str, deployment: &Deployment) -> Result<Self> {
        let document = serde_yaml_ng::from_str(text).context("it is not YAML")?;
        let resolver = Resolver::new(&document, deployment)?;
        Ok(Self {
            tables: resources::of(&resolver, "AWS::DynamoDB::Table", resources::table)?,
            queues: resources::of(&resolver, "AWS::SQS::Queue", resources::queue)?,
            functions: resources::of(&resolver, "AWS::Lambda::Function", resources::function)?,
            routes: resources::of(&resolver, "AWS::ApiGatewayV2::Route", resources::route)?,
            mappings: resources::of(
                &resolver,
                "AWS::Lambda::EventSourceMapping",
                resources::mapping,
            )?,
            schedules: resources::of(&resolver, "AWS::Scheduler::Schedule", resources::schedule)?,
        })
    }

    /// The function whose name or ARN is `id`.
    pub(crate) fn function(&self, id: &str) -> Result<&FunctionSpec> {
        self.functions
            .iter()
            .find(|function| function.name == id || function.arn == id)
            .ok_or_else(|| anyhow!("no function is called {id}"))
    }
}

#[cfg(test)]
mod tests;
