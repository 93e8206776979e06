//! One authority's rulebook, parsed: its hubs, front door, triage, catchments, rules and overrides.
//! Reading the file is `parse`; deciding by it is `place`.

mod check;
mod condition;
mod error;
mod file;
mod hub;
mod lines;
mod parse;
mod schema;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::civil::Date;
use referral::{GssCode, InboxId};

pub(crate) use self::parse::{Files, day_code, parse};
pub use self::{
    condition::{Condition, PlaceCondition},
    error::RulebookError,
    hub::{Ages, Capacity, Closure, Hub, Opening, Site},
    schema::schema as rulebook_schema,
};
use crate::{Authority, PostcodeRecord, geo::Area};

/// A rulebook. Hubs are named by their place in `hubs`.
#[derive(Debug, Clone)]
pub struct Rulebook {
    /// First part of every inbox id.
    pub id: String,
    /// The upper-tier authority whose it is.
    pub authority: &'static Authority,
    /// Which edition: `westminster@2026.1+1f3a9c2e`, the last part from the file's content.
    pub edition: String,
    /// Where safeguarding concerns go.
    pub front_door: FrontDoor,
    /// Where people decide what no rule did.
    pub triage: Triage,
    /// The hubs, in the file's order.
    pub hubs: Vec<Hub>,
    /// In the order in which they are tried.
    pub overrides: Vec<Override>,
    /// In the order in which they are tried.
    pub rules: Vec<Rule>,
    /// In the order in which they are tried.
    pub catchments: Vec<Catchment>,
    /// Whom to ask in councils nearby, by their upper-tier code.
    pub contacts: BTreeMap<GssCode, Contact>,
}

/// Where safeguarding concerns go.
#[derive(Debug, Clone)]
pub struct FrontDoor {
    /// Its inbox.
    pub inbox: InboxId,
    /// Its name.
    pub name: String,
    /// The phone number in office hours.
    pub in_hours: String,
    /// The phone number at all other times.
    pub out_of_hours: String,
}

/// Where people decide what no rule did.
#[derive(Debug, Clone)]
pub struct Triage {
    /// Its inbox.
    pub inbox: InboxId,
    /// Its name.
    pub name: String,
}

/// Whom to ask in another council's area.
#[derive(Debug, Clone)]
pub struct Contact {
    /// Who answers there.
    pub name: String,
    /// Their phone number.
    pub phone: String,
}

/// Where a rule or an override leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The hub at this place in the file.
    Hub(usize),
    /// The authority's triage.
    Triage,
}

/// A rule: where families go to whom its condition applies.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Its id, unique in the file.
    pub id: String,
    /// The line it begins on, counted from 1.
    pub line: usize,
    /// Whom it is for.
    pub when: Condition,
    /// Where they go.
    pub to: Target,
    /// Why, as the hub and the submitter read it.
    pub reason: String,
}

/// A dated decision of a person, before every rule.
#[derive(Debug, Clone)]
pub struct Override {
    /// Its id, unique in the file.
    pub id: String,
    /// The line it begins on, counted from 1.
    pub line: usize,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to_day: Date,
    /// Who answers for it.
    pub owner: String,
    /// Whom it is for.
    pub when: Condition,
    /// Whether it is for families outside the authority too.
    pub beyond: bool,
    /// Where they go.
    pub to: Target,
    /// Why, as the hub and the submitter read it.
    pub reason: String,
}

/// Which part of the authority a hub serves.
#[derive(Debug, Clone)]
pub struct Catchment {
    /// The line it begins on, counted from 1.
    pub line: usize,
    /// What it covers, and whose it is.
    pub kind: CatchmentKind,
}

/// The kinds of catchment.
#[derive(Debug, Clone)]
pub enum CatchmentKind {
    /// All of the authority.
    Authority {
        /// Whose.
        hub: usize,
    },
    /// One district.
    District {
        /// Which.
        district: &'static Authority,
        /// Whose.
        hub: usize,
    },
    /// Electoral wards, by their codes, sorted.
    Wards {
        /// Which.
        wards: Vec<GssCode>,
        /// Whose.
        hub: usize,
    },
    /// Lower-layer super output areas, by their codes, sorted.
    Lsoas {
        /// Which.
        lsoas: Vec<GssCode>,
        /// Whose.
        hub: usize,
    },
    /// An area drawn on a map.
    Polygon {
        /// Where it is.
        area: Area,
        /// Whose.
        hub: usize,
    },
    /// Whatever is nearer to it than to the others, of those that can take the family.
    Nearest {
        /// Whose.
        hubs: Vec<usize>,
    },
}

impl CatchmentKind {
    /// Its name in a file.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Authority { .. } => "authority",
            Self::District { .. } => "district",
            Self::Wards { .. } => "wards",
            Self::Lsoas { .. } => "lsoas",
            Self::Polygon { .. } => "polygon",
            Self::Nearest { .. } => "nearest",
        }
    }

    /// Whether it covers a postcode, by its lower-tier authority and what the index has of it.
    pub fn covers(&self, authority: &Authority, record: &PostcodeRecord) -> bool {
        let listed = |codes: &[GssCode], code: Option<GssCode>| {
            code.is_some_and(|code| codes.binary_search(&code).is_ok())
        };
        match self {
            Self::Authority { .. } => true,
            Self::District { district, .. } => district.code == authority.code,
            Self::Wards { wards, .. } => listed(wards, record.ward),
            Self::Lsoas { lsoas, .. } => listed(lsoas, record.lsoa),
            Self::Polygon { area, .. } => record.grid.is_some_and(|grid| area.contains(grid)),
            Self::Nearest { .. } => record.grid.is_some(),
        }
    }

    /// The hubs whose it is.
    pub fn hubs(&self) -> &[usize] {
        match self {
            Self::Authority { hub }
            | Self::District { hub, .. }
            | Self::Wards { hub, .. }
            | Self::Lsoas { hub, .. }
            | Self::Polygon { hub, .. } => std::slice::from_ref(hub),
            Self::Nearest { hubs } => hubs,
        }
    }
}
