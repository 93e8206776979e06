//! The household's location: an address, no fixed address, concealed, or not given.

use referral::postcode::typed;
use referral::{
    Accessibility, Address, FreeText, GivenPostcode, GssCode, Household, Invalid, LanguageTag,
    Line, Location, Personal, Treatment, Uprn,
};

use super::{UncheckedAddress, UncheckedHousehold};
use crate::errors::Position;

pub(super) fn read(unchecked: &UncheckedHousehold, position: &Position<'_>) -> Household {
    Household {
        location: location(unchecked, position),
        language: position.read("language", unchecked.language.as_deref(), LanguageTag::parse),
        interpreter_needed: unchecked.interpreter_needed,
        accessibility: Accessibility {
            needs: position.codes("accessibility", &unchecked.accessibility),
            note: position.read(
                "accessibility_note",
                unchecked.accessibility_note.as_deref(),
                FreeText::parse,
            ),
        },
        parents_disagree_on_residence: unchecked.parents_disagree_on_residence,
    }
}

fn location(unchecked: &UncheckedHousehold, position: &Position<'_>) -> Location {
    let authority = position.read("authority", unchecked.authority.as_deref(), GssCode::parse);
    let given = unchecked.address.as_ref();
    let postcode = given.and_then(|address| address.postcode.as_deref());
    let by_postcode = postcode.is_some_and(typed::is_concealed);
    if unchecked.concealed || by_postcode {
        concealed(unchecked, by_postcode, position);
        return Location::Concealed { authority };
    }
    if unchecked.no_fixed_address {
        if let Some(address) = given {
            no_fixed(address, position);
        }
        return Location::NoFixedAddress { authority };
    }
    match given.and_then(|a| address(a, &position.field("address"))) {
        Some(address) => Location::Address(Address { authority, ..address }),
        None => Location::NotGiven { authority },
    }
}

/// Keeps nothing of an address that must not be known. A sender who says so and still gives it is
/// asked to choose, but not if the postcode says so or the referral is a concern.
fn concealed(unchecked: &UncheckedHousehold, by_postcode: bool, position: &Position<'_>) {
    if by_postcode || position.keeps_unread() {
        let parts = unchecked.address.iter().flat_map(parts);
        if parts.filter(|part| !part.is_empty() && !typed::is_concealed(part)).count() > 0 {
            position.field("address").note(Treatment::LeftOut, None);
        }
        return;
    }
    if unchecked.address.is_some() {
        position.field("address").fault(Invalid::new(
            "concealed_address",
            "Leave the address out when it must not be known: only the council is needed.",
        ));
    }
    if unchecked.no_fixed_address {
        position.field("no_fixed_address").fault(Invalid::new(
            "conflict",
            "Say either that there is no fixed address or that it must not be known.",
        ));
    }
}

/// Refuses an address beside "no fixed address". In a concern it is kept as it was given.
fn no_fixed(address: &UncheckedAddress, position: &Position<'_>) {
    if position.keeps_unread() {
        let parts: Vec<_> = parts(address).filter(|part| !part.is_empty()).collect();
        let fault = Invalid::new("too_long", "Give a shorter address.");
        position.field("address").unread(&parts.join(", "), fault);
    } else {
        position.field("no_fixed_address").fault(Invalid::new(
            "conflict",
            "Give an address, or say that there is no fixed one, not both.",
        ));
    }
}

/// All parts that were given of an address.
fn parts(address: &UncheckedAddress) -> impl Iterator<Item = &str> {
    let UncheckedAddress { lines, town, postcode, uprn } = address;
    lines.iter().chain(town).chain(postcode).chain(uprn).map(String::as_str)
}

/// The address; `None` when no part of it says anything.
fn address(unchecked: &UncheckedAddress, position: &Position<'_>) -> Option<Address> {
    let personal = |line: Line| Personal::new(line.as_str().to_owned());
    let lines = position.field("lines");
    let address = Address {
        lines: unchecked
            .lines
            .iter()
            .enumerate()
            .filter_map(|(at, text)| lines.index(at).value(text, Line::parse))
            .map(personal)
            .collect(),
        town: position.read("town", unchecked.town.as_deref(), Line::parse).map(personal),
        postcode: unchecked.postcode.as_deref().and_then(|text| postcode(text, position)),
        uprn: position.read("uprn", unchecked.uprn.as_deref(), Uprn::parse),
        authority: None,
    };
    if address == Address::default() { None } else { Some(address) }
}

/// The postcode that was meant, with a note where it is not the one that was typed.
fn postcode(text: &str, position: &Position<'_>) -> Option<GivenPostcode> {
    let position = position.field("postcode");
    let exists = position.context().exists;
    let read = position.value(text, |text| typed::read(text, exists))?;
    if !read.is_exact {
        position.note(Treatment::ReadAs, Some(text));
    }
    Some(read.postcode)
}
