//! The household: where it lives, and how to talk with it.

use locality::Authority;
use maud::{Markup, html};
use referral::{GssCode, LanguageTag, Location, Referral};

use super::answers::{NOT_ANSWERED, answer, list, row, text, whole, yes_or_no};

/// Whether an address is told that could be masked.
pub(super) fn is_told(said: &Referral) -> bool {
    matches!(said.household.location, Location::Address(_))
}

/// The household, with its address or with the words that it is masked.
pub(super) fn household(said: &Referral, is_masked: bool) -> Markup {
    let household = &said.household;
    html! {
        dl {
            @if is_masked {
                (row("Address", Some("Not shown, as somebody could come to harm. Ask for it below, if you need it")))
            } @else {
                (row("Address", Some(home(&household.location))))
            }
            (row("Council", household.location.authority().map(council)))
            (answer("Language", household.language.as_ref().map(LanguageTag::name)))
            (answer("Interpreter", household.interpreter_needed.map(yes_or_no)))
            @if !household.accessibility.needs.is_empty() {
                (row("Access", Some(list(household.accessibility.needs.iter().copied()))))
            }
            (row("Access, in words", text(household.accessibility.note.as_ref())))
            @if household.parents_disagree_on_residence {
                (row("Home", Some("The parents disagree on where the child lives")))
            }
        }
    }
}

fn home(location: &Location) -> Markup {
    html! {
        @match location {
            Location::Address(address) => {
                @for (index, line) in address.lines.iter().chain(&address.town).enumerate() {
                    @if index > 0 { ", " }
                    (line.expose())
                }
                @if let Some(postcode) = address.postcode {
                    @if !(address.lines.is_empty() && address.town.is_none()) { ", " }
                    (whole(postcode.as_str()))
                }
            }
            Location::NoFixedAddress { .. } => "No fixed address",
            Location::Concealed { .. } => "Kept secret for their safety: do not ask for it or pass it on",
            Location::NotGiven { .. } => (NOT_ANSWERED),
        }
    }
}

/// The name of a council, or its code where the table does not have it.
fn council(code: GssCode) -> String {
    Authority::find(code).map_or_else(|| code.as_str().to_owned(), |found| found.name.to_owned())
}
