//! The places of the simulated families: their postcodes, and two editions of a rulebook.

use std::sync::{Arc, OnceLock};

use locality::index::{BuildInfo, Columns, IndexBuilder, SourceRow};
use locality::{Grid, Localities, PostcodeIndex};
use pipeline::Places;
use referral::GssCode;

/// The postcode districts where simulated families live: Pimlico, Church Street, Queen's Park, and
/// a place in Brent.
const DISTRICTS: [(&str, &str, (u32, u32)); 4] = [
    ("SW1V", "E09000033", (529_400, 178_300)),
    ("NW8", "E09000033", (527_133, 182_034)),
    ("W9", "E09000033", (524_621, 182_762)),
    ("W10", "E09000005", (524_000, 183_400)),
];
/// The number of postcodes in each district.
const UNITS: usize = 400;

/// The postcode of a household; each of the first 1,600 households has one of its own.
pub(crate) fn postcode(household: usize) -> String {
    const LETTERS: &[u8] = b"ABDEFGHJLNPQRSTUWXYZ";
    let unit = household / DISTRICTS.len() % UNITS;
    let letter = |at: usize| char::from(LETTERS[at % LETTERS.len()]);
    let (district, ..) = DISTRICTS[household % DISTRICTS.len()];
    format!("{district} {}{}{}", 1 + unit % 9, letter(unit / 9), letter(unit / 180))
}

/// Westminster's rulebook, and the same one with another hub in place of Bessborough.
pub(crate) fn places() -> Arc<[Arc<Places>; 2]> {
    static PLACES: OnceLock<Arc<[Arc<Places>; 2]>> = OnceLock::new();
    Arc::clone(PLACES.get_or_init(|| {
        let rulebook = include_str!("../../../localities/westminster.toml");
        let instead = rulebook
            .replace("version = \"2026.1\"", "version = \"2026.2\"")
            .replace("id = \"bessborough\"", "id = \"lillington\"");
        Arc::new([rulebook, &instead].map(|text| {
            Arc::new(Places { localities: localities(text), index: Arc::new(index()) })
        }))
    }))
}

fn localities(rulebook: &str) -> Localities {
    let file = ("westminster.toml".to_owned(), rulebook.to_owned());
    Localities::parse([file]).unwrap_or_else(|faults| unreachable!("{faults:?}"))
}

fn index() -> PostcodeIndex {
    let mut builder = IndexBuilder::new(BuildInfo {
        edition: "simulated".to_owned(),
        source: "postcodes of four districts".to_owned(),
        source_date: "2026-11".to_owned(),
        columns: Columns::default(),
    });
    for household in 0..DISTRICTS.len() * UNITS {
        let (_, authority, (easting, northing)) = DISTRICTS[household % DISTRICTS.len()];
        let row = SourceRow {
            postcode: &postcode(household),
            authority: GssCode::parse(authority).ok(),
            grid: Some(Grid { easting, northing }),
            ward: None,
            lsoa: None,
            terminated: None,
        };
        builder.add(&row).unwrap_or_else(|error| unreachable!("{error}"));
    }
    let bytes = builder.finish().unwrap_or_else(|error| unreachable!("{error}"));
    PostcodeIndex::from_bytes(bytes).unwrap_or_else(|error| unreachable!("{error}"))
}
