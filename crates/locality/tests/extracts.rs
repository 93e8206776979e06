//! Wards and LSOAs on real postcodes: each extract of the directory becomes an index, half of its
//! wards and a third of its LSOAs become catchments and rules, and every postcode must go where the
//! extract's own columns say. The extracts are no part of the project: they are looked for in
//! `../shared/data`, or in the folder that `HUBWARD_TEST_DATA` names; without them these tests say
//! SKIPPED and pass. The same laws hold on generated rows in the crate's own tests.

#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a test: it fails loudly and tells")]

#[path = "extracts/book.rs"]
mod book;
#[path = "extracts/source.rs"]
mod source;

use std::{collections::BTreeMap, path::Path};

use jiff::civil::date;
use locality::{
    Facts, Localities, PostcodeIndex, Whereabouts,
    index::{BuildInfo, Columns, IndexBuilder, SourceRow},
};
use referral::{GivenPostcode, Lane, Need, Needs};

use self::{book::Book, source::Line};

#[test]
fn ward_and_lsoa_rules_hold_for_every_postcode_of_the_extracts() {
    let Some(folder) = source::folder() else { return };
    for name in source::EXTRACTS {
        let lines = source::read(&folder, name);
        let index = index(&lines);
        let book = Book::of(&lines);
        let files = [(format!("{}.toml", book.id), book.text())];
        let localities = Localities::parse(files).unwrap_or_else(|faults| panic!("{faults:?}"));
        let mut outcomes: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (at, line) in lines.iter().enumerate() {
            // Some families ask for what a rule is about, and some have not agreed.
            let need = if at % 3 == 0 { Need::Housing } else { Need::Parenting };
            let lane = if at % 11 == 0 { Lane::NotAgreed } else { Lane::Agreed };
            let postcode = GivenPostcode::parse(&line.postcode).unwrap();
            let whereabouts = Whereabouts::Postcode { postcode, authority: None };
            let plain = Facts::plain(whereabouts, date(2026, 11, 21));
            let facts = Facts { lane, needs: Needs::new([need]), ..plain };
            let placement = localities.place(&facts, &index);
            let inbox = placement.inbox.to_string();
            let expected = book.expected(line, lane, need);
            assert_eq!(inbox, expected, "{} {placement:?}", line.postcode);
            let code = placement.reasons.last().unwrap().code.clone();
            *outcomes.entry((inbox, code)).or_default() += 1;
        }
        let bytes = index.about().bytes;
        eprintln!("{name}: {} postcodes in {bytes} bytes, wards and LSOAs included", lines.len());
        for ((inbox, code), count) in &outcomes {
            eprintln!("{count:>9}  {inbox} ({code})");
        }
        for code in ["ward_hub", "lsoa_hub", "rule", "nearest_hub", "family_not_asked"] {
            assert!(outcomes.keys().any(|(_, told)| told == code), "{name}: nobody by {code}");
        }
    }
}

/// An index with wards and LSOAs; every line comes out of it as it went in.
fn index(lines: &[Line]) -> PostcodeIndex {
    let mut builder = IndexBuilder::new(BuildInfo {
        edition: "extract".to_owned(),
        source: "an extract of the directory".to_owned(),
        source_date: "2024-08".to_owned(),
        columns: Columns { ward: true, lsoa: true, terminated: false },
    });
    for line in lines {
        let row = SourceRow {
            postcode: &line.postcode,
            authority: Some(line.authority),
            grid: Some(line.grid),
            ward: Some(line.ward),
            lsoa: Some(line.lsoa),
            terminated: None,
        };
        builder.add(&row).unwrap();
    }
    let index = PostcodeIndex::from_bytes(builder.finish().unwrap()).unwrap();
    index.verify().unwrap();
    for line in lines {
        let record = index.lookup_text(&line.postcode).unwrap().unwrap();
        let found = (record.authority, record.grid, record.ward, record.lsoa);
        let sent = (Some(line.authority), Some(line.grid), Some(line.ward), Some(line.lsoa));
        assert_eq!(found, sent, "{}", line.postcode);
    }
    index
}

/// The extracts are another source of the same facts: their degrees are compared with the built
/// index's grid. Only those rows are compared whose council is the directory's own; the others'
/// councils were found from their points.
#[test]
fn the_built_index_agrees_with_the_extracts() {
    let Some(folder) = source::folder() else { return };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/postcodes.idx");
    if !path.exists() {
        eprintln!("SKIPPED: data/postcodes.idx is not there; run `make postcodes`");
        return;
    }
    let index = PostcodeIndex::open(path).unwrap();
    let (mut lines, mut elsewhere, mut far) = (0, 0, 0);
    let all = source::EXTRACTS.iter().flat_map(|name| source::read(&folder, name));
    for line in all.filter(|line| line.listed) {
        let record = index.lookup_text(&line.postcode).unwrap();
        let record = record.unwrap_or_else(|| panic!("{} is not in the index", line.postcode));
        lines += 1;
        elsewhere += usize::from(record.authority != Some(line.authority));
        // A postcode's point may be moved between editions; the projection is right to 5 m.
        let off = record.grid.map_or(0, |grid| {
            grid.easting.abs_diff(line.grid.easting).max(grid.northing.abs_diff(line.grid.northing))
        });
        far += usize::from(off > 10);
    }
    eprintln!("{lines} postcodes: {elsewhere} in another council, {far} more than 10 m away");
    assert!(elsewhere * 1000 < lines && far * 100 < lines, "{elsewhere} {far} of {lines}");
}
