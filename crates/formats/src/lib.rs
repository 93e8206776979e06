//! The shapes of the channels: reads a form, JSON or a spreadsheet's rows into a referral, with every
//! error at once, and writes JSON.
//!
//! Each channel fills the same unchecked referral (`unchecked`), which is checked in one place. The shape of a postcode
//! or a name is the business of `referral`; the right to send one is that of `identity`.

pub mod batch;
mod context;
pub mod csv;
mod digest;
mod document;
mod errors;
pub mod fhir;
pub mod form;
pub mod json;
mod rejection;
pub mod schema;
mod unchecked;
mod write;

pub use context::Context;
pub use rejection::Rejection;
