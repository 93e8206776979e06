//! A function that does as its event says, for trying out the Lambda host.
//!
//! Over HTTP, the query's `do` is one of `error`, `exit`, `hang`, `panic` or `slow`; anything else
//! is answered with the event. The request is printed. From a queue, a message whose body says
//! `fail` fails alone, and one that says `exit` takes its batch with it; each is printed with the
//! number of times it came.

use std::{collections::BTreeMap, io::Write as _, time::Duration};

use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde_json::{Value, json};

#[tokio::main]
async fn main() -> Result<(), Error> {
    lambda_runtime::run(service_fn(echo)).await
}

async fn echo(event: LambdaEvent<Value>) -> Result<Value, Error> {
    let LambdaEvent { payload, context } = event;
    if let Some(records) = payload["Records"].as_array() {
        return batch(records);
    }
    let asked = payload["queryStringParameters"]["do"].as_str();
    if let Some(asked) = asked {
        writeln!(std::io::stdout(), "asked to {asked}")?;
    }
    match asked {
        Some("error") => return Err("as asked".into()),
        Some("exit") => std::process::exit(3),
        Some("panic") => panic!("as asked"),
        Some("hang") => std::thread::sleep(Duration::from_hours(1)),
        Some("slow") => tokio::time::sleep(Duration::from_secs(2)).await,
        _ => {}
    }
    let body = json!({
        "event": payload,
        "request_id": context.request_id,
        "process": std::process::id(),
        "variables": std::env::vars().collect::<BTreeMap<_, _>>(),
    });
    Ok(json!({
        "statusCode": 200,
        "headers": {"content-type": "application/json"},
        "cookies": ["seen=1"],
        "body": body.to_string(),
    }))
}

fn batch(records: &[Value]) -> Result<Value, Error> {
    let mut failures = Vec::new();
    for record in records {
        let body = record["body"].as_str().unwrap_or_default();
        let count = &record["attributes"]["ApproximateReceiveCount"];
        writeln!(std::io::stdout(), "message {body} came for the {count} time")?;
        if body.contains("exit") {
            std::process::exit(3);
        }
        if body.contains("fail") {
            failures.push(json!({"itemIdentifier": record["messageId"]}));
        }
    }
    Ok(json!({"batchItemFailures": failures}))
}
