//! The APIs of the local engines, past all of Hubward's code: every row of a table, every message
//! of a queue, and the means to tamper with them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::stack::Stack;
use crate::wait::STANDSTILL;
use serde_json::{Value, json};
use ureq::Agent;

/// The running stack's tables.
#[derive(Debug)]
pub struct Tables {
    variables: BTreeMap<String, String>,
}

impl Tables {
    /// The tables of a running stack, whose addresses it wrote down.
    pub fn of(stack: &Stack) -> Self {
        Self::written_in(&stack.state()).expect("a running stack has written where they are")
    }

    /// The tables of a stack that may only be starting, from its state folder; none if it has
    /// written nothing yet.
    pub fn written_in(state: &Path) -> Option<Self> {
        let text = fs::read(state.join("environment.json")).ok()?;
        Some(Self { variables: serde_json::from_slice(&text).ok()? })
    }

    /// The address of the tables' engine.
    pub fn endpoint(&self) -> &str {
        &self.variables["AWS_ENDPOINT_URL_DYNAMODB"]
    }

    /// The address of the queues' engine.
    pub fn queues_endpoint(&self) -> &str {
        &self.variables["AWS_ENDPOINT_URL_SQS"]
    }

    /// Every item of a table: `referrals`, `inbox`, `matches`, `audit`, `due`, `sessions` or `rulebooks`.
    pub fn dump(&self, table: &str) -> Vec<Value> {
        let name = self.table(table);
        let mut items = Vec::new();
        let mut start = Value::Null;
        loop {
            let mut request = json!({"TableName": name, "ConsistentRead": true});
            if !start.is_null() {
                request["ExclusiveStartKey"] = start;
            }
            let page = self.call("Scan", &request);
            items.extend(page["Items"].as_array().expect("items").iter().cloned());
            match page.get("LastEvaluatedKey") {
                None | Some(Value::Null) => return items,
                Some(key) => start = key.clone(),
            }
        }
    }

    /// The full name of a table.
    pub fn table(&self, table: &str) -> &str {
        &self.variables[&format!("HUBWARD_TABLE_{}", table.to_uppercase())]
    }

    /// The address of a queue: `referrals` or `urgent`.
    pub fn queue(&self, queue: &str) -> &str {
        &self.variables[&format!("HUBWARD_QUEUE_{}", queue.to_uppercase())]
    }

    /// A referral's state, as its row has it.
    pub fn state_of(&self, referral: &str) -> Option<String> {
        let key = json!({"pk": {"S": format!("R#{referral}")}, "sk": {"S": "STATE"}});
        let table = self.table("referrals");
        let request = json!({"TableName": table, "Key": key, "ConsistentRead": true});
        let found = self.call("GetItem", &request);
        found["Item"]["state"]["S"].as_str().map(str::to_owned)
    }

    /// The number of messages that a queue holds, those included that somebody is working on.
    pub fn messages(&self, queue: &str) -> usize {
        let request = json!({"QueueUrl": self.queue(queue), "AttributeNames": [
            "ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]});
        let answer = self.call_queues("GetQueueAttributes", &request);
        let counts = answer["Attributes"].as_object().expect("attributes").values();
        counts.map(|count| count.as_str().expect("a count").parse::<usize>().unwrap()).sum()
    }

    /// Sends a request to the tables' engine, and returns the answer.
    pub fn call(&self, action: &str, request: &Value) -> Value {
        let endpoint = &self.variables["AWS_ENDPOINT_URL_DYNAMODB"];
        ask(endpoint, &format!("DynamoDB_20120810.{action}"), "1.0", request)
    }

    /// Sends a request to the queues' engine, and returns the answer.
    pub fn call_queues(&self, action: &str, request: &Value) -> Value {
        let endpoint = &self.variables["AWS_ENDPOINT_URL_SQS"];
        ask(endpoint, &format!("AmazonSQS.{action}"), "1.0", request)
    }
}

fn ask(endpoint: &str, target: &str, version: &str, request: &Value) -> Value {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .max_idle_connections(0)
        .proxy(None)
        .timeout_global(Some(STANDSTILL))
        .build()
        .into();
    let mut answer = agent
        .post(endpoint)
        .header("x-amz-target", target)
        .header("content-type", format!("application/x-amz-json-{version}"))
        .header("x-amz-date", "20261122T000000Z")
        // The engines want a signature, and do not check it.
        .header(
            "authorization",
            "AWS4-HMAC-SHA256 Credential=local/20261122/eu-west-2/any/aws4_request, \
             SignedHeaders=host;x-amz-date;x-amz-target, Signature=00",
        )
        .send(request.to_string())
        .unwrap();
    let body = answer.body_mut().with_config().limit(64 << 20).read_to_string().unwrap();
    assert_eq!(answer.status().as_u16(), 200, "{target}: {body}");
    if body.is_empty() { Value::Null } else { serde_json::from_str(&body).unwrap() }
}
