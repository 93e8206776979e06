//! The doors' shapes: a form and JSON to a referral, every error at once, and back to JSON.
//!
//! Each door fills the same draft (`draft`), which is checked in one place. What a postcode or
//! a name is, is `referral`'s business; who may send one, `identity`'s.

mod context;
mod digest;
mod document;
mod draft;
mod errors;
pub mod form;
pub mod json;
mod rejection;
pub mod schema;

pub use context::Context;
pub use rejection::Rejection;
