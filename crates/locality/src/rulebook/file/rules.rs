//! The shape of rules and overrides.

use serde::Deserialize;
use toml::{Spanned, value::Datetime};

use super::AgesTable;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rulebook) struct RuleTable {
    pub(in crate::rulebook) id: Spanned<String>,
    pub(in crate::rulebook) when: WhenTable,
    #[serde(default)]
    pub(in crate::rulebook) hub: Option<Spanned<String>>,
    #[serde(default)]
    pub(in crate::rulebook) to: Option<Spanned<String>>,
    pub(in crate::rulebook) reason: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rulebook) struct OverrideTable {
    pub(in crate::rulebook) id: Spanned<String>,
    pub(in crate::rulebook) from: Spanned<Datetime>,
    pub(in crate::rulebook) until: Spanned<Datetime>,
    pub(in crate::rulebook) owner: Spanned<String>,
    pub(in crate::rulebook) reason: Spanned<String>,
    #[serde(default)]
    pub(in crate::rulebook) when: WhenTable,
    #[serde(default)]
    pub(in crate::rulebook) beyond: bool,
    #[serde(default)]
    pub(in crate::rulebook) hub: Option<Spanned<String>>,
    #[serde(default)]
    pub(in crate::rulebook) to: Option<Spanned<String>>,
}

/// The families that a rule or an override is for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rulebook) struct WhenTable {
    #[serde(default)]
    pub(in crate::rulebook) districts: Vec<Spanned<String>>,
    #[serde(default)]
    pub(in crate::rulebook) wards: Vec<Spanned<String>>,
    #[serde(default)]
    pub(in crate::rulebook) lsoas: Vec<Spanned<String>>,
    #[serde(default)]
    pub(in crate::rulebook) postcodes: Vec<Spanned<String>>,
    #[serde(default)]
    pub(in crate::rulebook) area: Option<Spanned<AreaTable>>,
    #[serde(default)]
    pub(in crate::rulebook) needs: Vec<Spanned<String>>,
    #[serde(default)]
    pub(in crate::rulebook) ages: Option<Spanned<AgesTable>>,
    #[serde(default)]
    pub(in crate::rulebook) sources: Vec<Spanned<String>>,
    #[serde(default)]
    pub(in crate::rulebook) urgency: Vec<Spanned<String>>,
    #[serde(default)]
    pub(in crate::rulebook) languages: Vec<Spanned<String>>,
    #[serde(default)]
    pub(in crate::rulebook) interpreter: Option<bool>,
    #[serde(default)]
    pub(in crate::rulebook) access: Vec<Spanned<String>>,
    #[serde(default)]
    pub(in crate::rulebook) schools: Vec<Spanned<String>>,
    #[serde(default)]
    pub(in crate::rulebook) gps: Vec<Spanned<String>>,
}

/// An area drawn in a GeoJSON file beside the rulebook.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::rulebook) struct AreaTable {
    pub(in crate::rulebook) file: String,
    #[serde(default)]
    pub(in crate::rulebook) feature: Option<String>,
}
