//! The pages on which a family adds something to its request, or asks to stop it.

use ::pages::components::{Button, CharacterCount, ErrorLink, Hint, Label};
use maud::{Markup, html};

use super::fields::counted;
use super::helplines::{EMERGENCY, tel};
use super::status::message;
use crate::draft::FIELD;
use crate::lookup::{Kind, Lookup, Refused};
use crate::lookup::{TEXT, TOKEN};
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
    let refused = lookup.refused;
    let error = match refused {
        Some(Refused::Empty) => Some(text("error-text-required")),
        Some(Refused::TooLong) => Some(text("error-text-too-long")),
        Some(Refused::Full | Refused::NotSaved | Refused::Another) | None => None,
    };
    let content = html! {
        h1 { (text(&format!("{name}-title"))) }
        p { (text("status-reference")) ": " span class="whole" { (lookup.reference) } }
        @if kind == Kind::Withdraw { (before_stopping(visit)) }
        @if is_full {
            p { (text("note-full")) }
        } @else {
            form method="post" action=(kind.address()) novalidate {
                input type="hidden" name=(TOKEN) value=(token);
                input type="hidden" name=(FIELD) value=(lookup.mark());
                (words(visit, kind, lookup, error.clone()))
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

/// The page once the words are stored.
pub(crate) fn added(visit: &Visit, kind: Kind) -> String {
    let name = name(kind);
    let content = html! {
        h1 { (visit.text(&format!("{name}-added-title"))) }
        p { (visit.text(&format!("{name}-added"))) }
        @if kind == Kind::Withdraw { p { (visit.text("withdraw-no-way")) } }
        ul {
            @if kind == Kind::More {
                li { a href="/status/note?more=1" { (visit.text("note-another")) } }
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

fn words(visit: &Visit, kind: Kind, lookup: &Lookup, error: Option<String>) -> CharacterCount {
    let text = |id: &str| visit.text(id);
    CharacterCount {
        name: TEXT.to_owned(),
        value: lookup.text.clone(),
        label: Label {
            classes: "govuk-label--s".to_owned(),
            ..Label::from(text(&format!("{}-label", name(kind))))
        },
        hint: (kind == Kind::More).then(|| Hint::from(text("note-hint"))),
        error_message: error.map(|words| message(visit, words)),
        ..counted(visit.language)
    }
}
