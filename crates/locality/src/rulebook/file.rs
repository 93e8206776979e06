//! The shape of a rulebook file, as TOML has it. Nothing here is checked beyond its type.

mod rules;

use serde::Deserialize;
use toml::{Spanned, value::Datetime};

pub(super) use self::rules::{OverrideTable, RuleTable, WhenTable};
use crate::Grid;

/// A whole rulebook file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) authority: AuthorityTable,
    pub(super) front_door: FrontDoorTable,
    pub(super) triage: TriageTable,
    #[serde(default, rename = "hub")]
    pub(super) hubs: Vec<HubTable>,
    #[serde(default, rename = "override")]
    pub(super) overrides: Vec<Spanned<OverrideTable>>,
    #[serde(default, rename = "rule")]
    pub(super) rules: Vec<Spanned<RuleTable>>,
    #[serde(default, rename = "catchment")]
    pub(super) catchments: Vec<Spanned<CatchmentTable>>,
    #[serde(default, rename = "contact")]
    pub(super) contacts: Vec<ContactTable>,
    #[serde(default)]
    pub(super) public: Option<PublicTable>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AuthorityTable {
    /// The first part of every inbox id.
    pub(super) id: Spanned<String>,
    /// The GSS code of the upper tier.
    pub(super) code: Spanned<String>,
    /// The edition that its owner gives the rulebook.
    pub(super) version: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FrontDoorTable {
    pub(super) name: Spanned<String>,
    pub(super) in_hours: Spanned<String>,
    pub(super) out_of_hours: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TriageTable {
    pub(super) name: Spanned<String>,
    #[serde(default)]
    pub(super) opening: Vec<Spanned<OpeningTable>>,
    #[serde(default)]
    pub(super) closed: Vec<Spanned<ClosureTable>>,
}

/// The table of a contact in another council's area.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactTable {
    pub(super) council: Spanned<String>,
    pub(super) name: Spanned<String>,
    pub(super) phone: Spanned<String>,
}

/// The table of what the public is told of the authority.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PublicTable {
    pub(super) name: Spanned<String>,
    pub(super) email: Spanned<String>,
    pub(super) phone: Spanned<String>,
    pub(super) post: Spanned<String>,
    pub(super) data_protection_officer: Spanned<String>,
    pub(super) complaints: Spanned<String>,
    #[serde(default)]
    pub(super) retention: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) accessibility_checked: Option<Spanned<Datetime>>,
    #[serde(default, rename = "language")]
    pub(super) languages: Vec<ReviewedTable>,
}

/// The table of a language whose words somebody has read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReviewedTable {
    pub(super) tag: Spanned<String>,
    pub(super) reviewed_by: Spanned<String>,
    pub(super) on: Spanned<Datetime>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HubTable {
    pub(super) id: Spanned<String>,
    pub(super) name: Spanned<String>,
    #[serde(default)]
    pub(super) description: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) address: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) postcode: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) phone: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) email: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) website: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) grid: Option<Spanned<Grid>>,
    #[serde(default, rename = "site")]
    pub(super) sites: Vec<SiteTable>,
    #[serde(default)]
    pub(super) needs: Option<Vec<Spanned<String>>>,
    #[serde(default)]
    pub(super) ages: Option<Spanned<AgesTable>>,
    #[serde(default)]
    pub(super) languages: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) access: Option<Vec<Spanned<String>>>,
    #[serde(default)]
    pub(super) opening: Vec<Spanned<OpeningTable>>,
    #[serde(default)]
    pub(super) opens: Option<Spanned<Datetime>>,
    #[serde(default)]
    pub(super) closes: Option<Spanned<Datetime>>,
    #[serde(default)]
    pub(super) closed: Vec<Spanned<ClosureTable>>,
    #[serde(default)]
    pub(super) capacity: Option<CapacityTable>,
    #[serde(default)]
    pub(super) partners: Vec<Spanned<String>>,
}

/// The table of another place that belongs to a hub.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SiteTable {
    pub(super) name: Spanned<String>,
    #[serde(default)]
    pub(super) postcode: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) grid: Option<Spanned<Grid>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgesTable {
    #[serde(default)]
    pub(super) unborn: Option<bool>,
    #[serde(default)]
    pub(super) from: Option<u8>,
    #[serde(default)]
    pub(super) to: Option<u8>,
    #[serde(default)]
    pub(super) to_with_send: Option<u8>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OpeningTable {
    pub(super) days: Vec<String>,
    pub(super) from: Datetime,
    pub(super) to: Datetime,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClosureTable {
    pub(super) from: Datetime,
    pub(super) to: Datetime,
    pub(super) reason: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CapacityTable {
    pub(super) state: Spanned<String>,
    #[serde(default)]
    pub(super) weekly: Option<u32>,
    #[serde(default)]
    pub(super) on: Option<Spanned<Datetime>>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum CatchmentTable {
    /// One hub for all of the authority.
    Authority { hub: String },
    /// One hub for a district, by the district's GSS code.
    District { district: String, hub: String },
    /// One hub for wards, by their GSS codes.
    Wards { wards: Vec<String>, hub: String },
    /// One hub for lower-layer super output areas, by their GSS codes.
    Lsoas { lsoas: Vec<String>, hub: String },
    /// One hub for an area drawn in a GeoJSON file beside this one.
    Polygon {
        file: String,
        #[serde(default)]
        feature: Option<String>,
        hub: String,
    },
    /// The nearest of some hubs, or of all.
    Nearest {
        #[serde(default)]
        hubs: Option<Vec<String>>,
    },
}
