//! A page of the form: one thing at a time, with the way back, and with errors once it was sent.

mod child;
mod children;
mod contact;
mod home;

use ::pages::Page;
use ::pages::components::{Button, Details};
use formats::form::questions as ask;
use maud::{Markup, html};

use super::fields::{Fields, Name};
use super::helplines;
use crate::draft;
use crate::journey::{Asked, Journey};
use crate::visit::Visit;

pub(crate) use children::{ADD, REMOVE};

/// The name of the button on every page that leads to the numbers to call.
pub(crate) const CALL: &str = "call";

/// A page of the form with what was answered so far; `mark` says which form it belongs to.
pub(crate) fn question(visit: &Visit, journey: &Journey<'_>, asked: Asked, mark: &str) -> String {
    let Asked { step, number } = asked;
    let errors = journey.shown_errors(step, number);
    let fields =
        Fields { visit, answers: journey.answers(), errors: &errors, postcode: journey.postcode() };
    let content = match (step.slug, number) {
        ("where", _) => home::content(&fields),
        ("contact", _) => contact::content(&fields, journey),
        ("children", _) => children::content(&fields),
        (_, Some(number)) => child::content(&fields, number),
        (slug, None) => plain(&fields, slug, step.questions()),
    };
    let content = html! {
        // Autofill is off for the form: the browser must not fill it in again when somebody presses
        // Back. Each field says for itself what the browser may offer.
        form method="post" action=(step.address(number)) novalidate autocomplete="off" {
            // The first button is the one that Enter presses.
            button class="govuk-visually-hidden" tabindex="-1" aria-hidden="true" {
                (visit.text("continue"))
            }
            input type="hidden" name=(draft::FIELD) value=(mark);
            (content)
            (Button::from(visit.text("continue")))
            // The numbers are one press away, and what was typed here is kept.
            p { (call(visit)) }
        }
    };
    let link =
        |error| if step.is_list() { children::link(&fields, error) } else { fields.link(error) };
    let links = errors.iter().map(link);
    Page {
        errors: links.collect(),
        before: super::back(visit, &journey.before(step, number)),
        ..super::page(visit, &content)
    }
    .to_html()
}

/// The button to the numbers to call.
fn call(visit: &Visit) -> Button {
    Button {
        content: visit.text("numbers-title").into(),
        name: CALL.to_owned(),
        value: "now".to_owned(),
        classes: "govuk-button--secondary".to_owned(),
        ..Button::default()
    }
}

/// The questions of a page as they are. One alone is the page's heading.
fn plain(fields: &Fields<'_>, slug: &str, questions: &[ask::Question]) -> Markup {
    if let [only] = questions {
        return html! { (above(fields, slug)) (fields.ask(only, Name::Heading)) };
    }
    html! {
        h1 class="govuk-heading-l" { (fields.text(&format!("{slug}-title"))) }
        (above(fields, slug))
        @for question in questions { (fields.ask(question, Name::Label)) }
    }
}

/// Words above the questions of a page, where it has some.
fn above(fields: &Fields<'_>, slug: &str) -> Markup {
    let text = |id: &str| fields.text(id);
    match slug {
        "young" => html! {
            p { (fields.visit.language.markup("young-childline", &[("number", helplines::tel("0800 1111"))])) }
            p { (text("young-who-will-know")) }
            p { (text("young-parents")) }
        },
        "agree" => html! {
            p { (text("agree-share")) }
            p { (text("agree-law")) }
            p { (text("agree-change")) }
            (Details {
                summary: text("agree-more").into(),
                content: html! { p { (text("agree-safety")) } }.into(),
                ..Details::default()
            })
        },
        _ => html! {},
    }
}
