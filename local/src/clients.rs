//! The clients of this machine's issuer: one for each kind of partner, one for each inbox.

use anyhow::Result;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};

use crate::state::random_bytes;

/// What kind of partner a client is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    School,
    Health,
    Police,
    Hub,
}

impl Kind {
    /// What it may do, as a token says it.
    pub(crate) fn scopes(self) -> &'static str {
        match self {
            Self::School | Self::Health | Self::Police => "referrals:write referrals:read",
            Self::Hub => "inbox:read inbox:write",
        }
    }
}

/// One client. No `Debug`: it holds a secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Client {
    #[serde(rename = "client_id")]
    pub(crate) id: String,
    #[serde(rename = "client_secret")]
    pub(crate) secret: String,
    pub(crate) kind: Kind,
    /// The inboxes it may see.
    pub(crate) hubs: Vec<String>,
}

/// The file `dev-credentials.json`.
#[derive(Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Clients {
    pub(crate) clients: Vec<Client>,
}

impl Clients {
    /// The clients that `inboxes` need. One that is `known` keeps its secret.
    pub(crate) fn for_inboxes(inboxes: &[String], known: &Self) -> Result<Self> {
        let partners = [
            ("school".to_owned(), Kind::School, Vec::new()),
            ("health".to_owned(), Kind::Health, Vec::new()),
            ("police".to_owned(), Kind::Police, Vec::new()),
        ];
        let hubs = inboxes.iter().map(|id| (format!("hub-{id}"), Kind::Hub, vec![id.clone()]));
        // A convenience for trying things out, after those that the contract names.
        let everything = ("all-hubs".to_owned(), Kind::Hub, inboxes.to_vec());
        let clients = partners.into_iter().chain(hubs).chain([everything]);
        let clients = clients.map(|(id, kind, hubs)| {
            let secret = match known.clients.iter().find(|client| client.id == id) {
                Some(client) => client.secret.clone(),
                None => URL_SAFE_NO_PAD.encode(random_bytes::<32>()?),
            };
            Ok(Client { id, secret, kind, hubs })
        });
        Ok(Self { clients: clients.collect::<Result<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_keeps_its_secret_and_a_new_inbox_gets_a_client() {
        let inboxes = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let first = Clients::for_inboxes(&inboxes(&["a"]), &Clients::default()).unwrap();
        let second = Clients::for_inboxes(&inboxes(&["a", "b"]), &first).unwrap();
        let ids: Vec<_> = second.clients.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["school", "health", "police", "hub-a", "hub-b", "all-hubs"]);
        assert!(second.clients[..4] == first.clients[..4]);
        assert!(second.clients[4].secret != second.clients[3].secret);
        assert_eq!(second.clients[5].hubs, ["a", "b"]);
    }
}
