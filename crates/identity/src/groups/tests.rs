//! Tests of how a file of groups is read.

use super::*;

const GOOD: &str = r#"
claim = "roles"

[[group]]
group = "Bessborough workers"
roles = ["worker"]
hubs = ["westminster-bessborough", "westminster-portman"]

[[group]]
group = "Bessborough managers"
roles = ["manager"]
hubs = ["westminster-bessborough"]

[[group]]
group = "Rules"
roles = ["rules_officer"]
"#;

fn capacities(groups: &[&str]) -> Vec<(Vec<&'static str>, Vec<String>)> {
    let groups = groups.iter().map(|group| (*group).to_owned()).collect();
    let found = Groups::parse(GOOD).unwrap().capacities(&groups);
    let plain = |(roles, hubs): (BTreeSet<Role>, BTreeSet<InboxId>)| {
        let hubs = hubs.iter().map(|hub| hub.as_str().to_owned()).collect();
        (roles.into_iter().map(Role::code).collect(), hubs)
    };
    found.into_iter().map(plain).collect()
}

fn owned(hubs: &[&str]) -> Vec<String> {
    hubs.iter().map(|hub| (*hub).to_owned()).collect()
}

#[test]
fn a_group_has_its_roles_in_its_hubs() {
    assert_eq!(Groups::parse(GOOD).unwrap().claim(), "roles");
    assert_eq!(
        capacities(&["Bessborough workers", "a group of another service"]),
        [(vec!["worker"], owned(&["westminster-bessborough", "westminster-portman"]))]
    );
}

#[test]
fn a_role_of_one_hub_is_not_taken_into_another() {
    assert_eq!(
        capacities(&["Bessborough workers", "Bessborough managers", "Rules"]),
        [
            (vec!["worker"], owned(&["westminster-portman"])),
            (vec!["worker", "manager"], owned(&["westminster-bessborough"])),
            (vec!["rules_officer"], vec![]),
        ]
    );
}

#[test]
fn a_person_without_a_known_group_is_nobody() {
    assert_eq!(capacities(&[]), []);
    assert_eq!(capacities(&["bessborough workers"]), [], "a group's name is compared as it stands");
}

/// The faults of a text, each with its line.
fn faults(text: &str) -> Vec<String> {
    Groups::parse(text).unwrap_err().0.iter().map(ToString::to_string).collect()
}

#[test]
fn every_fault_is_told_at_once_with_its_line() {
    let text = r#"
[[group]]
group = "A"
roles = ["worker", "boss"]
hubs = ["Not A Hub"]

[[group]]
group = "B"
roles = []
hubs = ["westminster-portman"]

[[group]]
group = "A"
roles = ["auditor"]
"#;
    let found = faults(text);
    for (fault, begins) in found.iter().zip([
        "line 4: \"boss\" is no role; the roles are worker, manager",
        "line 5: \"Not A Hub\" is no id of a hub",
        "line 9: give the group a role: worker, manager",
        "line 14: name the hubs in which the group has these roles",
        "line 13: this group stands on line 3 already",
    ]) {
        assert!(fault.starts_with(begins), "{fault}");
    }
    assert_eq!(found.len(), 5, "{found:#?}");
}

#[test]
fn what_is_no_file_of_groups_is_told_with_its_line() {
    assert!(faults("")[0].starts_with("line 1: no group is named"));
    assert!(faults("claim = \"groups\"\n[[group]\n")[0].starts_with("line 2: "));
    let unknown = faults("[[group]]\ngroup = \"A\"\nrole = \"worker\"\n");
    assert!(unknown[0].starts_with("line 3: unknown field `role`"), "{unknown:?}");
    assert!(
        faults("claim = \" \"\n[[group]]\ngroup = \"A\"\nroles = [\"rules_officer\"]\n")[0]
            .starts_with("line 1: name the claim")
    );
}
