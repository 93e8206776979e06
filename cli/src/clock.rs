//! The clock: the user's own day, and the time.

use jiff::{Timestamp, civil::Date};

#[expect(
    clippy::disallowed_methods,
    reason = "the command line is an edge: its today is the user's"
)]
pub(crate) fn today() -> Date {
    jiff::Zoned::now().date()
}

#[expect(clippy::disallowed_methods, reason = "the command line is an edge")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}
