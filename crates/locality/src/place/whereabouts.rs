//! What was said of where a family lives → the council it lies in, or why that cannot be told.
//! Tells the classes of postcode apart; never guesses a council from the first part of one.

use referral::{GivenPostcode, GssCode, Postcode};

use super::{facts::Whereabouts, placement::Reason};
use crate::{Authority, Grid, PostcodeIndex};

/// Where a family lives, as far as can be told, and how that is known.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) spot: Spot,
    pub(crate) reasons: Vec<Reason>,
}

/// As exact as it gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spot {
    /// The postcode lies in this authority (lower tier), there.
    Postcode { authority: &'static Authority, grid: Option<Grid> },
    /// Somebody named this council; where in it is not known.
    Council(&'static Authority),
    /// Outside every council's table here: a Crown dependency or Northern Ireland.
    Territory { authority: &'static Authority, name: &'static str },
    /// Not known.
    Nowhere,
}

/// Finds where a family lives.
pub(crate) fn find(whereabouts: &Whereabouts, index: &PostcodeIndex) -> Found {
    match *whereabouts {
        Whereabouts::Postcode { postcode, authority } => of_postcode(postcode, authority, index),
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

fn of_postcode(given: GivenPostcode, council: Option<GssCode>, index: &PostcodeIndex) -> Found {
    let postcode = match given {
        GivenPostcode::Full(postcode) => postcode,
        GivenPostcode::Partial(_) => {
            return named(
                council,
                Reason::new(
                    "postcode_partial",
                    "Only part of a postcode was given. Ask for the full postcode.",
                ),
            );
        }
    };
    if let Some(territory) = territory(&postcode) {
        return territory;
    }
    if let Some(reason) = non_geographic(&postcode) {
        return named(council, reason);
    }
    let record = match index.lookup(&postcode) {
        Ok(Some(record)) => record,
        Ok(None) => {
            return named(
                council,
                Reason::new(
                    "postcode_unknown",
                    "This postcode is not in the list of UK postcodes. Check it with the family.",
                ),
            );
        }
        Err(_) => {
            return named(
                council,
                Reason::new(
                    "postcode_index_damaged",
                    "The list of postcodes could not be read, so a person must place this.",
                ),
            );
        }
    };
    match record.authority.and_then(Authority::find) {
        Some(authority) => in_council(authority, record.grid, council),
        None => named(
            council,
            Reason::new(
                "postcode_without_council",
                "This postcode is listed without a council. It may be an old one: check it.",
            ),
        ),
    }
}

/// The postcode's own council beats a council that was named beside it.
fn in_council(
    authority: &'static Authority,
    grid: Option<Grid>,
    council: Option<GssCode>,
) -> Found {
    let authority = authority.current();
    let mut reasons = vec![Reason::new(
        "postcode_in_authority",
        format!("The postcode is in {}.", authority.full_name()),
    )];
    let other = council.and_then(Authority::find).map(Authority::current);
    if other.is_some_and(|other| other.upper_tier() != authority.upper_tier()) {
        reasons.push(Reason::new(
            "council_named_differs",
            "Another council was named, but the postcode decides.",
        ));
    }
    Found { spot: Spot::Postcode { authority, grid }, reasons }
}

/// Falls back on the council that was named, after saying why the postcode did not do.
fn named(council: Option<GssCode>, why: Reason) -> Found {
    let mut reasons = vec![why];
    let spot = match council.map(Authority::find) {
        Some(Some(authority)) => {
            let authority = authority.current();
            reasons.push(Reason::new(
                "council_named",
                format!("The council named is {}.", authority.full_name()),
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
    Found { spot, reasons }
}

/// The letters a postcode begins with.
fn area(postcode: &Postcode) -> &str {
    let outward = postcode.outward();
    let letters = outward.bytes().take_while(u8::is_ascii_uppercase).count();
    outward.get(..letters).unwrap_or_default()
}

/// Territories whose whole postcode area is theirs, so that its letters are enough to name them.
fn territory(postcode: &Postcode) -> Option<Found> {
    let (code, name) = match area(postcode) {
        "BT" => ("N99999999", "Northern Ireland"),
        "GY" => ("L99999999", "Guernsey (Channel Islands)"),
        "JE" => ("L99999999", "Jersey (Channel Islands)"),
        "IM" => ("M99999999", "the Isle of Man"),
        _ => return None,
    };
    let authority = GssCode::parse(code).ok().and_then(Authority::find)?;
    let reasons = vec![Reason::new("postcode_in_territory", format!("The postcode is in {name}."))];
    Some(Found { spot: Spot::Territory { authority, name }, reasons })
}

/// Postcodes that are no place where a family lives.
fn non_geographic(postcode: &Postcode) -> Option<Reason> {
    match area(postcode) {
        "GIR" => Some(Reason::new(
            "postcode_of_organisation",
            "This is a bank's postcode, not a place. Ask where the family lives.",
        )),
        "BX" | "XX" => Some(Reason::new(
            "postcode_of_organisation",
            "This is an organisation's postcode, not a place. Ask where the family lives.",
        )),
        "BF" => Some(Reason::new(
            "postcode_of_forces",
            "This is a British Forces postcode. Ask where the family lives.",
        )),
        _ => None,
    }
}
