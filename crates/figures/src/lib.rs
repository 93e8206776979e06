//! How long families wait and what came of it: figures for each hub and for an authority, made of facts
//! that name nobody.
//!
//! Small numbers are dealt with once, here: what is counted ([`Tally`]) cannot be printed, and what can be
//! printed ([`Figures`]) is made by [`Tally::publish`] and [`council()`] alone. A page, a file and an API
//! show that one value.
//!
//! The crate is not where facts come from: it reads no table and no clock.

mod council;
mod facts;
mod period;
mod protect;
mod published;
mod reading;
mod tables;
mod tally;
mod times;

pub use council::{Council, council};
pub use facts::{FamilyFacts, Score};
pub use period::{BadPeriod, Period};
pub use published::{Count, Figures, Row, Rows, Times, Waiting};
pub use reading::{Reading, Value};
pub use tables::Table;
pub use tally::Tally;
