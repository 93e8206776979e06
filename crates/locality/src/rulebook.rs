//! One authority's rulebook, parsed: its hubs, front door, triage and catchments. Reading the file
//! is `parse`; deciding by it is `place`.

mod check;
mod error;
mod file;
mod lines;
mod parse;
#[cfg(test)]
mod tests;

use referral::InboxId;

pub use self::error::RulebookError;
pub(crate) use self::parse::parse;
use crate::{Authority, Grid};

/// A rulebook. Hubs are named by their place in `hubs`.
#[derive(Debug, Clone)]
pub(crate) struct Rulebook {
    /// The upper-tier authority whose it is.
    pub(crate) authority: &'static Authority,
    /// Which edition: `westminster@2026.1+1f3a9c2e`, the last part from the file's content.
    pub(crate) edition: String,
    pub(crate) front_door: FrontDoor,
    pub(crate) triage: Triage,
    pub(crate) hubs: Vec<Hub>,
    /// In the order in which they are tried.
    pub(crate) catchments: Vec<Catchment>,
}

/// Where safeguarding concerns go.
#[derive(Debug, Clone)]
pub(crate) struct FrontDoor {
    pub(crate) inbox: InboxId,
    pub(crate) name: String,
    pub(crate) in_hours: String,
    pub(crate) out_of_hours: String,
}

/// Where people decide what no rule did.
#[derive(Debug, Clone)]
pub(crate) struct Triage {
    pub(crate) inbox: InboxId,
    pub(crate) name: String,
}

/// A Family Hub.
#[derive(Debug, Clone)]
pub(crate) struct Hub {
    pub(crate) inbox: InboxId,
    pub(crate) name: String,
    /// Where families can go: the hub itself, then the other places that belong to it.
    pub(crate) places: Vec<Grid>,
}

impl Hub {
    /// The square of the distance in metres to the nearest of its places.
    pub(crate) fn distance_squared(&self, from: Grid) -> Option<u64> {
        self.places.iter().map(|place| place.distance_squared(from)).min()
    }
}

/// Which part of the authority a hub serves.
#[derive(Debug, Clone)]
pub(crate) enum Catchment {
    /// All of it.
    Authority { hub: usize },
    /// One district.
    District { district: &'static Authority, hub: usize },
    /// Whatever is nearer to it than to the others.
    Nearest { hubs: Vec<usize> },
}
