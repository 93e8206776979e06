//! Hubs to choose from, and councils to hand over to.

use jiff::civil::date;
use locality::{Candidate, Facts, Grid, Listed, Localities, PostcodeIndex, Whereabouts};

/// Both hubs, the nearest first.
pub(crate) fn candidates(localities: &Localities) -> Vec<Candidate<'_>> {
    let facts = Facts::plain(Whereabouts::NotGiven { authority: None }, date(2026, 11, 21));
    let home = Some(Grid { easting: 572_740, northing: 206_824 });
    localities.candidates(&facts, home, &empty_index(), |_| true)
}

/// A council that is served here, and two that are not.
pub(crate) fn councils(localities: &Localities) -> Vec<Listed<'_>> {
    let mut listed = localities.directory(date(2026, 11, 21));
    listed.retain(|one| ["Essex", "Brent", "Cardiff"].contains(&one.authority.name));
    listed
}

fn empty_index() -> PostcodeIndex {
    let info = locality::index::BuildInfo {
        edition: "none".to_owned(),
        source: "none".to_owned(),
        source_date: "2026-11".to_owned(),
        columns: locality::index::Columns { ward: false, lsoa: false, terminated: false },
    };
    let bytes = locality::index::IndexBuilder::new(info).finish().unwrap();
    PostcodeIndex::from_bytes(bytes).unwrap()
}
