//! The hubs among which a worker chooses by hand, and the place of a home for telling how near they
//! are. It decides nothing: a hub that cannot take the family is listed too, and says why.

use jiff::civil::Date;
use referral::InboxId;

use super::{Reason, find, fitness::unfit};
use crate::{Authority, Facts, Grid, Localities, PostcodeIndex, Whereabouts, rulebook::Hub};

/// A hub that a worker may choose for a family.
#[derive(Debug, Clone)]
pub struct Candidate<'a> {
    /// The hub.
    pub hub: &'a Hub,
    /// The place of the hub; the nearest of its places, where the home's is known.
    pub place: Option<Grid>,
    /// The straight distance from the home in metres, where both places are known.
    pub metres: Option<u64>,
    /// The reason why the hub cannot take the family on the day, if there is one; the words follow
    /// the hub's name.
    pub unfit: Option<Reason>,
}

impl Localities {
    /// The hubs whose inboxes are among some, the nearest to a home first; those whose distance is not
    /// known come last, in the order of the rulebooks.
    pub fn candidates(
        &self,
        facts: &Facts,
        home: Option<Grid>,
        index: &PostcodeIndex,
        among: impl Fn(&InboxId) -> bool,
    ) -> Vec<Candidate<'_>> {
        let hubs = self.rulebooks().iter().flat_map(|rulebook| &rulebook.hubs);
        let mut all: Vec<Candidate<'_>> = hubs
            .filter(|hub| among(&hub.inbox))
            .map(|hub| Candidate::of(hub, facts, home, index))
            .collect();
        all.sort_by_key(|one| one.metres.unwrap_or(u64::MAX));
        all
    }
}

impl<'a> Candidate<'a> {
    fn of(hub: &'a Hub, facts: &Facts, home: Option<Grid>, index: &PostcodeIndex) -> Self {
        let sites = hub.sites.iter().map(|site| site.place(index));
        let places = std::iter::once(hub.place(index)).chain(sites).flatten();
        let away = |place: &Grid| home.map_or(0, |home| place.distance_squared(home));
        // The first of several equally near places is the hub's own.
        let place = places.min_by_key(away);
        let metres = home.zip(place).map(|(home, place)| place.distance_squared(home).isqrt());
        let unfit = unfit(hub, facts).map(|unfit| {
            let (code, words) = unfit.told();
            Reason::new(code, words)
        });
        Self { hub, place, metres, unfit }
    }
}

impl Whereabouts {
    /// The place of the home on the grid; `None` unless a postcode tells it.
    pub fn place(&self, on: Date, index: &PostcodeIndex) -> Option<Grid> {
        find(self, on, index).spot.record()?.grid
    }

    /// The authority in whose area the home is, as far as can be told.
    pub fn authority(&self, on: Date, index: &PostcodeIndex) -> Option<&'static Authority> {
        find(self, on, index).spot.authority()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use referral::{Need, Needs};

    use super::*;
    use crate::fixtures::{at, facts, index, localities};

    fn near(facts: &Facts, home: Option<Grid>) -> Vec<(String, Option<u64>, Option<String>)> {
        let of = |id: &InboxId| id.as_str().starts_with("westminster");
        let localities = localities();
        let all = localities.candidates(facts, home, &index(), of);
        let told = |one: Candidate<'_>| {
            (one.hub.id.clone(), one.metres, one.unfit.map(|unfit| unfit.code))
        };
        all.into_iter().map(told).collect()
    }

    #[test]
    fn hubs_are_listed_by_their_nearest_place_and_in_the_rulebook_s_order_without_a_home() {
        let facts = facts(at("W2 5PR"));
        let home = facts.whereabouts.place(facts.on, &index());
        let listed = near(&facts, home);
        let ids: Vec<&str> = listed.iter().map(|one| one.0.as_str()).collect();
        assert_eq!(ids, ["queens-park", "portman", "bessborough"]);
        assert_eq!(listed[0].1, Some(0), "the hub's other place is there");
        let unknown = near(&facts, None);
        let ids: Vec<&str> = unknown.iter().map(|one| one.0.as_str()).collect();
        assert_eq!(ids, ["bessborough", "portman", "queens-park"]);
        assert!(unknown.iter().all(|one| one.1.is_none()));
    }

    #[test]
    fn a_hub_that_cannot_take_the_family_is_listed_and_says_why() {
        let text = include_str!("../../../../localities/westminster.toml");
        let full = text.replacen("[[hub]]\n", "[[hub]]\ncapacity = { state = \"full\" }\n", 1);
        let localities = Localities::parse([("westminster.toml".to_owned(), full)]).unwrap();
        let mut facts = facts(at("SW1V 2AA"));
        facts.needs = Needs::new([Need::Housing]);
        let all = localities.candidates(&facts, None, &index(), |_| true);
        let unfit: Vec<_> = all.iter().map(|one| one.unfit.as_ref()).collect();
        assert_eq!(unfit[0].unwrap().code, "hub_full");
        assert!(unfit[1..].iter().all(Option::is_none));
    }

    #[test]
    fn the_place_and_the_authority_of_a_home_are_told_by_its_postcode() {
        let on = date(2026, 11, 29);
        let home = at("CM1 1LH");
        assert_eq!(home.authority(on, &index()).unwrap().name, "Chelmsford");
        assert_eq!(home.place(on, &index()).unwrap().easting, 572_740);
        let council = Whereabouts::NotGiven { authority: crate::fixtures::council("E09000033") };
        assert_eq!(council.place(on, &index()), None);
        assert_eq!(council.authority(on, &index()).unwrap().name, "Westminster");
    }
}
