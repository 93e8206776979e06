//! Reads postcode directories as their publishers pack them, and makes rows of an index of them.

mod columns;
pub(crate) mod directory;
mod msgpack;
pub(crate) mod wheel;
