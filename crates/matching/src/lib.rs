//! Do we know this child? Today: only the identical one, by names, date of birth and postcode.
//!
//! This crate decides what identifies a child; how it is kept secret (keyed tokens) and looked up
//! is the pipeline's business.

mod key;

pub use key::{ChildKey, keys};
