//! A Family Hub as its authority declares it: where it is, whom it serves, when it is open, whether
//! it has room.

use jiff::civil::{Date, Time, Weekday};
use referral::{AccessNeed, InboxId, LanguageTag, Need, Postcode, SendStatus};

use crate::{Age, ChildFacts, Grid, PostcodeIndex};

/// A Family Hub.
#[derive(Debug, Clone)]
pub struct Hub {
    /// Its id, the second part of its inbox id.
    pub id: String,
    /// Its inbox.
    pub inbox: InboxId,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence or two.
    pub description: Option<String>,
    /// Where it is, in words.
    pub address: Option<String>,
    /// Its postcode.
    pub postcode: Option<String>,
    /// Its phone number.
    pub phone: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Its page.
    pub website: Option<String>,
    /// Its place, when the rulebook says; otherwise its postcode's.
    pub grid: Option<Grid>,
    /// The other places that belong to it.
    pub sites: Vec<Site>,
    /// The needs it helps with, sorted; `None` for all of them.
    pub needs: Option<Vec<Need>>,
    /// The ages of the children it is for.
    pub ages: Ages,
    /// The languages its staff speak. Never a reason to turn a family away.
    pub languages: Vec<LanguageTag>,
    /// What it offers to those who need it in order to use a hub; `None` when it was not declared.
    pub access: Option<Vec<AccessNeed>>,
    /// When it is open in a week.
    pub opening: Vec<Opening>,
    /// First day on which it takes families.
    pub opens: Option<Date>,
    /// First day on which it no longer does.
    pub closes: Option<Date>,
    /// When it is closed in between.
    pub closed: Vec<Closure>,
    /// Whether it has room.
    pub capacity: Capacity,
    /// Hubs that help out when it cannot, in order; by their place in the file.
    pub partners: Vec<usize>,
}

/// Another place that belongs to a hub.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its name.
    pub name: String,
    /// Its postcode.
    pub postcode: Option<String>,
    /// Its place, when the rulebook says; otherwise its postcode's.
    pub grid: Option<Grid>,
}

/// When a hub is open on some days of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Which days, in the order given.
    pub days: Vec<Weekday>,
    /// From this time.
    pub from: Time,
    /// To this time.
    pub to: Time,
}

/// A time in which a hub takes no family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Why.
    pub reason: String,
}

/// Whether a hub has room, as it declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Capacity {
    /// It takes no more families for now.
    pub full: bool,
    /// How many families it can take in a week.
    pub weekly: Option<u32>,
    /// When this was declared.
    pub on: Option<Date>,
}

/// The ages of the children that something is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ages {
    /// Children not born yet.
    pub unborn: bool,
    /// Whole years, from and to; `None` for none but the unborn.
    pub years: Option<(u8, u8)>,
    /// The last year for a child with special educational needs or a disability.
    pub to_with_send: u8,
}

impl Default for Ages {
    /// Whom Family Hubs are for: before birth to 19, to 25 with SEND.
    fn default() -> Self {
        Self { unborn: true, years: Some((0, 19)), to_with_send: 25 }
    }
}

impl Ages {
    /// Whether a child's age is among them; `None` when it is not known.
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
    /// Where it is; `None` when the rulebook does not say and the index does not know its postcode.
    pub fn place(&self, index: &PostcodeIndex) -> Option<Grid> {
        self.grid.or_else(|| place_of(self.postcode.as_deref(), index))
    }
}

fn place_of(postcode: Option<&str>, index: &PostcodeIndex) -> Option<Grid> {
    index.lookup(&Postcode::parse(postcode?).ok()?).ok()??.grid
}

impl Hub {
    /// Where it is; `None` when the rulebook does not say and the index does not know its postcode.
    pub fn place(&self, index: &PostcodeIndex) -> Option<Grid> {
        self.grid.or_else(|| place_of(self.postcode.as_deref(), index))
    }

    /// The square of the distance in metres to the nearest of its places; of one that cannot be
    /// found, as far as can be.
    pub(crate) fn distance_squared(&self, from: Grid, index: &PostcodeIndex) -> u64 {
        let sites = self.sites.iter().map(|site| site.place(index));
        let places = std::iter::once(self.place(index)).chain(sites).flatten();
        places.map(|place| place.distance_squared(from)).min().unwrap_or(u64::MAX)
    }

    /// Whether it helps with every one of some needs. Someone who is not sure is welcome anywhere.
    pub fn offers(&self, needs: impl IntoIterator<Item = Need>) -> bool {
        let Some(offered) = &self.needs else { return true };
        needs.into_iter().all(|need| need == Need::NotSure || offered.contains(&need))
    }
}
