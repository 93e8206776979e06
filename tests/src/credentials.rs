//! The development issuer's clients, as the stack writes them down, and their tokens.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use jsonwebtoken::{EncodingKey, Header, dangerous::insecure_decode, encode};
use serde_json::Value;

use crate::stack::Stack;

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
    credentials: Credentials,
    issued: Mutex<BTreeMap<String, String>>,
}

impl Tokens {
    pub(crate) fn of(credentials: Credentials) -> Self {
        Self { credentials, issued: Mutex::default() }
    }
}

impl Stack {
    /// The clients of the issuer.
    pub fn credentials(&self) -> &Credentials {
        &self.tokens.credentials
    }

    /// The id of the client of an inbox.
    pub fn worker_of(&self, inbox: &str) -> &str {
        &self.credentials().of_inbox(inbox).id
    }

    /// A token of a client, which is asked for only once.
    pub fn token(&self, client_id: &str) -> String {
        let issued = self.tokens.issued.lock().unwrap().get(client_id).cloned();
        if let Some(token) = issued {
            return token;
        }
        let token = self.issue(client_id, &[]);
        self.tokens.issued.lock().unwrap().insert(client_id.to_owned(), token.clone());
        token
    }

    /// A token of one of a client's people.
    pub fn token_of_person(&self, client_id: &str, person: &str) -> String {
        self.issue(client_id, &[("sub", person)])
    }

    /// A client's token as the issuer could have signed it, after `change` has altered its header
    /// and claims.
    pub fn token_with(
        &self,
        client_id: &str,
        change: impl FnOnce(&mut Header, &mut Value),
    ) -> String {
        let good = insecure_decode::<Value>(self.token(client_id)).unwrap();
        let (mut header, mut claims) = (good.header, good.claims);
        change(&mut header, &mut claims);
        let key = fs::read(self.state().join("issuer-key.p8")).unwrap();
        encode(&header, &claims, &EncodingKey::from_ec_der(&key)).unwrap()
    }

    fn issue(&self, client_id: &str, more: &[(&str, &str)]) -> String {
        let client = self.credentials().0.iter().find(|client| client.id == client_id);
        let secret = &client.unwrap_or_else(|| panic!("no client {client_id}")).secret;
        let own = [
            ("grant_type", "client_credentials"),
            ("client_id", client_id),
            ("client_secret", secret),
        ];
        let answer = self.post("/oauth2/token").form(&[&own[..], more].concat()).send();
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()["access_token"].as_str().expect("a token").to_owned()
    }
}
