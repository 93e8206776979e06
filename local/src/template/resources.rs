//! Reads each kind of resource, once its values are worked out.

use std::{collections::BTreeMap, time::Duration};

use anyhow::{Context as _, Result, bail};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

use super::{FunctionSpec, MappingSpec, Queue, RouteSpec, ScheduleSpec, Table, resolve::Resolver};

/// Every resource of a type, read by `read`.
pub(super) fn of<T>(
    resolver: &Resolver<'_>,
    kind: &str,
    read: fn(&Resolver<'_>, &str) -> Result<T>,
) -> Result<Vec<T>> {
    resolver.ids_of(kind).map(|id| read(resolver, id).with_context(|| id.to_owned())).collect()
}

fn properties<T: DeserializeOwned>(resolver: &Resolver<'_>, id: &str) -> Result<T> {
    Ok(serde_json::from_value(resolver.properties(id)?)?)
}

pub(super) fn table(resolver: &Resolver<'_>, id: &str) -> Result<Table> {
    let mut properties: Map<String, Value> = properties(resolver, id)?;
    let name = resolver.name(id)?;
    let expiry = properties
        .get("TimeToLiveSpecification")
        .filter(|ttl| ttl["Enabled"] != json!(false))
        .and_then(|ttl| Some(ttl["AttributeName"].as_str()?.to_owned()));
    // The protection of a table in the cloud has no meaning for a file on this machine.
    properties.retain(|key, _| {
        matches!(
            key.as_str(),
            "AttributeDefinitions" | "BillingMode" | "GlobalSecondaryIndexes" | "KeySchema"
        )
    });
    properties.insert("TableName".to_owned(), json!(name));
    Ok(Table { name, create: Value::Object(properties), expiry })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RedrivePolicy {
    dead_letter_target_arn: String,
    max_receive_count: Value,
}

pub(super) fn queue(resolver: &Resolver<'_>, id: &str) -> Result<Queue> {
    let properties: BTreeMap<String, Value> = properties(resolver, id)?;
    let mut attributes = BTreeMap::new();
    for (key, value) in properties {
        match key.as_str() {
            "DelaySeconds"
            | "MaximumMessageSize"
            | "MessageRetentionPeriod"
            | "ReceiveMessageWaitTimeSeconds"
            | "VisibilityTimeout" => {
                attributes.insert(key, number(&value)?.to_string());
            }
            "RedrivePolicy" => {
                let policy: RedrivePolicy = serde_json::from_value(value)?;
                let policy = json!({
                    "deadLetterTargetArn": policy.dead_letter_target_arn,
                    "maxReceiveCount": number(&policy.max_receive_count)?,
                });
                attributes.insert(key, policy.to_string());
            }
            // For names, tags and encryption there is nothing to set on this machine.
            _ => {}
        }
    }
    Ok(Queue { name: resolver.name(id)?, attributes })
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct FunctionProperties {
    code: Code,
    #[serde(default)]
    environment: Environment,
    logging_config: Option<LoggingConfig>,
    #[serde(default = "default_memory")]
    memory_size: Value,
    #[serde(default = "default_timeout")]
    timeout: Value,
}

#[derive(Deserialize)]
struct Code {
    #[serde(rename = "S3Key")]
    s3_key: String,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase")]
struct Environment {
    #[serde(default)]
    variables: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct LoggingConfig {
    log_group: Option<String>,
}

/// The default memory of Lambda, in megabytes.
fn default_memory() -> Value {
    json!(128)
}

/// The default timeout of Lambda, in seconds.
fn default_timeout() -> Value {
    json!(3)
}

pub(super) fn function(resolver: &Resolver<'_>, id: &str) -> Result<FunctionSpec> {
    let properties: FunctionProperties = properties(resolver, id)?;
    let package = properties.code.s3_key;
    let binary = package
        .rsplit('/')
        .next()
        .and_then(|file| file.strip_suffix(".zip"))
        .with_context(|| format!("the package {package} is not named <binary>.zip"))?;
    let name = resolver.name(id)?;
    let variables = properties.environment.variables.into_iter().map(|(name, value)| match value {
        Value::String(text) => Ok((name, text)),
        Value::Number(number) => Ok((name, number.to_string())),
        Value::Bool(truth) => Ok((name, truth.to_string())),
        _ => bail!("the variable {name} is not a text"),
    });
    Ok(FunctionSpec {
        binary: binary.to_owned(),
        arn: resolver.arn(id)?,
        timeout: Duration::from_secs(number(&properties.timeout)?),
        memory: u32::try_from(number(&properties.memory_size)?)?,
        log_group: properties
            .logging_config
            .and_then(|config| config.log_group)
            .unwrap_or_else(|| format!("/aws/lambda/{name}")),
        variables: variables.collect::<Result<_>>()?,
        name,
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RouteProperties {
    route_key: String,
    target: String,
}

pub(super) fn route(resolver: &Resolver<'_>, id: &str) -> Result<RouteSpec> {
    let RouteProperties { route_key, target } = properties(resolver, id)?;
    // An integration's `Ref` is its id, which on this machine is its physical name.
    let name = target.strip_prefix("integrations/").context("the target is no integration")?;
    for integration in resolver.ids_of("AWS::ApiGatewayV2::Integration") {
        if resolver.name(integration)? == name {
            let properties = resolver.properties(integration)?;
            let function = properties["IntegrationUri"].as_str().context("it has no function")?;
            return Ok(RouteSpec { key: route_key, function: function.to_owned() });
        }
    }
    bail!("the target {target} is not in the template")
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct MappingProperties {
    event_source_arn: String,
    function_name: String,
    #[serde(default = "default_batch")]
    batch_size: Value,
    #[serde(default)]
    maximum_batching_window_in_seconds: Option<Value>,
    #[serde(default)]
    function_response_types: Vec<String>,
    #[serde(default)]
    scaling_config: Option<ScalingConfig>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ScalingConfig {
    maximum_concurrency: Value,
}

/// The default batch size of Lambda for a queue.
fn default_batch() -> Value {
    json!(10)
}

pub(super) fn mapping(resolver: &Resolver<'_>, id: &str) -> Result<MappingSpec> {
    let properties: MappingProperties = properties(resolver, id)?;
    let window = properties.maximum_batching_window_in_seconds.as_ref();
    let scaling = properties.scaling_config.as_ref();
    Ok(MappingSpec {
        source: properties.event_source_arn,
        function: properties.function_name,
        batch_size: usize::try_from(number(&properties.batch_size)?)?,
        window: Duration::from_secs(window.map(number).transpose()?.unwrap_or(0)),
        partial_failures: properties
            .function_response_types
            .iter()
            .any(|kind| kind == "ReportBatchItemFailures"),
        concurrency: scaling
            .map(|scaling| number(&scaling.maximum_concurrency))
            .transpose()?
            .map(usize::try_from)
            .transpose()?,
    })
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ScheduleProperties {
    schedule_expression: String,
    target: ScheduleTarget,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ScheduleTarget {
    arn: String,
    input: Option<String>,
}

pub(super) fn schedule(resolver: &Resolver<'_>, id: &str) -> Result<ScheduleSpec> {
    let ScheduleProperties { schedule_expression, target } = properties(resolver, id)?;
    Ok(ScheduleSpec {
        arn: resolver.arn(id)?,
        every: rate(&schedule_expression)?,
        function: target.arn,
        input: target.input,
    })
}

/// Reads a rate such as `rate(5 minutes)`. A `cron(…)` schedule is not known on this machine.
fn rate(expression: &str) -> Result<Duration> {
    let inner = expression.strip_prefix("rate(").and_then(|rest| rest.strip_suffix(')'));
    let parts = inner.and_then(|inner| inner.trim().split_once(' '));
    let seconds = match parts {
        Some((count, unit)) => match (count.parse::<u64>(), unit.trim()) {
            (Ok(count), "minute" | "minutes") => Some(count * 60),
            (Ok(count), "hour" | "hours") => Some(count * 60 * 60),
            (Ok(count), "day" | "days") => Some(count * 24 * 60 * 60),
            _ => None,
        },
        None => None,
    };
    seconds
        .filter(|seconds| *seconds > 0)
        .map(Duration::from_secs)
        .with_context(|| format!("the schedule {expression} is not rate(<number> <unit>)"))
}

/// Reads a number, or the text of one: a parameter's value is always text.
fn number(value: &Value) -> Result<u64> {
    value
        .as_u64()
        .or_else(|| value.as_str()?.parse().ok())
        .with_context(|| format!("{value} is not a whole number"))
}
