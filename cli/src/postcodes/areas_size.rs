//! Tests how large an index with wards and LSOAs is, on the real places of the whole country:
//! neighbours are gathered into areas of the real sizes, wards apart from LSOAs, as their borders
//! differ too.

use std::collections::BTreeMap;

use locality::{
    Grid, PostcodeIndex,
    index::{BuildInfo, Columns, IndexBuilder, Month, SourceRow},
};
use referral::GssCode;

/// The numbers of postcodes in an LSOA and in a ward, on average: 2.7 million in some 43,000 small
/// areas and 9,000 wards of Great Britain.
const LSOA: usize = 63;
const WARD: usize = 300;
/// The size that the index must stay under, in bytes.
const MOST: usize = 13_000_000;

#[test]
fn an_index_with_wards_and_lsoas_stays_under_13_mb() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/postcodes.idx");
    if !path.exists() {
        eprintln!("SKIPPED: {} is not there; run `make postcodes`", path.display());
        return;
    }
    let index = PostcodeIndex::open(path).unwrap();
    let rows: Vec<_> = index.rows().map(|row| row.unwrap()).collect();
    let mut by_authority: BTreeMap<GssCode, Vec<(Grid, usize)>> = BTreeMap::new();
    for (at, (_, record)) in rows.iter().enumerate() {
        if let (Some(code), Some(grid)) = (record.authority, record.grid) {
            by_authority.entry(code).or_default().push((grid, at));
        }
    }
    let mut wards = vec![None; rows.len()];
    let mut lsoas = vec![None; rows.len()];
    let (mut next_ward, mut next_lsoa) = (0, 0);
    for places in by_authority.values_mut() {
        gather(places, WARD, true, &mut next_ward, &mut |at, area| wards[at] = code("E05", area));
        gather(places, LSOA, false, &mut next_lsoa, &mut |at, area| lsoas[at] = code("E01", area));
    }
    let build = |columns| {
        let mut builder = IndexBuilder::new(BuildInfo {
            edition: "synthetic".to_owned(),
            source: "real postcodes with made-up areas".to_owned(),
            source_date: "2025-11".to_owned(),
            columns,
        });
        for (at, (postcode, record)) in rows.iter().enumerate() {
            // Four postcodes in ten have ended, most of them long ago, a street or an office at a
            // time.
            let terminated = Month::new(1980 + u16::try_from(at / 17 % 45).unwrap(), 6)
                .filter(|_| at / 17 % 5 < 2);
            let row = SourceRow {
                postcode,
                authority: record.authority,
                grid: record.grid,
                ward: wards[at],
                lsoa: lsoas[at],
                terminated,
            };
            builder.add(&row).unwrap();
        }
        builder.finish().unwrap()
    };
    let both = build(Columns { ward: true, lsoa: true, terminated: false });
    let all = build(Columns { ward: true, lsoa: true, terminated: true });
    eprintln!(
        "{next_ward} wards, {next_lsoa} LSOAs: {} bytes; with months of termination {} bytes",
        both.len(),
        all.len()
    );
    assert!(both.len() <= MOST, "{} bytes", both.len());
    let index = PostcodeIndex::from_bytes(both).unwrap();
    for (at, (postcode, _)) in rows.iter().enumerate().step_by(97) {
        let record = index.lookup_text(postcode).unwrap().unwrap();
        assert_eq!((record.ward, record.lsoa), (wards[at], lsoas[at]), "{postcode}");
    }
}

/// Halves the places along their longer side until a part is small enough to be one area.
fn gather(
    places: &mut [(Grid, usize)],
    most: usize,
    tilt: bool,
    next: &mut u32,
    take: &mut impl FnMut(usize, u32),
) {
    if places.len() <= most {
        for (_, at) in places.iter() {
            take(*at, *next);
        }
        *next += 1;
        return;
    }
    let span = |pick: fn(&Grid) -> u32| {
        let all = places.iter().map(|(grid, _)| pick(grid));
        all.clone().max().unwrap_or(0) - all.min().unwrap_or(0)
    };
    let wide = span(|grid| grid.easting) >= span(|grid| grid.northing);
    places
        .sort_unstable_by_key(|(grid, at)| (if wide { grid.easting } else { grid.northing }, *at));
    // Wards are not made of whole LSOAs here: their cuts fall elsewhere.
    let middle = if tilt { places.len() * 4 / 9 } else { places.len() / 2 };
    let (less, more) = places.split_at_mut(middle.max(1));
    gather(less, most, tilt, next, take);
    gather(more, most, tilt, next, take);
}

fn code(start: &str, number: u32) -> Option<GssCode> {
    GssCode::parse(&format!("{start}{number:06}")).ok()
}
