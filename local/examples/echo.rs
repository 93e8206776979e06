//! A function that does as its event says: for trying out the Lambda host.
//!
//! Over HTTP: the query's `do` is one of `error`, `exit`, `hang` or `panic`; anything else is
//! answered with the event. From a queue: a message whose body says `fail` fails alone.

use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde_json::{Value, json};

#[tokio::main]
async fn main() -> Result<(), Error> {
    lambda_runtime::run(service_fn(echo)).await
}

async fn echo(event: LambdaEvent<Value>) -> Result<Value, Error> {
    let LambdaEvent { payload, context } = event;
    if let Some(records) = payload["Records"].as_array() {
        let failures: Vec<_> = records
            .iter()
            .filter(|record| record["body"].as_str().is_some_and(|body| body.contains("fail")))
            .map(|record| json!({"itemIdentifier": record["messageId"]}))
            .collect();
        return Ok(json!({"batchItemFailures": failures}));
    }
    match payload["queryStringParameters"]["do"].as_str() {
        Some("error") => Err("as asked".into()),
        Some("exit") => std::process::exit(3),
        Some("panic") => panic!("as asked"),
        Some("hang") => {
            std::thread::sleep(std::time::Duration::from_hours(1));
            Ok(Value::Null)
        }
        _ => Ok(json!({
            "statusCode": 200,
            "headers": {"content-type": "application/json"},
            "cookies": ["seen=1"],
            "body": json!({
                "event": payload,
                "request_id": context.request_id,
                "process": std::process::id(),
            })
            .to_string(),
        })),
    }
}
