//! Reads the rules and overrides of a file.

use std::{collections::BTreeSet, ops::Range};

use referral::{OdsCode, Postcode, Urn};
use toml::Spanned;

use super::{
    Parse,
    areas::{LSOAS, WARDS},
    hubs,
};
use crate::rulebook::{
    Condition, Override, PlaceCondition, Rule, Target, check,
    file::{OverrideTable, RuleTable, WhenTable},
};

/// The longest reason, in characters: it is read in an inbox.
const LONGEST_REASON: usize = 120;

pub(super) fn rules(tables: &[Spanned<RuleTable>], reading: &mut Parse<'_>) -> Vec<Rule> {
    let mut seen = BTreeSet::new();
    let mut rules = Vec::new();
    for spanned in tables {
        let (span, table) = (spanned.span(), spanned.get_ref());
        let id = unique(&table.id, &mut seen, reading);
        let when = condition(&table.when, false, reading);
        if when.is_empty() {
            reading.faults.at(
                span.clone(),
                format!("the rule `{id}` is for every family"),
                "say under `when` whom it is for; a hub for everybody is a catchment",
            );
        }
        let to = target(&span, table.hub.as_ref(), table.to.as_ref(), reading);
        let reason = check::text(&table.reason, LONGEST_REASON, &mut reading.faults);
        let line = reading.faults.line(span.start);
        rules.extend(to.map(|to| Rule { id, line, when, to, reason }));
    }
    rules
}

pub(super) fn overrides(
    tables: &[Spanned<OverrideTable>],
    reading: &mut Parse<'_>,
) -> Vec<Override> {
    let mut seen = BTreeSet::new();
    let mut overrides = Vec::new();
    for spanned in tables {
        let (span, table) = (spanned.span(), spanned.get_ref());
        let id = unique(&table.id, &mut seen, reading);
        let from = check::date(&table.from, &mut reading.faults);
        let until = check::date(&table.until, &mut reading.faults);
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            reading.faults.at(
                table.until.span(),
                "this override ends before it begins",
                "swap the two days",
            );
        }
        let when = condition(&table.when, table.beyond, reading);
        if table.beyond && when.place.is_empty() {
            reading.faults.at(
                span.clone(),
                "this override would take families from everywhere",
                "say under `when` which districts, wards, postcodes or area it is for",
            );
        }
        let owner = check::name(&table.owner, &mut reading.faults);
        let reason = check::text(&table.reason, LONGEST_REASON, &mut reading.faults);
        let to = target(&span, table.hub.as_ref(), table.to.as_ref(), reading);
        let line = reading.faults.line(span.start);
        if let (Some(from), Some(to_day), Some(to)) = (from, until, to) {
            let beyond = table.beyond;
            overrides.push(Override { id, line, from, to_day, owner, when, beyond, to, reason });
        }
    }
    overrides
}

fn unique(id: &Spanned<String>, seen: &mut BTreeSet<String>, reading: &mut Parse<'_>) -> String {
    let text = check::slug(id, &mut reading.faults);
    if !seen.insert(text.clone()) {
        reading.faults.at(
            id.span(),
            format!("`{text}` is the id of another one above"),
            "give each an id of its own",
        );
    }
    text
}

fn target(
    span: &Range<usize>,
    hub: Option<&Spanned<String>>,
    to: Option<&Spanned<String>>,
    reading: &mut Parse<'_>,
) -> Option<Target> {
    match (hub, to) {
        (Some(hub), None) => reading.hub(hub.span(), hub.get_ref()).map(Target::Hub),
        (None, Some(to)) if to.get_ref() == "triage" => Some(Target::Triage),
        (None, Some(to)) => {
            reading.faults.at(
                to.span(),
                format!("`{}` is not a place a rule can lead to", to.get_ref()),
                "write `to = \"triage\"`, or name a hub with `hub`",
            );
            None
        }
        _ => {
            reading.faults.at(
                span.clone(),
                "it is not clear where this leads",
                "write either `hub = \"…\"` or `to = \"triage\"`",
            );
            None
        }
    }
}

fn condition(table: &WhenTable, anywhere: bool, reading: &mut Parse<'_>) -> Condition {
    let place = place(table, anywhere, reading);
    let faults = &mut reading.faults;
    let schools = table.schools.iter().filter_map(|urn| {
        check::parsed(urn, Urn::parse, "a school's URN", "write its six digits", faults)
    });
    let schools = schools.collect();
    let gps = table.gps.iter().filter_map(|code| {
        let help = "write its ODS code, as in `A81001`";
        check::parsed(code, OdsCode::parse, "a GP practice's code", help, faults)
    });
    let gps = gps.collect();
    Condition {
        place,
        needs: check::codes(&table.needs, faults),
        ages: table.ages.as_ref().map(|ages| check::ages(ages, faults)),
        sources: check::codes(&table.sources, faults),
        urgency: check::codes(&table.urgency, faults),
        languages: hubs::languages(&table.languages, faults),
        interpreter: table.interpreter,
        access: check::codes(&table.access, faults),
        schools,
        gps,
    }
}

fn place(table: &WhenTable, anywhere: bool, reading: &mut Parse<'_>) -> PlaceCondition {
    let mut place = PlaceCondition::default();
    for code in &table.districts {
        let district = reading.district(code.span(), code.get_ref(), anywhere);
        place.districts.extend(district.and_then(crate::Authority::gss));
    }
    for code in &table.wards {
        place.wards.extend(reading.area_code(
            code.span(),
            code.get_ref(),
            "an electoral ward",
            WARDS,
        ));
    }
    for code in &table.lsoas {
        place.lsoas.extend(reading.area_code(
            code.span(),
            code.get_ref(),
            "a lower-layer super output area",
            LSOAS,
        ));
    }
    for text in &table.postcodes {
        let help = "write it in full, as in `SW1V 2AA`; the first part of a postcode may lie in \
                    several councils, so no rule can ask for it";
        let faults = &mut reading.faults;
        place.postcodes.extend(check::parsed(
            text,
            Postcode::parse,
            "a full postcode",
            help,
            faults,
        ));
    }
    place.area = table.area.as_ref().and_then(|area| {
        let drawn = area.get_ref();
        reading.drawn(area.span(), &drawn.file, drawn.feature.as_deref())
    });
    for codes in [&mut place.districts, &mut place.wards, &mut place.lsoas] {
        codes.sort_unstable();
    }
    place.postcodes.sort_unstable();
    place
}
