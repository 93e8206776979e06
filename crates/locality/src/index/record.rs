//! Records: the facts that the index holds about one postcode.

use std::fmt;

use referral::GssCode;
use serde::Serialize;

use crate::Grid;

/// One postcode's facts, as its source gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PostcodeRecord {
    /// The lower-tier authority as in the source, or one of the directory's pseudo-codes
    /// (`L99999999` Channel Islands, `M99999999` Isle of Man, `N99999999` Northern Ireland). `None`
    /// when the source has none.
    pub authority: Option<GssCode>,
    /// The place of the postcode, when the source gives it.
    pub grid: Option<Grid>,
    /// The electoral ward, when the index was built with wards.
    pub ward: Option<GssCode>,
    /// The lower-layer super output area, when the index was built with them.
    pub lsoa: Option<GssCode>,
    /// The month in which Royal Mail ended the postcode, if it did and the index was built with
    /// that.
    pub terminated: Option<Month>,
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Month(u16);

impl Month {
    /// The month of a year; `None` when there is no such month (years 0 to 5000, months 1 to 12).
    pub fn new(year: u16, month: u8) -> Option<Self> {
        ((1..=12).contains(&month) && year <= 5000).then(|| Self(year * 12 + u16::from(month) - 1))
    }

    /// The number of months since January of year 0.
    pub(super) fn count(self) -> u16 {
        self.0
    }

    /// The month that lies `count` months after January of year 0.
    pub(super) fn from_count(count: u16) -> Self {
        Self(count)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0 / 12, self.0 % 12 + 1)
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_written_as_year_and_month() {
        assert_eq!(Month::new(1999, 12).unwrap().to_string(), "1999-12");
        assert_eq!(Month::new(2000, 13), None);
        assert_eq!(Month::new(2000, 0), None);
    }
}
