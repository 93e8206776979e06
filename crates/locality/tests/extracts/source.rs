//! Reads the extracts: comma-separated, with a header, some names in quotes.

use std::path::{Path, PathBuf};

use locality::{Grid, geo::to_grid};
use referral::GssCode;

/// One file for each sample authority; for Essex only Chelmsford.
pub(crate) const EXTRACTS: [&str; 4] = [
    "extract_chelmsford.csv",
    "extract_isle_of_wight.csv",
    "extract_rochdale.csv",
    "extract_westminster.csv",
];

/// The facts that an extract gives about a postcode.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) postcode: String,
    pub(crate) authority: GssCode,
    pub(crate) ward: GssCode,
    pub(crate) lsoa: GssCode,
    pub(crate) grid: Grid,
    /// Whether its council is the directory's own, and not found from its point.
    pub(crate) listed: bool,
}

/// The folder of the extracts, if they are here.
#[expect(clippy::disallowed_methods, reason = "a test is told by its environment where data lies")]
pub(crate) fn folder() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let data = std::env::var_os("HUBWARD_TEST_DATA")
        .map_or_else(|| root.join("../shared/data"), PathBuf::from);
    let folder = data.join("postcodes");
    if EXTRACTS.iter().all(|name| folder.join(name).exists()) {
        return Some(folder);
    }
    eprintln!("SKIPPED: {} has no extracts; HUBWARD_TEST_DATA names another", folder.display());
    None
}

/// Every line of a file.
pub(crate) fn read(folder: &Path, name: &str) -> Vec<Line> {
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    let mut rows = text.lines().map(cells);
    let header = rows.next().unwrap();
    let column = |name: &str| header.iter().position(|cell| cell == name).unwrap();
    let at = ["pcds", "laua", "ward", "lsoa21", "lat", "long", "source"].map(column);
    let lines: Vec<Line> = rows.map(|row| line(&at.map(|at| row[at].as_str()))).collect();
    assert!(lines.len() > 1000, "{name} holds only {}", lines.len());
    lines
}

fn line([postcode, authority, ward, lsoa, latitude, longitude, source]: &[&str; 7]) -> Line {
    let code = |text: &str| GssCode::parse(text).unwrap();
    let (east, north) = to_grid(longitude.parse().unwrap(), latitude.parse().unwrap());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "metres in England"
    )]
    let grid = Grid { easting: east.round() as u32, northing: north.round() as u32 };
    Line {
        postcode: (*postcode).to_owned(),
        authority: code(authority),
        ward: code(ward),
        lsoa: code(lsoa),
        grid,
        listed: source.starts_with("nspl"),
    }
}

/// The cells of a line; a comma in quotes is part of its cell.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for symbol in line.chars() {
        match symbol {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    cells
}
