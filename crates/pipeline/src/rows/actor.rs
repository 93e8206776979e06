//! Actors: the people the issuer vouches for, families, operators, and Hubward itself; and the sender
//! of a referral, as a hub is shown it.

use serde::{Deserialize, Serialize};

use super::Token;

/// An actor's name in rows and in the audit trail.
///
/// It cannot be made from just any text: a person's id begins with their issuer's URL, so no token
/// can name a family, an operator, somebody known by e-mail alone, or Hubward. Rows of an earlier version hold a client's bare id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActorId(String);

impl ActorId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The program through which a person acts, as the issuer names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClientId(String);

impl ClientId {
    /// The client with this id, as the verified token names it.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An actor, and the client through which they act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The actor's id: two people of one client are two actors.
    pub id: ActorId,
    /// The client; families, operators and Hubward have none.
    pub client: Option<ClientId>,
}

impl Actor {
    /// A person, or a program that acts for itself, as a verified token names them: the issuer's URL
    /// (which has no fragment, so the first `#` ends it), its `sub`, and the client.
    pub fn person(issuer: &str, subject: &str, client: &str) -> Self {
        Self { id: ActorId(format!("{issuer}#{subject}")), client: Some(ClientId::new(client)) }
    }

    /// A person for whom an e-mail address alone vouches, by the alias that it has; the address is in
    /// no row.
    pub fn addressee(alias: &Token, client: &str) -> Self {
        let named = Self::named(&format!("email:{}", alias.as_str()));
        Self { client: Some(ClientId::new(client)), ..named }
    }

    /// The actor for all families who ask for help themselves; they have no account.
    pub fn family() -> Self {
        Self::named("family")
    }

    /// The actor for Hubward's own work.
    pub fn system() -> Self {
        Self::named("hubward")
    }

    /// The actor for somebody of whom nothing is known, as they did not sign in.
    pub fn unknown() -> Self {
        Self::named("unknown")
    }

    /// A person at the command line, by the name they give.
    pub fn operator(name: &str) -> Self {
        Self::named(&format!("operator:{name}"))
    }

    fn named(id: &str) -> Self {
        Self { id: ActorId(id.to_owned()), client: None }
    }
}

/// The sender of a referral, as far as they signed in. It is not the referrer, whom the referral
/// names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "channel", rename_all = "snake_case")]
pub enum Sender {
    /// A form that was sent without signing in.
    Form,
    /// A partner's client, which signed in.
    Partner {
        /// The client, as the issuer names it.
        client: String,
    },
}

impl Sender {
    /// The sender of a submission, as they were verified.
    pub fn of(submitter: &Actor) -> Self {
        match &submitter.client {
            Some(client) => Self::Partner { client: client.as_str().to_owned() },
            None => Self::of_id(&submitter.id),
        }
    }

    /// The sender of a referral whose row comes from a version that stored the submitter alone.
    pub fn of_id(submitter: &ActorId) -> Self {
        if *submitter == Actor::family().id {
            Self::Form
        } else {
            Self::Partner { client: submitter.as_str().to_owned() }
        }
    }

    /// The client of this sender, where it stood beside the submitter.
    pub(super) fn client(&self, submitter: &ActorId) -> Option<ClientId> {
        match self {
            Self::Partner { client } if client != submitter.as_str() => {
                Some(ClientId(client.clone()))
            }
            _ => None,
        }
    }

    /// Whether they signed in.
    pub(crate) fn has_signed_in(&self) -> bool {
        matches!(self, Self::Partner { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ISSUER: &str = "https://issuer.example";

    #[test]
    fn no_token_subject_names_hubward_a_family_or_an_operator() {
        let mailed = Actor::addressee(&Token::from_bytes(&[7]), "c");
        let operator = Actor::operator("ada");
        let ours = [Actor::family(), Actor::system(), Actor::unknown(), operator, mailed];
        for subject in ["family", "hubward", "unknown", "operator:ada", "email:07"] {
            let person = Actor::person(ISSUER, subject, subject);
            assert!(ours.iter().all(|actor| actor.id != person.id), "{subject}");
        }
    }

    #[test]
    fn people_of_one_client_are_two_actors_and_so_are_those_of_two_issuers() {
        let ada = Actor::person(ISSUER, "ada", "hub");
        assert_ne!(ada.id, Actor::person(ISSUER, "bea", "hub").id);
        assert_ne!(ada.id, Actor::person("https://other.example", "ada", "hub").id);
        assert_eq!(ada.id, Actor::person(ISSUER, "ada", "another").id);
    }

    #[test]
    fn a_form_has_not_signed_in_and_a_partner_has() {
        assert_eq!(Sender::of(&Actor::family()), Sender::Form);
        let school = Sender::of(&Actor::person("https://issuer.example", "school", "school"));
        assert_eq!(school, Sender::Partner { client: "school".to_owned() });
        assert!(school.has_signed_in() && !Sender::Form.has_signed_in());
    }
}
