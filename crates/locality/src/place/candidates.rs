//! The hubs among which a worker chooses by hand, and the place of a home for telling how near they
//! are. It decides nothing: a hub that cannot take the family is listed too, and says why.

use jiff::civil::Date;
use referral::{InboxId, Postcode};

use super::{AuthorityRef, Reason, find, fitness::unfit};
use crate::{
    Authority, Facts, Grid, Localities, PostcodeClass, PostcodeIndex, Whereabouts, rulebook::Hub,
    spot::Spot,
};

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

    /// The contact in an authority's area, when a rulebook here names one.
    pub fn contact_of(&self, authority: &Authority) -> Option<&crate::rulebook::Contact> {
        self.contact_in(authority)
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

impl AuthorityRef {
    /// The authority that runs children's services where a postcode is, on a day; `None` where the
    /// index does not tell.
    pub fn of_postcode(postcode: Postcode, on: Date, index: &PostcodeIndex) -> Option<Self> {
        let whereabouts = Whereabouts::Postcode { postcode: postcode.into(), authority: None };
        let authority = match find(&whereabouts, on, index).spot {
            Spot::Postcode { authority, .. } | Spot::Territory { authority, .. } => authority,
            Spot::Council(_) | Spot::Nowhere => return None,
        };
        Self::upper_of(authority)
    }
}
