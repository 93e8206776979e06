//! Days as people write them: `3/4/2021`, `3rd April 2021`, `March 2021`, a year alone, "about 3".
//!
//! A number of two digits is never taken for a year: which century is meant is asked.

mod languages;
mod words;

use jiff::ToSpan as _;
use jiff::civil::Date;
use referral::Invalid;
use referral::text::clean_token;

use self::words::{Part, parts};

/// A day, as far as it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// A day, month and year; whether it is in the calendar is checked later.
    Day { year: u16, month: u16, day: u16 },
    /// A month of a year.
    Month { year: u16, month: u16 },
    /// A year alone.
    Year(u16),
}

const DAY: Invalid = Invalid::new("day_missing", "Enter a day, such as 27.");
const MONTH: Invalid = Invalid::new("month_missing", "Enter a month, such as 3 or March.");
const YEAR: Invalid = Invalid::new("year_missing", "Enter a year with 4 numbers, such as 2021.");
const WHICH_YEAR: Invalid =
    Invalid::new("year_in_two_digits", "Which year is that? Enter all 4 numbers, such as 2021.");
const NO_DATE: Invalid =
    Invalid::new("date_not_read", "Enter a date, such as 27 March 2021, or a year.");
const NO_AGE: Invalid =
    Invalid::new("age_not_read", "Enter an age, such as 3, or a year, such as 2021.");

/// The oldest age that is read in years; a larger number is no age of a child.
const OLDEST: u16 = 30;

impl Told {
    /// The day as `2021-03-04`, the month as `2021-03`, or the year.
    pub(crate) fn as_text(self) -> String {
        match self {
            Self::Day { year, month, day } => format!("{year:04}-{month:02}-{day:02}"),
            Self::Month { year, month } => format!("{year:04}-{month:02}"),
            Self::Year(year) => format!("{year:04}"),
        }
    }

    fn month_of(date: Date) -> Self {
        let number = |part: i16| u16::try_from(part).unwrap_or_default();
        Self::Month { year: number(date.year()), month: number(date.month().into()) }
    }
}

/// A date in three fields, or all of it in one of them. `None` when nothing is filled in.
pub(super) fn in_three(day: &str, month: &str, year: &str) -> Result<Option<Told>, Invalid> {
    let told = in_one(&[day, month, year].join(" "));
    let is_in_one = month.is_empty() && year.is_empty();
    match told {
        Ok(Some(Told::Day { .. }) | None) => told,
        Ok(_) if is_in_one || day.is_empty() => told,
        Err(_) if is_in_one => told,
        // With a field for each part, it is known which of them is wrong.
        _ => Err(wrong_part(day, month, year)),
    }
}

fn wrong_part(day: &str, month: &str, year: &str) -> Invalid {
    let is_day = |part: &Part| matches!(part, Part::Number(1..=31, _));
    let is_month = |part: &Part| matches!(part, Part::Number(1..=12, _) | Part::Month(_));
    let one = |text: &str, fits: &dyn Fn(&Part) -> bool| match parts(text).as_deref() {
        Some([part]) => fits(part),
        _ => false,
    };
    let is_year_alone = day.is_empty() && month.is_empty();
    match () {
        () if !day.is_empty() && !one(day, &is_day) => DAY,
        () if !is_year_alone && !one(month, &is_month) => MONTH,
        () if one(year, &|part| matches!(part, Part::Number(_, 1 | 2))) => WHICH_YEAR,
        () if !one(year, &|part| matches!(part, Part::Number(_, 4))) => YEAR,
        () => NO_DATE,
    }
}

/// A date in one field. `None` when nothing is filled in.
pub(crate) fn in_one(text: &str) -> Result<Option<Told>, Invalid> {
    use Part::{Month, Number};
    if text.trim().is_empty() {
        return Ok(None);
    }
    let parts = parts(text).ok_or(NO_DATE)?;
    let told = match parts[..] {
        [one] => year_of(one).map(Told::Year),
        [one, two] => month_and_year(one, two).or_else(|| month_and_year(two, one)),
        [one, two, three] => whole_day(one, two, three)
            .or_else(|| whole_day(three, two, one))
            // A month that is named may come first.
            .or_else(|| matches!(one, Month(_)).then(|| whole_day(two, one, three)).flatten()),
        _ => None,
    };
    match (told, &parts[..]) {
        (Some(told), _) => Ok(Some(told)),
        (None, [Number(_, 8)]) => whole(text).map(Some),
        (None, [_, _, Number(_, 1 | 2)] | [Month(_), Number(32.., 2)]) => Err(WHICH_YEAR),
        (None, [Number(1..=31, 1 | 2), Number(1..=12, 1 | 2) | Month(_)] | [Month(_)]) => Err(YEAR),
        (None, [Number(1..=31, 1 | 2)]) => Err(MONTH),
        (None, _) => Err(NO_DATE),
    }
}

fn year_of(part: Part) -> Option<u16> {
    if let Part::Number(year, 4) = part { Some(year) } else { None }
}

fn month_of(part: Part) -> Option<u16> {
    match part {
        Part::Month(month) | Part::Number(month @ 1..=12, 1 | 2) => Some(month),
        _ => None,
    }
}

fn day_of(part: Part) -> Option<u16> {
    if let Part::Number(day @ 1..=31, 1 | 2) = part { Some(day) } else { None }
}

fn month_and_year(month: Part, year: Part) -> Option<Told> {
    Some(Told::Month { year: year_of(year)?, month: month_of(month)? })
}

fn whole_day(day: Part, month: Part, year: Part) -> Option<Told> {
    Some(Told::Day { year: year_of(year)?, month: month_of(month)?, day: day_of(day)? })
}

/// Eight digits that stand together: `03042021` or `20210403`.
fn whole(text: &str) -> Result<Told, Invalid> {
    let digits: String = clean_token(text).chars().filter(char::is_ascii_digit).collect();
    let read = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse().ok());
    let told =
        |year, month, day| match (read(year, year + 4), read(month, month + 2), read(day, day + 2))
        {
            (Some(year @ 1900..=2099), Some(month @ 1..=12), Some(day @ 1..=31)) => {
                Some(Told::Day { year, month, day })
            }
            _ => None,
        };
    told(4, 2, 0).or_else(|| told(0, 4, 6)).ok_or(NO_DATE)
}

/// An age, roughly, as the year or month of birth that it means; or a date in one field.
pub(super) fn age(text: &str, today: Date) -> Result<Option<Told>, Invalid> {
    use Part::{Months, Newborn, Number, Weeks, Years};
    if text.trim().is_empty() {
        return Ok(None);
    }
    let parts = parts(text).ok_or(NO_AGE)?;
    let before = |years: u16| {
        Told::Year(u16::try_from(today.year()).unwrap_or_default().saturating_sub(years))
    };
    Ok(Some(match parts[..] {
        [Newborn] => Told::month_of(today),
        [Number(years @ 0..=OLDEST, 1 | 2)] | [Number(years @ 0..=OLDEST, 1 | 2), Years, ..] => {
            before(years)
        }
        [Number(months @ 0..=60, 1 | 2), Months, ..] => {
            Told::month_of(today.saturating_sub(i64::from(months).months()))
        }
        [Number(weeks @ 0..=99, 1 | 2), Weeks, ..] => {
            Told::month_of(today.saturating_sub(i64::from(weeks).weeks()))
        }
        _ => {
            return in_one(text)
                .map_err(|fault| if fault.code == WHICH_YEAR.code { fault } else { NO_AGE });
        }
    }))
}

#[cfg(test)]
mod tests;
