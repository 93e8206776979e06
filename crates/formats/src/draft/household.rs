//! Where the household lives: one of an address, no fixed address, concealed, or nothing said.

use referral::text::LINE_MAX;
use referral::{
    Accessibility, Address, Fault, FreeText, GivenPostcode, GssCode, Household, LanguageTag, Line,
    Location, Personal, Uprn,
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
    if draft.concealed {
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
        return Location::Concealed { authority };
    }
    if draft.no_fixed_address {
        if draft.address.is_some() {
            scope.field("no_fixed_address").fault(Fault::new(
                "conflict",
                "Give an address, or say that there is no fixed one, not both.",
            ));
        }
        return Location::NoFixedAddress { authority };
    }
    match draft.address.as_ref().and_then(|a| address(a, &scope.field("address"))) {
        Some(address) => Location::Address(Address { authority, ..address }),
        None => Location::NotGiven { authority },
    }
}

/// `None` when no part of it says anything.
fn address(draft: &AddressDraft, scope: &Scope<'_>) -> Option<Address> {
    let personal = |line: Line| Personal::new(line.as_str().to_owned());
    let lines = scope.field("lines");
    let address = Address {
        lines: draft
            .lines
            .iter()
            .enumerate()
            .filter_map(|(at, text)| line(text, &lines.index(at)))
            .map(personal)
            .collect(),
        town: scope.read("town", draft.town.as_deref(), Line::parse).map(personal),
        postcode: scope.read("postcode", draft.postcode.as_deref(), GivenPostcode::parse),
        uprn: scope.read("uprn", draft.uprn.as_deref(), Uprn::parse),
        authority: None,
    };
    if address == Address::default() { None } else { Some(address) }
}

fn line(text: &str, scope: &Scope<'_>) -> Option<Line> {
    // The schema counts the characters as sent, so the reader does too.
    if text.chars().count() > LINE_MAX {
        scope.fault(Fault::with("too_long", format!("Use {LINE_MAX} characters or fewer.")));
        return None;
    }
    Line::read(text).map_err(|fault| scope.fault(fault)).ok().flatten()
}
