//! The people of the development issuer who have one role, as the groups' file that is in force says.

use std::fs;
use std::path::Path;

/// A person with one role.
#[derive(Debug)]
pub(super) struct Person {
    /// The person's id at the issuer, which is their group's name too.
    pub(super) id: String,
    pub(super) role: String,
    /// The inboxes in which they have it.
    pub(super) hubs: Vec<String>,
}

/// Inboxes whose only worker is in the matrix. The others' are no different.
const ALONE: [&str; 5] = [
    "hub-westminster-bessborough",
    "hub-westminster-portman",
    "hub-isle-of-wight-ryde",
    "hub-westminster-front-door",
    "hub-westminster-triage",
];

/// The people in the groups' file of a state folder.
pub(super) fn people(state: &Path) -> Vec<Person> {
    let text = fs::read_to_string(state.join("groups.toml")).unwrap();
    let tables = text.split("[[group]]").skip(1);
    let people = tables.map(|table| Person {
        id: strings(table, "group").remove(0),
        role: strings(table, "roles").remove(0),
        hubs: strings(table, "hubs"),
    });
    // The group of one of two roles has no person who is in no other.
    let of_one_role = people.filter(|person| !person.id.starts_with("managers-"));
    of_one_role
        .filter(|person| !person.id.starts_with("hub-") || ALONE.contains(&person.id.as_str()))
        .collect()
}

/// The texts in quotation marks behind a key.
fn strings(table: &str, key: &str) -> Vec<String> {
    let line = table.lines().find_map(|line| line.strip_prefix(key)?.trim().strip_prefix('='));
    let line = line.unwrap_or_else(|| panic!("no {key}: {table}"));
    line.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}
