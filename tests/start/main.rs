//! The start of a function: what it does before it asks for work, and what its first request finds
//! done. Everything that it speaks to is https, as on AWS: tables, queues and the issuer's keys.
//!
//! `make bench-start` prints what it costs. `START_PROGRAMS` names folders with the functions'
//! programs, parted by commas, to be measured side by side; `START_RUNS` is the number of starts of
//! each.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops here")]

mod instance;
mod tls;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use e2e::stack::Stack;
use e2e::{api, family};
use instance::{Instance, Took};
use serde_json::{Value, json};
use tls::Tls;

const FUNCTIONS: [&str; 7] =
    ["family", "partner", "professional", "route", "hub", "notify", "sweep"];

/// The stack whose tables, queues and issuer the functions use, and their variables.
struct Measured {
    stack: Stack,
    variables: BTreeMap<String, String>,
    _folder: tempfile::TempDir,
    tls: Tls,
}

impl Measured {
    fn start() -> Self {
        let stack = Stack::start();
        let (tls, folder) = (Tls::new(), tempfile::tempdir().unwrap());
        let environment = fs::read(stack.state().join("environment.json")).unwrap();
        let mut variables: BTreeMap<String, String> = serde_json::from_slice(&environment).unwrap();
        for name in ["AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_SQS"] {
            let plain = variables[name].clone();
            let secured = tls.before(&plain);
            // The queues' URLs begin with their endpoint.
            for value in variables.values_mut() {
                *value = value.replace(&plain, &secured);
            }
        }
        let queue = variables.get_mut("HUBWARD_QUEUE_REFERRALS").unwrap();
        // Nobody reads this queue, so the stack's own functions do not work on what is measured.
        queue.push_str("-dead-letters");
        let issuer = tls.before(&stack.url());
        let bundle = |name: &str, others: &Path| {
            let path = folder.path().join(name);
            let others = fs::read_to_string(others).unwrap();
            fs::write(&path, format!("{others}\n{}", tls.root)).unwrap();
            path.display().to_string()
        };
        let project = e2e::project();
        let path = |path: PathBuf| path.display().to_string();
        let more = [
            ("AWS_LAMBDA_FUNCTION_NAME", "measured".to_owned()),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256".to_owned()),
            ("AWS_LAMBDA_FUNCTION_VERSION", "1".to_owned()),
            ("HUBWARD_TRUST_STORE", bundle("roots.pem", &project.join("infra/roots.pem"))),
            // The system's store, for what knows no other.
            (
                "SSL_CERT_FILE",
                bundle("system.pem", Path::new("/etc/ssl/certs/ca-certificates.crt")),
            ),
            ("SSL_CERT_DIR", "/etc/ssl/certs".to_owned()),
            ("HUBWARD_KEY_FILE", path(stack.state().join("keys.json"))),
            ("HUBWARD_LOCALITIES", path(project.join("localities"))),
            ("HUBWARD_POSTCODES", path(project.join("data/postcodes.idx"))),
            ("HUBWARD_MAX_RECEIVES", "5".to_owned()),
            ("HUBWARD_NHS_NUMBER_CHECK", "warn".to_owned()),
            ("HUBWARD_PARTNER_RATE", "50".to_owned()),
            ("HUBWARD_PARTNER_BURST", "100".to_owned()),
            ("HUBWARD_ISSUER", stack.url()),
            ("HUBWARD_AUDIENCE", "hubward".to_owned()),
            ("HUBWARD_JWKS_URL", format!("{issuer}/.well-known/jwks.json")),
            ("HUBWARD_GROUPS", path(stack.state().join("groups.toml"))),
            ("HUBWARD_HUB_URL", stack.url()),
            ("HUBWARD_PARTNER_URL", stack.url()),
            ("HUBWARD_SIGN_IN_ISSUER", stack.url()),
            ("HUBWARD_SIGN_IN_CLIENT_ID", "hubward-inbox".to_owned()),
            ("HUBWARD_SIGN_IN_SCOPE", "openid".to_owned()),
            ("HUBWARD_SIGN_IN_AUTHORIZATION_URL", format!("{issuer}/oauth2/authorize")),
            ("HUBWARD_SIGN_IN_TOKEN_URL", format!("{issuer}/oauth2/token")),
            ("HUBWARD_SIGN_IN_JWKS_URL", format!("{issuer}/.well-known/jwks.json")),
        ];
        variables.extend(more.map(|(name, value)| (name.to_owned(), value)));
        Self { stack, variables, _folder: folder, tls }
    }

