//! The whole country: every postcode of the index is placed, the counts by outcome are printed, and
//! a slow reference, written plainly from the files' own TOML, agrees on 50,000 of them.
//! Without the index (`make postcodes`) these tests say SKIPPED and pass.

#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test: it fails loudly and tells")]

#[path = "national/reference.rs"]
mod reference;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    time::Instant,
};

use jiff::civil::date;
use locality::{Facts, Localities, PostcodeIndex, Whereabouts};
use referral::{GivenPostcode, Lane};

const SAMPLE: usize = 50_000;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn index() -> Option<PostcodeIndex> {
    let path = root().join("data/postcodes.idx");
    if path.exists() {
        return Some(PostcodeIndex::open(path).unwrap());
    }
    eprintln!("SKIPPED: data/postcodes.idx is not there; run `make postcodes`");
    None
}

fn files() -> Vec<(String, String)> {
    let entries = std::fs::read_dir(root().join("localities")).unwrap();
    let mut files: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "toml" || kind == "geojson"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

#[test]
fn every_postcode_of_the_country_is_placed() {
    let Some(index) = index() else { return };
    let localities = Localities::parse(files()).unwrap();
    let mut facts = Facts::plain(Whereabouts::NotGiven { authority: None }, date(2026, 11, 21));
    let mut outcomes: BTreeMap<(String, String), usize> = BTreeMap::new();
    let start = Instant::now();
    let mut rows = 0;
    for row in index.rows() {
        let (text, _) = row.unwrap();
        let postcode = GivenPostcode::parse(&text).unwrap();
        facts.whereabouts = Whereabouts::Postcode { postcode, authority: None };
        let placement = localities.place(&facts, &index);
        assert!(localities.inbox(&placement.inbox).is_some(), "{text}");
        let code = placement.reasons.last().unwrap().code.clone();
        *outcomes.entry((placement.inbox.to_string(), code)).or_default() += 1;
        rows += 1;
    }
    assert_eq!(rows, index.about().built_rows);
    eprintln!("{rows} postcodes placed in {:?} on one thread", start.elapsed());
    for ((inbox, code), count) in &outcomes {
        eprintln!("{count:>9}  {inbox} ({code})");
    }
}

#[test]
fn a_slow_reference_agrees_on_fifty_thousand_postcodes() {
    let Some(index) = index() else { return };
    let files = files();
    let localities = Localities::parse(files.clone()).unwrap();
    let reference = reference::Reference::new(&files);
    let step = index.about().built_rows as usize / SAMPLE;
    let lanes = [Lane::Agreed, Lane::Agreed, Lane::Safeguarding, Lane::NotAgreed];
    let (mut compared, mut served) = (0, 0);
    // Some of the whole country, and half of the authorities served.
    for (at, row) in index.rows().enumerate() {
        let (text, record) = row.unwrap();
        let here = reference.serves(record.authority);
        if at % step != 0 && !(here && at % 2 == 0) {
            continue;
        }
        let lane = lanes[at / 7 % lanes.len()];
        let postcode = GivenPostcode::parse(&text).unwrap();
        let whereabouts = Whereabouts::Postcode { postcode, authority: None };
        let facts = Facts { lane, ..Facts::plain(whereabouts, date(2026, 11, 21)) };
        let expected = reference.place(&text, &record, lane);
        assert_eq!(localities.place(&facts, &index).inbox.as_str(), expected, "{text} {lane}");
        compared += 1;
        served += usize::from(here);
    }
    eprintln!("{compared} postcodes compared, {served} of them in authorities served here");
    assert!(compared >= SAMPLE && served >= 10_000, "{compared} {served}");
}
