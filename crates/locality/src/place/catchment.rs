//! Which hub serves the place: the rulebook's catchments in their order, the first that covers it.

use referral::InboxId;

use super::{Case, Spot, placement::Reason};
use crate::{
    Authority, Grid,
    rulebook::{Catchment, Hub, Rulebook},
};

/// Decides by the rulebook's catchments.
pub(super) fn step(case: &Case<'_>, reasons: &mut Vec<Reason>) -> Option<InboxId> {
    let rulebook = case.rulebook?;
    let Spot::Postcode { authority, grid } = case.spot else {
        reasons.push(Reason::new(
            "place_not_exact",
            "Where in the council’s area the family lives is not known, so triage finds the hub.",
        ));
        return None;
    };
    let covered = rulebook
        .catchments
        .iter()
        .find_map(|catchment| cover(catchment, rulebook, authority, grid));
    let Some((hub, reason)) = covered else {
        let why = format!("No hub’s area covers this part of {}.", authority.name);
        reasons.push(Reason::new("no_catchment", why));
        return None;
    };
    reasons.push(reason);
    Some(hub.inbox.clone())
}

fn cover<'a>(
    catchment: &Catchment,
    rulebook: &'a Rulebook,
    authority: &Authority,
    grid: Option<Grid>,
) -> Option<(&'a Hub, Reason)> {
    match catchment {
        Catchment::Authority { hub } => {
            let hub = rulebook.hubs.get(*hub)?;
            let why = format!("{} serves all of {}.", hub.name, rulebook.authority.in_sentence());
            Some((hub, Reason::new("authority_hub", why)))
        }
        Catchment::District { district, hub } => {
            if district.code != authority.code {
                return None;
            }
            let hub = rulebook.hubs.get(*hub)?;
            let why = format!("{} serves {}.", hub.name, district.name);
            Some((hub, Reason::new("district_hub", why)))
        }
        Catchment::Nearest { hubs } => {
            let from = grid?;
            // The first of two equally near wins: the file's order decides, never chance.
            let nearest = hubs
                .iter()
                .filter_map(|at| rulebook.hubs.get(*at))
                .filter_map(|hub| Some((hub.distance_squared(from)?, hub)))
                .min_by_key(|(distance, _)| *distance)?
                .1;
            let why = format!(
                "{} is the nearest hub in {}.",
                nearest.name,
                rulebook.authority.in_sentence()
            );
            Some((nearest, Reason::new("nearest_hub", why)))
        }
    }
}
