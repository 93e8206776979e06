//! Tables and queues past all of Hubward's code: every row, every message, and the means to tamper
//! with them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::aws::{Api, Identity};
use crate::service::Service;

/// The tables and queues of a service, and an administrator to ask for them.
#[derive(Debug)]
pub struct Tables {
    variables: BTreeMap<String, String>,
    administrator: Identity,
}

impl Tables {
    /// The tables of a running service, whose addresses it wrote down.
    pub fn of(service: &Service) -> Self {
        Self::written_with(service.state(), service.administrator())
            .expect("a running service has written where they are")
    }

    /// The tables of a stack that may only be starting, from its state folder; none if it has
    /// written nothing yet.
    pub fn written_in(state: &Path) -> Option<Self> {
        Self::written_with(state, &BTreeMap::new())
    }

    fn written_with(state: &Path, more: &BTreeMap<String, String>) -> Option<Self> {
        let text = fs::read(state.join("environment.json")).ok()?;
        let mut variables: BTreeMap<String, String> = serde_json::from_slice(&text).ok()?;
        variables.extend(more.clone());
        let administrator = Identity::of(&variables);
        Some(Self { variables, administrator })
    }

    /// The administrator, who may do everything.
    pub fn administrator(&self) -> &Identity {
        &self.administrator
    }

    /// The value of a variable of the service.
    pub fn variable(&self, name: &str) -> &str {
        self.variables.get(name).unwrap_or_else(|| panic!("{name} is not written down"))
    }

    /// The address of the tables' engine.
    pub fn endpoint(&self) -> &str {
        self.administrator.endpoint(Api::DynamoDb)
    }

    /// The address of the queues' engine.
    pub fn queues_endpoint(&self) -> &str {
        self.administrator.endpoint(Api::Sqs)
    }

    /// Every item of a table: `referrals`, `inbox`, `matches`, `audit`, `due`, `sessions`, `drafts`,
    /// `rulebooks` or `partners`.
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

    /// The address of a queue: `referrals`, `urgent` or `webhooks`.
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
    #[track_caller]
    pub fn call(&self, action: &str, request: &Value) -> Value {
        self.administrator.call(Api::DynamoDb, action, request)
    }

    /// Sends a request to the queues' engine, and returns the answer.
    #[track_caller]
    pub fn call_queues(&self, action: &str, request: &Value) -> Value {
        self.administrator.call(Api::Sqs, action, request)
    }
}
