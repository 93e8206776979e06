//! Families of the United Kingdom that do not exist, and the referrals that schools, health
//! visitors and parents send about them: seeded, with realistic errors, and with the truth beside.
//! For tests, training and measuring; nothing here runs in the pipeline.

pub mod evaluate;
pub mod records;
