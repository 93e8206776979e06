//! Tests of the real host: its program, a function's program, HTTP, the queue and the tables.

#[path = "host/running.rs"]
mod running;

use std::net::TcpListener;

use running::{Host, folder, refusal, until};
use serde_json::{Value, json};

fn echo(host: &Host, query: &str) -> (u16, Value) {
    let answer = host.get(&format!("/echo/here{query}"));
    (answer.status, answer.json())
}

#[test]
fn a_request_reaches_the_function_and_its_answer_the_client() {
    let state = folder();
    let host = Host::start(state.path());
    assert_eq!(
        (host.get("/healthz").status, host.get("/healthz").json()["status"].clone()),
        (200, json!("ok"))
    );
    let answer = host.post("/echo/a%20b?x=1", "application/json", r#"{"k":1}"#);
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("set-cookie"), Some("seen=1"));
    let event = &answer.json()["event"];
    assert_eq!(event["routeKey"], "ANY /echo/{what}");
    assert_eq!(event["pathParameters"]["what"], "a b");
    assert_eq!(event["body"], r#"{"k":1}"#);
    let missing = host.get("/nowhere");
    assert_eq!((missing.status, missing.json()), (404, json!({"message": "Not Found"})));
    let large = "x".repeat(10 * 1024 * 1024 + 1);
    assert_eq!(host.post("/echo/large", "text/plain", &large).status, 413);
}

#[test]
fn a_function_sees_its_own_variables_and_nothing_of_the_host() {
    let state = folder();
    let host = Host::start(state.path());
    let variables = echo(&host, "").1["variables"].clone();
    assert_eq!(variables["AWS_LAMBDA_FUNCTION_NAME"], "local-echo");
    assert_eq!(variables["THINGS_TABLE"], "things");
    assert!(variables["HUBWARD_KEY_FILE"].as_str().unwrap().ends_with("keys.json"));
    assert!(variables["HUBWARD_TRUST_STORE"].as_str().unwrap().ends_with("roots.pem"));
    // On this machine the key file takes the place of keys and secrets. No function is given what
    // its template does not give it.
    for replaced in ["KEY_BODIES", "SECRET_INTAKE", "LOCALITIES", "POSTCODES"] {
        assert!(variables.get(format!("HUBWARD_{replaced}")).is_none(), "{replaced}");
    }
    // The tests set this variable for the host.
    assert!(variables.get("AWS_SESSION_TOKEN").is_none());
    assert!(variables.get("PATH").is_none());
}

#[test]
fn a_failure_costs_one_invocation_and_no_more() {
    let state = folder();
    let host = Host::start(state.path());
    let internal = (500, json!({"message": "Internal Server Error"}));
    let first = echo(&host, "").1["process"].clone();
    assert_eq!(echo(&host, "?do=error"), internal);
    assert_eq!(echo(&host, "?do=panic"), internal);
    assert_eq!(echo(&host, "").1["process"], first, "the process lives on");
    assert_eq!(echo(&host, "?do=exit"), internal);
    let second = echo(&host, "").1["process"].clone();
    assert_ne!(second, first, "another process takes over");
    assert_eq!(echo(&host, "?do=hang"), internal, "it is not waited for");
    let hung = second.as_u64().unwrap();
    assert!(!running::lives(hung), "the one that hung is ended");
    assert_eq!(echo(&host, "").0, 200);
}

#[test]
fn requests_beyond_the_limit_wait_their_turn() {
    let state = folder();
    let host = Host::start_with(state.path(), &["--max-instances", "2"]);
    let processes: Vec<Value> = std::thread::scope(|scope| {
        let calls: Vec<_> =
            (0..4).map(|_| scope.spawn(|| echo(&host, "?do=slow").1["process"].clone())).collect();
        calls.into_iter().map(|call| call.join().unwrap()).collect()
    });
    let different: std::collections::BTreeSet<_> =
        processes.iter().map(|process| process.as_u64().unwrap()).collect();
    assert!((1..=2).contains(&different.len()), "{processes:?}");
}

#[test]
fn messages_are_dealt_with_one_by_one_and_failures_end_in_the_dead_letter_queue() {
    let state = folder();
    let host = Host::start(state.path());
    for body in ["one", "fail-two", "three"] {
        host.sqs("SendMessage", &json!({"QueueUrl": host.queue("work"), "MessageBody": body}));
    }
    let dead = until(|| {
        let received = host.sqs("ReceiveMessage", &json!({"QueueUrl": host.queue("dead")}));
        received["Messages"][0]["Body"].as_str().map(str::to_owned)
    });
    assert_eq!(dead.as_deref(), Some("fail-two"));
    let log = host.log();
    for line in [
        r#"message one came for the "1" time"#,
        r#"message fail-two came for the "1" time"#,
        r#"message fail-two came for the "2" time"#,
    ] {
        assert_eq!(log.matches(line).count(), 1, "{line} in\n{log}");
    }
    assert!(!log.contains(r#"message fail-two came for the "3" time"#), "{log}");
    let counts = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"];
    let request = json!({"QueueUrl": host.queue("work"), "AttributeNames": counts});
    let emptied = until(|| {
        let left = host.sqs("GetQueueAttributes", &request);
        counts.iter().all(|count| left["Attributes"][count] == "0").then_some(())
    });
    assert!(emptied.is_some(), "the others were dealt with");
}

#[test]
fn a_batch_whose_function_dies_comes_again_and_then_goes_to_the_dead_letter_queue() {
    let state = folder();
    let host = Host::start(state.path());
    let message = json!({"QueueUrl": host.queue("work"), "MessageBody": "exit-now"});
    host.sqs("SendMessage", &message);
    let dead = until(|| {
        let received = host.sqs("ReceiveMessage", &json!({"QueueUrl": host.queue("dead")}));
        received["Messages"][0]["Body"].as_str().map(str::to_owned)
    });
    assert_eq!(dead.as_deref(), Some("exit-now"));
    let log = host.log();
    assert_eq!(log.matches("message exit-now came").count(), 2, "{log}");
    assert_eq!(echo(&host, "").0, 200);
}

#[test]
fn a_kill_leaves_no_process_behind_and_the_next_start_finds_the_rows() {
    let state = folder();
    let host = Host::start(state.path());
    let process = echo(&host, "").1["process"].as_u64().unwrap();
    let item = json!({"pk": {"S": "kept"}});
    host.dynamodb("PutItem", &json!({"TableName": "things", "Item": item}));
    let credentials = std::fs::read(state.path().join("dev-credentials.json")).unwrap();
    std::thread::scope(|scope| {
        // A busy process must go as well as an idle one. The answer never comes.
        scope.spawn(|| host.try_get("/echo/here?do=hang"));
        until(|| host.log().contains("asked to hang").then_some(()));
        host.kill();
    });
    let gone = until(|| (!running::lives(process)).then_some(()));
    assert!(gone.is_some(), "process {process} outlives the host");
    drop(host);

    let host = Host::start(state.path());
    let found = host.dynamodb("GetItem", &json!({"TableName": "things", "Key": item}));
    assert_eq!(found["Item"], item);
    assert_eq!(std::fs::read(state.path().join("dev-credentials.json")).unwrap(), credentials);
}

#[test]
fn a_host_told_to_stop_lets_requests_finish_and_ends_well() {
    let state = folder();
    let mut host = Host::start(state.path());
    let process = echo(&host, "").1["process"].as_u64().unwrap();
    let status = std::thread::scope(|scope| {
        let slow = scope.spawn(|| echo(&host, "?do=slow").0);
        until(|| host.log().contains("asked to slow").then_some(()));
        host.terminate();
        slow.join().unwrap()
    });
    assert_eq!(status, 200);
    assert_eq!(host.wait(), Some(0));
    assert!(!running::lives(process));
}

#[test]
fn a_missing_file_or_taken_port_is_told_in_one_line() {
    let state = folder();
    let host = Host::start(state.path());
    assert!(refusal(state.path(), &[]).contains("in use by another run"));
    let other = folder();
    let port = host.port().to_string();
    assert!(refusal(other.path(), &["--port", &port]).contains(&format!("port {port} is in use")));
    let held = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = held.local_addr().unwrap().port().to_string();
    assert!(refusal(other.path(), &["--port", &port]).contains("is in use"));
    assert!(refusal(other.path(), &["--postcodes", "nowhere"]).contains("make postcodes"));
    assert!(refusal(other.path(), &["--roots", "nowhere"]).contains("no trust store at nowhere"));
    assert!(refusal(other.path(), &["--bin-dir", "/nowhere"]).contains("make build"));
    assert!(refusal(other.path(), &["--template", "nowhere"]).contains("cannot be read"));
}

#[test]
fn a_client_of_the_credentials_file_gets_a_token() {
    let state = folder();
    let host = Host::start(state.path());
    let file = std::fs::read(state.path().join("dev-credentials.json")).unwrap();
    let file: Value = serde_json::from_slice(&file).unwrap();
    let clients = file["clients"].as_array().unwrap();
    let client = clients.iter().find(|one| one["hubs"] == json!(["westminster-bessborough"]));
    let client = client.expect("one client for the inbox alone");
    let text = |field: &str| client[field].as_str().unwrap();
    let form = format!(
        "grant_type=client_credentials&client_id={}&client_secret={}",
        text("client_id"),
        text("client_secret")
    );
    let answer = host.post("/oauth2/token", "application/x-www-form-urlencoded", &form);
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json()["scope"], "inbox:read inbox:write");
    let discovery = host.get("/.well-known/openid-configuration").json();
    let own = format!("http://127.0.0.1:{}", host.port());
    assert_eq!(discovery["issuer"], own);
    assert_eq!(discovery["jwks_uri"], format!("{own}/.well-known/jwks.json"));
}
