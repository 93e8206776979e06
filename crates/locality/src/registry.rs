//! Family Hubs as services of a public registry: Open Referral UK (HSDS 3.0), exported and
//! imported. It holds only what a rulebook declares, never anything about a family.

mod export;
mod identity;
mod import;
pub mod service;
#[cfg(test)]
mod tests;

pub use self::{
    export::{page, service_of, services},
    import::{Imported, Loss, Taken, import},
};
