//! The index answers exactly what it was built from, and refuses to answer from a damaged file.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::Grid;

#[expect(clippy::unnecessary_wraps, reason = "it is used where a code may be missing")]
fn code(text: &str) -> Option<GssCode> {
    Some(GssCode::parse(text).unwrap())
}

fn info(columns: Columns) -> BuildInfo {
    BuildInfo {
        edition: "test-2026-11".to_owned(),
        source: "a made-up directory".to_owned(),
        source_date: "2026-11".to_owned(),
        columns,
    }
}

const ALL: Columns = Columns { ward: true, lsoa: true, terminated: true };

/// A directory row that owns its postcode.
#[derive(Debug, Clone)]
struct Owned {
    postcode: String,
    record: PostcodeRecord,
}

fn build(rows: &[Owned], columns: Columns) -> Result<Vec<u8>, BuildError> {
    let mut builder = IndexBuilder::new(info(columns));
    for Owned { postcode, record } in rows {
        let PostcodeRecord { authority, grid, ward, lsoa, terminated } = *record;
        builder.add(&SourceRow { postcode, authority, grid, ward, lsoa, terminated })?;
    }
    builder.finish()
}

fn row(postcode: &str, authority: Option<GssCode>, grid: Option<(u32, u32)>) -> Owned {
    let grid = grid.map(|(easting, northing)| Grid { easting, northing });
    let record = PostcodeRecord { authority, grid, ward: None, lsoa: None, terminated: None };
    Owned { postcode: postcode.to_owned(), record }
}

fn sample() -> Vec<Owned> {
    vec![
        row("SW1V2AA", code("E09000033"), Some((529_113, 178_567))),
        row("SW1V2AE", code("E09000032"), Some((529_675, 177_443))),
        row("W10 4AL", code("E09000005"), Some((523_882, 182_734))),
        row("B1  1AA", code("E08000025"), Some((406_000, 286_000))),
        row("NPT 0VA", code("W06000022"), Some((331_600, 188_300))),
        row("GY1 1AA", code("L99999999"), None),
        row("AB113AG", None, None),
    ]
}

fn postcode(text: &str) -> Postcode {
    Postcode::parse(text).unwrap()
}

#[test]
fn every_row_answers_and_nothing_else_does() {
    let index = PostcodeIndex::from_bytes(build(&sample(), Columns::default()).unwrap()).unwrap();
    for Owned { postcode, record } in sample() {
        assert_eq!(index.lookup_text(&postcode).unwrap(), Some(record), "{postcode}");
    }
    for absent in ["SW1V 2AB", "SW1V 3AA", "ZZ99 9ZZ", "B1 1BA", "A1 1AA"] {
        assert_eq!(index.lookup(&postcode(absent)).unwrap(), None, "{absent}");
    }
    assert_eq!(index.lookup_text("not a postcode").unwrap(), None);
    index.verify().unwrap();
    let all: Vec<String> = index.rows().map(|row| row.unwrap().0).collect();
    assert_eq!(all.len(), sample().len());
    assert!(all.contains(&"NPT 0VA".to_owned()));
}

#[test]
fn an_index_says_where_it_came_from() {
    let index = PostcodeIndex::from_bytes(build(&sample(), Columns::default()).unwrap()).unwrap();
    let about = index.about();
    assert!(about.version.starts_with("test-2026-11-"));
    assert_eq!(about.version.len(), "test-2026-11-".len() + 8);
    assert_eq!(about.source, "a made-up directory");
    assert_eq!(about.source_date, "2026-11");
    assert_eq!(about.built_rows, 7);
}

#[test]
fn another_content_has_another_version() {
    let version = |rows: &[Owned]| {
        let bytes = build(rows, Columns::default()).unwrap();
        PostcodeIndex::from_bytes(bytes).unwrap().about().version.clone()
    };
    let mut moved = sample();
    moved[0].record.grid = Some(Grid { easting: 529_114, northing: 178_567 });
    assert_eq!(version(&sample()), version(&sample()));
    assert_ne!(version(&sample()), version(&moved));
}

#[test]
fn rows_in_northern_ireland_keep_the_nation_and_no_place() {
    let mut there = row("BT1 1AA", code("N09000003"), Some((333_000, 374_000)));
    there.record.ward = code("N08000301");
    let bytes = build(&[there], ALL).unwrap();
    let index = PostcodeIndex::from_bytes(bytes).unwrap();
    let record = index.lookup(&postcode("BT1 1AA")).unwrap().unwrap();
    assert_eq!(record.authority, code("N99999999"));
    assert_eq!((record.grid, record.ward), (None, None));
}

#[test]
fn an_empty_index_knows_nothing() {
    let index = PostcodeIndex::from_bytes(build(&[], Columns::default()).unwrap()).unwrap();
    assert_eq!(index.lookup(&postcode("SW1V 2AA")).unwrap(), None);
    index.verify().unwrap();
}

#[test]
fn a_source_that_contradicts_itself_is_refused() {
    let mut twice = sample();
    twice.push(row("sw1v 2aa", code("E09000032"), None));
    let said = build(&twice, Columns::default()).unwrap_err().to_string();
    assert_eq!(said, "SW1V 2AA stands twice in the source");

    let off = [row("SW1V2AA", None, Some((1 << 20, 5)))];
    assert!(matches!(build(&off, Columns::default()), Err(BuildError::OffTheGrid(_))));

    let odd = [row("SW1V-2AA", None, None)];
    assert!(matches!(build(&odd, Columns::default()), Err(BuildError::NotAPostcode(_))));
}

