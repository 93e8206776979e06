//! Families of the United Kingdom that do not exist, and the referrals that schools, health
//! visitors, police and parents send about them: seeded, with realistic errors, the truth beside.
//! For tests, training and measuring; nothing here runs in the pipeline.

mod errors;
pub mod evaluate;
pub mod family;
mod names;
pub mod records;
pub mod report;
pub mod set;

pub use report::Report;
pub use set::{Set, TODAY};
