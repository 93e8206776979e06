//! Placement: from facts to one inbox for any input, with every reason on the way. The order of the
//! steps is the order of decision: safety, agreement, (place,) override, boundary, rules and
//! catchments (each by eligibility, then capacity), fallback. Each step is a file and either
//! decides or leaves its reason and passes on. The pipeline deals with a family that a hub has open
//! already.

mod agreement;
mod boundary;
mod candidates;
mod catchment;
#[cfg(test)]
mod england_tests;
mod fallback;
mod fitness;
#[cfg(test)]
mod law_tests;
mod nearby;
mod overriding;
mod placement;
#[cfg(test)]
mod rule_tests;
mod rules;
mod safety;
#[cfg(test)]
mod tests;
mod trail;
mod whereabouts;

use jiff::civil::Date;
use referral::{InboxId, Location, Referral};

use self::trail::Trail;
use self::whereabouts::find;
pub use self::{
    candidates::Candidate,
    nearby::{HalfMiles, Hours, Nearby},
    placement::{AuthorityRef, Considered, Placement, Reason},
    whereabouts::councils_at,
};
use crate::{
    Facts, Localities, PhoneNow, PostcodeIndex, Whereabouts, rulebook::Rulebook, spot::Spot,
    working_days::WorkingDays,
};

/// The case that the steps decide on.
pub(crate) struct Case<'a> {
    facts: &'a Facts,
    spot: Spot,
    localities: &'a Localities,
    index: &'a PostcodeIndex,
    /// The rulebook of the council that the family lives in, when it has one here.
    rulebook: Option<&'a Rulebook>,
}

/// A step, which decides, or adds why it does not and returns `None`.
type Step = for<'a> fn(&Case<'a>, &mut Trail<'a>) -> Option<InboxId>;

const STEPS: [Step; 6] =
    [safety::step, agreement::step, overriding::step, boundary::step, rules::step, catchment::step];

impl Localities {
    /// The placement of a referral. Every input has one answer, and the same input has the same
    /// one.
    pub fn place(&self, facts: &Facts, index: &PostcodeIndex) -> Placement {
        place(self, facts, index)
    }

    /// The numbers to phone now, on a day, about a safeguarding concern.
    pub fn phone_now(&self, location: &Location, on: Date, index: &PostcodeIndex) -> PhoneNow {
        let rulebook = self.rulebook_at(location, on, index);
        rulebook.map_or_else(PhoneNow::national, |rulebook| {
            PhoneNow::of(rulebook.authority.name, &rulebook.front_door)
        })
    }

    /// The hubs near a family that may be told to it, the nearest first, up to a given number.
    /// Whether a child is known and where the referral goes have no part in it.
    pub fn nearby(
        &self,
        referral: &Referral,
        on: Date,
        index: &PostcodeIndex,
        most: usize,
    ) -> Vec<Nearby> {
        nearby::nearby(self, referral, on, index, most)
    }

    /// The day that is some working days after a day, as the hub works to which the rulebook alone
    /// sends the referral. Where that is no hub, or a place that must not be told, the days of any
    /// office count: the day says no more than the list of hubs nearby does.
    pub fn working_day_after(
        &self,
        referral: &Referral,
        on: Date,
        index: &PostcodeIndex,
        count: u8,
    ) -> Date {
        let days = if nearby::may_be_told(referral) {
            let inbox = self.place(&Facts::of(referral, on), index).inbox;
            let mut hubs = self.rulebooks().iter().flat_map(|rulebook| &rulebook.hubs);
            hubs.find(|hub| hub.inbox == inbox).map(WorkingDays::of)
        } else {
            None
        };
        days.unwrap_or_default().after(on, count)
    }

    /// The rulebook of the council in which a place lies, when it is served here.
    pub fn rulebook_at(
        &self,
        location: &Location,
        on: Date,
        index: &PostcodeIndex,
    ) -> Option<&Rulebook> {
        let spot = find(&Whereabouts::of(location), on, index).spot;
        spot.authority().and_then(|authority| self.rulebook_of(authority))
    }
}

/// Takes one referral through the steps.
fn place(localities: &Localities, facts: &Facts, index: &PostcodeIndex) -> Placement {
    let found = find(&facts.whereabouts, facts.on, index);
    let authority = found.spot.authority();
    let rulebook = authority.and_then(|authority| localities.rulebook_of(authority));
    let case = Case { facts, spot: found.spot, localities, index, rulebook };
    let mut trail = Trail::new(found.reasons);
    let inbox = STEPS
        .iter()
        .find_map(|step| step(&case, &mut trail))
        .unwrap_or_else(|| fallback::inbox(&case, &mut trail));
    let decided_by = trail.decided_by.or(rulebook);
    Placement {
        inbox_name: localities
            .inbox(&inbox)
            .map_or_else(|| inbox.to_string(), |info| info.name.clone()),
        inbox,
        authority: authority.and_then(AuthorityRef::upper_of),
        reasons: trail.reasons,
        considered: trail.considered,
        rulebook: decided_by.map(|rulebook| rulebook.edition.clone()),
        index: index.about().version.clone(),
    }
}
