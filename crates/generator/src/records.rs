//! Records of other sets (febrl): tab-separated, with the truth in them; and twins planted there.

use std::collections::{BTreeMap, BTreeSet};

use fastrand::Rng;
use jiff::civil::Date;
use matching::Profile;
use matching::profile::Plain;

use crate::evaluate::Arrival;

/// The columns, in order.
pub const COLUMNS: [&str; 10] = [
    "child",
    "twin_of",
    "original",
    "given_name",
    "surname",
    "street_number",
    "address_1",
    "address_2",
    "postcode",
    "date_of_birth",
];

/// One record, as it was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Who it is, in truth.
    pub child: u64,
    /// Whom it is a planted twin of, if of anybody.
    pub twin_of: Option<u64>,
    /// The first record of somebody, without errors; the others are copies with errors.
    pub original: bool,
    /// The columns from the given name on. What is empty is missing.
    pub cells: [String; 7],
}

/// Planted twins are numbered from here on.
const FIRST_TWIN: u64 = 1_000_000;

/// Reads a set: a heading, then a record a line.
pub fn read(text: &str) -> Result<Vec<Record>, String> {
    let mut lines = text.lines().zip(1..);
    let heading: Vec<&str> =
        lines.next().map(|(line, _)| line.split('\t').collect()).unwrap_or_default();
    if heading != COLUMNS {
        return Err(format!("the heading must be {}", COLUMNS.join(", ")));
    }
    lines
        .map(|(line, at)| record(line).ok_or_else(|| format!("line {at} cannot be read")))
        .collect()
}

fn record(line: &str) -> Option<Record> {
    let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
    let [child, twin_of, original, cells @ ..] = cells.as_slice() else { return None };
    Some(Record {
        child: child.parse().ok()?,
        twin_of: if twin_of.is_empty() { None } else { Some(twin_of.parse().ok()?) },
        original: original == "1",
        cells: cells.to_vec().try_into().ok()?,
    })
}

/// The records as arrivals, in their order.
pub fn arrivals(records: &[Record]) -> Vec<Arrival> {
    records
        .iter()
        .map(|record| Arrival {
            child: record.child,
            twin_of: record.twin_of,
            profile: profile(&record.cells),
        })
        .collect()
}

fn profile(cells: &[String; 7]) -> Profile {
    let [given, family, number, first, second, postcode, born] = cells;
    let lines = [number.as_str(), first, second];
    Profile::of_plain(&Plain { given, family, born: day(born), postcode, lines: &lines })
}

/// `19791231`; what is no day is missing.
fn day(text: &str) -> Option<Date> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Which names planted twins bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Of originals: names as parents give them.
    Given,
    /// Of any record, misspelt ones too: some are a misspelling of the very child's own name.
    Written,
}

/// The same people with other twins among them: copies of records with another given name drawn
/// from the set, but none that a record of that very person bears, and everything else equal.
/// `bench/febrl.py` plants alike, with names as given.
#[must_use]
pub fn plant_twins(records: &[Record], seed: u64, count: usize, names: Names) -> Vec<Record> {
    let mut chance = Rng::with_seed(seed);
    let mut planted: Vec<Record> =
        records.iter().filter(|record| record.twin_of.is_none()).cloned().collect();
    let mut with_name: Vec<Record> =
        planted.iter().filter(|record| !record.cells[0].is_empty()).cloned().collect();
    let names: Vec<String> = with_name
        .iter()
        .filter(|record| record.original || names == Names::Written)
        .map(|record| record.cells[0].clone())
        .collect();
    let mut own: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
    for record in &with_name {
        own.entry(record.child).or_default().insert(record.cells[0].clone());
    }
    chance.shuffle(&mut with_name);
    for (number, mut twin) in (FIRST_TWIN..).zip(with_name.into_iter().take(count)) {
        let other = loop {
            let other = &names[chance.usize(0..names.len())];
            if !own[&twin.child].contains(other) {
                break other;
            }
        };
        twin.cells[0].clone_from(other);
        twin.twin_of = Some(twin.child);
        twin.original = false;
        twin.child = number;
        planted.push(twin);
    }
    chance.shuffle(&mut planted);
    planted
}
