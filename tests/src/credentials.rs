//! The development issuer's clients, as the stack writes them down, and their tokens.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use serde_json::Value;

/// One client of the issuer.
#[derive(Debug, Clone)]
pub struct Client {
    /// The client's id.
    pub id: String,
    /// The client's secret.
    pub secret: String,
    /// The kind of client: `school`, `health`, `police`, `council`, `community` or `hub`.
    pub kind: String,
    /// The inboxes that the client sees.
    pub hubs: Vec<String>,
}

/// The clients in `dev-credentials.json`.
#[derive(Debug, Clone, Default)]
pub struct Credentials(pub Vec<Client>);

impl Credentials {
    /// Reads the file in a state folder, in the contract's form.
    pub fn read(state: &Path) -> Self {
        let file = state.join("dev-credentials.json");
        let text =
            fs::read_to_string(&file).expect("dev-credentials.json is there once it is ready");
        let json: Value = serde_json::from_str(&text).unwrap();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let clients = json["clients"].as_array().expect("a list of clients").iter();
        let clients = clients.map(|client| Client {
            id: text(&client["client_id"]),
            secret: text(&client["client_secret"]),
            kind: text(&client["kind"]),
            hubs: client["hubs"].as_array().expect("a list of hubs").iter().map(text).collect(),
        });
        Self(clients.collect())
    }

    /// A client of this kind of partner.
    pub fn partner(&self, kind: &str) -> &Client {
        let found = self.0.iter().find(|client| client.kind == kind);
        found.unwrap_or_else(|| panic!("there is no client of kind {kind}"))
    }

    /// The client of this inbox and no other.
    pub fn of_inbox(&self, inbox: &str) -> &Client {
        let found = self.0.iter().find(|client| client.kind == "hub" && client.hubs == [inbox]);
        found.unwrap_or_else(|| panic!("there is no client for the inbox {inbox}"))
    }

    /// The ids of all inboxes.
    pub fn inboxes(&self) -> Vec<String> {
        let single = self.0.iter().filter(|client| client.hubs.len() == 1);
        single.map(|client| client.hubs[0].clone()).collect()
    }
}

/// The clients, and the tokens asked for so far.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    pub(crate) credentials: Credentials,
    pub(crate) issued: Mutex<BTreeMap<String, String>>,
}

impl Tokens {
    pub(crate) fn of(credentials: Credentials) -> Self {
        Self { credentials, issued: Mutex::default() }
    }
}
