//! The pages on which a family adds something to its request, or asks to stop it.

use ::pages::components::{Button, CharacterCount, Checkboxes, Choice, ErrorLink, Hint, Label};
use locality::PhoneNow;
use maud::{Markup, html};

use super::fields::{YES, counted};
use super::helplines::{self, EMERGENCY, tel};
use super::status::message;
use super::{numbers, reference};
use crate::draft::FIELD;
use crate::lookup::{DANGER, Kind, Lookup, NEW_NOTE, Refused, TEXT, TOKEN, Unsent};
use crate::visit::Visit;

/// The page that asks for the words; `token` names this sending of them.
pub(crate) fn note(
    visit: &Visit,
    kind: Kind,
    lookup: &Lookup,
    token: &str,
    is_full: bool,
) -> String {
    let text = |id: &str| visit.text(id);
    let name = name(kind);
    let note = lookup.unsent.as_ref().filter(|note| note.kind == kind);
    let refused = lookup.refused;
    let error = match refused {
        Some(Refused::Empty) => Some(text("error-text-required")),
        Some(Refused::TooLong) => Some(text("error-text-too-long")),
        Some(Refused::Full | Refused::NotSaved | Refused::Another) | None => None,
    };
    let content = html! {
        h1 { (text(&format!("{name}-title"))) }
        p { (text("status-reference")) ": " (reference(&lookup.reference)) }
        @if kind == Kind::Withdraw { (before_stopping(visit)) } @else { (helplines::danger(visit)) }
        @if is_full {
            p { (text("note-full")) }
        } @else {
            form method="post" action=(kind.address()) novalidate {
                input type="hidden" name=(TOKEN) value=(token);
                input type="hidden" name=(FIELD) value=(lookup.mark());
                (words(visit, kind, note, error.clone()))
                @if kind == Kind::More { (danger(visit, note)) }
                (Button {
                    prevent_double_click: Some(true),
                    ..Button::from(text(&format!("{name}-send")))
                })
            }
        }
        p { a href="/status" { (text("note-back")) } }
    };
    let errors = error.map(|words| ErrorLink::to(TEXT, words)).into_iter().collect();
    let notice = match refused {
        Some(Refused::NotSaved) => Some(text("note-not-saved").into()),
        Some(Refused::Full) => Some(text("note-full").into()),
        Some(Refused::Another) => Some(text("note-other-tab").into()),
        _ => None,
    };
    ::pages::Page { errors, notice, ..super::page(visit, &content) }.to_html()
}

/// The page once the words are stored; `phone` are the numbers to call, where they tell of danger.
pub(crate) fn added(visit: &Visit, kind: Kind, phone: Option<&PhoneNow>) -> String {
    let name = name(kind);
    let content = html! {
        @if let Some(phone) = phone {
            // The numbers lead, as they do once a form is sent.
            h1 { (visit.text("numbers-title")) }
            (numbers::list(visit, phone))
            h2 { (visit.text(&format!("{name}-added-title"))) }
        } @else {
            h1 { (visit.text(&format!("{name}-added-title"))) }
        }
        p { (visit.text(&format!("{name}-added"))) }
        @if kind == Kind::Withdraw { p { (visit.text("withdraw-no-way")) } }
        ul {
            @if kind == Kind::More {
                li { a href=(NEW_NOTE) { (visit.text("note-another")) } }
            }
            li { a href="/status" { (visit.text("status-look")) } }
            li { a href=(crate::leave::LINK) { (visit.text("status-leave")) } }
        }
    };
    super::page(visit, &content).to_html()
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::More => "note",
        Kind::Withdraw => "withdraw",
    }
}

/// The facts to know before asking to stop: nobody can be made to.
fn before_stopping(visit: &Visit) -> Markup {
    html! {
        p { (visit.text("withdraw-lead")) }
        p { (visit.text("withdraw-no-way")) }
        p { (visit.language.markup("withdraw-danger", &[("number", tel(EMERGENCY))])) }
    }
}

/// The box that says that somebody is being hurt, or could be.
fn danger(visit: &Visit, note: Option<&Unsent>) -> Checkboxes {
    let checked = Some(note.is_some_and(|note| note.danger));
    Checkboxes {
        items: vec![Choice { checked, ..Choice::new(YES, visit.text("numbers-mark")) }],
        hint: Some(Hint::from(visit.text("note-danger-hint"))),
        name: DANGER.to_owned(),
        ..Checkboxes::default()
    }
}

fn words(
    visit: &Visit,
    kind: Kind,
    note: Option<&Unsent>,
    error: Option<String>,
) -> CharacterCount {
    let text = |id: &str| visit.text(id);
    CharacterCount {
        name: TEXT.to_owned(),
        value: note.map(|note| note.text.clone()).unwrap_or_default(),
        label: Label {
            classes: "govuk-label--s".to_owned(),
            ..Label::from(text(&format!("{}-label", name(kind))))
        },
        hint: (kind == Kind::More).then(|| Hint::from(text("note-hint"))),
        error_message: error.map(|words| message(visit, words)),
        ..counted(visit.language)
    }
}
