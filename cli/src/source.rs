//! Postcode directories as their publishers pack them → rows of an index.

mod columns;
pub(crate) mod directory;
mod msgpack;
pub(crate) mod wheel;
