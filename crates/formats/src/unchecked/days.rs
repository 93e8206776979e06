//! Days of an unchecked referral that have their bounds in the day of the referral.

use jiff::civil::Date;
use referral::dates::{iso_day, past_day};

use crate::errors::Position;

/// Reads a day that is not in the future.
pub(super) fn day_in_the_past(
    name: &str,
    text: Option<&str>,
    position: &Position<'_>,
) -> Option<Date> {
    position.read(name, text, |text| past_day(iso_day(text)?, position.context().today))
}
