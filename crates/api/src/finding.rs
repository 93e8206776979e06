//! Help for a worker to find the hub for an entry by hand, and the list of councils to hand over to.

use jiff::civil::Weekday;
use locality::rulebook;
use pipeline::collect::Worker;
use pipeline::rows::EntryRow;
use referral::{GssCode, InboxId, Nation, Need};
use schemars::JsonSchema;
use serde::Serialize;

use crate::code::Code;
use crate::entry::Entry;
use crate::placement::{Placement, Reason};
use crate::texts;

/// Help to find the hub for an entry.
#[derive(Serialize, JsonSchema)]
pub struct Finding<'a> {
    /// The entry itself.
    pub entry: Entry<'a>,
    /// Where the rulebook would place it today, and why; null where nothing that it says can be read.
    pub placement: Option<Placement<'a>>,
    /// Whether the place of the home has no part in the list, as somebody could come to harm.
    pub place_hidden: bool,
    /// The hubs that it may be sent to, the nearest to the home first.
    pub hubs: Vec<CandidateHub<'a>>,
}

/// A hub that an entry may be sent to.
#[derive(Serialize, JsonSchema)]
pub struct CandidateHub<'a> {
    /// The id of the hub's inbox.
    #[schemars(with = "texts::InboxId")]
    pub inbox: &'a InboxId,
    /// The hub's name.
    pub name: &'a str,
    /// The hub's address in words.
    pub address: Option<&'a str>,
    /// The hub's postcode.
    pub postcode: Option<&'a str>,
    /// The hub's phone number.
    pub phone: Option<&'a str>,
    /// The hub's e-mail address.
    pub email: Option<&'a str>,
    /// The times at which the hub is open in a week.
    pub opening: Vec<OpeningTimes>,
    /// The needs that the hub helps with; null for all of them.
    #[schemars(with = "Option<Vec<Code<Need>>>")]
    pub needs: Option<&'a [Need]>,
    /// The straight distance from the home in metres; null where one of the places is not known or
    /// not told.
    pub metres: Option<u64>,
    /// The reason why the hub cannot take the family today, in words that follow its name; null where
    /// there is none.
    pub unfit: Option<Reason<'a>>,
}

/// Times at which a hub is open.
#[derive(Serialize, JsonSchema)]
pub struct OpeningTimes {
    /// The days of the week, in English.
    pub days: Vec<&'static str>,
    /// The time at which it opens: HH:MM.
    #[schemars(with = "texts::TimeOfDay")]
    pub from: String,
    /// The time at which it closes: HH:MM.
    #[schemars(with = "texts::TimeOfDay")]
    pub to: String,
}

/// The councils that run children's services, by nation and then by name.
#[derive(Serialize, JsonSchema)]
pub struct AuthorityList<'a> {
    /// The councils.
    pub authorities: Vec<ListedAuthority<'a>>,
}

/// A council in the list.
#[derive(Serialize, JsonSchema)]
pub struct ListedAuthority<'a> {
    /// The council's GSS code, or a territory's pseudo-code.
    #[schemars(with = "texts::AuthorityCode")]
    pub code: Option<GssCode>,
    /// The council's name.
    pub name: &'static str,
    /// The nation that it lies in.
    #[schemars(with = "String")]
    pub nation: Nation,
    /// The districts in its area that have a council of their own.
    pub districts: Vec<&'static str>,
    /// Whether it has inboxes here.
    pub served: bool,
    /// Its contact, as far as the rulebooks here have one.
    pub contact: Option<AuthorityContact<'a>>,
}

/// The contact of a council.
#[derive(Serialize, JsonSchema)]
pub struct AuthorityContact<'a> {
    /// The name of the service that answers.
    pub name: &'a str,
    /// Its phone number.
    pub phone: &'a str,
    /// Its e-mail address.
    pub email: Option<&'a str>,
    /// The number to phone about a safeguarding concern in office hours.
    pub concerns_in_hours: Option<&'a str>,
    /// The number to phone about one at all other times.
    pub concerns_out_of_hours: Option<&'a str>,
}

impl<'a> Finding<'a> {
    /// The help with an entry, as this worker sees it.
    pub fn new(
        entry: &'a EntryRow,
        worker: &Worker,
        placement: Option<&'a locality::Placement>,
        place_hidden: bool,
        hubs: &'a [locality::Candidate<'a>],
    ) -> Self {
        Self {
            entry: Entry::new(entry, worker),
            placement: placement.map(Placement::from),
            place_hidden,
            hubs: hubs.iter().map(CandidateHub::from).collect(),
        }
    }
}

impl<'a> From<&'a locality::Candidate<'a>> for CandidateHub<'a> {
    fn from(one: &'a locality::Candidate<'a>) -> Self {
        let rulebook::Hub { inbox, name, address, postcode, phone, email, needs, opening, .. } =
            one.hub;
        Self {
            inbox,
            name,
            address: address.as_deref(),
            postcode: postcode.as_deref(),
            phone: phone.as_deref(),
            email: email.as_deref(),
            opening: opening.iter().map(OpeningTimes::from).collect(),
            needs: needs.as_deref(),
            metres: one.metres,
            unfit: one.unfit.as_ref().map(Reason::from),
        }
    }
}

impl From<&rulebook::Opening> for OpeningTimes {
    fn from(opening: &rulebook::Opening) -> Self {
        let time = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
        Self {
            days: opening.days.iter().copied().map(day).collect(),
            from: time(opening.from),
            to: time(opening.to),
        }
    }
}

fn day(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

impl<'a> AuthorityList<'a> {
    /// The list.
    pub fn new(listed: &'a [locality::Listed<'a>]) -> Self {
        Self { authorities: listed.iter().map(ListedAuthority::from).collect() }
    }
}

impl<'a> From<&'a locality::Listed<'a>> for ListedAuthority<'a> {
    fn from(listed: &'a locality::Listed<'a>) -> Self {
        let locality::Listed { authority, districts, rulebook, contact } = listed;
        Self {
            code: authority.gss(),
            name: authority.name,
            nation: authority.nation(),
            districts: districts.iter().map(|one| one.name).collect(),
            served: rulebook.is_some(),
            contact: match (rulebook, contact) {
                (Some(rulebook), _) => Some(AuthorityContact::of_served(rulebook)),
                (None, contact) => contact.map(AuthorityContact::from),
            },
        }
    }
}

impl<'a> AuthorityContact<'a> {
    fn of_served(rulebook: &'a rulebook::Rulebook) -> Self {
        let door = &rulebook.front_door;
        let public = rulebook.public.as_ref();
        Self {
            name: public.map_or(rulebook.authority.name, |public| &public.name),
            phone: public.map_or(&door.in_hours, |public| &public.phone),
            email: public.map(|public| public.email.as_str()),
            concerns_in_hours: Some(&door.in_hours),
            concerns_out_of_hours: Some(&door.out_of_hours),
        }
    }
}

impl<'a> From<&'a rulebook::Contact> for AuthorityContact<'a> {
    fn from(contact: &'a rulebook::Contact) -> Self {
        let rulebook::Contact { name, phone } = contact;
        Self { name, phone, email: None, concerns_in_hours: None, concerns_out_of_hours: None }
    }
}
