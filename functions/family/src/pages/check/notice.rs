//! The question whether to send one message, below all answers.

use ::pages::components::{Choice, Fieldset, Hint, Legend, Radios};
use maud::{Markup, html};
use pipeline::telling::Chosen;

use super::email;
use crate::notice::{FIELD, NONE, Offer};
use crate::visit::Visit;

/// The question, where a message is offered. Nothing is chosen beforehand, and no answer means no message.
pub(super) fn question(visit: &Visit, offers: &[Offer]) -> Markup {
    let none = Choice::new(NONE, visit.text("check-notice-none"));
    let offered = offers.iter().map(|offer| Choice::new(offer.value, words(visit, &offer.chosen)));
    let legend = Legend {
        content: visit.text("check-notice-label").into(),
        classes: "govuk-fieldset__legend--m".to_owned(),
        ..Legend::default()
    };
    let radios = Radios {
        name: FIELD.to_owned(),
        items: std::iter::once(none).chain(offered).collect(),
        fieldset: Some(Fieldset { legend: Some(legend), ..Fieldset::default() }),
        hint: Some(Hint::from(visit.text("check-notice-hint"))),
        ..Radios::default()
    };
    html! { @if !offers.is_empty() { (radios) } }
}

/// The way with the number or the address, so that a wrong one is seen.
fn words(visit: &Visit, chosen: &Chosen) -> Markup {
    let ltr = |text: Markup| html! { bdi dir="ltr" { (text) } };
    match chosen {
        Chosen::FamilyText(number) => {
            let number = ltr(html! { (number.as_dialled()) });
            visit.language.markup("check-notice-text", &[("number", number)])
        }
        Chosen::FamilyEmail(address) | Chosen::ProfessionalEmail(address) => {
            let address = ltr(email(address.as_str()));
            visit.language.markup("check-notice-email", &[("address", address)])
        }
    }
}
