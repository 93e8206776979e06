//! Fitness: whether a hub can take a family. It must be open that day, be for the family
//! (eligibility) and have room (capacity). When it cannot, one of the partners it declares may.

use crate::{
    Facts,
    rulebook::{Closure, Hub, Rulebook},
};

/// A reason why a hub cannot take a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unfit<'a> {
    /// The hub's first day is still to come.
    NotOpenYet,
    /// The hub closed for good.
    ClosedForGood,
    /// The hub is closed for a time.
    Closed(&'a Closure),
    /// The hub does not help with every need that was named.
    Need,
    /// The hub is for children of other ages.
    Age,
    /// The hub declared what it offers, and something that is needed is not there.
    Access,
    /// The hub declared that it has no room.
    Full,
}

impl Unfit<'_> {
    /// The stable code, and plain words that follow the hub's name.
    pub(super) fn told(self) -> (&'static str, String) {
        let (code, words) = match self {
            Self::NotOpenYet => ("hub_not_open_yet", "is not open yet"),
            Self::ClosedForGood => ("hub_closed", "has closed"),
            Self::Closed(closure) => {
                let day = closure.to.strftime("%-d %B %Y");
                return ("hub_closed_for_now", format!("is closed until {day}"));
            }
            Self::Need => ("need_not_offered", "does not help with every need that was named"),
            Self::Age => ("age_outside_range", "is for children of other ages"),
            Self::Access => ("access_not_offered", "does not have the access that is needed"),
            Self::Full => ("hub_full", "has no room at the moment"),
        };
        (code, words.to_owned())
    }
}

/// The reason why a hub is shut on the day, if it is.
pub(super) fn shut<'a>(hub: &'a Hub, facts: &Facts) -> Option<Unfit<'a>> {
    if hub.opens.is_some_and(|day| facts.on < day) {
        return Some(Unfit::NotOpenYet);
    }
    if hub.closes.is_some_and(|day| day <= facts.on) {
        return Some(Unfit::ClosedForGood);
    }
    let closed = hub.closed.iter().find(|one| (one.from..=one.to).contains(&facts.on));
    closed.map(Unfit::Closed)
}

/// The reason why a hub is not for a family, room aside.
pub(super) fn ineligible<'a>(hub: &'a Hub, facts: &Facts) -> Option<Unfit<'a>> {
    if let Some(shut) = shut(hub, facts) {
        return Some(shut);
    }
    if !hub.offers(facts.needs.iter()) {
        return Some(Unfit::Need);
    }
    // One child of the right age is enough: a hub supports the family. Unknown ages are left out.
    let mut known = facts.children.iter().filter_map(|child| hub.ages.fit(child)).peekable();
    if known.peek().is_some() && !known.any(|fits| fits) {
        return Some(Unfit::Age);
    }
    let offered = hub.access.as_ref();
    let lacking =
        offered.is_some_and(|offered| facts.access.iter().any(|need| !offered.contains(need)));
    lacking.then_some(Unfit::Access)
}

/// The reason why a hub cannot take a family, room included.
pub(super) fn unfit<'a>(hub: &'a Hub, facts: &Facts) -> Option<Unfit<'a>> {
    ineligible(hub, facts).or(hub.capacity.full.then_some(Unfit::Full))
}

/// The first of a hub's partners that can take a family which the hub cannot.
pub(super) fn partner<'a>(rulebook: &'a Rulebook, hub: &Hub, facts: &Facts) -> Option<&'a Hub> {
    let mut partners = hub.partners.iter().filter_map(|at| rulebook.hubs.get(*at));
    partners.find(|partner| unfit(partner, facts).is_none())
}
