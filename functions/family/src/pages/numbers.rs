//! The numbers to call when somebody may be in danger: the page of them, which says nothing of why in
//! its address or its heading, and the part of a page that leads with them.

use ::pages::components::Button;
use locality::PhoneNow;
use maud::{Markup, html};

use super::Begun;
use super::helplines::tel;
use crate::visit::Visit;
use crate::{draft, leave};

/// The page of numbers, with the way on for a form that was begun. Only of a form that tells of danger
/// it says who reads it first; of any other, it asks.
pub(crate) fn numbers(visit: &Visit, phone: &PhoneNow, begun: Option<&Begun>) -> String {
    let text = |id: &str| visit.text(id);
    let leave = Button {
        href: leave::LINK.to_owned(),
        classes: "govuk-button--secondary".to_owned(),
        ..Button::from(text("numbers-leave"))
    };
    let go_on = match begun {
        None => "go-to-start",
        Some(begun) if begun.is_sent => "start-sent",
        Some(_) => "numbers-go-on",
    };
    let content = html! {
        h1 { (text("numbers-title")) }
        (list(visit, phone))
        h2 { (text("numbers-go-on-title")) }
        @match begun {
            Some(begun) if begun.is_sent => {}
            Some(begun) if begun.tells_of_danger => p { (text("numbers-go-on-lead")) },
            Some(begun) => (ask(visit, begun)),
            None => {}
        }
        div class="govuk-button-group" {
            (Button {
                href: begun.map_or("/", |begun| &begun.address).to_owned(),
                ..Button::from(text(go_on))
            })
            (leave)
        }
    };
    super::page(visit, &content).to_html()
}

/// The question whether the form is to tell of danger: a press is enough.
fn ask(visit: &Visit, begun: &Begun) -> Markup {
    html! {
        form method="post" action="/numbers" novalidate {
            p { (visit.text("numbers-mark-lead")) }
            input type="hidden" name=(draft::FIELD) value=(begun.mark);
            (Button {
                classes: "govuk-button--warning".to_owned(),
                ..Button::from(visit.text("numbers-mark"))
            })
        }
    }
}

/// The numbers, 999 first: those of an authority in and out of hours, or the national ones.
pub(super) fn list(visit: &Visit, phone: &PhoneNow) -> Markup {
    let language = visit.language;
    let lead = if let Some(name) = &phone.authority {
        let name = html! { (name) };
        language.markup("numbers-lead-authority", &[("authority", name)])
    } else {
        html! { (language.text("numbers-lead-national")) }
    };
    let named = |number: &str, national: &str| match phone.authority {
        Some(_) => tel(number),
        None => language.markup(national, &[("number", tel(number))]),
    };
    html! {
        div class="call" {
            p {
                strong {
                    (language.markup("numbers-danger", &[("number", tel(&phone.emergency))]))
                }
                " " (language.text("numbers-silent"))
            }
            p { (lead) }
            dl {
                dt { (language.text("numbers-in-hours")) }
                dd { (named(&phone.in_hours, "numbers-nspcc")) }
                dt { (language.text("numbers-out-of-hours")) }
                dd { (named(&phone.out_of_hours, "numbers-police")) }
            }
        }
    }
}
