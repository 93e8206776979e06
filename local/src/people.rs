//! The people of this machine's issuer: a worker for each inbox, and some with other roles, for trying
//! things out; and the file that says what their groups may do. None of them is real.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use locality::{InboxInfo, InboxKind};
use referral::Role;

/// Given and family names of people, given out in turn; from the second round on, mixed.
const NAMES: [&str; 20] = [
    "Amira Khan",
    "Ben Carter",
    "Chidi Okafor",
    "Dorota Nowak",
    "Ellen Price",
    "Farah Ali",
    "Gareth Jones",
    "Hana Suzuki",
    "Iwan Rees",
    "Jaya Patel",
    "Kofi Mensah",
    "Leila Haddad",
    "Mei Chen",
    "Niamh Byrne",
    "Oluwaseun Ade",
    "Priya Shah",
    "Quentin Hall",
    "Rosa Silva",
    "Sam Taylor",
    "Tariq Mirza",
];

/// The groups of those who send referrals. The organisations are made up.
const REFERRERS: &str = r#"
[[referrer]]
group = "st-marys"
domains = ["st-marys.example"]
kinds = ["school"]
organisation = "St Mary’s Primary School"
urn = "101101"

[[referrer]]
group = "health-visitors"
kinds = ["health_visitor"]
organisation = "Westminster Health Visiting"

[[referrer]]
group = "charity"
kinds = ["voluntary_or_community"]
organisation = "Pimlico Community Larder"

[[referrer]]
domains = ["nursery.example"]
kinds = ["early_years"]
organisation = "Little Acorns Nursery"
"#;

/// The hub of the examples in the documents. People of roles that are not of one hub work in its
/// authority, where there is one.
const EXAMPLE: &str = "westminster-bessborough";

/// One person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    /// The person's id at the issuer, `sub`.
    pub(crate) id: String,
    pub(crate) name: String,
    /// The roles and the hubs in words, for the sign-in page.
    pub(crate) does: String,
    /// The names of the person's groups.
    pub(crate) groups: Vec<String>,
    /// Whether the person comes first on the sign-in page: one of each role.
    pub(crate) is_first: bool,
}

/// The people, and the groups that they are in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct People {
    pub(crate) people: Vec<Person>,
    groups: BTreeMap<String, (Role, Vec<String>)>,
}

impl People {
    /// The people that these inboxes need.
    pub(crate) fn of(inboxes: &[InboxInfo]) -> Self {
        let mut people = Self::default();
        let all: Vec<&InboxInfo> = inboxes.iter().collect();
        let hubs: Vec<_> = all.iter().copied().filter(|one| one.kind == InboxKind::Hub).collect();
        let example = hubs.iter().find(|hub| hub.id.as_str() == EXAMPLE).or(hubs.first());
        let first = example.and_then(|hub| hub.authority);
        let is_first = |one: &&InboxInfo| one.authority.is_some() && one.authority == first;
        let of_first: Vec<_> = hubs.iter().copied().filter(is_first).collect();
        let looked_at: Vec<_> = all.iter().copied().filter(is_first).collect();
        let decided: Vec<_> = all
            .iter()
            .copied()
            .filter(|one| {
                one.kind == InboxKind::Triage && is_first(one)
                    || matches!(one.kind, InboxKind::Review | InboxKind::OutOfArea)
            })
            .collect();
        let few = &of_first[..of_first.len().min(2)];
        people.add("manager", Role::Manager, &of_first, true);
        people.add("triage", Role::Triage, &decided, true);
        people.add("rules-officer", Role::RulesOfficer, &[], true);
        people.add("auditor", Role::Auditor, &looked_at, true);
        people.add("two-hubs", Role::Worker, few, true);
        people.add("all-hubs", Role::Worker, &all, false);
        let mut seen = Vec::new();
        for inbox in &all {
            let role = role_in(inbox.kind);
            // The first worker and the first front door stand with the people of the other roles.
            let stands_first = matches!(role, Role::Worker | Role::FrontDoor)
                && is_first(inbox)
                && !seen.contains(&role);
            if stands_first {
                seen.push(role);
            }
            people.add(&format!("hub-{}", inbox.id), role, &[inbox], stands_first);
        }
        people.add_two_capacities(&of_first);
        people.add_referrers();
        people
    }

    /// Adds a person with a role in these inboxes, and the group that gives it to them.
    fn add(&mut self, id: &str, role: Role, inboxes: &[&InboxInfo], is_first: bool) {
        let ids: Vec<String> = inboxes.iter().map(|inbox| inbox.id.as_str().to_owned()).collect();
        if ids.is_empty() && role != Role::RulesOfficer {
            return;
        }
        let name = name(self.people.len());
        self.groups.insert(id.to_owned(), (role, ids));
        let does = match inboxes {
            [] => role.label().to_owned(),
            [one, another, _, ..] => format!(
                "{}: {}, {} and {} more",
                role.label(),
                one.name,
                another.name,
                inboxes.len() - 2
            ),
            few => {
                let names: Vec<_> = few.iter().map(|inbox| inbox.name.as_str()).collect();
                format!("{}: {}", role.label(), names.join(", "))
            }
        };
        let (id, groups) = (id.to_owned(), vec![id.to_owned()]);
        self.people.push(Person { id, name, does, groups, is_first });
    }

