//! The place that a form has told of so far, and whom a family there can call before it sends
//! anything.

use formats::form::questions as ask;
use jiff::civil::Date;
use locality::rulebook::Rulebook;
use locality::{Localities, PhoneNow};
use pipeline::ports::Places;
use referral::{Address, GssCode, Location};

use crate::draft::Form;
use crate::journey::Place;
use filling::Answers;

/// A hub that has a phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HubPhone {
    /// The hub's name.
    pub(crate) name: String,
    /// The hub's number.
    pub(crate) phone: String,
}

/// The hubs of the one authority that is served here, or of the one that a form has told of; none
/// where there are several, as nobody could tell which to call.
pub(crate) fn hub_phones(form: Option<&Form>, places: &Places, today: Date) -> Vec<HubPhone> {
    let Places { localities, index } = places;
    let known = || localities.rulebook_at(&location(&form?.answers, places), today, index);
    let hubs = only(localities).or_else(known).into_iter().flat_map(|rulebook| &rulebook.hubs);
    hubs.filter_map(|hub| Some(HubPhone { name: hub.name.clone(), phone: hub.phone.clone()? }))
        .collect()
}

/// The numbers to call now: those of the form's confirmation, or of the place that it has told of.
pub(crate) fn phone_now(form: Option<&Form>, places: &Places, today: Date) -> PhoneNow {
    let told = form.and_then(|form| {
        if let Some(sent) = &form.sent {
            return sent.phone_now.clone();
        }
        let location = location(&form.answers, places);
        Some(places.localities.phone_now(&location, today, &places.index))
    });
    told.unwrap_or_else(PhoneNow::national)
}

fn only(localities: &Localities) -> Option<&Rulebook> {
    if let [only] = localities.rulebooks() { Some(only) } else { None }
}

/// The place, as far as the answers tell it.
fn location(answers: &Answers, places: &Places) -> Location {
    let authority = GssCode::parse(answers.value(ask::COUNCIL.name)).ok();
    match answers.value(ask::WHERE.name) {
        ask::WHERE_NO_FIXED => Location::NoFixedAddress { authority },
        ask::WHERE_CONCEALED => Location::Concealed { authority },
        _ => match Place::of(&places.index).postcode(answers) {
            Some(postcode) => Location::Address(Address {
                postcode: Some(postcode),
                authority,
                ..Address::default()
            }),
            None => Location::NotGiven { authority },
        },
    }
}
