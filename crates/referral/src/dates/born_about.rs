//! The year, or the month, in which a child was born, where the day is not known. It is never taken
//! for a date of birth, and never compared as one.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::error::Invalid;
use crate::personal::hide_debug;
use crate::text::token;

const SHAPE: Invalid = Invalid::new(
    "born_about_shape",
    "Give a year, such as 2021, or a year and a month, such as 2021-03.",
);

/// A birth that is known roughly: its year, or its year and month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct BornAbout {
    year: i16,
    month: Option<i8>,
}

impl BornAbout {
    /// Takes a year, or a month of it, from 1900 to the one of `today`.
    pub fn new(year: i16, month: Option<i8>, today: Date) -> Result<Self, Invalid> {
        if month.is_some_and(|month| !(1..=12).contains(&month)) {
            return Err(SHAPE);
        }
        let is_ahead = (year, month.unwrap_or(1)) > (today.year(), today.month());
        if is_ahead {
            Err(Invalid::new("date_in_future", "A year of birth must not be in the future."))
        } else if year < 1900 {
            Err(Invalid::new("date_too_early", "A year of birth must be 1900 or later."))
        } else {
            Ok(Self { year, month })
        }
    }

    /// Reads `2021` or `2021-03`, in digits of any script and with any dash.
    pub fn parse(text: &str, today: Date) -> Result<Self, Invalid> {
        let (year, month) = parts(&token(text)?).ok_or(SHAPE)?;
        Self::new(year, month, today)
    }

    /// The year of birth.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month of birth, where it is known.
    pub const fn month(self) -> Option<i8> {
        self.month
    }

    /// The year, and the month if there is one, as `2021` or `2021-03`, which `Debug` hides.
    pub fn as_text(self) -> String {
        match self.month {
            Some(month) => format!("{:04}-{month:02}", self.year),
            None => format!("{:04}", self.year),
        }
    }

    /// The whole years lived on a day, roughly: exact but for a year.
    pub fn age_on(self, day: Date) -> i16 {
        let before = self.month.is_some_and(|month| day.month() < month);
        (day.year() - self.year - i16::from(before)).max(0)
    }
}

/// The year, and the month behind a dash.
fn parts(text: &str) -> Option<(i16, Option<i8>)> {
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let (year, month) = match text.split_once('-') {
        Some((year, month)) => (year, Some(month)),
        None => (text, None),
    };
    if !digits(year, 4) || month.is_some_and(|month| !digits(month, 2)) {
        return None;
    }
    let month = match month {
        Some(month) => Some(month.parse().ok().filter(|month| (1..=12).contains(month))?),
        None => None,
    };
    Some((year.parse().ok()?, month))
}

impl From<BornAbout> for String {
    fn from(about: BornAbout) -> Self {
        about.as_text()
    }
}

impl TryFrom<String> for BornAbout {
    type Error = Invalid;

    /// Reads what was written down: it was within bounds then.
    fn try_from(text: String) -> Result<Self, Invalid> {
        let (year, month) = parts(&text).ok_or(SHAPE)?;
        Ok(Self { year, month })
    }
}

hide_debug!(BornAbout);

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 11, 21);

    #[test]
    fn a_year_and_a_month_are_read_and_written() {
        for (typed, written) in [
            ("2021", "2021"),
            ("2021-03", "2021-03"),
            ("٢٠٢١–٠٣", "2021-03"),
            (" 2026-11", "2026-11"),
        ] {
            let about = BornAbout::parse(typed, TODAY).unwrap();
            assert_eq!(about.as_text(), written);
            let json = serde_json::to_string(&about).unwrap();
            assert_eq!(json, format!("\"{written}\""));
            assert_eq!(serde_json::from_str::<BornAbout>(&json).unwrap(), about);
        }
    }

    #[test]
    fn anything_else_is_refused_with_its_reason() {
        for (typed, code) in [
            ("21", "born_about_shape"),
            ("2021-3", "born_about_shape"),
            ("2021-13", "born_about_shape"),
            ("2021-03-04", "born_about_shape"),
            ("about 3", "born_about_shape"),
            ("2027", "date_in_future"),
            ("2026-12", "date_in_future"),
            ("1899", "date_too_early"),
        ] {
            assert_eq!(BornAbout::parse(typed, TODAY).unwrap_err().code, code, "{typed}");
        }
        assert!(serde_json::from_str::<BornAbout>("\"soon\"").is_err());
    }

    #[test]
    fn an_age_is_right_but_for_a_year() {
        let age = |typed| BornAbout::parse(typed, TODAY).unwrap().age_on(TODAY);
        assert_eq!([age("2021"), age("2021-12"), age("2021-11"), age("2026")], [5, 4, 5, 0]);
    }

    #[test]
    fn debug_hides_it() {
        let about = BornAbout::parse("2021-03", TODAY).unwrap();
        assert_eq!(format!("{about:?}"), "BornAbout([personal])");
    }
}
