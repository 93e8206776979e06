//! Records of other sets (febrl): tab-separated, with the truth in them.

use jiff::civil::Date;
use matching::Profile;
use matching::profile::Plain;

use crate::evaluate::Arrival;

/// The columns, in order.
pub const COLUMNS: [&str; 9] = [
    "child",
    "twin_of",
    "given_name",
    "surname",
    "street_number",
    "address_1",
    "address_2",
    "postcode",
    "date_of_birth",
];

/// Reads a set: a heading, then a record a line.
pub fn read(text: &str) -> Result<Vec<Arrival>, String> {
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

fn record(line: &str) -> Option<Arrival> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [child, twin_of, given, family, number, first, second, postcode, born] = cells[..] else {
        return None;
    };
    let lines = [number, first, second];
    let plain = Plain { given, family, born: day(born), postcode, lines: &lines };
    Some(Arrival {
        child: child.parse().ok()?,
        twin_of: if twin_of.is_empty() { None } else { Some(twin_of.parse().ok()?) },
        profile: Profile::of_plain(&plain),
    })
}

/// `19791231`; what is no day is missing.
fn day(text: &str) -> Option<Date> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
