//! Reads records of other sets (febrl), tab-separated with the truth in them, and plants twins
//! among them.

use fastrand::Rng;
use jiff::civil::Date;
use matching::Profile;
use matching::profile::Plain;

use crate::evaluate::Arrival;
pub use crate::twin::Names;
use crate::twin::{Namer, Twins, near};

/// The columns of a set, in order.
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

/// The places of the columns in a record's cells.
pub(crate) const GIVEN: usize = 0;
pub(crate) const FAMILY: usize = 1;
pub(crate) const NUMBER: usize = 2;
pub(crate) const ROAD: usize = 3;
pub(crate) const PLACE: usize = 4;
pub(crate) const POSTCODE: usize = 5;
pub(crate) const BORN: usize = 6;

/// One record, as it was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The number of the child, in truth.
    pub child: u64,
    /// The number of the child that this one is a planted twin of, if it is one.
    pub twin_of: Option<u64>,
    /// Whether it is the first record of somebody, without errors; the others are copies with
    /// errors.
    pub original: bool,
    /// The columns from the given name on. An empty cell means that the value is missing.
    pub cells: [String; 7],
}

/// The number of the first planted twin.
const FIRST_TWIN: u64 = 1_000_000;

/// Reads a set: a heading, then a record on each line.
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

/// Reads a day such as `19791231`; a text that is no day is missing.
fn day(text: &str) -> Option<Date> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The same people with other twins among them: copies of records with another given name, and
/// everything else equal but for one more field where that is wanted. `bench/febrl.py` plants in
/// the same way, with names as given.
#[must_use]
pub fn plant_twins(
    records: &[Record],
    seed: u64,
    count: usize,
    twins: impl Into<Twins>,
) -> Vec<Record> {
    let twins: Twins = twins.into();
    let mut chance = Rng::with_seed(seed);
    let mut planted: Vec<Record> =
        records.iter().filter(|record| record.twin_of.is_none()).cloned().collect();
    let mut with_name: Vec<Record> =
        planted.iter().filter(|record| !record.cells[GIVEN].is_empty()).cloned().collect();
    let others: Vec<String> = with_name
        .iter()
        .filter(|record| record.original || twins.names == Names::Written)
        .map(|record| record.cells[GIVEN].clone())
        .collect();
    let borne = with_name.iter().map(|record| (record.child, record.cells[GIVEN].clone()));
    let mut namer = Namer::new(twins.names, others, borne);
    let places: Vec<String> = planted.iter().map(|record| record.cells[PLACE].clone()).collect();
    chance.shuffle(&mut with_name);
    let mut copies = with_name.into_iter();
    for number in (FIRST_TWIN..).take(count) {
        let twin = copies.find_map(|mut twin| {
            twin.cells[GIVEN] = namer.twin_of(twin.child, &twin.cells[GIVEN], &mut chance)?;
            if twins.one_more {
                one_more_differs(&mut twin.cells, &places, &mut chance)?;
            }
            Some(twin)
        });
        let Some(twin) = twin else { break };
        planted.push(Record {
            child: number,
            twin_of: Some(twin.child),
            original: false,
            cells: twin.cells,
        });
    }
    chance.shuffle(&mut planted);
    planted
}

/// Changes one more field: a flat, a letter of the road, another place or no postcode; none where
/// that is not possible.
fn one_more_differs(cells: &mut [String; 7], places: &[String], chance: &mut Rng) -> Option<()> {
    match chance.u8(0..4) {
        0 => cells[NUMBER] = format!("flat {} {}", chance.u8(1..12), cells[NUMBER]),
        1 => cells[ROAD] = near(&cells[ROAD], chance)?,
        2 => {
            let other = &places[chance.usize(0..places.len())];
            if other.is_empty() || *other == cells[PLACE] {
                return None;
            }
            cells[PLACE].clone_from(other);
        }
        _ if cells[POSTCODE].is_empty() => return None,
        _ => cells[POSTCODE].clear(),
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::census::{self, Manner};

    /// For each planted twin, the cells in which it differs from each record of the child.
    fn differing(twins: Twins) -> Vec<Vec<Vec<usize>>> {
        let records = census::records(1, Manner { people: 900, again: 900, errors: 4 });
        let planted = plant_twins(&records, 1, 200, twins);
        let differ = |one: &Record, other: &Record| -> Vec<usize> {
            (GIVEN..=BORN).filter(|&cell| one.cells[cell] != other.cells[cell]).collect()
        };
        planted
            .iter()
            .filter_map(|twin| Some((twin, twin.twin_of?)))
            .map(|(twin, of)| {
                let own = records.iter().filter(|record| record.child == of);
                own.map(|record| differ(twin, record)).collect()
            })
            .collect()
    }

    #[test]
    fn a_twins_record_differs_in_the_given_name_and_where_wanted_in_one_more_field() {
        for names in [Names::Given, Names::Written, Names::Near, Names::Neighbour] {
            let alike = differing(Twins { names, one_more: false });
            assert_eq!(alike.len(), 200);
            assert!(alike.iter().all(|records| records.contains(&vec![GIVEN])));
            let mut others = [0; BORN + 1];
            let less_alike = differing(Twins { names, one_more: true });
            assert_eq!(less_alike.len(), 200);
            for records in less_alike {
                let one_more = |cells: &Vec<usize>| cells.len() == 2 && cells[0] == GIVEN;
                let cells = records.into_iter().find(one_more).unwrap();
                others[cells[1]] += 1;
            }
            assert_eq!(
                others.map(|count| count > 20),
                [false, false, true, true, true, true, false]
            );
        }
    }
}
