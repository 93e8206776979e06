//! Finds the council that a family lives in from what was said, or says why that cannot be told. A
//! postcode that does not say falls back on the council that was named.

use jiff::civil::Date;
use referral::{GivenPostcode, GssCode, Location};

use super::placement::Reason;
use crate::{
    Authority, DamagedIndex, PostcodeClass, PostcodeIndex, PostcodeRecord, Whereabouts, spot::Spot,
};

/// The councils that run children's services where a family plainly lives: one, or the successors of
/// one that has ended; none where the place cannot be told, and for a postcode that is no longer in use.
pub fn councils_at(
    location: &Location,
    on: Date,
    index: &PostcodeIndex,
) -> Vec<&'static Authority> {
    let spot = find(&Whereabouts::of(location), on, index).spot;
    if spot.record().is_some_and(|record| record.terminated.is_some()) {
        return Vec::new();
    }
    let councils = spot.authority().into_iter().flat_map(|authority| authority.standing(on));
    councils.map(Authority::upper_tier).collect()
}

/// The place where a family lives, as far as can be told, and how that is known.
#[derive(Debug)]
pub(crate) struct Located {
    pub(crate) spot: Spot,
    pub(crate) reasons: Vec<Reason>,
}

/// Finds where a family lives, by the councils that stand on a day.
pub(crate) fn find(whereabouts: &Whereabouts, on: Date, index: &PostcodeIndex) -> Located {
    let named = |authority, why| named(authority, on, why);
    match *whereabouts {
        Whereabouts::Postcode { postcode, authority } => {
            of_postcode(postcode, authority, on, index)
        }
        Whereabouts::NotGiven { authority } => {
            named(authority, Reason::new("postcode_not_given", "No postcode was given."))
        }
        Whereabouts::NoFixedAddress { authority } => {
            named(authority, Reason::new("no_fixed_address", "The family has no fixed address."))
        }
        Whereabouts::Concealed { authority } => named(
            authority,
            Reason::new(
                "address_concealed",
                "The address is kept hidden, so only a council is used.",
            ),
        ),
    }
}

fn of_postcode(
    given: GivenPostcode,
    council: Option<GssCode>,
    on: Date,
    index: &PostcodeIndex,
) -> Located {
    let (code, text) = match PostcodeClass::of(&given, index) {
        Ok(PostcodeClass::Listed { record, authority }) => {
            return in_council(authority, record, council, on);
        }
        Ok(PostcodeClass::Territory { authority, name }) => {
            let text = format!("The postcode is in {name}.");
            let reasons = vec![Reason::new("postcode_in_territory", text)];
            return Located { spot: Spot::Territory { authority, name }, reasons };
        }
        Ok(PostcodeClass::Partial) => {
            ("postcode_partial", "Only part of a postcode was given. Ask for the full postcode.")
        }
        Ok(PostcodeClass::Unknown) => (
            "postcode_unknown",
            "This postcode is not in the list of UK postcodes. Check it with the family.",
        ),
        Ok(PostcodeClass::WithoutCouncil) => (
            "postcode_without_council",
            "This postcode is listed without a council. It may be an old one: check it.",
        ),
        Ok(PostcodeClass::Organisation) => (
            "postcode_of_organisation",
            "This is an organisation’s postcode, not a place. Ask where the family lives.",
        ),
        Ok(PostcodeClass::Forces) => {
            ("postcode_of_forces", "This is a British Forces postcode. Ask where the family lives.")
        }
        Err(DamagedIndex { .. }) => (
            "postcode_index_damaged",
            "The list of postcodes could not be read, so a person must place this.",
        ),
    };
    named(council, on, Reason::new(code, text))
}

/// The spot of a postcode in a council's area. The postcode's own council beats a council that was
/// named beside it.
fn in_council(
    authority: &'static Authority,
    record: PostcodeRecord,
    council: Option<GssCode>,
    on: Date,
) -> Located {
    let authority = authority.current(on);
    let mut reasons = vec![Reason::new(
        "postcode_in_authority",
        format!("The postcode is in {}.", authority.in_sentence()),
    )];
    let other = council.and_then(Authority::find).map(|other| other.current(on));
    if other.is_some_and(|other| other.upper_tier() != authority.upper_tier()) {
        reasons.push(Reason::new(
            "council_named_differs",
            "Another council was named, but the postcode decides.",
        ));
    }
    if record.terminated.is_some() {
        reasons.push(Reason::new(
            "postcode_terminated",
            "This postcode is no longer in use. Check the address with the family.",
        ));
    }
    Located { spot: Spot::Postcode { authority, record }, reasons }
}

/// Falls back on the council that was named, after saying why the postcode did not do.
fn named(council: Option<GssCode>, on: Date, why: Reason) -> Located {
    let mut reasons = vec![why];
    let spot = match council.map(Authority::find) {
        Some(Some(authority)) => {
            let authority = authority.current(on);
            reasons.push(Reason::new(
                "council_named",
                format!("The council named is {}.", authority.in_sentence()),
            ));
            Spot::Council(authority)
        }
        Some(None) => {
            reasons.push(Reason::new(
                "council_not_recognised",
                "A council was named by a code that is not in the list of UK councils.",
            ));
            Spot::Nowhere
        }
        None => Spot::Nowhere,
    };
    Located { spot, reasons }
}