    /// Adds a person who manages one hub and works in another, and one whose groups are not known.
    fn add_two_capacities(&mut self, hubs: &[&InboxInfo]) {
        if let [one, another, ..] = hubs {
            let managers = format!("managers-{}", one.id);
            let managed = (Role::Manager, vec![one.id.as_str().to_owned()]);
            self.groups.insert(managers.clone(), managed);
            self.people.push(Person {
                id: "two-roles".to_owned(),
                name: "Uma Devlin".to_owned(),
                does: format!("Hub manager: {}; hub worker: {}", one.name, another.name),
                groups: vec![managers, format!("hub-{}", another.id)],
                is_first: true,
            });
        }
        self.people.push(Person {
            id: "stranger".to_owned(),
            name: "Viktor Lind".to_owned(),
            does: "Works for the council, in no hub".to_owned(),
            groups: vec!["highways".to_owned()],
            is_first: true,
        });
    }

    /// Adds people who send referrals: of a school, of a health service, and of two organisations.
    fn add_referrers(&mut self) {
        for (id, name, does, groups) in [
            ("refer-school", "Wanjiru Kamau", "Refers for a school", &["st-marys"][..]),
            ("refer-health", "Xanthe Boyd", "Refers for a health service", &["health-visitors"]),
            ("refer-two", "Yusuf", "Refers for a school and a charity", &["st-marys", "charity"]),
        ] {
            let groups = groups.iter().map(|group| (*group).to_owned()).collect();
            let (id, name, does) = (id.to_owned(), name.to_owned(), does.to_owned());
            self.people.push(Person { id, name, does, groups, is_first: true });
        }
    }

    /// The file that says what the groups may do.
    pub(crate) fn groups_file(&self) -> String {
        let mut text = String::from(
            "# The groups of this machine's issuer. hubward-local writes this file at each start.\n\
             claim = \"groups\"\n",
        );
        for (group, (role, hubs)) in &self.groups {
            let hubs: Vec<_> = hubs.iter().map(|hub| format!("{hub:?}")).collect();
            // Writing to a string does not fail.
            let _ = write!(
                text,
                "\n[[group]]\ngroup = {group:?}\nroles = [\"{role}\"]\nhubs = [{}]\n",
                hubs.join(", ")
            );
        }
        text.push_str(REFERRERS);
        text
    }
}

/// The name of the person with this number.
fn name(number: usize) -> String {
    let (turn, round) = (number % NAMES.len(), number / NAMES.len());
    let part = |at: usize, part| NAMES[at % NAMES.len()].split(' ').nth(part).unwrap_or_default();
    format!("{} {}", part(turn, 0), part(turn + 7 * round, 1))
}

/// The role of the people of an inbox.
fn role_in(kind: InboxKind) -> Role {
    match kind {
        InboxKind::Hub => Role::Worker,
        InboxKind::FrontDoor => Role::FrontDoor,
        InboxKind::Triage | InboxKind::OutOfArea | InboxKind::Review => Role::Triage,
    }
}

#[cfg(test)]
mod tests {
    use identity::Groups;
    use referral::{GssCode, InboxId};

    use super::*;

    fn inbox(id: &str, kind: InboxKind) -> InboxInfo {
        let authority = matches!(kind, InboxKind::Hub | InboxKind::FrontDoor | InboxKind::Triage);
        InboxInfo {
            id: InboxId::parse(id).unwrap(),
            name: id.to_uppercase(),
            kind,
            authority: authority.then(|| GssCode::parse("E09000033").unwrap()),
        }
    }

    #[test]
    fn no_two_people_have_one_name() {
        let names: std::collections::BTreeSet<_> = (0..200).map(name).collect();
        assert_eq!(names.len(), 200);
        assert_eq!([name(0), name(20)], ["Amira Khan", "Amira Suzuki"].map(str::to_owned));
    }

    #[test]
    fn there_are_people_of_every_role_and_the_file_gives_them_their_roles() {
        let inboxes = [
            inbox("a", InboxKind::Hub),
            inbox("b", InboxKind::Hub),
            inbox("door", InboxKind::FrontDoor),
            inbox("triage", InboxKind::Triage),
            inbox("review", InboxKind::Review),
        ];
        let people = People::of(&inboxes);
        let groups = Groups::parse(&people.groups_file()).unwrap();
        let capacities =
            |person: &Person| groups.capacities(&person.groups.iter().cloned().collect());
        let mut roles = Vec::new();
        for person in people.people.iter().filter(|person| person.is_first) {
            roles.extend(capacities(person).into_iter().flat_map(|(roles, _)| roles));
        }
        for role in Role::ALL {
            assert!(roles.contains(role), "{role}");
        }
        for inbox in &inboxes {
            let id = format!("hub-{}", inbox.id);
            let person = people.people.iter().find(|person| person.id == id).unwrap();
            let found = capacities(person);
            assert_eq!(found.len(), 1);
            assert_eq!(found[0].1.iter().collect::<Vec<_>>(), [&inbox.id]);
        }
        let of = |id: &str| people.people.iter().find(|person| person.id == id).unwrap();
        assert_eq!(capacities(of("two-roles")).len(), 2);
        assert_eq!(capacities(of("stranger")).len(), 0);
    }
}
