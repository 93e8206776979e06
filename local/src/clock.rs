//! The one place that reads the clock: this program is the edge that its functions are kept from.

use jiff::Timestamp;

/// What time it is.
#[expect(clippy::disallowed_methods, reason = "the host is where time enters")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}
