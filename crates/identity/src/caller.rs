//! A verified caller: what it is called, and what it may do.

use std::collections::BTreeSet;

use lambda_kit::http::Problem;
use referral::InboxId;

/// What a token may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Send referrals.
    ReferralsWrite,
    /// Read the status of one's own referrals.
    ReferralsRead,
    /// Read the entries of one's own inboxes.
    InboxRead,
    /// Claim, accept and close the entries of one's own inboxes.
    InboxWrite,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 4] =
        [Self::ReferralsWrite, Self::ReferralsRead, Self::InboxRead, Self::InboxWrite];

    /// As it stands in a token's `scope`.
    pub fn code(self) -> &'static str {
        match self {
            Self::ReferralsWrite => "referrals:write",
            Self::ReferralsRead => "referrals:read",
            Self::InboxRead => "inbox:read",
            Self::InboxWrite => "inbox:write",
        }
    }
}

/// Somebody the issuer vouches for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    pub(crate) client: String,
    pub(crate) kind: Option<String>,
    pub(crate) scopes: BTreeSet<Scope>,
    pub(crate) hubs: Vec<InboxId>,
}

impl Caller {
    /// The client's id: 1 to 128 visible ASCII characters.
    pub fn client(&self) -> &str {
        &self.client
    }

    /// What kind of client the issuer says it is: `school`, `hub`.
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// The inboxes it works in, as the issuer says; each once, in order.
    pub fn hubs(&self) -> &[InboxId] {
        &self.hubs
    }

    /// Whether the token carries this scope.
    pub fn has(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }

    /// Whether this inbox is one of its own.
    pub fn may_see(&self, inbox: &InboxId) -> bool {
        self.hubs.contains(inbox)
    }

    /// Refuses a token without this scope.
    pub fn require(&self, scope: Scope) -> Result<(), Forbidden> {
        if self.has(scope) { Ok(()) } else { Err(Forbidden { needed: scope }) }
    }
}

/// The caller is known, and the token does not allow this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the token does not carry the scope {}", needed.code())]
pub struct Forbidden {
    /// The scope that is missing.
    pub needed: Scope,
}

impl From<Forbidden> for Problem {
    fn from(forbidden: Forbidden) -> Self {
        let needed = forbidden.needed.code();
        Self::forbidden(format!("This needs a token with the scope {needed}."))
            .with_code("scope_missing")
            .with_header(
                http::header::WWW_AUTHENTICATE,
                &format!("Bearer error=\"insufficient_scope\", scope=\"{needed}\""),
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller() -> Caller {
        Caller {
            client: "hub-1".to_owned(),
            kind: None,
            scopes: BTreeSet::from([Scope::InboxRead]),
            hubs: vec![InboxId::parse("westminster-bessborough").unwrap()],
        }
    }

    #[test]
    fn a_missing_scope_is_a_403_that_names_it() {
        assert_eq!(caller().require(Scope::InboxRead), Ok(()));
        let problem = Problem::from(caller().require(Scope::InboxWrite).unwrap_err());
        assert_eq!(problem.status(), 403);
        assert!(problem.detail().unwrap().contains("inbox:write"));
    }

    #[test]
    fn a_caller_sees_its_own_inboxes_only() {
        assert!(caller().may_see(&InboxId::parse("westminster-bessborough").unwrap()));
        assert!(!caller().may_see(&InboxId::parse("westminster-portman").unwrap()));
    }
}
