//! Finds gaps and overlaps, catchments that cover nothing, and codes that no postcode of the
//! authority has.

use std::collections::BTreeMap;

use locality::{
    index::Columns,
    rulebook::{Catchment, CatchmentKind, Rulebook},
};
use referral::GssCode;

use super::{Finding, columns::hides_catchment, survey::Survey};

pub(super) fn check(rulebook: &Rulebook, survey: &Survey, columns: Columns) -> Vec<Finding> {
    let mut findings = codes(rulebook, survey, columns);
    let mut covered = vec![0usize; rulebook.catchments.len()];
    let mut first = vec![0usize; rulebook.catchments.len()];
    let mut gaps: BTreeMap<&str, usize> = BTreeMap::new();
    let mut overlaps: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for one in &survey.postcodes {
        let covering: Vec<usize> = (0..rulebook.catchments.len())
            .filter(|at| rulebook.catchments[*at].kind.covers(one.authority, &one.record))
            .collect();
        for at in &covering {
            covered[*at] += 1;
        }
        let Some(leading) = covering.first() else {
            *gaps.entry(one.authority.name).or_default() += 1;
            continue;
        };
        first[*leading] += 1;
        // The whole authority and the nearest hub take the rest, so they overlap on purpose.
        let mut drawn = covering.iter().filter(|at| particular(&rulebook.catchments[**at]));
        if let (Some(one), Some(other)) = (drawn.next(), drawn.next())
            && rulebook.catchments[*one].kind.hubs() != rulebook.catchments[*other].kind.hubs()
        {
            *overlaps.entry((*one, *other)).or_default() += 1;
        }
    }
    // Where the index hides some catchments, nothing is known about gaps.
    if rulebook.catchments.iter().any(|one| hides_catchment(columns, one)) {
        gaps.clear();
    }
    findings.extend(gaps.into_iter().map(|(district, count)| {
        Finding::warning(
            "gap",
            None,
            format!("no catchment covers {count} postcodes of {district}: they go to triage"),
            "add a catchment for them, or `kind = \"nearest\"` as the last one",
        )
    }));
    findings.extend(overlaps.into_iter().map(|((one, other), count)| {
        let (one, other) = (&rulebook.catchments[one], &rulebook.catchments[other]);
        Finding::warning(
            "overlap",
            Some(other.line),
            format!(
                "{count} postcodes lie in the catchment of line {} too, which comes first",
                one.line
            ),
            "draw them apart, or leave the order as the answer",
        )
    }));
    for (at, catchment) in rulebook.catchments.iter().enumerate() {
        if hides_catchment(columns, catchment) {
            continue;
        }
        if covered[at] == 0 {
            findings.push(Finding::error(
                "covers_nothing",
                Some(catchment.line),
                "this catchment covers no postcode of the authority",
                "correct its codes or its area, or take it out",
            ));
        } else if first[at] == 0 {
            findings.push(Finding::warning(
                "behind_others",
                Some(catchment.line),
                "other catchments come first everywhere this one covers",
                "it serves only families whom their hubs cannot take; if that is not meant, \
                 move it up",
            ));
        }
    }
    findings
}

fn particular(catchment: &Catchment) -> bool {
    !matches!(catchment.kind, CatchmentKind::Authority { .. } | CatchmentKind::Nearest { .. })
}

/// Finds wards and LSOAs that are named but that no postcode lies in.
fn codes(rulebook: &Rulebook, survey: &Survey, columns: Columns) -> Vec<Finding> {
    let mut named: Vec<(Option<usize>, &[GssCode], bool)> = Vec::new();
    for catchment in &rulebook.catchments {
        match &catchment.kind {
            CatchmentKind::Wards { wards, .. } => named.push((Some(catchment.line), wards, true)),
            CatchmentKind::Lsoas { lsoas, .. } => named.push((Some(catchment.line), lsoas, false)),
            _ => {}
        }
    }
    let rules = rulebook.rules.iter().map(|rule| (rule.line, &rule.when));
    let overrides = rulebook.overrides.iter().filter(|one| !one.beyond);
    for (line, when) in rules.chain(overrides.map(|one| (one.line, &one.when))) {
        named.push((Some(line), &when.place.wards, true));
        named.push((Some(line), &when.place.lsoas, false));
    }
    let wards = survey.codes(|record| record.ward);
    let lsoas = survey.codes(|record| record.lsoa);
    let mut findings = Vec::new();
    for (line, codes, is_ward) in named.into_iter().filter(|(_, codes, _)| !codes.is_empty()) {
        let (what, known, has) =
            if is_ward { ("ward", &wards, columns.ward) } else { ("LSOA", &lsoas, columns.lsoa) };
        for code in codes.iter().filter(|code| has && !known.contains_key(code)) {
            findings.push(Finding::error(
                "unknown_code",
                line,
                format!("no postcode of {} lies in the {what} {code}", rulebook.authority.name),
                "correct the code; it may have been replaced",
            ));
        }
    }
    findings
}
