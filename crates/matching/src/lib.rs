//! Do we know this child? What identifies a child, how two are compared, and what may follow.
//!
//! Pure: no I/O, no clock. A referral becomes one [`Profile`] a child; [`keys::keys`] says under
//! which values it can be found again (the pipeline makes keyed tokens of them); [`judge`] compares
//! two by Fellegi–Sunter weights and hard guards; [`decide`] judges one arrival against everybody
//! found. Twins are kept apart, and nobody protected is ever merged: see `docs/MATCHING.md`.

pub mod compare;
pub mod decide;
pub mod em;
pub mod evidence;
pub mod guard;
pub mod judge;
pub mod keys;
pub mod level;
mod names;
mod place;
pub mod profile;
mod similar;
mod text;
mod weights;

pub use compare::{Comparison, compare};
pub use decide::{Candidate, decide};
pub use evidence::Evidence;
pub use guard::Guard;
pub use judge::{Judgement, Outcome, judge};
pub use keys::{Key, KeyPurpose, MOST_KEYS, keys};
pub use level::{Field, Level};
pub use profile::{Day, Grown, Profile};
pub use weights::{Weights, WeightsError};
