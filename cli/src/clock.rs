//! The user's own day.

use jiff::civil::Date;

#[expect(
    clippy::disallowed_methods,
    reason = "the command line is an edge: its today is the user's"
)]
pub(crate) fn today() -> Date {
    jiff::Zoned::now().date()
}
