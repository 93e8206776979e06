//! Finds wards and LSOAs that rulebooks name and the postcode index does not have, and tells it
//! once, with the index that is needed. With this index nothing that depends on them can be judged.

use locality::{
    Localities, PostcodeIndex,
    index::Columns,
    rulebook::{Catchment, CatchmentKind, Condition, Rulebook},
};

use super::Finding;

/// Whether a catchment is drawn by areas that the index does not have.
pub(super) fn hides_catchment(columns: Columns, catchment: &Catchment) -> bool {
    match catchment.kind {
        CatchmentKind::Wards { .. } => !columns.ward,
        CatchmentKind::Lsoas { .. } => !columns.lsoa,
        _ => false,
    }
}

/// Whether a condition asks for areas that the index does not have.
pub(super) fn hides_condition(columns: Columns, when: &Condition) -> bool {
    let place = &when.place;
    (!columns.ward && !place.wards.is_empty()) || (!columns.lsoa && !place.lsoas.is_empty())
}

/// The finding that the index lacks columns, told once for all rulebooks.
pub(super) fn check(localities: &Localities, index: &PostcodeIndex) -> Option<Finding> {
    let columns = index.columns();
    let hidden: Vec<String> = localities
        .rulebooks()
        .iter()
        .filter_map(|rulebook| {
            let lines: Vec<String> = lines(rulebook, columns).map(|one| one.to_string()).collect();
            let noun = if lines.len() == 1 { "line" } else { "lines" };
            (!lines.is_empty()).then(|| format!("{} {noun} {}", rulebook.id, lines.join(", ")))
        })
        .collect();
    let missing = match (columns.ward, columns.lsoa) {
        (false, false) => "wards and no LSOAs",
        (false, true) => "wards",
        _ => "LSOAs",
    };
    (!hidden.is_empty()).then(|| {
        Finding::error(
            "index_without_column",
            None,
            format!(
                "the postcode index {} has no {missing}, so what asks for them was not checked and \
                 applies to nobody ({})",
                index.about().version,
                hidden.join("; ")
            ),
            "build one from the full ONS Postcode Directory: `hubward postcodes build \
             --from ONSPD.zip --source-date YYYY-MM` (see docs/POSTCODES.md)",
        )
    })
}

/// The lines that ask for areas which the index does not have.
fn lines(rulebook: &Rulebook, columns: Columns) -> impl Iterator<Item = usize> {
    let catchments = rulebook.catchments.iter();
    let catchments = catchments.filter(move |one| hides_catchment(columns, one));
    let rules = rulebook.rules.iter().map(|one| (one.line, &one.when));
    let overrides = rulebook.overrides.iter().map(|one| (one.line, &one.when));
    let asking = rules.chain(overrides).filter(move |(_, when)| hides_condition(columns, when));
    catchments.map(|one| one.line).chain(asking.map(|(line, _)| line))
}
