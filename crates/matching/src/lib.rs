//! Matching: whether a child is known already. It says what identifies a child, how two are
//! compared, and what may follow.
//!
//! The crate is pure: no I/O, no clock. A referral becomes one [`Profile`] for each child;
//! [`keys::keys`] gives the values under which it can be found again (the pipeline makes keyed
//! tokens of them); [`judge()`] compares two: Fellegi–Sunter weights find and rank, and guards say
//! what a machine may join; [`decide()`] judges one arrival against all candidates, and
//! [`contradicts`] compares it with a record of an entry. A likeness of names joins nobody, and
//! nobody protected is joined at all: see `docs/MATCHING.md`.

pub mod compare;
pub mod decide;
pub mod em;
pub mod entry;
pub mod evidence;
pub mod guard;
pub mod judge;
pub mod keys;
pub mod level;
mod names;
mod place;
mod placeholder;
pub mod profile;
pub mod search;
mod similar;
mod text;
mod weights;

pub use compare::{Comparison, compare};
pub use decide::{Candidate, decide};
pub use entry::contradicts;
pub use evidence::Evidence;
pub use guard::Guard;
pub use judge::{Judgement, Outcome, judge};
pub use keys::{Key, KeyPurpose, keys};
pub use level::{Field, Level};
pub use profile::{Day, Grown, Profile};
pub use text::words as normal_words;
pub use weights::{Weights, WeightsError};
