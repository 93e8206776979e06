//! Family Hubs as services of a public registry: Open Referral UK (HSDS 3.0) out and in. Only what a
//! rulebook declares, never anything of a family.

mod export;
mod identity;
mod import;
#[cfg(test)]
mod tests;

pub use self::{
    export::services,
    import::{Imported, Loss, import},
};
