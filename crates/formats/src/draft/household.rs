//! The household's location: an address, no fixed address, concealed, or not given.

use referral::postcode::typed;
use referral::{
    Accessibility, Address, Fault, FreeText, GivenPostcode, GssCode, Household, LanguageTag, Line,
    Location, Personal, Treatment, Uprn,
};

use super::{AddressDraft, HouseholdDraft};
use crate::errors::Scope;

pub(super) fn read(draft: &HouseholdDraft, scope: &Scope<'_>) -> Household {
    Household {
        location: location(draft, scope),
        language: scope.read("language", draft.language.as_deref(), LanguageTag::parse),
        interpreter_needed: draft.interpreter_needed,
        accessibility: Accessibility {
            needs: scope.codes("accessibility", &draft.accessibility),
            note: scope.read(
                "accessibility_note",
                draft.accessibility_note.as_deref(),
                FreeText::parse,
            ),
        },
        parents_disagree_on_residence: draft.parents_disagree_on_residence,
    }
}

fn location(draft: &HouseholdDraft, scope: &Scope<'_>) -> Location {
    let authority = scope.read("authority", draft.authority.as_deref(), GssCode::parse);
    let given = draft.address.as_ref();
    let postcode = given.and_then(|address| address.postcode.as_deref());
    let by_postcode = postcode.is_some_and(typed::is_concealed);
    if draft.concealed || by_postcode {
        concealed(draft, by_postcode, scope);
        return Location::Concealed { authority };
    }
    if draft.no_fixed_address {
        if let Some(address) = given {
            no_fixed(address, scope);
        }
        return Location::NoFixedAddress { authority };
    }
    match given.and_then(|a| address(a, &scope.field("address"))) {
        Some(address) => Location::Address(Address { authority, ..address }),
        None => Location::NotGiven { authority },
    }
}

/// Keeps nothing of an address that must not be known. A sender who says so and still gives it is
/// asked to choose, but not if the postcode says so or the referral is a concern.
fn concealed(draft: &HouseholdDraft, by_postcode: bool, scope: &Scope<'_>) {
    if by_postcode || scope.is_concern() {
        let parts = draft.address.iter().flat_map(parts);
        if parts.filter(|part| !part.is_empty() && !typed::is_concealed(part)).count() > 0 {
            scope.field("address").note(Treatment::LeftOut, None);
        }
        return;
    }
    if draft.address.is_some() {
        scope.field("address").fault(Fault::new(
            "concealed_address",
            "Leave the address out when it must not be known: only the council is needed.",
        ));
    }
    if draft.no_fixed_address {
        scope.field("no_fixed_address").fault(Fault::new(
            "conflict",
            "Say either that there is no fixed address or that it must not be known.",
        ));
    }
}

/// Refuses an address beside "no fixed address". In a concern it is kept as it was given.
fn no_fixed(address: &AddressDraft, scope: &Scope<'_>) {
    if scope.is_concern() {
        let parts: Vec<_> = parts(address).filter(|part| !part.is_empty()).collect();
        let fault = Fault::new("too_long", "Give a shorter address.");
        scope.field("address").unread(&parts.join(", "), fault);
    } else {
        scope.field("no_fixed_address").fault(Fault::new(
            "conflict",
            "Give an address, or say that there is no fixed one, not both.",
        ));
    }
}

/// All parts that were given of an address.
fn parts(address: &AddressDraft) -> impl Iterator<Item = &str> {
    let AddressDraft { lines, town, postcode, uprn } = address;
    lines.iter().chain(town).chain(postcode).chain(uprn).map(String::as_str)
}

/// The address; `None` when no part of it says anything.
fn address(draft: &AddressDraft, scope: &Scope<'_>) -> Option<Address> {
    let personal = |line: Line| Personal::new(line.as_str().to_owned());
    let lines = scope.field("lines");
    let address = Address {
        lines: draft
            .lines
            .iter()
            .enumerate()
            .filter_map(|(at, text)| lines.index(at).value(text, Line::parse))
            .map(personal)
            .collect(),
        town: scope.read("town", draft.town.as_deref(), Line::parse).map(personal),
        postcode: draft.postcode.as_deref().and_then(|text| postcode(text, scope)),
        uprn: scope.read("uprn", draft.uprn.as_deref(), Uprn::parse),
        authority: None,
    };
    if address == Address::default() { None } else { Some(address) }
}

/// The postcode that was meant, with a note where it is not the one that was typed.
fn postcode(text: &str, scope: &Scope<'_>) -> Option<GivenPostcode> {
    let scope = scope.field("postcode");
    let exists = scope.context().exists;
    let read = scope.value(text, |text| typed::read(text, exists))?;
    if !read.is_exact {
        scope.note(Treatment::ReadAs, Some(text));
    }
    Some(read.postcode)
}
