//! The questions about where the family lives, and how to talk with it.

use formats::form::fields;
use locality::Authority;
use maud::{Markup, html};
use referral::{AccessNeed, LANGUAGES};

use super::part;
use crate::filled::Filled;
use crate::pages::parts::{Ask, checkboxes, line, radios, select, tick};

const WHERE: &[(&str, &str)] = &[
    (fields::WHERE_ADDRESS, "I can give an address or a postcode"),
    (fields::WHERE_NO_FIXED, "We have no fixed address"),
    (fields::WHERE_CONCEALED, "Our address must stay secret"),
];

pub(super) fn section(filled: &Filled) -> Markup {
    let access: Vec<_> = AccessNeed::ALL.iter().map(|one| (one.code(), one.label())).collect();
    part(
        "home",
        "Where you live",
        &html! {
            (radios(filled, Ask {
                name: fields::WHERE,
                label: "Can you tell us where you live?",
                hint: Some("It helps us to find the hub near you"),
                ..Ask::default()
            }, WHERE))
            div class="if-address" { (address(filled)) }
            div class="if-council" {
                (select(filled, Ask {
                    name: fields::COUNCIL,
                    label: "Which council’s area are you in?",
                    hint: Some("You can leave this empty if you do not know"),
                    ..Ask::default()
                }, &councils()))
            }
            (tick(filled, fields::PARENTS_DISAGREE, "The parents do not agree where a child lives"))
            (select(filled, Ask {
                name: fields::LANGUAGE,
                label: "Which language shall we use with you?",
                ..Ask::default()
            }, LANGUAGES))
            (tick(filled, fields::INTERPRETER, "We would like an interpreter"))
            (checkboxes(filled, Ask {
                name: fields::ACCESS,
                label: "Would any of these make it easier for you?",
                ..Ask::default()
            }, &access))
            (line(filled, Ask {
                name: fields::ACCESS_NOTE,
                label: "Tell us more about what would make it easier",
                ..Ask::default()
            }))
        },
    )
}

fn address(filled: &Filled) -> Markup {
    html! {
        (line(filled, Ask {
            name: fields::ADDRESS_LINE_1,
            label: "Address line 1",
            autocomplete: Some("address-line1"),
            ..Ask::default()
        }))
        (line(filled, Ask {
            name: fields::ADDRESS_LINE_2,
            label: "Address line 2",
            autocomplete: Some("address-line2"),
            ..Ask::default()
        }))
        (line(filled, Ask {
            name: fields::TOWN,
            label: "Town or city",
            autocomplete: Some("address-level2"),
            ..Ask::default()
        }))
        (line(filled, Ask {
            name: fields::POSTCODE,
            label: "Postcode",
            hint: Some("The first part is enough if you do not know all of it"),
            autocomplete: Some("postal-code"),
            class: Some("govuk-input--width-10"),
            ..Ask::default()
        }))
    }
}

/// The councils that run children's services today, by name.
fn councils() -> Vec<(&'static str, &'static str)> {
    let mut councils: Vec<_> = Authority::all()
        .filter(|authority| authority.ends.is_none() && authority.upper == authority.code)
        .map(|authority| (authority.code, authority.name))
        .collect();
    councils.sort_by_key(|(_, name)| *name);
    councils
}