#[test]
fn a_file_that_is_no_index_or_of_another_format_is_refused() {
    assert!(matches!(PostcodeIndex::from_bytes(vec![]), Err(IndexError::NotAnIndex)));
    assert!(matches!(PostcodeIndex::from_bytes(vec![0; 100]), Err(IndexError::NotAnIndex)));
    let mut bytes = build(&sample(), Columns::default()).unwrap();
    bytes[MAGIC.len()] = 9;
    let refused = PostcodeIndex::from_bytes(bytes);
    assert!(matches!(refused, Err(IndexError::OtherFormat { found: 9, expected: FORMAT })));
}

#[test]
fn a_file_cut_short_anywhere_is_refused() {
    let bytes = build(&sample(), ALL).unwrap();
    for length in 0..bytes.len() {
        assert!(PostcodeIndex::from_bytes(bytes[..length].to_vec()).is_err(), "{length} bytes");
    }
    let mut longer = bytes;
    longer.push(0);
    assert!(matches!(PostcodeIndex::from_bytes(longer), Err(IndexError::WrongLength { .. })));
}

/// Any one damaged byte is noticed: on opening, or when the block it lies in is read.
#[test]
fn a_damaged_byte_anywhere_is_refused() {
    let bytes = build(&sample(), ALL).unwrap();
    let padding = bytes.len() - PADDING;
    for at in 0..padding {
        for flip in [0x01, 0x80] {
            let mut damaged = bytes.clone();
            damaged[at] ^= flip;
            let refused = match PostcodeIndex::from_bytes(damaged) {
                Err(_) => true,
                Ok(index) => {
                    assert!(at >= index.head.length as usize, "byte {at} of the head");
                    index.verify().is_err()
                        && sample().iter().any(|row| index.lookup_text(&row.postcode).is_err())
                }
            };
            assert!(refused, "byte {at} flipped by {flip:#x}");
        }
    }
}

#[test]
fn a_file_opens_as_its_bytes_do() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("postcodes.idx");
    std::fs::write(&path, build(&sample(), Columns::default()).unwrap()).unwrap();
    let index = PostcodeIndex::open(&path).unwrap();
    assert_eq!(index.lookup(&postcode("w10 4al")).unwrap(), Some(sample()[2].record));
    let missing = PostcodeIndex::open(folder.path().join("none.idx")).unwrap_err().to_string();
    assert!(missing.contains("make postcodes"), "{missing}");
}

/// Sectors of every density, on few or many spots, with and without each column.
fn rows() -> impl Strategy<Value = Vec<Owned>> {
    let sector = prop_oneof![Just("SW1V2"), Just("W104"), Just("B11"), Just("NPT0"), Just("GIR0")];
    let unit = prop_oneof![8 => "[ABD][ABDEFGHJLNPQRSTUWXYZ]", 1 => "[A-Z]{2}"];
    let spot = prop_oneof![
        2 => Just(None),
        4 => (0_u32..3, 0_u32..3).prop_map(|(e, n)| Some((530_000 + e * 100, 180_000 + n))),
        4 => (0_u32..700_000, 0_u32..1_300_000).prop_map(Some),
    ];
    let area = |letter: &'static str, many: u32| {
        prop::option::of((0..many).prop_map(move |n| code(&format!("{letter}{n:08}")).unwrap()))
    };
    let ended = prop::option::of((1974_u16..2027, 1_u8..=12));
    let one = (sector, unit, spot, area("E", 3), area("E", 40), area("W", 40), ended);
    prop::collection::vec(one, 0..300).prop_map(|rows| {
        let mut by_postcode = BTreeMap::new();
        for (sector, unit, grid, authority, ward, lsoa, ended) in rows {
            let mut owned = row(&format!("{sector}{unit}"), authority, grid);
            owned.record.ward = ward;
            owned.record.lsoa = lsoa;
            owned.record.terminated = ended.and_then(|(year, month)| Month::new(year, month));
            by_postcode.insert(owned.postcode.clone(), owned);
        }
        by_postcode.into_values().collect()
    })
}

fn kept(record: PostcodeRecord, columns: Columns) -> PostcodeRecord {
    PostcodeRecord {
        ward: record.ward.filter(|_| columns.ward),
        lsoa: record.lsoa.filter(|_| columns.lsoa),
        terminated: record.terminated.filter(|_| columns.terminated),
        ..record
    }
}

proptest! {
    #[test]
    fn rows_are_read_back_as_built(rows in rows(), ward: bool, lsoa: bool, terminated: bool) {
        let columns = Columns { ward, lsoa, terminated };
        let index = PostcodeIndex::from_bytes(build(&rows, columns).unwrap()).unwrap();
        prop_assert_eq!(index.columns(), columns);
        for row in &rows {
            let found = index.lookup_text(&row.postcode).unwrap();
            prop_assert_eq!(found, Some(kept(row.record, columns)), "{}", row.postcode);
        }
        index.verify().unwrap();
        let listed: BTreeMap<String, PostcodeRecord> =
            index.rows().map(|row| row.unwrap()).map(|(text, row)| (text.replace(' ', ""), row)).collect();
        let expected: BTreeMap<String, PostcodeRecord> =
            rows.iter().map(|row| (row.postcode.clone(), kept(row.record, columns))).collect();
        prop_assert_eq!(listed, expected);
    }

    /// Any bytes can be read as a block, and reading them ends.
    #[test]
    fn no_block_makes_reading_panic(block in prop::collection::vec(any::<u8>(), 0..400), unit in "[A-Z]{2}") {
        let unit = Unit(unit.as_bytes().try_into().unwrap());
        let sector = Sector::read(&block);
        let _ = sector.find(unit, ALL);
        let _ = sector.rows(ALL);
    }
}
