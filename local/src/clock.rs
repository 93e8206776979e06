//! The clock. This program is the edge that its functions are kept from, and reads the time here
//! only.

use jiff::Timestamp;

/// The present time.
#[expect(clippy::disallowed_methods, reason = "the host is where time enters")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}
