//! The shape of a rulebook file, as TOML has it. Nothing here is checked beyond its type.

use serde::Deserialize;
use toml::Spanned;

use crate::Grid;

/// A whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) authority: AuthorityTable,
    pub(super) front_door: FrontDoorTable,
    pub(super) triage: TriageTable,
    #[serde(default, rename = "hub")]
    pub(super) hubs: Vec<HubTable>,
    #[serde(default, rename = "catchment")]
    pub(super) catchments: Vec<Spanned<CatchmentTable>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AuthorityTable {
    /// First part of every inbox id.
    pub(super) id: Spanned<String>,
    /// GSS code of the upper tier.
    pub(super) code: Spanned<String>,
    /// The edition its owner gives it.
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
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HubTable {
    pub(super) id: Spanned<String>,
    pub(super) name: Spanned<String>,
    /// For people; the grid reference is what distances are measured from.
    #[expect(dead_code, reason = "kept in the file for its readers; shown once hubs have pages")]
    #[serde(default)]
    pub(super) address: Option<String>,
    #[serde(default)]
    pub(super) postcode: Option<Spanned<String>>,
    pub(super) grid: Spanned<Grid>,
    #[serde(default, rename = "site")]
    pub(super) sites: Vec<SiteTable>,
}

/// Another place that belongs to a hub.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SiteTable {
    pub(super) name: Spanned<String>,
    #[serde(default)]
    pub(super) postcode: Option<Spanned<String>>,
    pub(super) grid: Spanned<Grid>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum CatchmentTable {
    /// One hub for all of the authority.
    Authority { hub: String },
    /// One hub for a district, by the district's GSS code.
    District { district: String, hub: String },
    /// The nearest of some hubs, or of all.
    Nearest {
        #[serde(default)]
        hubs: Option<Vec<String>>,
    },
}