    /// An event to the function; `sent` are referrals that wait to be routed.
    fn event(&self, function: &str, sent: &mut Vec<String>) -> Value {
        match function {
            "family" => http("GET /", None, &Value::Null),
            "professional" => http("GET /refer/professional/sign-in", None, &Value::Null),
            "partner" => {
                let token = self.stack.token(self.stack.partner(api::SENDER));
                http("POST /v1/referrals", Some(&token), &family::family())
            }
            "hub" => {
                let inboxes = self.stack.credentials().inboxes();
                let client = self.stack.credentials().of_inbox(&inboxes[0]).id.clone();
                http("GET /v1/inbox", Some(&self.stack.token(&client)), &Value::Null)
            }
            "route" => message(&sent.pop().unwrap()),
            // Nothing is due for it: no partner has a webhook here.
            "notify" => message("11111111-2222-4333-8444-555555555555"),
            _ => json!({}),
        }
    }

    /// Starts a function with what its package and its part of the template give it.
    fn instance(&self, folder: &Path, function: &str) -> Instance {
        let mut variables = self.variables.clone();
        // `sweep` is packaged without the postcodes and the rulebooks.
        let unknown: &[&str] = match function {
            "sweep" => &["HUBWARD_POSTCODES", "HUBWARD_LOCALITIES", "HUBWARD_KEY_FILE"],
            _ => &[],
        };
        variables.retain(|name, _| !unknown.contains(&name.as_str()));
        Instance::start(&folder.join(function), &variables)
    }

    /// Has the function do what it is asked for first.
    fn invoke(&self, instance: &mut Instance, function: &str, sent: &mut Vec<String>) -> Took {
        let (answer, took) = instance.invoke(&self.event(function, sent));
        match function {
            "partner" => {
                assert_eq!(answer["statusCode"], 202, "{answer}");
                let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
                sent.push(body["id"].as_str().unwrap().to_owned());
            }
            "family" | "professional" | "hub" => assert_eq!(answer["statusCode"], 200, "{answer}"),
            "route" | "notify" => assert_eq!(answer["batchItemFailures"], json!([]), "{answer}"),
            _ => {}
        }
        took
    }

    /// The cost of a start of the function, and of its first two invocations.
    fn run(&self, folder: &Path, function: &str, sent: &mut Vec<String>) -> [Took; 3] {
        let mut instance = self.instance(folder, function);
        let [first, second] = [(); 2].map(|()| self.invoke(&mut instance, function, sent));
        [instance.start, first, second]
    }
}

/// An event of a queue with one message, which is a referral's id.
fn message(referral: &str) -> Value {
    json!({"Records": [{
        "messageId": "m", "receiptHandle": "r", "eventSource": "aws:sqs",
        "body": json!({"referral": referral}).to_string(),
        "attributes": {"ApproximateReceiveCount": "1"}, "messageAttributes": {},
        "eventSourceARN": "arn:aws:sqs:eu-west-2:0:q", "awsRegion": "eu-west-2"}]})
}

