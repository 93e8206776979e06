//! Finds rules and overrides that never decide, because of those before them or because nothing
//! fits them.

use jiff::civil::Date;
use locality::{
    Age, ChildFacts, Facts, Localities, PostcodeIndex, Whereabouts,
    rulebook::{Ages, Condition, Rulebook},
};
use referral::{GivenPostcode, Needs, SendStatus};

use super::{Finding, columns::hides_condition, probes::plain_at, survey::Survey};

/// The number of postcodes at which a rule is tried before it counts as unreachable.
const SAMPLE: usize = 4_000;

pub(super) fn check(
    localities: &Localities,
    index: &PostcodeIndex,
    rulebook: &Rulebook,
    survey: &Survey,
    on: Date,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let tried = |when: &Condition, name: &str, on: Date| {
        families(when, survey, on).any(|facts| {
            let placement = localities.place(&facts, index);
            placement.considered.iter().any(|one| one.applied && one.rule == name)
        })
    };
    let seen = |when: &Condition| !hides_condition(index.columns(), when);
    for rule in rulebook.rules.iter().filter(|rule| seen(&rule.when)) {
        if !tried(&rule.when, &format!("rule {}", rule.id), on) {
            findings.push(Finding::error(
                "rule_unreachable",
                Some(rule.line),
                format!("the rule `{}` never decides", rule.id),
                "rules above it take its families, its hub cannot take them, or no place fits it",
            ));
        }
    }
    for one in &rulebook.overrides {
        if one.to_day < on {
            findings.push(Finding::warning(
                "override_over",
                Some(one.line),
                format!("the override `{}` ended on {}", one.id, one.to_day),
                "take it out; earlier editions keep it",
            ));
        } else if seen(&one.when)
            && !tried(&one.when, &format!("override {}", one.id), one.from.max(on))
        {
            findings.push(Finding::error(
                "override_unreachable",
                Some(one.line),
                format!("the override `{}` never decides", one.id),
                "overrides above it take its families, its hub is shut, or no place fits it",
            ));
        }
    }
    findings
}

/// Families that meet a condition as far as it does not depend on the place, at postcodes that may
/// meet the rest.
fn families<'a>(
    when: &'a Condition,
    survey: &'a Survey,
    on: Date,
) -> impl Iterator<Item = Facts> + 'a {
    let named = when.place.postcodes.iter().map(|postcode| Whereabouts::Postcode {
        postcode: GivenPostcode::Full(*postcode),
        authority: None,
    });
    let fits = |one: &super::survey::Surveyed| {
        let place = &when.place;
        let district = one.authority.gss();
        place.is_empty()
            || district.is_some_and(|code| place.districts.contains(&code))
            || one.record.ward.is_some_and(|code| place.wards.contains(&code))
            || one.record.lsoa.is_some_and(|code| place.lsoas.contains(&code))
            || place
                .area
                .as_ref()
                .is_some_and(|area| one.record.grid.is_some_and(|grid| area.contains(grid)))
    };
    let fitting: Vec<_> = survey.postcodes.iter().filter(|one| fits(one)).collect();
    let step = fitting.len().div_ceil(SAMPLE).max(1);
    let places = fitting.into_iter().step_by(step).map(move |one| plain_at(one, on).whereabouts);
    let places: Vec<Whereabouts> = named.chain(places).collect();
    variants(when, on).into_iter().flat_map(move |facts| {
        let places = places.clone();
        places.into_iter().map(move |whereabouts| Facts { whereabouts, ..facts.clone() })
    })
}

/// One family for each value of each part, with the first value of the other parts.
fn variants(when: &Condition, on: Date) -> Vec<Facts> {
    let mut first = Facts::plain(Whereabouts::NotGiven { authority: None }, on);
    first.needs = Needs::new(when.needs.first().copied());
    first.referrer = when.sources.first().copied().unwrap_or(first.referrer);
    first.urgency = when.urgency.first().copied().unwrap_or(first.urgency);
    first.language = when.languages.first().cloned();
    first.interpreter_needed = when.interpreter.unwrap_or(false);
    first.access = when.access.first().copied().into_iter().collect();
    first.gp = when.gps.first().cloned();
    if when.ages.is_some() || !when.schools.is_empty() {
        let ages = when.ages.unwrap_or_default();
        first.children = vec![ChildFacts {
            age: an_age(ages),
            send: SendStatus::None,
            school: when.schools.first().cloned(),
        }];
    }
    let mut all = vec![first.clone()];
    all.extend(
        when.needs.iter().skip(1).map(|need| Facts { needs: Needs::new([*need]), ..first.clone() }),
    );
    all.extend(when.sources.iter().skip(1).map(|one| Facts { referrer: *one, ..first.clone() }));
    all.extend(when.urgency.iter().skip(1).map(|one| Facts { urgency: *one, ..first.clone() }));
    all.extend(
        when.languages
            .iter()
            .skip(1)
            .map(|one| Facts { language: Some(one.clone()), ..first.clone() }),
    );
    all.extend(when.access.iter().skip(1).map(|one| Facts { access: vec![*one], ..first.clone() }));
    all
}

/// An age that lies within the ages: the oldest year, since earlier rules are more often for young
/// children.
fn an_age(ages: Ages) -> Age {
    ages.years.map_or(Age::Unborn, |(_, to)| Age::Years(i16::from(to)))
}
