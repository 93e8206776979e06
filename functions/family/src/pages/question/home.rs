//! The page that asks where the family lives. A postcode that the list does not know is asked about.

use ::pages::components::{Checkboxes, Choice, Radios};
use formats::form::questions as ask;
use maud::{Markup, Render, html};

use crate::journey::is_question;
use crate::pages::fields::{Fields, Name, legend};
use filling::KEPT;

pub(super) fn content(fields: &Fields<'_>) -> Markup {
    let ask::Kind::One(answers) = ask::WHERE.kind else { return html! {} };
    let mut items = fields.choices(&ask::WHERE, ask::WHERE.name, answers);
    for item in &mut items {
        if item.value == ask::WHERE_ADDRESS {
            item.conditional = postcode(fields).into();
        }
        let hint = fields.optional(&format!("where-{}-hint", item.value));
        item.hint = hint.map(Into::into);
    }
    Radios {
        items,
        name: ask::WHERE.name.to_owned(),
        fieldset: Some(legend(fields.label(&ask::WHERE), Name::Heading)),
        hint: fields.hint(&ask::WHERE),
        error_message: fields.error(ask::WHERE.name),
        ..Radios::default()
    }
    .render()
}

/// The postcode, and below one that was asked about the answer that keeps it.
fn postcode(fields: &Fields<'_>) -> Markup {
    let question = fields.errors.iter().find(|error| is_question(error));
    let kept = fields.answers.value(KEPT);
    let postcode = match question {
        Some(_) => fields.postcode.map(|postcode| postcode.to_string()).unwrap_or_default(),
        None => kept.to_owned(),
    };
    let keep = Choice {
        checked: Some(!kept.is_empty() && kept == postcode),
        ..Choice::new(&postcode, fields.text("postcode-keep"))
    };
    html! {
        (fields.ask(&ask::POSTCODE, Name::Label))
        @if !postcode.is_empty() {
            (Checkboxes { items: vec![keep], name: KEPT.to_owned(), ..Checkboxes::default() })
        }
    }
}
