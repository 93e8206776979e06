//! Sixth step: the hub that serves the place. The rulebook's catchments are tried in their order;
//! the first that covers the place, and whose hub or its partner can take the family, decides.

use referral::InboxId;

use super::{
    Case, Reason, Spot,
    fitness::{self, Unfit},
    trail::Trail,
};
use crate::{
    Authority, Grid,
    rulebook::{CatchmentKind, Hub, Rulebook},
};

/// Decides by the rulebook's catchments.
pub(super) fn step<'a>(case: &Case<'a>, trail: &mut Trail<'a>) -> Option<InboxId> {
    let rulebook = case.rulebook?;
    let Spot::Postcode { authority, record } = &case.spot else {
        trail.because(
            "place_not_exact",
            "Where in the council’s area the family lives is not known, so triage finds the hub.",
        );
        return None;
    };
    let mut covered = false;
    let mut missed = 0;
    for (number, catchment) in (1..).zip(&rulebook.catchments) {
        let kind = &catchment.kind;
        let candidate = match kind {
            CatchmentKind::Nearest { hubs } => record.grid.map(|from| {
                covered = true;
                skip(&mut missed, number, trail);
                nearest(case, rulebook, hubs, from, trail)
            }),
            _ => kind.covers(authority, record).then(|| {
                covered = true;
                kind.hubs().first().and_then(|at| rulebook.hubs.get(*at))
            }),
        };
        let Some(candidate) = candidate else {
            missed += 1;
            continue;
        };
        skip(&mut missed, number, trail);
        let name = format!("catchment {number} ({})", kind.code());
        let Some(hub) = candidate else {
            trail.passed(name, "no_hub_fits", "No hub of it can take this family.");
            continue;
        };
        if let Some(inbox) = take(case, rulebook, kind, name, hub, authority, trail) {
            return Some(inbox);
        }
    }
    skip(&mut missed, rulebook.catchments.len() + 1, trail);
    if covered {
        trail.because("no_hub_fits", "No hub that serves this place can take this family.");
    } else {
        let why = format!("No hub’s area covers this part of {}.", authority.name);
        trail.because("no_catchment", why);
    }
    None
}

/// Notes the catchments just passed over as one.
fn skip(missed: &mut usize, next: usize, trail: &mut Trail<'_>) {
    let last = next - 1;
    match *missed {
        0 => return,
        1 => {
            trail.passed(
                format!("catchment {last}"),
                "other_place",
                "It does not cover the place.",
            );
        }
        many => trail.passed(
            format!("catchments {} to {last}", next - many),
            "other_place",
            "They do not cover the place.",
        ),
    }
    *missed = 0;
}

/// The hub's inbox, or that of a partner where the hub itself cannot take the family.
fn take(
    case: &Case<'_>,
    rulebook: &Rulebook,
    kind: &CatchmentKind,
    name: String,
    hub: &Hub,
    authority: &Authority,
    trail: &mut Trail<'_>,
) -> Option<InboxId> {
    let reason = reason(kind, hub, rulebook, authority);
    let Some(unfit) = fitness::unfit(hub, case.facts) else {
        trail.applied(name, &reason.code, reason.text.as_str());
        trail.reasons.push(reason);
        return Some(hub.inbox.clone());
    };
    let (code, why) = unfit.told();
    let why = format!("{} {why}.", hub.name);
    let Some(partner) = fitness::partner(rulebook, hub, case.facts) else {
        trail.passed(name, code, why.as_str());
        // The same reason is given once, though several hubs have no room.
        if trail.reasons.last().is_none_or(|last| last.text != why) && trail.reasons.len() < 5 {
            trail.because(code, why);
        }
        return None;
    };
    trail.applied(name, code, why.as_str());
    trail.reasons.push(reason);
    trail.because(code, why);
    trail.because("partner_hub", format!("{} is its partner and can help.", partner.name));
    Some(partner.inbox.clone())
}

/// The nearest hub that is for the family, room aside: a full one passes it to its partner. When
/// there is none, the nearest whose partner is. Of two equally near hubs the first in the file
/// wins: never chance.
fn nearest<'a>(
    case: &Case<'_>,
    rulebook: &'a Rulebook,
    hubs: &[usize],
    from: Grid,
    trail: &mut Trail<'_>,
) -> Option<&'a Hub> {
    let mut best: Option<(u64, &Hub)> = None;
    let mut turned: Vec<(u64, &Hub, Unfit<'_>)> = Vec::new();
    for hub in hubs.iter().filter_map(|at| rulebook.hubs.get(*at)) {
        let distance = hub.distance_squared(from, case.index);
        if best.is_some_and(|(least, _)| least <= distance) {
            continue;
        }
        match fitness::ineligible(hub, case.facts) {
            None => best = Some((distance, hub)),
            Some(unfit) => turned.push((distance, hub, unfit)),
        }
    }
    turned.retain(|(distance, ..)| best.is_none_or(|(least, _)| *distance < least));
    if best.is_none() {
        turned.sort_by_key(|(distance, ..)| *distance);
        let helped = |hub: &&Hub| fitness::partner(rulebook, hub, case.facts).is_some();
        return turned.iter().map(|(_, hub, _)| *hub).find(helped);
    }
    for (_, hub, unfit) in turned {
        let (code, why) = unfit.told();
        trail.passed(format!("hub {}", hub.id), code, format!("{} is nearer but {why}.", hub.name));
    }
    best.map(|(_, hub)| hub)
}

fn reason(kind: &CatchmentKind, hub: &Hub, rulebook: &Rulebook, authority: &Authority) -> Reason {
    let council = rulebook.authority;
    let name = &hub.name;
    match kind {
        CatchmentKind::Authority { .. } => {
            Reason::new("authority_hub", format!("{name} serves all of {}.", council.in_sentence()))
        }
        CatchmentKind::District { .. } => {
            Reason::new("district_hub", format!("{name} serves {}.", authority.name))
        }
        CatchmentKind::Wards { .. } => {
            Reason::new("ward_hub", format!("{name} serves this electoral ward."))
        }
        CatchmentKind::Lsoas { .. } => {
            Reason::new("lsoa_hub", format!("{name} serves this neighbourhood."))
        }
        CatchmentKind::Polygon { .. } => {
            Reason::new("area_hub", format!("{name} serves the area around this address."))
        }
        CatchmentKind::Nearest { .. } => Reason::new(
            "nearest_hub",
            format!("{name} is the nearest hub in {}.", council.in_sentence()),
        ),
    }
}
