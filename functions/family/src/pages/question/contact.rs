//! The page that asks how it is safe to get in touch: each way beside the detail that it needs.

use ::pages::components::{Checkboxes, Choice, Fieldset, Legend};
use formats::form::questions as ask;
use maud::{Markup, Render, html};
use referral::ContactMethod;

use crate::journey::Journey;
use crate::pages::fields::{Fields, Name, legend};

pub(super) fn content(fields: &Fields<'_>, journey: &Journey<'_>) -> Markup {
    let phone = ways(
        fields,
        ("safe-to", fields.text("safe-to-phone")),
        &[ContactMethod::Call, ContactMethod::Text, ContactMethod::Voicemail],
        true,
    );
    html! {
        h1 class="govuk-heading-l" { (fields.text("contact-title")) }
        p { (fields.text("safe-to-hint")) }
        (group(&fields.text("contact-phone"), &html! {
            (fields.ask(&ask::PHONE, Name::Label))
            (phone)
        }))
        (group(&fields.text("contact-email"), &html! {
            (fields.ask(&ask::EMAIL, Name::Label))
            (ways(fields, ("safe-to-email", fields.text("safe-to-email")), &[ContactMethod::Email], false))
        }))
        @if journey.may_have_letters() {
            (group(&fields.text("contact-letter"), &html! {
                (ways(fields, ("safe-to-letter", fields.text("safe-to-letter")), &[ContactMethod::Letter], false))
            }))
        }
        (group(&fields.text("contact-none"), &fields.ask(&ask::NO_CONTACT, Name::Label)))
    }
}

/// The ways of one kind. The error of all ways stands at the first.
fn ways(
    fields: &Fields<'_>,
    (id, words): (&str, String),
    methods: &[ContactMethod],
    is_first: bool,
) -> Markup {
    let choice = |method: &ContactMethod| {
        let words = fields.text(&format!("safe-{}", method.code()));
        let checked = Some(fields.answers.chose(ask::SAFE_TO.name, method.code()));
        Choice { checked, ..Choice::new(method.code(), words) }
    };
    Checkboxes {
        id_prefix: id.to_owned(),
        name: ask::SAFE_TO.name.to_owned(),
        items: methods.iter().map(choice).collect(),
        fieldset: Some(legend(words, Name::Label)),
        error_message: if is_first { fields.error(ask::SAFE_TO.name) } else { None },
        ..Checkboxes::default()
    }
    .render()
}

fn group(words: &str, content: &Markup) -> Markup {
    let legend = Legend {
        content: words.into(),
        classes: "govuk-fieldset__legend--m".to_owned(),
        ..Legend::default()
    };
    Fieldset {
        legend: Some(legend),
        content: content.clone().into(),
        classes: "contact".to_owned(),
        ..Fieldset::default()
    }
    .render()
}
