//! The clients of this machine's issuer: one for each kind of partner, one for each inbox.

use anyhow::Result;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use referral::ReferrerKind;
use serde::{Deserialize, Serialize};

use crate::chance::random_bytes;

/// The kind of partner that a client is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    School,
    Health,
    Police,
    Council,
    Community,
    Hub,
}

impl Kind {
    /// The scopes that a token of this kind of client carries.
    pub(crate) fn scopes(self) -> &'static str {
        match self {
            Self::Hub => "inbox:read inbox:write",
            _ => "referrals:write referrals:read",
        }
    }

    /// The kinds of referrer that this kind of client may send for. Each kind of referrer belongs
    /// to exactly one client.
    pub(crate) fn referrer_kinds(self) -> &'static [ReferrerKind] {
        use ReferrerKind as Of;
        match self {
            Self::School => &[Of::School, Of::EarlyYears, Of::EducationService],
            Self::Health => &[
                Of::Gp,
                Of::HealthVisitor,
                Of::SchoolNurse,
                Of::Midwife,
                Of::EmergencyDepartment,
                Of::MentalHealth,
                Of::OtherHealth,
            ],
            Self::Police => &[Of::Police],
            // A council has a form and a telephone line of its own, so it sends for families too.
            Self::Council => &[
                Of::SelfParent,
                Of::SelfYoungPerson,
                Of::Relative,
                Of::FriendOrNeighbour,
                Of::Housing,
                Of::SocialCare,
                Of::CouncilService,
                Of::OtherAuthority,
                Of::CourtsAndProbation,
            ],
            Self::Community => &[Of::VoluntaryOrCommunity, Of::Other],
            Self::Hub => &[],
        }
    }
}

/// One client. It has no `Debug`, because it holds a secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Client {
    #[serde(rename = "client_id")]
    pub(crate) id: String,
    #[serde(rename = "client_secret")]
    pub(crate) secret: String,
    pub(crate) kind: Kind,
    /// The inboxes that the client may see.
    pub(crate) hubs: Vec<String>,
    /// The kinds of referrer that the client may send for.
    #[serde(default)]
    pub(crate) referrer_kinds: Vec<ReferrerKind>,
}

/// The content of the file `dev-credentials.json`.
#[derive(Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Clients {
    pub(crate) clients: Vec<Client>,
}

impl Clients {
    /// The clients that `inboxes` need. A client that is `known` keeps its secret.
    pub(crate) fn for_inboxes(inboxes: &[String], known: &Self) -> Result<Self> {
        let partners = [
            ("school", Kind::School),
            ("health", Kind::Health),
            ("police", Kind::Police),
            ("council", Kind::Council),
            ("community", Kind::Community),
        ]
        .map(|(id, kind)| (id.to_owned(), kind, Vec::new()));
        let hubs = inboxes.iter().map(|id| (format!("hub-{id}"), Kind::Hub, vec![id.clone()]));
        // A client for all inboxes, for trying things out, stands after those that the contract
        // names.
        let everything = ("all-hubs".to_owned(), Kind::Hub, inboxes.to_vec());
        let clients = partners.into_iter().chain(hubs).chain([everything]);
        let clients = clients.map(|(id, kind, hubs)| {
            let secret = match known.clients.iter().find(|client| client.id == id) {
                Some(client) => client.secret.clone(),
                None => URL_SAFE_NO_PAD.encode(random_bytes::<32>()?),
            };
            let referrer_kinds = kind.referrer_kinds().to_vec();
            Ok(Client { id, secret, kind, hubs, referrer_kinds })
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
        let partners = ["school", "health", "police", "council", "community"];
        assert_eq!(ids, [&partners[..], &["hub-a", "hub-b", "all-hubs"]].concat());
        assert!(second.clients[..6] == first.clients[..6]);
        assert!(second.clients[6].secret != second.clients[5].secret);
        assert_eq!(second.clients[7].hubs, ["a", "b"]);
    }

    #[test]
    fn every_kind_of_referrer_is_one_clients() {
        let clients = Clients::for_inboxes(&["a".to_owned()], &Clients::default()).unwrap();
        let mut sent: Vec<_> =
            clients.clients.iter().flat_map(|client| client.referrer_kinds.clone()).collect();
        sent.sort();
        assert_eq!(sent, ReferrerKind::ALL);
    }
}