/// An event of the HTTP API, as payload format 2.0 has it.
fn http(route: &str, token: Option<&str>, body: &Value) -> Value {
    let (method, path) = route.split_once(' ').unwrap();
    let mut headers = json!({"host": "localhost", "content-type": "application/json",
        "idempotency-key": api::new_key(), "x-forwarded-proto": "https"});
    if let Some(token) = token {
        headers["authorization"] = json!(format!("Bearer {token}"));
    }
    json!({
        "version": "2.0", "routeKey": route, "rawPath": path, "rawQueryString": "",
        "headers": headers, "isBase64Encoded": false,
        "body": if body.is_null() { Value::Null } else { json!(body.to_string()) },
        "requestContext": {
            "accountId": "0", "apiId": "a", "domainName": "localhost", "domainPrefix": "localhost",
            "http": {"method": method, "path": path, "protocol": "HTTP/1.1",
                "sourceIp": "127.0.0.1", "userAgent": "bench"},
            "requestId": "r", "routeKey": route, "stage": "$default",
            "time": "01/Dec/2026:00:00:00 +0000", "timeEpoch": 0
        }
    })
}

#[test]
fn a_first_request_finds_its_connections_open() {
    let measured = Measured::start();
    let mut sent = Vec::new();
    // `route` reads the rows of several tokens at once, and so opens more than one.
    for (function, at_the_start) in [("family", 2), ("partner", 3), ("professional", 3), ("hub", 3)]
    {
        let before = measured.tls.opened();
        let mut instance = measured.instance(&e2e::binaries(), function);
        let started = measured.tls.opened();
        assert_eq!(started - before, at_the_start, "{function}");
        measured.invoke(&mut instance, function, &mut sent);
        assert_eq!(measured.tls.opened(), started, "{function} opened more");
    }
}

#[test]
fn a_function_starts_while_the_issuer_is_away_or_not_trusted() {
    let mut measured = Measured::start();
    let jwks = measured.variables["HUBWARD_JWKS_URL"].clone();
    let roots = measured.variables["HUBWARD_TRUST_STORE"].clone();
    let strangers = e2e::project().join("infra/roots.pem").display().to_string();
    for (jwks, roots) in [("https://localhost:1/jwks.json", &roots), (jwks.as_str(), &strangers)] {
        measured.variables.insert("HUBWARD_JWKS_URL".to_owned(), jwks.to_owned());
        measured.variables.insert("HUBWARD_TRUST_STORE".to_owned(), roots.clone());
        let mut instance = measured.instance(&e2e::binaries(), "partner");
        let (answer, _) = instance.invoke(&measured.event("partner", &mut Vec::new()));
        assert_eq!(answer["statusCode"], 503, "{answer}");
        assert!(answer["body"].to_string().contains("issuer_unreachable"), "{answer}");
    }
}

#[test]
#[ignore = "measures: make bench-start"]
fn the_cost_of_a_start_is_printed() {
    let measured = Measured::start();
    let own = e2e::binaries().display().to_string();
    let folders = setting("START_PROGRAMS").unwrap_or(own);
    let runs: usize = setting("START_RUNS").map_or(20, |runs| runs.parse().unwrap());
    println!(
        "medians of {runs} starts, in ms; the start should be: at most 5 of the processor's, "
    );
    println!("the first request at most 5 (release programs)");
    for folder in folders.split(',') {
        println!("{folder}");
        println!(
            "  {:<8} {:>10} {:>10} {:>14} {:>14} {:>14}",
            "", "start, cpu", "clock", "1st, clock", "1st, cpu", "2nd, clock"
        );
        let mut sent = Vec::new();
        for function in FUNCTIONS {
            let took: Vec<[Took; 3]> =
                (0..runs).map(|_| measured.run(Path::new(folder), function, &mut sent)).collect();
            let median = |of: &dyn Fn(&[Took; 3]) -> Duration| {
                let mut all: Vec<Duration> = took.iter().map(of).collect();
                all.sort();
                all[all.len() / 2].as_secs_f64() * 1000.0
            };
            println!(
                "  {function:<8} {:>10.1} {:>10.1} {:>14.1} {:>14.1} {:>14.1}",
                median(&|[start, ..]| start.cpu),
                median(&|[start, ..]| start.wall),
                median(&|[_, first, _]| first.wall),
                median(&|[_, first, _]| first.cpu),
                median(&|[.., second]| second.wall),
            );
        }
    }
}

/// A setting from the environment.
fn setting(name: &str) -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "a test's own settings")]
    std::env::var(name).ok()
}
