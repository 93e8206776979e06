//! Days of a draft that have their bounds in the day of the referral.

use jiff::civil::Date;
use referral::dates::{iso_day, past_day};

use crate::errors::Scope;

/// Reads a day that is not in the future.
pub(super) fn past(name: &str, text: Option<&str>, scope: &Scope<'_>) -> Option<Date> {
    scope.read(name, text, |text| past_day(iso_day(text)?, scope.context().today))
}
