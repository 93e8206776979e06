//! Finds hubs that nobody reaches, and hubs whose closing or fullness sends families to triage.

use std::collections::BTreeSet;

use jiff::civil::Date;
use locality::{
    Localities, PostcodeIndex,
    rulebook::{Hub, Rulebook, Target},
};

use super::{
    Finding,
    columns::hides_catchment,
    probes::{Reached, plain_at},
    survey::Survey,
};

/// The number of postcodes at which a day is tried.
const SAMPLE: usize = 2_000;

pub(super) fn check(
    localities: &Localities,
    index: &PostcodeIndex,
    rulebook: &Rulebook,
    survey: &Survey,
    reached: &Reached,
    on: Date,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let unseen = rulebook.catchments.iter().filter(|one| hides_catchment(index.columns(), one));
    let unseen = unseen.flat_map(|one| one.kind.hubs().iter().copied());
    let led_to: BTreeSet<usize> = targets(rulebook).chain(unseen).collect();
    for (at, hub) in rulebook.hubs.iter().enumerate() {
        let shut = hub.closes.is_some_and(|day| day <= on) || hub.opens.is_some_and(|day| on < day);
        let reachable = reached.any.contains(hub.inbox.as_str()) || led_to.contains(&at);
        if !reachable && !shut && !resting(hub, on) {
            findings.push(Finding::error(
                "hub_unreachable",
                None,
                format!("no family reaches {}", hub.name),
                "give it a catchment, a rule, or a hub that it partners",
            ));
        }
        if hub.capacity.full && hub.partners.is_empty() {
            findings.push(Finding::warning(
                "full_without_partner",
                None,
                format!("{} is full and has no partner: its families go to triage", hub.name),
                "name `partners`, or declare it open again",
            ));
        }
        if hub.place(index).is_none() {
            findings.push(Finding::error(
                "hub_without_place",
                None,
                format!("where {} is, is not known: the index has no such postcode", hub.name),
                "correct its `postcode`, or give its `grid`",
            ));
        }
        for day in days(hub, on) {
            findings.extend(stranded(localities, index, rulebook, survey, hub, day));
        }
    }
    findings
}

fn resting(hub: &Hub, on: Date) -> bool {
    hub.closed.iter().any(|one| (one.from..=one.to).contains(&on)) || hub.capacity.full
}

/// The hubs that rules, overrides and partners lead to.
fn targets(rulebook: &Rulebook) -> impl Iterator<Item = usize> {
    let rules = rulebook.rules.iter().map(|rule| rule.to);
    let overrides = rulebook.overrides.iter().map(|one| one.to);
    let targets = rules.chain(overrides).filter_map(|target| match target {
        Target::Hub(at) => Some(at),
        Target::Triage => None,
    });
    targets.chain(rulebook.hubs.iter().flat_map(|hub| hub.partners.iter().copied()))
}

/// The first day of each time, from today on, when a hub is shut.
fn days(hub: &Hub, on: Date) -> impl Iterator<Item = Date> {
    let closures =
        hub.closed.iter().filter(move |one| on <= one.to).map(move |one| one.from.max(on));
    closures.chain(hub.closes.filter(|day| on < *day))
}

/// Families who would go to the hub the day before, and on that day find no hub.
fn stranded(
    localities: &Localities,
    index: &PostcodeIndex,
    rulebook: &Rulebook,
    survey: &Survey,
    hub: &Hub,
    day: Date,
) -> Option<Finding> {
    let before = day.yesterday().ok()?;
    let mut stranded = 0;
    let mut own = 0;
    for one in survey.some(SAMPLE) {
        if localities.place(&plain_at(one, before), index).inbox != hub.inbox {
            continue;
        }
        own += 1;
        let then = localities.place(&plain_at(one, day), index).inbox;
        stranded += usize::from(then == rulebook.triage.inbox);
    }
    (stranded > 0).then(|| {
        let percent = stranded * 100 / own;
        Finding::error(
            "closure_strands",
            None,
            format!(
                "when {} is shut on {day}, {percent} % of its families find no hub and go to triage",
                hub.name
            ),
            "name `partners` for it, an override for the time, or a last catchment `nearest`",
        )
    })
}
