//! The questions about what would help, how soon, and whether anyone is being hurt.

use formats::form::fields;
use maud::{Markup, html};
use referral::Need;

use super::part;
use crate::filled::Filled;
use crate::pages::parts::{Ask, checkboxes, radios, text};

const CAN_WAIT: &[(&str, &str)] =
    &[("yes", "Yes, it can wait"), ("not-sure", "I am not sure"), ("no", "No, we need help today")];

const HURT: &[(&str, &str)] =
    &[("yes", "Yes, I am worried that someone is being hurt or could be")];

pub(super) fn section(filled: &Filled) -> Markup {
    let needs: Vec<_> = Need::ALL.iter().map(|need| (need.code(), need.label())).collect();
    part(
        "help",
        "What would help",
        &html! {
            (checkboxes(filled, Ask {
                name: fields::NEEDS,
                label: "What would you like help with?",
                hint: Some("Choose as many as you like. If you are not sure, that is fine: choose ‘Not sure’."),
                ..Ask::default()
            }, &needs))
            (text(filled, Ask {
                name: fields::WHAT_IS_HAPPENING,
                label: "What is happening?",
                hint: Some("In your own words, in any language"),
                ..Ask::default()
            }))
            (text(filled, Ask {
                name: fields::WHAT_WOULD_HELP,
                label: "What would help most?",
                ..Ask::default()
            }))
            (text(filled, Ask {
                name: fields::ALREADY_TRIED,
                label: "What have you tried?",
                ..Ask::default()
            }))
            (text(filled, Ask {
                name: fields::WHO_ELSE_HELPS,
                label: "Who helps you now?",
                hint: Some("For example, family, a school, a doctor or a health visitor"),
                ..Ask::default()
            }))
            (radios(filled, Ask {
                name: fields::CAN_WAIT,
                label: "Can this wait a few days?",
                ..Ask::default()
            }, CAN_WAIT))
            (checkboxes(filled, Ask {
                name: fields::SOMEONE_MAY_BE_HURT,
                label: "Is anyone being hurt, or could they be?",
                hint: Some("If you tick this, people whose work is to keep children safe will read it first. You will see phone numbers on the next page."),
                ..Ask::default()
            }, HURT))
        },
    )
}
