//! The issuer's clients: one for each kind of partner, one for each inbox of Westminster, in the form
//! of `dev-credentials.json`.

use serde_json::{Value, json};

const INBOXES: [&str; 6] = [
    "westminster-bessborough",
    "westminster-portman",
    "westminster-queens-park",
    "westminster-front-door",
    "westminster-triage",
    "review",
];

/// Every client, with a secret of this run.
pub(crate) fn all() -> Value {
    let client = |id: &str, kind: &str, hubs: &[&str], referrers: &[&str]| {
        let secret: String = (0..32).map(|_| fastrand::alphanumeric()).collect();
        json!({"client_id": id, "client_secret": secret, "kind": kind, "hubs": hubs,
            "referrer_kinds": referrers})
    };
    let partners = [
        client("school", "school", &[], &["school"]),
        client("health", "health", &[], &["health_visitor"]),
        client("police", "police", &[], &["police"]),
    ];
    let workers = INBOXES.map(|inbox| client(&format!("hub-{inbox}"), "hub", &[inbox], &[]));
    let clients = [&partners[..], &workers].concat();
    json!({"clients": clients})
}
