//! The contract of the API: every answer to `/v1/` is as its published schema says.
//!
//! The schemas are read from `schemas/`, as a partner would read them.

use std::fs;
use std::sync::LazyLock;

use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::project;

/// A route by its method and path, with the status of its answer and the name of that body's schema.
type Reply = (&'static str, &'static str, u16, &'static str);

const REPLIES: [Reply; 19] = [
    ("POST", "/v1/referrals", 202, "Accepted"),
    ("POST", "/v1/referrals/batch", 200, "BatchResults"),
    ("GET", "/v1/referrals/{}", 200, "Status"),
    ("GET", "/v1/referrals", 200, "SentPage"),
    ("PUT", "/v1/referrals/{}", 200, "Amended"),
    ("POST", "/v1/referrals/{}/withdrawal", 200, "Amended"),
    ("GET", "/v1/registry/services", 200, "ServicePage"),
    ("GET", "/v1/registry/services/{}", 200, "Service"),
    ("GET", "/v1/inbox", 200, "InboxPage"),
    ("GET", "/v1/inbox/{}", 200, "OpenedEntry"),
    ("POST", "/v1/inbox/{}/log", 200, "LogReceipt"),
    ("GET", "/v1/inbox/{}/place", 200, "Finding"),
    ("GET", "/v1/authorities", 200, "AuthorityList"),
    ("POST", "/v1/inbox/{}/access", 200, "Entry"),
    ("POST", "/v1/inbox/{}/handover", 200, "Entry"),
    ("POST", "/v1/inbox/{}/{}", 200, "Entry"),
    ("GET", "/v1/matches", 200, "PossibleMatchPage"),
    ("GET", "/v1/figures", 200, "FigureList"),
    ("POST", "/v1/inbox/{}/matches/{}", 200, "Entry"),
];

static VALIDATORS: LazyLock<Vec<(&str, Validator)>> = LazyLock::new(|| {
    let read = |file: &str| -> Value {
        let text = fs::read_to_string(project().join("schemas").join(file)).unwrap();
        serde_json::from_str(&text).unwrap()
    };
    let registry = Registry::new()
        .add("urn:hubward:schema:api:v1", read("api.v1.json"))
        .and_then(|all| all.add("urn:hubward:schema:referral:v1", read("referral.v1.json")))
        .and_then(jsonschema::RegistryBuilder::prepare)
        .unwrap();
    let validator = |body| {
        let schema = json!({"$ref": format!("urn:hubward:schema:api:v1#/$defs/{body}")});
        (body, jsonschema::options().with_registry(&registry).build(&schema).unwrap())
    };
    let bodies = REPLIES.iter().map(|(_, _, _, body)| *body).chain(["Problem"]);
    bodies.map(validator).collect()
});

/// Checks an answer of the API against its schema. Pages are not the API's, what the gateway
/// answers by itself is not a problem of ours, and HEAD gets no body.
#[track_caller]
pub(crate) fn check(method: &str, path: &str, answer: &Answer) {
    let path = path.split('?').next().unwrap_or_default();
    if method == "HEAD" {
        return;
    }
    let body = if answer.header("content-type") == Some("application/problem+json") {
        "Problem"
    } else if answer.header("content-type").is_some_and(|kind| kind.starts_with("text/csv")) {
        return;
    } else {
        let is_it = |(of, route, status, _): &&Reply| {
            *of == method && *status == answer.status && fits(route, path)
        };
        let Some((_, _, _, body)) = REPLIES.iter().find(is_it) else { return };
        body
    };
    let (_, validator) = VALIDATORS.iter().find(|(known, _)| *known == body).unwrap();
    let document = answer.json();
    let told: Vec<_> = validator
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(told.is_empty(), "{method} {path} is no {body}: {told:#?}\n{document:#}");
}

fn fits(route: &str, path: &str) -> bool {
    let (mut steps, mut given) = (route.split('/'), path.split('/'));
    loop {
        match (steps.next(), given.next()) {
            (None, None) => return true,
            (Some(step), Some(given)) if step == "{}" || step == given => {}
            _ => return false,
        }
    }
}
