//! A Family Hub as its authority declares it: where it is, which families it serves, when it is
//! open, and whether it has room.

use jiff::civil::{Date, Time, Weekday};
use referral::{AccessNeed, InboxId, LanguageTag, Need, Postcode, SendStatus};

use crate::{Age, ChildFacts, Grid, PostcodeIndex};

/// A Family Hub, as a rulebook declares it.
#[derive(Debug, Clone)]
pub struct Hub {
    /// The hub's id, the second part of its inbox id.
    pub id: String,
    /// The hub's inbox.
    pub inbox: InboxId,
    /// The hub's name.
    pub name: String,
    /// The hub's description, in a sentence or two.
    pub description: Option<String>,
    /// The hub's address in words.
    pub address: Option<String>,
    /// The hub's postcode.
    pub postcode: Option<String>,
    /// The hub's phone number.
    pub phone: Option<String>,
    /// The hub's e-mail address.
    pub email: Option<String>,
    /// The address of the hub's page.
    pub website: Option<String>,
    /// The hub's place, when the rulebook gives it; otherwise its postcode's place counts.
    pub grid: Option<Grid>,
    /// The other places that belong to the hub.
    pub sites: Vec<Site>,
    /// The needs that the hub helps with, sorted; `None` for all of them.
    pub needs: Option<Vec<Need>>,
    /// The ages of the children that the hub is for.
    pub ages: Ages,
    /// The languages that its staff speak. They are never a reason to turn a family away.
    pub languages: Vec<LanguageTag>,
    /// The help it offers to those who need it in order to use a hub; `None` when it was not
    /// declared.
    pub access: Option<Vec<AccessNeed>>,
    /// The times at which it is open in a week.
    pub opening: Vec<Opening>,
    /// The first day on which it takes families.
    pub opens: Option<Date>,
    /// The first day on which it no longer takes families.
    pub closes: Option<Date>,
    /// The times at which it is closed in between.
    pub closed: Vec<Closure>,
    /// Whether the hub has room.
    pub capacity: Capacity,
    /// The hubs that help out when it cannot, in order, by their place in the file.
    pub partners: Vec<usize>,
}

/// Another place that belongs to a hub.
#[derive(Debug, Clone)]
pub struct Site {
    /// The site's name.
    pub name: String,
    /// The site's postcode.
    pub postcode: Option<String>,
    /// The site's place, when the rulebook gives it; otherwise its postcode's place counts.
    pub grid: Option<Grid>,
}

/// The opening times of a hub on some days of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The days, in the order given.
    pub days: Vec<Weekday>,
    /// The time at which it opens.
    pub from: Time,
    /// The time at which it closes.
    pub to: Time,
}

/// A time in which a hub takes no family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// The first day of the closure.
    pub from: Date,
    /// The last day of the closure.
    pub to: Date,
    /// The reason for the closure.
    pub reason: String,
}

/// Whether a hub has room, as it declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Capacity {
    /// Whether it takes no more families for now.
    pub full: bool,
    /// The number of families it can take in a week.
    pub weekly: Option<u32>,
    /// The day on which this was declared.
    pub on: Option<Date>,
}

/// The ages of the children that something is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ages {
    /// Whether children not born yet are included.
    pub unborn: bool,
    /// The whole years, from and to; `None` where only the unborn are included.
    pub years: Option<(u8, u8)>,
    /// The last year for a child with special educational needs or a disability.
    pub to_with_send: u8,
}

impl Default for Ages {
    /// The ages that Family Hubs are for: before birth to 19, to 25 with SEND.
    fn default() -> Self {
        Self { unborn: true, years: Some((0, 19)), to_with_send: 25 }
    }
}

impl Ages {
    /// Whether a child's age is among these ages; `None` when it is not known.
    pub(crate) fn fit(self, child: &ChildFacts) -> Option<bool> {
        match child.age {
            Age::NotKnown => None,
            Age::Unborn => Some(self.unborn),
            Age::Years(years) => Some(self.years.is_some_and(|(from, to)| {
                let send = matches!(child.send, SendStatus::Support | SendStatus::Ehcp);
                let to = if send { self.to_with_send.max(to) } else { to };
                (i16::from(from)..=i16::from(to)).contains(&years)
            })),
        }
    }
}

impl Site {
    /// The place of the site; `None` when the rulebook does not give it and the index does not know
    /// its postcode.
    pub fn place(&self, index: &PostcodeIndex) -> Option<Grid> {
        self.grid.or_else(|| place_of(self.postcode.as_deref(), index))
    }
}

fn place_of(postcode: Option<&str>, index: &PostcodeIndex) -> Option<Grid> {
    index.lookup(&Postcode::parse(postcode?).ok()?).ok()??.grid
}

impl Hub {
    /// The place of the hub; `None` when the rulebook does not give it and the index does not know
    /// its postcode.
    pub fn place(&self, index: &PostcodeIndex) -> Option<Grid> {
        self.grid.or_else(|| place_of(self.postcode.as_deref(), index))
    }

    /// The square of the distance in metres to the nearest of the hub's places; the greatest number
    /// when none can be found.
    pub(crate) fn distance_squared(&self, from: Grid, index: &PostcodeIndex) -> u64 {
        let sites = self.sites.iter().map(|site| site.place(index));
        let places = std::iter::once(self.place(index)).chain(sites).flatten();
        places.map(|place| place.distance_squared(from)).min().unwrap_or(u64::MAX)
    }

    /// Whether the hub helps with every one of some needs. Someone who is not sure is welcome
    /// anywhere.
    pub fn offers(&self, needs: impl IntoIterator<Item = Need>) -> bool {
        let Some(offered) = &self.needs else { return true };
        needs.into_iter().all(|need| need == Need::NotSure || offered.contains(&need))
    }
}
