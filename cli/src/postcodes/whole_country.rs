//! Tests on the whole country, when `make postcodes` has been run: every row of the source answers
//! exactly, has a council with a name, and is placed. Without the data these tests say so and pass:
//! the same laws hold on generated rows in `locality`'s own tests.

use std::{
    collections::BTreeMap,
    fs::File,
    path::{Path, PathBuf},
};

use jiff::civil::date;
use locality::{
    Authority, Facts, InboxKind, Localities, PostcodeClass, PostcodeIndex, Whereabouts,
};
use referral::GivenPostcode;

use crate::source::wheel::Wheel;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The built index, if there is one.
fn index() -> Option<PostcodeIndex> {
    let path = root().join("data/postcodes.idx");
    if !path.exists() {
        eprintln!("SKIPPED: {} is not there; run `make postcodes`", path.display());
        return None;
    }
    Some(PostcodeIndex::open(path).unwrap())
}

/// The wheel that the index was built from, if it was kept.
fn wheel(index: &PostcodeIndex) -> Option<Wheel<File>> {
    let folder = root().join("data");
    let found = std::fs::read_dir(&folder).ok().and_then(|mut entries| {
        entries.find_map(|entry| {
            let wheel = Wheel::open(&entry.ok()?.path()).ok()?;
            let same = wheel.info(None).ok()?.source == index.about().source;
            same.then_some(wheel)
        })
    });
    if found.is_none() {
        eprintln!(
            "SKIPPED: {} does not hold the index's wheel; run `make postcodes`",
            folder.display()
        );
    }
    found
}

#[test]
fn every_row_of_the_source_answers_exactly() {
    let Some(index) = index() else { return };
    let Some(mut wheel) = wheel(&index) else { return };
    let mut rows = 0;
    wheel
        .for_each_row(|row| {
            let record = index.lookup_text(row.postcode).unwrap();
            let record = record.unwrap_or_else(|| panic!("{} is not there", row.postcode));
            if row.authority.is_some_and(|code| code.as_str().starts_with('N')) {
                assert_eq!(record.authority.unwrap().as_str(), "N99999999");
                assert_eq!(record.grid, None);
            } else {
                assert_eq!(record.authority, row.authority, "{}", row.postcode);
                assert_eq!(record.grid, row.grid, "{}", row.postcode);
            }
            rows += 1;
            Ok(())
        })
        .unwrap();
    assert_eq!(rows, index.about().built_rows);
    index.verify().unwrap();
}

#[test]
fn every_postcode_has_a_council_with_a_name_and_one_place() {
    let Some(index) = index() else { return };
    let localities = localities();
    let mut facts = Facts::plain(Whereabouts::NotGiven { authority: None }, date(2026, 11, 21));
    let mut placed: BTreeMap<String, u32> = BTreeMap::new();
    for row in index.rows() {
        let (text, record) = row.unwrap();
        if let Some(code) = record.authority {
            assert!(Authority::find(code).is_some(), "{code} has no name");
        }
        let postcode = GivenPostcode::parse(&text).unwrap();
        facts.whereabouts = Whereabouts::Postcode { postcode, authority: None };
        let placement = localities.place(&facts, &index);
        let kind = localities.inbox(&placement.inbox).unwrap().kind;
        let class = PostcodeClass::of(&postcode, &index).unwrap();
        let council = matches!(class, PostcodeClass::Listed { .. });
        assert!(kind != InboxKind::FrontDoor && (council || kind != InboxKind::Hub), "{text}");
        *placed.entry(placement.inbox.to_string()).or_default() += 1;
    }
    for (inbox, count) in &placed {
        eprintln!("{count:>9}  {inbox}");
    }
    for hub in localities.inboxes().iter().filter(|inbox| inbox.kind == InboxKind::Hub) {
        assert!(placed.contains_key(hub.id.as_str()), "no family reaches {}", hub.id);
    }
}

fn localities() -> Localities {
    crate::rulebooks::parse(&crate::rulebooks::files(&root().join("localities")).unwrap()).unwrap()
}

/// A hub that names its postcode stands where that postcode is.
#[test]
fn hubs_stand_where_their_postcodes_are() {
    let Some(index) = index() else { return };
    let mut checked = 0;
    for entry in std::fs::read_dir(root().join("localities")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        for pair in lines.windows(2) {
            let value = |line: &str, name: &str| {
                line.strip_prefix(name).map(|rest| rest.trim_matches([' ', '=', '"']).to_owned())
            };
            let (Some(postcode), Some(grid)) =
                (value(pair[0], "postcode ="), value(pair[1], "grid ="))
            else {
                continue;
            };
            let Some(record) = index.lookup_text(&postcode).unwrap() else { continue };
            let there = record.grid.unwrap();
            let numbers = format!("{}, northing = {}", there.easting, there.northing);
            assert!(grid.contains(&numbers), "{postcode} is at {there:?}, the file says {grid}");
            checked += 1;
        }
    }
    assert!(checked >= 6, "only {checked} hubs name their postcode");
}
