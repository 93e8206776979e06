//! Fifth step: the rulebook's rules in their order. The first whose condition holds and whose hub
//! can take the family decides; a hub that cannot may have a partner that can.

use referral::InboxId;

use super::{Case, fitness, trail::Trail};
use crate::rulebook::{Rule, Rulebook, Target};

/// Decides by the rulebook's rules.
pub(super) fn step<'a>(case: &Case<'a>, trail: &mut Trail<'a>) -> Option<InboxId> {
    let rulebook = case.rulebook?;
    rulebook.rules.iter().find_map(|rule| apply(case, rulebook, rule, trail))
}

fn apply(
    case: &Case<'_>,
    rulebook: &Rulebook,
    rule: &Rule,
    trail: &mut Trail<'_>,
) -> Option<InboxId> {
    let name = format!("rule {}", rule.id);
    if let Some(unmet) = rule.when.unmet(case.facts, &case.spot) {
        let (code, why) = unmet.told();
        trail.passed(name, code, format!("It does not apply: {why}."));
        return None;
    }
    let Target::Hub(at) = rule.to else {
        trail.applied(name, "rule", rule.reason.as_str());
        trail.because("rule", rule.reason.as_str());
        return Some(rulebook.triage.inbox.clone());
    };
    let hub = rulebook.hubs.get(at)?;
    let Some(unfit) = fitness::unfit(hub, case.facts) else {
        trail.applied(name, "rule", rule.reason.as_str());
        trail.because("rule", rule.reason.as_str());
        return Some(hub.inbox.clone());
    };
    let (code, why) = unfit.told();
    let Some(partner) = fitness::partner(rulebook, hub, case.facts) else {
        trail.passed(name, code, format!("{} {why}.", hub.name));
        return None;
    };
    trail.applied(name, code, format!("{} {why}.", hub.name));
    trail.because("rule", rule.reason.as_str());
    trail.because(code, format!("{} {why}.", hub.name));
    trail.because("partner_hub", format!("{} is its partner and can help.", partner.name));
    Some(partner.inbox.clone())
}
