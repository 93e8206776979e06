//! A date in three fields, as a person fills them in. Names of months are read too.

mod languages;

use referral::Invalid;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The date as `2021-03-04` (its place in the calendar is checked later), `None` when nothing is
/// filled in, or a fault for the part that is missing: its code begins with the part's name.
pub(super) fn iso(day: &str, month: &str, year: &str) -> Result<Option<String>, Invalid> {
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Ok(None);
    }
    let day = number(day, 31).ok_or(Invalid::new("day_missing", "Enter a day, such as 27."))?;
    let month = month_number(month)
        .ok_or(Invalid::new("month_missing", "Enter a month, such as 3 or March."))?;
    let year = Some(year)
        .filter(|year| year.len() == 4)
        .and_then(|year| number(year, 9999))
        .ok_or(Invalid::new("year_missing", "Enter a year with 4 numbers, such as 2021."))?;
    Ok(Some(format!("{year:04}-{month:02}-{day:02}")))
}

fn number(text: &str, most: u16) -> Option<u16> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|number| digits && (1..=most).contains(number))
}

/// Reads `3`, `03`, `March`, `mar` or `Sept.`: a name needs three letters or more.
fn month_number(text: &str) -> Option<u16> {
    let name = languages::in_english(text.trim_end_matches('.'));
    if name.len() >= 3 && name.bytes().all(|b| b.is_ascii_alphabetic()) {
        let place = MONTHS.iter().position(|month| month.starts_with(&name))?;
        u16::try_from(place + 1).ok()
    } else {
        number(text, 12)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_numbers_and_names() {
        for month in ["3", "03", "March", "MAR", "mar."] {
            assert_eq!(iso("4", month, "2021").unwrap().unwrap(), "2021-03-04");
        }
        assert_eq!(iso("1", "sept", "2021").unwrap().unwrap(), "2021-09-01");
        assert_eq!(iso("", "", "").unwrap(), None);
    }

    #[test]
    fn the_missing_part_of_a_date_is_named() {
        for (day, month, year, code) in [
            ("", "3", "2021", "day_missing"),
            ("32", "3", "2021", "day_missing"),
            ("4", "", "2021", "month_missing"),
            ("4", "13", "2021", "month_missing"),
            ("4", "ma", "2021", "month_missing"),
            ("4", "3", "21", "year_missing"),
            ("4", "3", "+202", "year_missing"),
        ] {
            assert_eq!(iso(day, month, year).unwrap_err().code, code);
        }
    }
}
