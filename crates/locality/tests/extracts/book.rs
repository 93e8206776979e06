//! A rulebook made from an extract's wards and LSOAs, and the inbox that each postcode must go to
//! by those lists alone.

use std::{collections::BTreeSet, fmt::Write as _};

use locality::{Authority, Grid};
use referral::{GssCode, Lane, Need};

use super::source::Line;

/// The wards and LSOAs that have a hub or a rule of their own.
pub(crate) struct Book {
    pub(crate) id: String,
    council: &'static Authority,
    ruled_wards: BTreeSet<GssCode>,
    ruled_lsoas: BTreeSet<GssCode>,
    wards: BTreeSet<GssCode>,
    lsoas: BTreeSet<GssCode>,
    near: [Grid; 2],
}

impl Book {
    pub(crate) fn of(lines: &[Line]) -> Self {
        let authority = Authority::find(lines[0].authority).unwrap();
        let council = authority.upper_tier();
        let every = |codes: BTreeSet<GssCode>, step: usize, from: usize| -> BTreeSet<GssCode> {
            codes.into_iter().skip(from).step_by(step).collect()
        };
        let wards: BTreeSet<GssCode> = lines.iter().map(|line| line.ward).collect();
        let lsoas: BTreeSet<GssCode> = lines.iter().map(|line| line.lsoa).collect();
        Self {
            id: council.code.to_lowercase(),
            council,
            ruled_wards: every(wards.clone(), 4, 1),
            ruled_lsoas: every(lsoas.clone(), 7, 2),
            wards: every(wards, 2, 0),
            lsoas: every(lsoas, 3, 0),
            near: [lines[0].grid, lines[lines.len() / 2].grid],
        }
    }

    /// The inbox that a family must go to: rules first, then wards, then LSOAs, then the nearer
    /// hub.
    pub(crate) fn expected(&self, postcode: &Line, lane: Lane, need: Need) -> String {
        let part = if lane == Lane::NotAgreed {
            "triage"
        } else if need == Need::Housing && self.ruled_wards.contains(&postcode.ward)
            || self.ruled_lsoas.contains(&postcode.lsoa)
        {
            "by-rule"
        } else if self.wards.contains(&postcode.ward) {
            "by-ward"
        } else if self.lsoas.contains(&postcode.lsoa) {
            "by-lsoa"
        } else {
            let far = self.near.map(|grid| metres(grid, postcode.grid));
            if far[0] <= far[1] { "near-0" } else { "near-1" }
        };
        format!("{}-{part}", self.id)
    }

    /// The text of the rulebook file.
    pub(crate) fn text(&self) -> String {
        let mut text = format!(
            "[authority]\nid = \"{}\"\ncode = \"{}\"\nversion = \"1\"\n[front_door]\n\
             name = \"Door\"\nin_hours = \"01632 960001\"\nout_of_hours = \"01632 960002\"\n\
             [triage]\nname = \"Triage\"\n",
            self.id, self.council.code
        );
        let hubs = [("by-rule", 0), ("by-ward", 0), ("by-lsoa", 0), ("near-0", 0), ("near-1", 1)];
        for (id, at) in hubs {
            let Grid { easting, northing } = self.near[at];
            writeln!(
                text,
                "[[hub]]\nid = \"{id}\"\nname = \"Hub {id}\"\n\
                 grid = {{ easting = {easting}, northing = {northing} }}"
            )
            .unwrap();
        }
        let rules = [
            ("wards", &self.ruled_wards, ", needs = [\"housing\"]"),
            ("lsoas", &self.ruled_lsoas, ""),
        ];
        for (kind, codes, more) in rules {
            writeln!(
                text,
                "[[rule]]\nid = \"{kind}\"\nwhen = {{ {kind} = {}{more} }}\nhub = \"by-rule\"\n\
                 reason = \"So it is agreed.\"",
                list(codes)
            )
            .unwrap();
        }
        for (kind, codes, hub) in
            [("wards", &self.wards, "by-ward"), ("lsoas", &self.lsoas, "by-lsoa")]
        {
            writeln!(
                text,
                "[[catchment]]\nkind = \"{kind}\"\n{kind} = {}\nhub = \"{hub}\"",
                list(codes)
            )
            .unwrap();
        }
        text + "[[catchment]]\nkind = \"nearest\"\nhubs = [\"near-0\", \"near-1\"]\n"
    }
}

fn list(codes: &BTreeSet<GssCode>) -> String {
    let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
    format!("{codes:?}")
}

fn metres(from: Grid, to: Grid) -> f64 {
    let apart = |one: u32, other: u32| f64::from(one) - f64::from(other);
    apart(from.easting, to.easting).hypot(apart(from.northing, to.northing))
}
