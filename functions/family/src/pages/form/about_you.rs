//! The questions about the person who asks, and how it is safe to reach them.

use formats::form::fields;
use maud::{Markup, html};
use referral::{ContactMethod, Relationship};

use super::part;
use crate::filled::Filled;
use crate::pages::parts::{Ask, checkboxes, line, radios, select, text};

const WHO: &[(&str, &str)] = &[
    (fields::WHO_PARENT, "I am a parent or carer"),
    (fields::WHO_YOUNG_PERSON, "I am a young person"),
    (fields::WHO_HELPED, "I am helping a family, and they are with me"),
];

pub(super) fn section(filled: &Filled) -> Markup {
    let relationships: Vec<_> =
        Relationship::ALL.iter().map(|one| (one.code(), one.label())).collect();
    let methods: Vec<_> = ContactMethod::ALL.iter().map(|one| (one.code(), one.label())).collect();
    part(
        "about-you",
        "About you",
        &html! {
            (radios(filled, Ask {
                name: fields::WHO,
                label: "Who is filling this in?",
                ..Ask::default()
            }, WHO))
            div class="if-helping" {
                (line(filled, Ask {
                    name: fields::HELPER_SETTING,
                    label: "If you are helping: where are you?",
                    hint: Some("For example, a library, a church or a school"),
                    ..Ask::default()
                }))
                (line(filled, Ask {
                    name: fields::HELPER_ORGANISATION,
                    label: "Who do you work or volunteer for?",
                    autocomplete: Some("organization"),
                    ..Ask::default()
                }))
                (line(filled, Ask {
                    name: fields::HELPER_NAME,
                    label: "Your name, as the helper",
                    ..Ask::default()
                }))
            }
            (line(filled, Ask {
                name: fields::GIVEN_NAME,
                label: "First name",
                hint: Some("Of the parent, carer or young person who needs help"),
                autocomplete: Some("given-name"),
                ..Ask::default()
            }))
            (line(filled, Ask {
                name: fields::FAMILY_NAME,
                label: "Last name",
                autocomplete: Some("family-name"),
                ..Ask::default()
            }))
            (select(filled, Ask {
                name: fields::RELATIONSHIP,
                label: "What are you to the children?",
                ..Ask::default()
            }, &relationships))
            (line(filled, Ask {
                name: fields::PHONE,
                label: "Phone number",
                autocomplete: Some("tel"),
                inputmode: Some("tel"),
                ..Ask::default()
            }))
            (line(filled, Ask {
                name: fields::EMAIL,
                label: "Email address",
                autocomplete: Some("email"),
                inputmode: Some("email"),
                ..Ask::default()
            }))
            (checkboxes(filled, Ask {
                name: fields::SAFE_TO,
                label: "Which of these are safe for you?",
                hint: Some("Choose only ways that nobody else will see or hear. We will not use any other."),
                ..Ask::default()
            }, &methods))
            (line(filled, Ask {
                name: fields::BEST_TIMES,
                label: "When is a good time?",
                hint: Some("For example, Tuesday mornings"),
                ..Ask::default()
            }))
            (text(filled, Ask {
                name: fields::MUST_NOT_KNOW,
                label: "Is there anyone who must not find out?",
                hint: Some("Tell us who, and what we should be careful about. Leave it empty if there is nobody."),
                ..Ask::default()
            }))
        },
    )
}
