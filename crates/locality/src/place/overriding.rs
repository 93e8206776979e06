//! Third step: a dated decision of a person, before any rule. Overrides of the family's own council
//! come first, then those of a council that takes families from beyond its border.

use referral::{InboxId, Lane};

use super::{Case, fitness, trail::Trail};
use crate::rulebook::{Override, Rulebook, Target};

/// Decides by the first override that is in force, applies, and leads to an open hub.
pub(super) fn step<'a>(case: &Case<'a>, trail: &mut Trail<'a>) -> Option<InboxId> {
    // A concern, or a family that was not asked, of a council that is not served here comes this
    // far too: no override may put it into a hub.
    if case.facts.lane != Lane::Agreed {
        return None;
    }
    let own = case
        .rulebook
        .into_iter()
        .flat_map(|rulebook| rulebook.overrides.iter().map(move |decision| (rulebook, decision)));
    let beyond = case.localities.beyond().filter(|(rulebook, _)| {
        case.rulebook.is_none_or(|own| own.authority.code != rulebook.authority.code)
    });
    own.chain(beyond).find_map(|(rulebook, decision)| {
        let inbox = apply(case, rulebook, decision, trail)?;
        trail.decided_by = Some(rulebook);
        Some(inbox)
    })
}

fn apply(
    case: &Case<'_>,
    rulebook: &Rulebook,
    decision: &Override,
    trail: &mut Trail<'_>,
) -> Option<InboxId> {
    let on = case.facts.on;
    if on < decision.from || decision.to_day < on {
        let day = |day: jiff::civil::Date| day.strftime("%-d %B %Y").to_string();
        let text =
            format!("It is in force from {} to {}.", day(decision.from), day(decision.to_day));
        trail.passed(name(decision), "not_in_force", text);
        return None;
    }
    if let Some(unmet) = decision.when.unmet(case.facts, &case.spot) {
        let (code, why) = unmet.told();
        trail.passed(name(decision), code, format!("It does not apply: {why}."));
        return None;
    }
    let inbox = match decision.to {
        Target::Triage => &rulebook.triage.inbox,
        Target::Hub(at) => {
            let hub = rulebook.hubs.get(at)?;
            if let Some(shut) = fitness::shut(hub, case.facts) {
                let (code, why) = shut.told();
                trail.passed(name(decision), code, format!("{} {why}.", hub.name));
                return None;
            }
            &hub.inbox
        }
    };
    trail.applied(name(decision), "override", decision.reason.as_str());
    trail.because("override", decision.reason.as_str());
    let until = decision.to_day.strftime("%-d %B %Y");
    trail.because("override_by", format!("{} decided this, until {until}.", decision.owner));
    Some(inbox.clone())
}

fn name(decision: &Override) -> String {
    format!("override {}", decision.id)
}
