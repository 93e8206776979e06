//! A rulebook file with the hubs of a public register in it. What only the council can give is never made
//! up, and what it wrote stays: its comments, catchments and rules, and whatever a register does not know.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

/// The beginning of a new draft. `hubward rules check` names what is missing, until it is there.
const HEAD: &str = "# A DRAFT, made of a public register by `hubward registry import`. The council gives the rest:\n\
    # [authority], [front_door] and [triage] with their phone numbers, and each [[catchment]], without\n\
    # which no family comes to a hub. localities/README.md in Hubward's source has them all.\n\n";

/// The fields by which a hub is known, which an import never changes.
const KNOWN_BY: [&str; 2] = ["id", "name"];

/// Writes hubs into a file, and says what became of each.
pub(super) fn write(file: &Path, hubs: &str) -> Result<Vec<String>> {
    let path = file.display();
    let before = if file.exists() {
        std::fs::read_to_string(file).with_context(|| format!("{path} cannot be read"))?
    } else {
        HEAD.to_owned()
    };
    let (text, notes) =
        updated(&before, hubs).with_context(|| format!("{path} cannot be updated"))?;
    std::fs::write(file, text).with_context(|| format!("{path} cannot be written"))?;
    Ok(notes)
}

/// The text with these hubs in it, and what became of each.
fn updated(before: &str, hubs: &str) -> Result<(String, Vec<String>)> {
    let mut draft: DocumentMut = before.parse()?;
    let imported: DocumentMut = hubs.parse()?;
    let nothing = ArrayOfTables::new();
    // Words before the first table of a file that has none yet stand at its end, as the reader has it.
    let head = if draft.is_empty() { before } else { "" };
    if draft.is_empty() {
        draft.set_trailing("");
    }
    let imported = imported.get("hub").and_then(Item::as_array_of_tables).unwrap_or(&nothing);
    let there = draft.entry("hub").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let there =
        there.as_array_of_tables_mut().ok_or_else(|| anyhow!("hub is no list of tables"))?;
    let mut notes = Vec::new();
    for hub in imported {
        let name = text(hub, "name");
        let at = there.iter().position(|one| is_same(one, hub));
        if let Some(known) = at.and_then(|at| there.get_mut(at)) {
            notes.push(match change(known, hub) {
                changed if changed.is_empty() => format!("unchanged: {name}"),
                changed => format!("changed: {name}: {}", changed.join(", ")),
            });
        } else {
            // Where the table stood in the import is no place in the draft.
            let mut new = hub.clone();
            new.set_position(None);
            there.push(new);
            notes.push(format!("added: {name}"));
        }
    }
    for hub in there.iter().filter(|hub| !imported.iter().any(|one| is_same(hub, one))) {
        notes.push(format!("kept: {}: not in the feed", text(hub, "name")));
    }
    Ok((format!("{head}{draft}"), notes))
}

fn is_same(one: &Table, other: &Table) -> bool {
    KNOWN_BY.iter().any(|key| !text(one, key).is_empty() && text(one, key) == text(other, key))
}

/// Takes over what the import says otherwise, and names it. Sites are the council's once they are there.
fn change(known: &mut Table, hub: &Table) -> Vec<String> {
    let mut changed = Vec::new();
    for (key, item) in hub.iter().filter(|(key, _)| !KNOWN_BY.contains(key)) {
        let Some(value) = item.as_value() else { continue };
        let before =
            known.get(key).and_then(Item::as_value).map(|before| plain(&before.to_string()));
        if before.as_deref() != Some(&plain(&value.to_string())) {
            known.insert(key, item.clone());
            changed.push(key.to_owned());
        }
    }
    changed
}

/// A value as it is written, without the spaces around it.
fn plain(written: &str) -> String {
    written.trim().to_owned()
}

fn text<'a>(hub: &'a Table, key: &str) -> &'a str {
    hub.get(key).and_then(Item::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEED: &str = "[[hub]]\nid = \"harbour\"\nname = \"Harbour Family Hub\"\nphone = \"01632 960 111\"\n\
        grid = { easting = 1, northing = 2 }\n\n[[hub.site]]\nname = \"Quay\"\ngrid = { easting = 3, northing = 4 }\n";

    #[test]
    fn a_draft_has_the_hubs_and_nothing_that_is_the_councils_to_give() {
        let (text, notes) = updated(HEAD, FEED).unwrap();
        assert_eq!(notes, ["added: Harbour Family Hub"]);
        assert!(text.starts_with("# A DRAFT") && text.contains("[[hub.site]]"), "{text}");
        assert!(!text.lines().any(|line| line.starts_with("[[catchment]]")), "{text}");
        let (again, notes) = updated(&text, FEED).unwrap();
        assert_eq!((again, notes), (text, vec!["unchanged: Harbour Family Hub".to_owned()]));
    }

    #[test]
    fn what_the_council_wrote_stays_and_what_the_feed_says_anew_is_named() {
        let before = "# Ours.\n[authority]\nid = \"here\"\n\n[[hub]]\nid = \"old\"\nname = \"Old\"\n\n\
            [[hub]] # by the water\nid = \"quayside\"\nname = \"Harbour Family Hub\"\nphone = \"01632 960 999\"\n\
            languages = [\"pl\"]\ngrid = { easting = 1, northing = 2 }\n\n[[catchment]]\nkind = \"nearest\"\n";
        let (text, notes) = updated(before, FEED).unwrap();
        assert_eq!(notes, ["changed: Harbour Family Hub: phone", "kept: Old: not in the feed"]);
        assert_eq!(text, before.replace("01632 960 999", "01632 960 111"));
    }

    #[test]
    fn a_file_that_is_no_toml_is_left_as_it_is() {
        assert!(updated("hub = 1", FEED).is_err() && updated("[", FEED).is_err());
    }
}
