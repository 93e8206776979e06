//! The organisations whose people send referrals, known by a group of the issuer, by the domains of their
//! work addresses, or by both.
//!
//! ```toml
//! [[referrer]]
//! group = "st-marys-primary"
//! domains = ["st-marys.westminster.sch.uk"]
//! kinds = ["school"]
//! organisation = "St Mary's Primary School"
//! urn = "101101"
//! ```

use std::collections::BTreeSet;

use referral::{EmailAddress, Line, OdsCode, Organisation, ReferrerKind, Urn};
use serde::Deserialize;
use toml::Spanned;

use super::domains::{MailDomain, NotOfWork};
use super::{Faults, Groups};

/// An organisation whose people send referrals, and how they are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferrerGrant {
    /// The group, as the issuer names it; `None` where its people are known by their addresses alone.
    pub group: Option<String>,
    /// The domains of its people's work addresses.
    pub domains: BTreeSet<MailDomain>,
    /// The organisation that its people belong to; it has a name.
    pub organisation: Organisation,
    /// The kinds of referrer that they may be, at least one.
    pub kinds: BTreeSet<ReferrerKind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    group: Option<Spanned<String>>,
    #[serde(default)]
    domains: Vec<Spanned<String>>,
    kinds: Spanned<Vec<Spanned<String>>>,
    organisation: Spanned<String>,
    urn: Option<Spanned<String>>,
    ods: Option<Spanned<String>>,
}

impl Groups {
    /// The organisations for which a person in these groups sends referrals, in the file's order.
    pub fn refers_for(&self, groups: &BTreeSet<String>) -> Vec<&ReferrerGrant> {
        let is_one = |grant: &&ReferrerGrant| {
            grant.group.as_ref().is_some_and(|group| groups.contains(group))
        };
        self.referrers.iter().filter(is_one).collect()
    }

    /// The organisations for which a person with this work address sends referrals, in the file's order:
    /// those that have its domain, the whole of it.
    pub fn refers_by_email(&self, address: &EmailAddress) -> Vec<&ReferrerGrant> {
        let of = MailDomain::of(address);
        self.referrers.iter().filter(|grant| grant.domains.contains(&of)).collect()
    }

    /// Whether any organisation is known by the addresses of its people.
    pub fn knows_addresses(&self) -> bool {
        self.referrers.iter().any(|grant| !grant.domains.is_empty())
    }
}

/// Reads the tables. A group may stand in several: its people say which organisation they write for.
pub(super) fn read(tables: &[Table], faults: &mut Faults<'_>) -> Vec<ReferrerGrant> {
    tables.iter().map(|table| grant(table, faults)).collect()
}

fn grant(table: &Table, faults: &mut Faults<'_>) -> ReferrerGrant {
    let group = table.group.as_ref().map(|group| group.get_ref().trim().to_owned());
    if let (Some(""), Some(table)) = (group.as_deref(), &table.group) {
        faults.at(table.span(), "name the group as it stands in the issuer's tokens");
    }
    let domains = domains(&table.domains, faults);
    if group.is_none() && table.domains.is_empty() {
        faults.at(
            table.organisation.span(),
            "say how the organisation's people are known: group = \"…\", domains = [\"…\"], or both",
        );
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
    ReferrerGrant { group, domains, organisation: Organisation { name, urn, ods }, kinds }
}

fn domains(written: &[Spanned<String>], faults: &mut Faults<'_>) -> BTreeSet<MailDomain> {
    let mut domains = BTreeSet::new();
    for one in written {
        match MailDomain::parse(one.get_ref()) {
            Ok(domain) => drop(domains.insert(domain)),
            Err(NotOfWork::NotADomain) => faults.at(
                one.span(),
                format!(
                    "{:?} is no domain of e-mail addresses, such as school.example.sch.uk",
                    one.get_ref()
                ),
            ),
            Err(NotOfWork::AnybodyHas) => faults.at(
                one.span(),
                format!(
                    "anybody can have an address at {:?}: name the organisation's own domain",
                    one.get_ref()
                ),
            ),
        }
    }
    domains
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
domains = ["St-Marys.sch.uk"]

[[referrer]]
group = "health"
kinds = ["health_visitor"]
organisation = "Central London Community Healthcare"
ods = "RYX"

[[referrer]]
domains = ["larder.example", "st-marys.sch.uk"]
kinds = ["voluntary_or_community"]
organisation = "Pimlico Community Larder"
"#;

    fn names(grants: &[&ReferrerGrant]) -> Vec<String> {
        let name =
            |grant: &&ReferrerGrant| grant.organisation.name.as_ref().unwrap().as_str().to_owned();
        grants.iter().map(name).collect()
    }

    fn organisations(groups: &[&str]) -> Vec<String> {
        let groups = groups.iter().map(|group| (*group).to_owned()).collect();
        names(&Groups::parse(GOOD).unwrap().refers_for(&groups))
    }

    fn known_by(address: &str) -> Vec<String> {
        let address = EmailAddress::parse(address).unwrap();
        names(&Groups::parse(GOOD).unwrap().refers_by_email(&address))
    }

    #[test]
    fn an_address_is_known_by_the_whole_of_its_domain() {
        assert_eq!(known_by("Ann@ST-MARYS.sch.uk").len(), 2);
        assert_eq!(known_by("ben@larder.example"), ["Pimlico Community Larder"]);
        for other in
            ["a@sch.uk", "a@evil-st-marys.sch.uk", "a@sub.larder.example", "a@larder.example.org"]
        {
            assert_eq!(known_by(other), Vec::<String>::new(), "{other}");
        }
        let groups = Groups::parse(GOOD).unwrap();
        assert!(groups.knows_addresses());
        let without = GOOD.replace("domains = [\"St-Marys.sch.uk\"]\n", "");
        let without =
            Groups::parse(without.split("\n[[referrer]]\ndomains").next().unwrap()).unwrap();
        assert!(!without.knows_addresses());
    }

    #[test]
    fn an_organisation_that_nobody_could_be_of_is_told() {
        let one = |known: &str| {
            let text =
                format!("[[referrer]]\n{known}\nkinds = [\"school\"]\norganisation = \"A\"\n");
            Groups::parse(&text).map(drop).map_err(|error| error.0[0].to_string())
        };
        assert_eq!(one("domains = [\"a.sch.uk\"]"), Ok(()));
        for (known, line, part) in [
            ("", 4, "say how the organisation's people are known"),
            ("domains = [\"Gmail.com\"]", 2, "anybody can have an address"),
            ("domains = [\"ann@a.sch.uk\"]", 2, "is no domain"),
            ("group = \" \"", 2, "name the group"),
        ] {
            let told = one(known).unwrap_err();
            assert!(told.starts_with(&format!("line {line}: ")) && told.contains(part), "{told}");
        }
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
        assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [11, 16]);
    }
}
