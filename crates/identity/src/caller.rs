//! A verified caller: its names, and the things it may do.

use std::collections::BTreeSet;

use jiff::Timestamp;
use lambda_kit::http::{FieldProblem, Problem};
use pipeline::rows::{PartnerId, Rate};
use referral::{GssCode, InboxId, ReferrerKind, Role};

/// A permission that a token carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Permission to send referrals.
    ReferralsWrite,
    /// Permission to read the status of one's own referrals.
    ReferralsRead,
    /// Permission to read the entries of one's own inboxes.
    InboxRead,
    /// Permission to claim, accept and close the entries of one's own inboxes.
    InboxWrite,
}

impl Scope {
    /// All scopes, in their order.
    pub const ALL: [Self; 4] =
        [Self::ReferralsWrite, Self::ReferralsRead, Self::InboxRead, Self::InboxWrite];

    /// The scope as it stands in a token's `scope`.
    pub fn code(self) -> &'static str {
        match self {
            Self::ReferralsWrite => "referrals:write",
            Self::ReferralsRead => "referrals:read",
            Self::InboxRead => "inbox:read",
            Self::InboxWrite => "inbox:write",
        }
    }

    /// The scopes that a role comes to: an auditor looks and changes nothing, and a rules officer does
    /// not see families.
    pub fn of_role(role: Role) -> &'static [Self] {
        match role {
            Role::Worker | Role::Manager | Role::FrontDoor | Role::Triage => {
                &[Self::InboxRead, Self::InboxWrite]
            }
            Role::Auditor => &[Self::InboxRead],
            Role::RulesOfficer => &[],
        }
    }
}

/// A caller that an issuer vouches for, or that has an API key: a person, or a program that acts for
/// itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    pub(crate) issuer: String,
    pub(crate) subject: String,
    pub(crate) client: String,
    pub(crate) kind: Option<String>,
    pub(crate) scopes: BTreeSet<Scope>,
    pub(crate) hubs: Vec<InboxId>,
    pub(crate) roles: BTreeSet<Role>,
    pub(crate) referrer_kinds: BTreeSet<ReferrerKind>,
    pub(crate) authorities: BTreeSet<GssCode>,
    pub(crate) rate: Option<Rate>,
    pub(crate) told: Option<PartnerId>,
    pub(crate) expires_at: Timestamp,
}

impl Caller {
    /// The issuer: a URL without a fragment, or [`KEYS_ISSUER`](crate::KEYS_ISSUER).
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The caller's own name at the issuer, its `sub`: 1 to 255 visible ASCII characters. Together
    /// with the issuer it identifies the caller.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The id of the client that the caller acts through: 1 to 128 visible ASCII characters.
    pub fn client(&self) -> &str {
        &self.client
    }

    /// The kind of client that the issuer says it is: `school`, `hub`.
    pub fn kind(&self) -> Option<&str> {
        self.kind.as_deref()
    }

    /// The inboxes that the caller works in, as the issuer says; each once, in order.
    pub fn hubs(&self) -> &[InboxId] {
        &self.hubs
    }

    /// The roles that the caller has in each of these inboxes: those of the claim `roles`; a token
    /// without the claim that may read an inbox is a worker's.
    pub fn roles(&self) -> &BTreeSet<Role> {
        &self.roles
    }

    /// The councils that the caller may send to, of those that run children's services; empty for all.
    pub fn authorities(&self) -> &BTreeSet<GssCode> {
        &self.authorities
    }

    /// The rate that was agreed with the caller, if it is another than the deployment's.
    pub fn rate(&self) -> Option<Rate> {
        self.rate
    }

    /// The partner whose webhook is told how the referrals stand that the caller sends, if there is one.
    pub fn told(&self) -> Option<&PartnerId> {
        self.told.as_ref()
    }

    /// The time at which the token or key ends by which the caller is known.
    pub fn expires_at(&self) -> Timestamp {
        self.expires_at
    }

    /// The scopes that the token carries.
    pub fn scopes(&self) -> impl Iterator<Item = Scope> {
        self.scopes.iter().copied()
    }

    /// Refuses a caller who may not send referrals of this kind of referrer.
    pub fn may_send(&self, kind: ReferrerKind) -> Result<(), KindNotAllowed> {
        if self.referrer_kinds.contains(&kind) {
            return Ok(());
        }
        Err(KindNotAllowed { allowed: self.referrer_kinds.iter().copied().collect() })
    }

    /// Whether the token carries this scope.
    pub fn has(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }

    /// Whether this inbox is one of the caller's own.
    pub fn may_see(&self, inbox: &InboxId) -> bool {
        self.hubs.contains(inbox)
    }

    /// Refuses a token without this scope.
    pub fn require(&self, scope: Scope) -> Result<(), Forbidden> {
        if self.has(scope) { Ok(()) } else { Err(Forbidden { needed: scope }) }
    }
}

/// A known caller whose token does not allow this.
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

/// A known caller who does not send for referrers of this kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the token or key does not allow referrals of this kind of referrer")]
pub struct KindNotAllowed {
    /// The kinds that it allows: those of its claim `referrer_kinds`, or of the partner.
    pub allowed: Vec<ReferrerKind>,
}

impl From<KindNotAllowed> for Problem {
    fn from(KindNotAllowed { allowed }: KindNotAllowed) -> Self {
        let codes = allowed.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ");
        let (code, message) = if allowed.is_empty() {
            (
                "referrer_kinds_missing",
                "This token says of no kind of referrer that it may send for it. Ask who issues \
                 it for the claim referrer_kinds."
                    .to_owned(),
            )
        } else {
            ("not_allowed", format!("With this token or key, send one of: {codes}."))
        };
        Self::forbidden("This token or key may not send referrals of this kind of referrer.")
            .with_code("referrer_kind_not_allowed")
            .with_errors([FieldProblem {
                path: "referrer.kind".to_owned(),
                code: code.to_owned(),
                message,
            }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller() -> Caller {
        Caller {
            issuer: "https://issuer.example".to_owned(),
            subject: "ada".to_owned(),
            client: "hub-1".to_owned(),
            kind: None,
            scopes: BTreeSet::from([Scope::InboxRead]),
            hubs: vec![InboxId::parse("westminster-bessborough").unwrap()],
            roles: BTreeSet::from([Role::Worker]),
            referrer_kinds: BTreeSet::from([ReferrerKind::Police]),
            authorities: BTreeSet::new(),
            rate: None,
            told: None,
            expires_at: Timestamp::UNIX_EPOCH,
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
    fn a_kind_that_is_not_allowed_is_a_403_that_names_those_that_are() {
        assert_eq!(caller().may_send(ReferrerKind::Police), Ok(()));
        let problem = Problem::from(caller().may_send(ReferrerKind::School).unwrap_err());
        let error = &problem.errors()[0];
        assert_eq!((problem.status(), error.path.as_str()), (403, "referrer.kind"));
        assert_eq!(error.message, "With this token or key, send one of: police.");
    }

    #[test]
    fn a_token_that_names_no_kind_may_send_none_and_is_told_what_is_missing() {
        let nobody = Caller { referrer_kinds: BTreeSet::new(), ..caller() };
        for kind in ReferrerKind::ALL {
            let problem = Problem::from(nobody.may_send(*kind).unwrap_err());
            assert!(problem.errors()[0].message.contains("referrer_kinds"));
        }
    }

    #[test]
    fn a_caller_sees_its_own_inboxes_only() {
        assert!(caller().may_see(&InboxId::parse("westminster-bessborough").unwrap()));
        assert!(!caller().may_see(&InboxId::parse("westminster-portman").unwrap()));
    }
}
