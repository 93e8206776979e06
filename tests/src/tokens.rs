//! Tokens of the service's issuer: a client's, one of its people's, and forged ones.

use std::fs;

use jsonwebtoken::{EncodingKey, Header, dangerous::insecure_decode, encode};
use serde_json::Value;

use crate::credentials::Credentials;
use crate::service::Service;

impl Service {
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
