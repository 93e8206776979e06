//! The groups whose people send referrals, each for one organisation.
//!
//! ```toml
//! [[referrer]]
//! group = "st-marys-primary"
//! kinds = ["school"]
//! organisation = "St Mary's Primary School"
//! urn = "101101"
//! ```

use std::collections::BTreeSet;

use referral::{Line, OdsCode, Organisation, ReferrerKind, Urn};
use serde::Deserialize;
use toml::Spanned;

use super::{Faults, Groups};

/// A group whose people send referrals for an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferrerGrant {
    /// The group, as the issuer names it.
    pub group: String,
    /// The organisation that its people belong to; it has a name.
    pub organisation: Organisation,
    /// The kinds of referrer that they may be, at least one.
    pub kinds: BTreeSet<ReferrerKind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    group: Spanned<String>,
    kinds: Spanned<Vec<Spanned<String>>>,
    organisation: Spanned<String>,
    urn: Option<Spanned<String>>,
    ods: Option<Spanned<String>>,
}

impl Groups {
    /// The organisations for which a person in these groups sends referrals, in the file's order.
    pub fn refers_for(&self, groups: &BTreeSet<String>) -> Vec<&ReferrerGrant> {
        self.referrers.iter().filter(|grant| groups.contains(&grant.group)).collect()
    }
}

/// Reads the tables. A group may stand in several: its people say which organisation they write for.
pub(super) fn read(tables: &[Table], faults: &mut Faults<'_>) -> Vec<ReferrerGrant> {
    tables.iter().map(|table| grant(table, faults)).collect()
}

fn grant(table: &Table, faults: &mut Faults<'_>) -> ReferrerGrant {
    let group = table.group.get_ref().trim().to_owned();
    if group.is_empty() {
        faults.at(table.group.span(), "name the group as it stands in the issuer's tokens");
    }
    if table.kinds.get_ref().is_empty() {
        faults.at(table.kinds.span(), format!("name a kind of referrer: {}", kind_codes()));
    }
    let mut kinds = BTreeSet::new();
    for kind in table.kinds.get_ref() {
        match kind.get_ref().parse() {
            Ok(kind) if may_sign_in(kind) => drop(kinds.insert(kind)),
            _ => faults.at(
                kind.span(),
                format!(
                    "{:?} is no kind of professional; the kinds are {}",
                    kind.get_ref(),
                    kind_codes()
                ),
            ),
        }
    }
    let name = Line::parse(table.organisation.get_ref()).ok();
    if name.is_none() {
        faults.at(table.organisation.span(), "name the organisation, in at most 200 characters");
    }
    let urn = table.urn.as_ref().and_then(|urn| {
        let read = Urn::parse(urn.get_ref()).ok();
        if read.is_none() {
            faults.at(urn.span(), "a school's URN has 6 digits, such as \"101101\"");
        }
        read
    });
    let ods = table.ods.as_ref().and_then(|ods| {
        let read = OdsCode::parse(ods.get_ref()).ok();
        if read.is_none() {
            faults.at(ods.span(), "this is no ODS code, such as \"RYV01\"");
        }
        read
    });
    ReferrerGrant { group, organisation: Organisation { name, urn, ods }, kinds }
}

/// Whether somebody of this kind signs in: families, their relatives and friends have a form of their own.
fn may_sign_in(kind: ReferrerKind) -> bool {
    !kind.is_self() && !matches!(kind, ReferrerKind::Relative | ReferrerKind::FriendOrNeighbour)
}

fn kind_codes() -> String {
    let kinds = ReferrerKind::ALL.iter().filter(|kind| may_sign_in(**kind));
    kinds.map(|kind| kind.code()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
[[group]]
group = "bessborough"
roles = ["worker"]
hubs = ["westminster-bessborough"]

[[referrer]]
group = "st-marys"
kinds = ["school", "early_years"]
organisation = "St Mary's Primary School"
urn = "101101"

[[referrer]]
group = "health"
kinds = ["health_visitor"]
organisation = "Central London Community Healthcare"
ods = "RYX"
"#;

    fn organisations(groups: &[&str]) -> Vec<String> {
        let groups = groups.iter().map(|group| (*group).to_owned()).collect();
        let read = Groups::parse(GOOD).unwrap();
        let named =
            |grant: &&ReferrerGrant| grant.organisation.name.as_ref().unwrap().as_str().to_owned();
        read.refers_for(&groups).iter().map(named).collect()
    }

    #[test]
    fn a_person_refers_for_the_organisations_of_their_groups() {
        assert_eq!(organisations(&["st-marys", "staff"]), ["St Mary's Primary School"]);
        assert_eq!(organisations(&["health", "st-marys"]).len(), 2);
        assert_eq!(organisations(&["bessborough"]), Vec::<String>::new());
    }

    #[test]
    fn a_referrers_group_opens_no_inbox() {
        let groups = ["st-marys".to_owned()].into();
        assert_eq!(Groups::parse(GOOD).unwrap().capacities(&groups), []);
    }

    #[test]
    fn every_fault_is_told_with_its_line() {
        let text = GOOD.replace("\"health_visitor\"", "\"self_parent\"").replace("101101", "12");
        let faults = Groups::parse(&text).unwrap_err().0;
        assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [11, 15]);
    }
}
