//! The file of groups: which groups of the issuer have which roles, in which hubs.
//!
//! ```toml
//! claim = "groups"
//!
//! [[group]]
//! group = "Bessborough workers"
//! roles = ["worker"]
//! hubs = ["westminster-bessborough"]
//! ```
//!
//! A `[[referrer]]` names an organisation whose people send referrals ([`ReferrerGrant`]), known by a group
//! or by the domains of their work addresses; they work in no hub by it.
//!
//! A person's groups stand in the issuer's token. A group that the file does not name gives nothing,
//! and a person with no other is not signed in.

mod domains;
mod referrers;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use referral::{InboxId, Role};
use serde::Deserialize;
use toml::Spanned;

pub use self::domains::{MailDomain, NotOfWork};
pub use self::referrers::ReferrerGrant;

/// The claim that holds a person's groups, where the file names none.
const CLAIM: &str = "groups";

/// The groups that work here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    claim: String,
    grants: Vec<Grant>,
    referrers: Vec<ReferrerGrant>,
}

/// The roles that a group has, and the hubs in which it has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The group, as the issuer names it.
    pub group: String,
    /// The roles of its people.
    pub roles: BTreeSet<Role>,
    /// The inboxes in which they have these roles.
    pub hubs: BTreeSet<InboxId>,
    /// The line of the file on which the group is named.
    pub line: usize,
}

/// A fault of a file of groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupsFault {
    /// The line of the fault, counted from 1.
    pub line: usize,
    /// The fault, and how to mend it.
    pub message: String,
}

impl fmt::Display for GroupsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

/// The reason why a file of groups cannot be used: every fault in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the groups have faults: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct GroupsError(pub Vec<GroupsFault>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    claim: Option<Spanned<String>>,
    #[serde(default)]
    group: Vec<Spanned<Table>>,
    #[serde(default)]
    referrer: Vec<referrers::Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    group: Spanned<String>,
    roles: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    hubs: Vec<Spanned<String>>,
}

impl Groups {
    /// Reads the text of a file. Every fault is told at once.
    pub fn parse(text: &str) -> Result<Self, GroupsError> {
        let mut faults = Faults { text, found: Vec::new() };
        let file: File = match toml::from_str(text) {
            Ok(file) => file,
            Err(error) => {
                faults.at(error.span().unwrap_or_default(), error.message().trim());
                return Err(GroupsError(faults.found));
            }
        };
        let claim = match file.claim {
            None => CLAIM.to_owned(),
            Some(claim) if claim.get_ref().trim().is_empty() => {
                faults.at(claim.span(), "name the claim of the token that holds a person's groups");
                CLAIM.to_owned()
            }
            Some(claim) => claim.into_inner(),
        };
        if file.group.is_empty() && file.referrer.is_empty() {
            faults.at(0..0, "no group is named, so nobody could sign in: add one as [[group]]");
        }
        let mut seen = BTreeMap::new();
        let mut grants = Vec::new();
        for table in file.group {
            let span = table.get_ref().group.span();
            let grant = grant(table.get_ref(), &mut faults);
            match seen.get(&grant.group) {
                Some(line) => faults.at(
                    span,
                    format!("this group stands on line {line} already, perhaps with other roles; if a group has other roles in other hubs, make it two groups"),
                ),
                None => drop(seen.insert(grant.group.clone(), grant.line)),
            }
            grants.push(grant);
        }
        let referrers = referrers::read(&file.referrer, &mut faults);
        if faults.found.is_empty() {
            Ok(Self { claim, grants, referrers })
        } else {
            Err(GroupsError(faults.found))
        }
    }

    /// The name of the token's claim that holds a person's groups.
    pub fn claim(&self) -> &str {
        &self.claim
    }

    /// The groups, in the file's order.
    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }

    /// The groups whose people send referrals, in the file's order.
    pub fn referrers(&self) -> &[ReferrerGrant] {
        &self.referrers
    }

    /// The capacities of a person in these groups, each with the hubs in which they hold: roles of
    /// one hub are never taken into another. It is empty if no group is known.
    pub fn capacities(
        &self,
        groups: &BTreeSet<String>,
    ) -> Vec<(BTreeSet<Role>, BTreeSet<InboxId>)> {
        let mut in_hub: BTreeMap<&InboxId, BTreeSet<Role>> = BTreeMap::new();
        let mut in_none: BTreeSet<Role> = BTreeSet::new();
        for grant in self.grants.iter().filter(|grant| groups.contains(&grant.group)) {
            for hub in &grant.hubs {
                in_hub.entry(hub).or_default().extend(&grant.roles);
            }
            if grant.hubs.is_empty() {
                in_none.extend(&grant.roles);
            }
        }
        let mut capacities: BTreeMap<BTreeSet<Role>, BTreeSet<InboxId>> = BTreeMap::new();
        for (hub, roles) in in_hub {
            capacities.entry(roles).or_default().insert(hub.clone());
        }
        if !in_none.is_empty() {
            capacities.entry(in_none).or_default();
        }
        capacities.into_iter().collect()
    }
}

fn grant(table: &Table, faults: &mut Faults<'_>) -> Grant {
    let line = faults.line(table.group.span().start);
    let group = table.group.get_ref().trim().to_owned();
    if group.is_empty() {
        faults.at(table.group.span(), "name the group as it stands in the issuer's tokens");
    }
    if table.roles.get_ref().is_empty() {
        faults.at(table.roles.span(), format!("give the group a role: {}", role_codes()));
    }
    let mut roles = BTreeSet::new();
    for role in table.roles.get_ref() {
        match role.get_ref().parse() {
            Ok(role) => drop(roles.insert(role)),
            Err(_) => faults.at(
                role.span(),
                format!("{:?} is no role; the roles are {}", role.get_ref(), role_codes()),
            ),
        }
    }
    let mut hubs = BTreeSet::new();
    for hub in &table.hubs {
        match InboxId::parse(hub.get_ref()) {
            Ok(id) => drop(hubs.insert(id)),
            Err(_) => faults.at(
                hub.span(),
                format!("{:?} is no id of a hub, such as westminster-bessborough", hub.get_ref()),
            ),
        }
    }
    let needs_hubs = roles.iter().any(|role| *role != Role::RulesOfficer);
    if table.hubs.is_empty() && needs_hubs {
        let message = "name the hubs in which the group has these roles: hubs = [\"…\"]";
        faults.at(table.roles.span(), message);
    }
    Grant { group, roles, hubs, line }
}

fn role_codes() -> String {
    Role::ALL.iter().map(|role| role.code()).collect::<Vec<_>>().join(", ")
}

/// The faults of a text.
struct Faults<'a> {
    text: &'a str,
    found: Vec<GroupsFault>,
}

impl Faults<'_> {
    fn at(&mut self, span: Range<usize>, message: impl Into<String>) {
        let line = self.line(span.start);
        self.found.push(GroupsFault { line, message: message.into() });
    }

    fn line(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or(self.text);
        before.bytes().filter(|byte| *byte == b'\n').count() + 1
    }
}

#[cfg(test)]
mod tests;
