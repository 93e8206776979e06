//! Finds rules that give less help because of a language or a need. They may be meant well, but
//! their publisher should have thought about it.

use std::collections::BTreeSet;

use locality::rulebook::{Condition, Hub, Rule, Rulebook, Target};
use referral::Need;

use super::Finding;

pub(super) fn check(rulebook: &Rulebook) -> Vec<Finding> {
    let usual = offered(rulebook.catchments.iter().flat_map(|one| one.kind.hubs()), rulebook);
    rulebook.rules.iter().filter_map(|rule| less(rulebook, rule, &usual)).collect()
}

/// All needs that any of the hubs helps with.
fn offered<'a>(hubs: impl Iterator<Item = &'a usize>, rulebook: &Rulebook) -> BTreeSet<Need> {
    let hubs: BTreeSet<&usize> = hubs.collect();
    hubs.into_iter().filter_map(|at| rulebook.hubs.get(*at)).flat_map(needs_of).collect()
}

fn needs_of(hub: &Hub) -> Vec<Need> {
    hub.needs.clone().unwrap_or_else(|| Need::ALL.to_vec())
}

fn less(rulebook: &Rulebook, rule: &Rule, usual: &BTreeSet<Need>) -> Option<Finding> {
    let about = about(&rule.when)?;
    let told = |what: String| {
        Some(Finding::warning(
            "less_help",
            Some(rule.line),
            format!("because of {about}, the rule `{}` {what}", rule.id),
            "make sure that these families get no less than others, or take the rule out",
        ))
    };
    let hub = match rule.to {
        Target::Triage => {
            return told("sends families to triage where others get a hub".to_owned());
        }
        Target::Hub(at) => rulebook.hubs.get(at)?,
    };
    if hub.capacity.full {
        return told(format!("sends families to {}, which has no room", hub.name));
    }
    let own: BTreeSet<Need> = needs_of(hub).into_iter().collect();
    // A rule for some needs may lead to a hub for only those.
    let wanted: BTreeSet<Need> = if rule.when.needs.is_empty() {
        usual.clone()
    } else {
        rule.when.needs.iter().copied().collect()
    };
    let missing: Vec<&str> = wanted.difference(&own).map(|need| need.code()).collect();
    if missing.is_empty() {
        return None;
    }
    told(format!("sends families to {}, which does not help with {}", hub.name, missing.join(", ")))
}

/// The fact about a family that the rule looks at and that must not cost the family help.
fn about(when: &Condition) -> Option<&'static str> {
    if !when.languages.is_empty() {
        Some("a language")
    } else if when.interpreter == Some(true) {
        Some("an interpreter")
    } else if !when.needs.is_empty() {
        Some("a need")
    } else if !when.access.is_empty() {
        Some("an access need")
    } else {
        None
    }
}
