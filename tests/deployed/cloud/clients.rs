//! The issuer's clients: one for each kind of partner, one for each inbox of Westminster, and the inbox
//! itself, at which people sign in; in the form of `dev-credentials.json`.

use serde_json::{Value, json};

/// The manager of the first inbox.
pub(crate) const MANAGER: &str = "manager";

/// The id of the inbox itself.
pub(crate) const OWN: &str = "inbox";

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
    let own = [client(OWN, "inbox", &[], &[])];
    let clients = [&partners[..], &workers, &own].concat();
    json!({"clients": clients})
}

/// The file of groups: the issuer's people are each in a group of their own name.
pub(crate) fn groups() -> String {
    let groups = INBOXES.map(|inbox| {
        format!("[[group]]\ngroup = \"hub-{inbox}\"\nroles = [\"worker\"]\nhubs = [\"{inbox}\"]\n")
    });
    let manager = format!(
        "[[group]]\ngroup = \"{MANAGER}\"\nroles = [\"manager\"]\nhubs = [\"{}\"]\n",
        INBOXES[0]
    );
    groups.concat() + &manager
}
