//! Dates as a language writes them.

use jiff::civil::{Date, Weekday};

use super::Language;

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

impl Language {
    /// A date, such as "2 December 2026".
    pub(crate) fn date(&self, date: Date) -> String {
        let (day, month, year) = self.parts(date);
        self.with("date", &[("day", &day), ("month", &month), ("year", &year)])
    }

    /// A day that is near, such as "Wednesday 2 December".
    pub(crate) fn day(&self, date: Date) -> String {
        let (day, month, _) = self.parts(date);
        let weekday = self.text(weekday(date.weekday()));
        self.with("weekday-and-date", &[("weekday", &weekday), ("day", &day), ("month", &month)])
    }

    /// The name of a day of the week.
    pub(crate) fn weekday(&self, day: Weekday) -> String {
        self.text(weekday(day))
    }

    fn parts(&self, date: Date) -> (String, String, String) {
        let month = usize::from(date.month().unsigned_abs()).checked_sub(1);
        let month = month.and_then(|at| MONTHS.get(at)).map(|id| self.text(id));
        (date.day().to_string(), month.unwrap_or_default(), date.year().to_string())
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    }
}
