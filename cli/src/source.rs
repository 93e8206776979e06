//! Postcode directories as their publishers pack them → rows of an index.

mod columns;
mod msgpack;
pub(crate) mod wheel;
