//! Tests that a fault in a rulebook is told with its line, what is wrong and how to mend it.

mod faults;
mod guide;
mod schema;

use crate::{InboxKind, Localities, RulebookError, fixtures};

/// A drawing beside the file: half of Essex, with one feature.
const DRAWN: &str = r#"{"type": "Feature", "properties": {"name": "North"}, "geometry": {"type":
    "Polygon", "coordinates": [[[0.4, 51.8], [1.2, 51.8], [1.2, 52.1], [0.4, 52.1], [0.4, 51.8]]]}}"#;

const SOUND: &str = r#"[authority]
id = "essex"
code = "E10000012"
version = "2026.1"

[front_door]
name = "Essex front door"
in_hours = "01632 960201"
out_of_hours = "01632 960202"

[triage]
name = "Essex triage"

[[hub]]
id = "chelmsford"
name = "Chelmsford Family Hub"
postcode = "CM1 1LH"
grid = { easting = 572740, northing = 207824 }

[[catchment]]
kind = "district"
district = "E07000070"
hub = "chelmsford"
"#;

fn parse(text: &str) -> Result<Localities, Vec<RulebookError>> {
    let files = [("essex.toml", text), ("essex.geojson", DRAWN)];
    Localities::parse(files.map(|(name, text)| (name.to_owned(), text.to_owned())))
}

fn faults(text: &str) -> Vec<RulebookError> {
    parse(text).unwrap_err()
}

fn told(text: &str) -> String {
    faults(text).iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_sample_authorities_are_sound() {
    let localities = fixtures::localities();
    let hubs = localities.inboxes().iter().filter(|inbox| inbox.kind == InboxKind::Hub).count();
    assert_eq!(hubs, 13);
    assert_eq!(localities.inboxes().len(), 13 + 2 * 4 + 2);
    assert_eq!(localities.editions().count(), 4);
}

#[test]
fn every_inbox_is_found_by_its_id() {
    let localities = fixtures::localities();
    for inbox in localities.inboxes() {
        assert_eq!(localities.inbox(&inbox.id), Some(inbox));
    }
}

#[test]
fn the_edition_follows_from_the_content() {
    let edition = |text: &str| {
        let localities = Localities::parse([("essex.toml".to_owned(), text.to_owned())]).unwrap();
        localities.editions().next().unwrap().to_owned()
    };
    assert_eq!(edition(SOUND), edition(SOUND));
    assert_ne!(edition(SOUND), edition(&SOUND.replace("Essex triage", "Essex Triage")));
}

/// Each case is a kind of fault: what is changed in a sound file, and what is told.
#[test]
fn each_fault_is_told_with_its_line_and_how_to_mend_it() {
    let kinds = [
        ("not TOML", "id = \"essex\"", "id = essex"),
        ("an unknown field", "version =", "edition = \"1\"\nversion ="),
        ("no phone number", "out_of_hours = \"01632 960202\"\n", ""),
        ("not a phone number", "01632 960201", "ask reception"),
        ("not an inbox id", "id = \"essex\"", "id = \"Essex!\""),
        ("an unknown council", "E10000012", "E10000099"),
        ("a district for a council", "code = \"E10000012\"", "code = \"E07000070\""),
        ("a code out of use", "code = \"E10000012\"", "code = \"E08000016\""),
        ("a name too long", "Essex triage", &"Essex ".repeat(10)),
        ("half a postcode", "CM1 1LH", "CM1"),
        ("a place at sea", "easting = 572740", "easting = 5727400"),
        ("a taken id", "id = \"chelmsford\"", "id = \"triage\""),
        ("a hub that is not there", "hub = \"chelmsford\"", "hub = \"chelmsfrod\""),
        ("an unknown kind", "kind = \"district\"", "kind = \"circle\""),
        (
            "nothing to be near to",
            "kind = \"district\"\ndistrict = \"E07000070\"\nhub = \"chelmsford\"",
            "kind = \"nearest\"\nhubs = []",
        ),
        ("a district elsewhere", "E07000070\"\nhub", "E07000125\"\nhub"),
        ("an unknown district", "E07000070\"\nhub", "Chelmsford\"\nhub"),
        ("a version of other characters", "2026.1", "version one"),
    ];
    let mut lines = Vec::new();
    for (kind, from, to) in kinds {
        assert!(SOUND.contains(from), "{kind}");
        lines.push(format!("{kind}:\n{}", told(&SOUND.replacen(from, to, 1))));
    }
    insta::assert_snapshot!(lines.join("\n\n"));
}

#[test]
fn the_edition_follows_from_the_drawings_too() {
    let edition = |drawn: &str| {
        let files = [("essex.toml", faults::RICH), ("essex.geojson", drawn)];
        let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
        Localities::parse(files).unwrap().editions().next().unwrap().to_owned()
    };
    assert_ne!(edition(DRAWN), edition(&DRAWN.replace("0.4", "0.5")));
}

#[test]
fn every_fault_is_told_at_once() {
    let text = SOUND.replace("01632 960201", "x").replace("01632 960202", "y");
    let lines: Vec<usize> = faults(&text).iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [8, 9]);
}

#[test]
fn two_hubs_or_two_files_with_one_id_are_refused() {
    let hub = SOUND.find("[[hub]]").unwrap()..SOUND.find("[[catchment]]").unwrap();
    let twice = format!("{SOUND}\n{}", &SOUND[hub]);
    assert!(told(&twice).contains("another hub has the id `chelmsford`"));

    let files = ["a.toml", "b.toml"].map(|name| (name.to_owned(), SOUND.to_owned()));
    let faults = Localities::parse(files).unwrap_err();
    assert!(faults.iter().all(|fault| fault.file == "b.toml"));
    assert!(faults[0].message.contains("Essex has a rulebook in another file"));
}
