//! CloudFormation's own functions, `Ref`, `GetAtt`, `Sub`, `Join` and `If`, worked out for this
//! machine. The meaning of a resource is not decided here.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, anyhow, bail};
use serde_json::{Map, Value};
use serde_yaml_ng as yaml;

/// The values that AWS would fill in.
#[derive(Debug, Clone)]
pub(crate) struct Deployment {
    pub(crate) region: String,
    pub(crate) account: String,
    pub(crate) stack: String,
    /// The URL at which queues answer, without a slash at the end.
    pub(crate) queue_endpoint: String,
    /// The URL at which the HTTP API answers, without a slash at the end.
    pub(crate) api_endpoint: String,
    pub(crate) parameters: BTreeMap<String, String>,
}

/// The template together with the values of one deployment.
pub(super) struct Resolver<'a> {
    document: &'a yaml::Value,
    resources: &'a yaml::Mapping,
    deployment: &'a Deployment,
}

impl<'a> Resolver<'a> {
    pub(super) fn new(document: &'a yaml::Value, deployment: &'a Deployment) -> Result<Self> {
        let resources = document
            .get("Resources")
            .and_then(yaml::Value::as_mapping)
            .context("it has no Resources")?;
        Ok(Self { document, resources, deployment })
    }

    /// The logical ids of all resources of a type, in the template's order.
    pub(super) fn ids_of<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = &'s str> {
        self.resources.iter().filter_map(move |(id, resource)| {
            (resource.get("Type")?.as_str()? == kind).then(|| id.as_str())?
        })
    }

    /// A resource's properties with everything worked out.
    pub(super) fn properties(&self, id: &str) -> Result<Value> {
        match self.resource(id)?.get("Properties") {
            Some(properties) => self.value(properties).with_context(|| id.to_owned()),
            None => Ok(Value::Object(Map::new())),
        }
    }

    /// The ARN of a resource.
    pub(super) fn arn(&self, id: &str) -> Result<String> {
        let Deployment { region, account, .. } = self.deployment;
        let name = self.name(id)?;
        Ok(match self.kind(id)? {
            "AWS::DynamoDB::Table" => format!("arn:aws:dynamodb:{region}:{account}:table/{name}"),
            "AWS::SQS::Queue" => format!("arn:aws:sqs:{region}:{account}:{name}"),
            "AWS::Lambda::Function" => format!("arn:aws:lambda:{region}:{account}:function:{name}"),
            "AWS::Scheduler::Schedule" => {
                format!("arn:aws:scheduler:{region}:{account}:schedule/default/{name}")
            }
            "AWS::Logs::LogGroup" => format!("arn:aws:logs:{region}:{account}:log-group:{name}:*"),
            "AWS::IAM::Role" => format!("arn:aws:iam::{account}:role/{name}"),
            "AWS::KMS::Key" => format!("arn:aws:kms:{region}:{account}:key/{name}"),
            "AWS::SecretsManager::Secret" => {
                format!("arn:aws:secretsmanager:{region}:{account}:secret:{name}")
            }
            kind => bail!("the ARN of a {kind} is not known on this machine"),
        })
    }

    /// The physical name of a resource: the one it is given, or one made of the stack's name and
    /// its own.
    pub(super) fn name(&self, id: &str) -> Result<String> {
        let property = match self.kind(id)? {
            "AWS::DynamoDB::Table" => "TableName",
            "AWS::SQS::Queue" => "QueueName",
            "AWS::Lambda::Function" => "FunctionName",
            "AWS::Logs::LogGroup" => "LogGroupName",
            "AWS::Scheduler::Schedule" | "AWS::SecretsManager::Secret" => "Name",
            _ => return Ok(format!("{}-{id}", self.deployment.stack)),
        };
        match self.resource(id)?.get("Properties").and_then(|all| all.get(property)) {
            Some(name) => self.text(name),
            None => Ok(format!("{}-{id}", self.deployment.stack)),
        }
    }

    fn resource(&self, id: &str) -> Result<&yaml::Value> {
        self.resources.get(id).ok_or_else(|| anyhow!("no resource or parameter is called {id}"))
    }

    fn kind(&self, id: &str) -> Result<&str> {
        self.resource(id)?
            .get("Type")
            .and_then(yaml::Value::as_str)
            .ok_or_else(|| anyhow!("{id} has no Type"))
    }

    /// Works a value out. `AWS::NoValue` becomes null, and nulls are left out.
    fn value(&self, value: &yaml::Value) -> Result<Value> {
        if let Some((function, argument)) = intrinsic(value) {
            return self.call(&function, argument);
        }
        Ok(match value {
            yaml::Value::Mapping(entries) => {
                let mut resolved = Map::new();
                for (key, entry) in entries {
                    let key = key.as_str().context("a key is not text")?;
                    let entry = self.value(entry).with_context(|| key.to_owned())?;
                    if !entry.is_null() {
                        resolved.insert(key.to_owned(), entry);
                    }
                }
                Value::Object(resolved)
            }
            yaml::Value::Sequence(items) => {
                let items = items.iter().map(|item| self.value(item));
                let items = items.collect::<Result<Vec<_>>>()?;
                items.into_iter().filter(|item| !item.is_null()).collect()
            }
            plain => serde_json::to_value(plain)?,
        })
    }

    fn text(&self, value: &yaml::Value) -> Result<String> {
        as_text(&self.value(value)?)
    }

    fn call(&self, function: &str, argument: &yaml::Value) -> Result<Value> {
        match function {
            "Ref" => self.reference(argument.as_str().context("Ref takes a name")?),
            "GetAtt" => {
                let path = match argument {
                    yaml::Value::Sequence(parts) => {
                        let parts = parts.iter().map(|part| self.text(part));
                        parts.collect::<Result<Vec<_>>>()?.join(".")
                    }
                    other => self.text(other)?,
                };
                let (id, attribute) = path.split_once('.').context("GetAtt takes id.attribute")?;
                Ok(self.attribute(id, attribute)?.into())
            }
            "Sub" => self.substitute(argument).map(Value::from),
            "Join" => match argument.as_sequence().map(Vec::as_slice) {
                Some([separator, yaml::Value::Sequence(parts)]) => {
                    let parts = parts.iter().map(|part| self.text(part));
                    let parts = parts.collect::<Result<Vec<_>>>()?;
                    Ok(parts.join(&self.text(separator)?).into())
                }
                _ => bail!("Join takes a separator and a list"),
            },
            "If" => match argument.as_sequence().map(Vec::as_slice) {
                Some([condition, yes, no]) => {
                    let condition = condition.as_str().context("If takes a condition's name")?;
                    self.value(if self.condition(condition)? { yes } else { no })
                }
                _ => bail!("If takes a condition and two values"),
            },
            other => bail!("the function {other} is not known on this machine"),
        }
    }

    fn reference(&self, name: &str) -> Result<Value> {
        let Deployment { region, account, stack, queue_endpoint, parameters, .. } = self.deployment;
        let text = match name {
            "AWS::NoValue" => return Ok(Value::Null),
            "AWS::Region" => region.clone(),
            "AWS::AccountId" => account.clone(),
            "AWS::Partition" => "aws".to_owned(),
            "AWS::StackName" => stack.clone(),
            "AWS::URLSuffix" => "amazonaws.com".to_owned(),
            _ => match self.document.get("Parameters").and_then(|all| all.get(name)) {
                Some(parameter) => match (parameters.get(name), parameter.get("Default")) {
                    (Some(value), _) => value.clone(),
                    (None, Some(default)) => self.text(default)?,
                    (None, None) => bail!("the parameter {name} has no value on this machine"),
                },
                None if self.kind(name)? == "AWS::SQS::Queue" => {
                    format!("{queue_endpoint}/{account}/{}", self.name(name)?)
                }
                None => self.name(name)?,
            },
        };
        Ok(text.into())
    }

    fn attribute(&self, id: &str, attribute: &str) -> Result<String> {
        match (self.kind(id)?, attribute) {
            (_, "Arn") | ("AWS::SecretsManager::Secret", "Id") => self.arn(id),
            ("AWS::SQS::Queue", "QueueName") => self.name(id),
            ("AWS::SQS::Queue", "QueueUrl") => as_text(&self.reference(id)?),
            ("AWS::ApiGatewayV2::Api", "ApiEndpoint") => Ok(self.deployment.api_endpoint.clone()),
            (kind, _) => {
                bail!("the attribute {attribute} of a {kind} is not known on this machine")
            }
        }
    }

    fn substitute(&self, argument: &yaml::Value) -> Result<String> {
        let (pattern, own) = match argument {
            yaml::Value::Sequence(parts) => match parts.as_slice() {
                [pattern, yaml::Value::Mapping(own)] => (pattern, Some(own)),
                _ => bail!("Sub takes a text, or a text and a map"),
            },
            pattern => (pattern, None),
        };
        let mut rest = pattern.as_str().context("Sub takes a text")?;
        let mut text = String::new();
        while let Some((before, after)) = rest.split_once("${") {
            let (name, following) = after.split_once('}').context("a ${ is not closed")?;
            text.push_str(before);
            if let Some(literal) = name.strip_prefix('!') {
                text.push_str("${");
                text.push_str(literal);
                text.push('}');
            } else if let Some(value) = own.and_then(|own| own.get(name)) {
                text.push_str(&self.text(value)?);
            } else if let Some((id, attribute)) = name.split_once('.') {
                text.push_str(&self.attribute(id, attribute)?);
            } else {
                text.push_str(&as_text(&self.reference(name)?)?);
            }
            rest = following;
        }
        text.push_str(rest);
        Ok(text)
    }

    fn condition(&self, name: &str) -> Result<bool> {
        let condition = self
            .document
            .get("Conditions")
            .and_then(|all| all.get(name))
            .ok_or_else(|| anyhow!("no condition is called {name}"))?;
        self.truth(condition)
    }

    fn truth(&self, value: &yaml::Value) -> Result<bool> {
        let (function, argument) = intrinsic(value).context("a condition is not a function")?;
        let list = argument.as_sequence().map_or(&[][..], Vec::as_slice);
        match (function.as_str(), list) {
            ("Condition", _) => self.condition(argument.as_str().context("it needs a name")?),
            ("Equals", [left, right]) => Ok(self.text(left)? == self.text(right)?),
            ("Not", [inner]) => Ok(!self.truth(inner)?),
            ("And", all) => all.iter().try_fold(true, |so_far, one| Ok(so_far && self.truth(one)?)),
            ("Or", any) => any.iter().try_fold(false, |so_far, one| Ok(so_far || self.truth(one)?)),
            (other, _) => bail!("the condition {other} is not known on this machine"),
        }
    }
}

/// The name of an intrinsic function without `Fn::`, and its argument: `!Sub x`, `{Ref: x}` or
/// `{Fn::Sub: x}`.
fn intrinsic(value: &yaml::Value) -> Option<(String, &yaml::Value)> {
    match value {
        yaml::Value::Tagged(tagged) => {
            let name = tagged.tag.to_string();
            Some((name.trim_start_matches('!').to_owned(), &tagged.value))
        }
        yaml::Value::Mapping(entries) if entries.len() == 1 => {
            let (key, value) = entries.iter().next()?;
            let key = key.as_str()?;
            let name = key.strip_prefix("Fn::").or((key == "Ref").then_some(key))?;
            Some((name.to_owned(), value))
        }
        _ => None,
    }
}

fn as_text(value: &Value) -> Result<String> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        Value::Bool(truth) => Ok(truth.to_string()),
        _ => bail!("a text was expected"),
    }
}
