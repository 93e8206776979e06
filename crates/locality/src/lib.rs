//! From place to hub: the postcode index, the authorities of the UK, hubs, catchments, rulebooks,
//! and placement with its reasons. The crate maps the index's file and does no other I/O; it reads
//! no clock.

mod authority;
mod bank_holidays;
mod calendar;
mod class;
mod directory;
mod facts;
#[cfg(test)]
mod fixtures;
pub mod geo;
mod grid;
mod inbox;
pub mod index;
mod localities;
mod phone;
mod place;
pub mod registry;
pub mod rulebook;
mod spot;
mod working_days;

pub use self::{
    authority::Authority,
    calendar::Calendar,
    class::PostcodeClass,
    directory::Listed,
    facts::{Age, ChildFacts, Facts, Whereabouts},
    grid::Grid,
    inbox::{InboxInfo, InboxKind},
    index::{DamagedIndex, IndexError, IndexInfo, PostcodeIndex, PostcodeRecord},
    localities::Localities,
    phone::PhoneNow,
    place::{
        AuthorityRef, Candidate, Considered, HalfMiles, Hours, Nearby, Placement, Reason,
        councils_at,
    },
    rulebook::{RulebookError, rulebook_schema},
};
