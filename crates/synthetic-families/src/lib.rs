//! Families of the United Kingdom that do not exist, and the referrals that schools, health
//! visitors, police and parents send about them: seeded, with realistic errors, the truth beside.
//! The crate is for tests, training and measuring; nothing here runs in the pipeline.

pub mod census;
mod errors;
pub mod evaluate;
pub mod family;
pub mod measure;
mod names;
pub mod pairs;
pub mod records;
pub mod report;
pub mod set;
mod twin;

pub use report::Report;
pub use set::{Set, TODAY};
pub use twin::{Names, Twins};
