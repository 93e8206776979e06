//! The numbers to call when somebody may be in danger: the page of them, which says nothing of why in
//! its address or its heading, and the part of a page that leads with them.

use ::pages::components::Button;
use locality::PhoneNow;
use maud::{Markup, html};

use super::helplines::tel;
use crate::leave;
use crate::visit::Visit;

/// The page of numbers; `go_on` is the address at which a form that was begun goes on.
pub(crate) fn numbers(visit: &Visit, phone: &PhoneNow, go_on: Option<&str>) -> String {
    let text = |id: &str| visit.text(id);
    let leave = Button {
        href: leave::LINK.to_owned(),
        classes: "govuk-button--secondary".to_owned(),
        ..Button::from(text("numbers-leave"))
    };
    let content = html! {
        h1 { (text("numbers-title")) }
        (list(visit, phone))
        h2 { (text("numbers-go-on-title")) }
        p { (text("numbers-go-on-lead")) }
        div class="govuk-button-group" {
            (Button {
                href: go_on.unwrap_or("/").to_owned(),
                ..Button::from(text("numbers-go-on"))
            })
            (leave)
        }
    };
    super::page(visit, &content).to_html()
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
