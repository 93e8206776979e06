//! Every row, read from the local engine past all of Hubward's code.

use std::collections::BTreeMap;
use std::fs;

use e2e::stack::Stack;
use serde_json::{Value, json};

/// The running stack's tables.
#[derive(Debug)]
pub(crate) struct Tables {
    variables: BTreeMap<String, String>,
}

impl Tables {
    /// As the stack wrote down where they are.
    pub(crate) fn of(stack: &Stack) -> Self {
        let text = fs::read(stack.state().join("environment.json")).unwrap();
        Self { variables: serde_json::from_slice(&text).unwrap() }
    }

    /// Every item of a table: `referrals`, `inbox`, `matches` or `audit`.
    pub(crate) fn dump(&self, table: &str) -> Vec<Value> {
        let name = &self.variables[&format!("HUBWARD_TABLE_{}", table.to_uppercase())];
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

    fn call(&self, action: &str, request: &Value) -> Value {
        let endpoint = &self.variables["AWS_ENDPOINT_URL_DYNAMODB"];
        let mut answer = crate::sending::agent()
            .post(endpoint)
            .header("x-amz-target", format!("DynamoDB_20120810.{action}"))
            .header("content-type", "application/x-amz-json-1.0")
            .header("x-amz-date", "20261122T000000Z")
            .header(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=local/20261122/eu-west-2/dynamodb/aws4_request, \
                 SignedHeaders=host;x-amz-date;x-amz-target, Signature=00",
            )
            .send(request.to_string())
            .unwrap();
        let body = answer.body_mut().with_config().limit(64 << 20).read_to_string().unwrap();
        assert_eq!(answer.status().as_u16(), 200, "{body}");
        serde_json::from_str(&body).unwrap()
    }
}
