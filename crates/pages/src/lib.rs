#![doc = include_str!("../README.md")]

mod assets;
pub mod components;
mod layout;
mod markup;
mod policy;

#[cfg(test)]
mod fixtures;

pub use assets::{COMPRESSED_BYTES, asset};
pub use layout::{Direction, Locale, Page, Service};
pub use markup::{Attributes, Content};
pub use policy::{problem, respond};
