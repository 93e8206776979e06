//! One authority's rulebook, parsed: its hubs, front door, triage, catchments, rules and overrides.
//! `parse` reads the file, and `place` decides by it.

mod check;
mod condition;
mod error;
mod file;
mod hub;
mod lines;
mod parse;
mod public;
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
    public::{Public, ReviewedLanguage},
    schema::schema as rulebook_schema,
};
use crate::{Authority, PostcodeRecord, geo::Area};

/// A rulebook. Other parts name hubs by their place in `hubs`.
#[derive(Debug, Clone)]
pub struct Rulebook {
    /// The first part of every inbox id.
    pub id: String,
    /// The upper-tier authority that the rulebook belongs to.
    pub authority: &'static Authority,
    /// The edition: `westminster@2026.1+1f3a9c2e`, the last part from the file's content.
    pub edition: String,
    /// The front door, where safeguarding concerns go.
    pub front_door: FrontDoor,
    /// The triage, where people decide what no rule did.
    pub triage: Triage,
    /// The hubs, in the file's order.
    pub hubs: Vec<Hub>,
    /// The overrides, in the order in which they are tried.
    pub overrides: Vec<Override>,
    /// The rules, in the order in which they are tried.
    pub rules: Vec<Rule>,
    /// The catchments, in the order in which they are tried.
    pub catchments: Vec<Catchment>,
    /// The contacts in councils nearby, by their upper-tier code.
    pub contacts: BTreeMap<GssCode, Contact>,
    /// The details of the authority that the public is told.
    pub public: Option<Public>,
}

/// The front door of an authority, where safeguarding concerns go.
#[derive(Debug, Clone)]
pub struct FrontDoor {
    /// The inbox of the front door.
    pub inbox: InboxId,
    /// The name of the front door.
    pub name: String,
    /// The phone number in office hours.
    pub in_hours: String,
    /// The phone number at all other times.
    pub out_of_hours: String,
}

/// The triage of an authority, where people decide what no rule did.
#[derive(Debug, Clone)]
pub struct Triage {
    /// The inbox of the triage.
    pub inbox: InboxId,
    /// The name of the triage.
    pub name: String,
    /// The times at which the authority's office is open in a week: those of the triage, of the front
    /// door, and of a hub that declares none. Empty for any office's.
    pub opening: Vec<Opening>,
    /// The times at which the office is closed in between.
    pub closed: Vec<Closure>,
}

/// A contact in another council's area.
#[derive(Debug, Clone)]
pub struct Contact {
    /// The name of the service that answers there.
    pub name: String,
    /// The contact's phone number.
    pub phone: String,
}

/// The target that a rule or an override leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The hub at this place in the file.
    Hub(usize),
    /// The authority's triage.
    Triage,
}

/// A rule: where the families go that its condition holds for.
#[derive(Debug, Clone)]
pub struct Rule {
    /// The rule's id, unique in the file.
    pub id: String,
    /// The line that the rule begins on, counted from 1.
    pub line: usize,
    /// The condition that says which families the rule is for.
    pub when: Condition,
    /// The place where those families go.
    pub to: Target,
    /// The reason, as the hub and the submitter read it.
    pub reason: String,
}

/// A dated decision of a person, before every rule.
#[derive(Debug, Clone)]
pub struct Override {
    /// The override's id, unique in the file.
    pub id: String,
    /// The line that the override begins on, counted from 1.
    pub line: usize,
    /// The first day on which it is in force.
    pub from: Date,
    /// The last day on which it is in force.
    pub to_day: Date,
    /// The person who answers for it.
    pub owner: String,
    /// The condition that says which families it is for.
    pub when: Condition,
    /// Whether it is for families outside the authority too.
    pub beyond: bool,
    /// The place where those families go.
    pub to: Target,
    /// The reason, as the hub and the submitter read it.
    pub reason: String,
}

/// A part of the authority that a hub serves.
#[derive(Debug, Clone)]
pub struct Catchment {
    /// The line that the catchment begins on, counted from 1.
    pub line: usize,
    /// The area that it covers, and the hub or hubs that serve it.
    pub kind: CatchmentKind,
}

/// The kinds of catchment.
#[derive(Debug, Clone)]
pub enum CatchmentKind {
    /// The whole area of the authority.
    Authority {
        /// The place in the file of the hub that serves it.
        hub: usize,
    },
    /// One district of the authority.
    District {
        /// The district that is covered.
        district: &'static Authority,
        /// The place in the file of the hub that serves it.
        hub: usize,
    },
    /// Electoral wards, by their codes, sorted.
    Wards {
        /// The codes of the wards, sorted.
        wards: Vec<GssCode>,
        /// The place in the file of the hub that serves them.
        hub: usize,
    },
    /// Lower-layer super output areas, by their codes, sorted.
    Lsoas {
        /// The codes of the areas, sorted.
        lsoas: Vec<GssCode>,
        /// The place in the file of the hub that serves them.
        hub: usize,
    },
    /// An area drawn on a map.
    Polygon {
        /// The area on the grid.
        area: Area,
        /// The place in the file of the hub that serves it.
        hub: usize,
    },
    /// The nearest of several hubs that can take the family.
    Nearest {
        /// The places in the file of the hubs to choose from.
        hubs: Vec<usize>,
    },
}

impl CatchmentKind {
    /// The kind's name in a file.
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

    /// Whether the catchment covers a postcode, by its lower-tier authority and its record in the
    /// index.
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

    /// The places in the file of the hubs that the catchment belongs to.
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
