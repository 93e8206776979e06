//! The list of children: each can be changed or taken away, and another one added.

use ::pages::components::{Button, ErrorLink};
use formats::form::questions::{self as ask, MOST_CHILDREN};
use maud::{Markup, html};
use referral::FieldError;

use crate::journey::Step;
use crate::pages::check::child_in_words;
use crate::pages::fields::{Fields, Name};
use filling::child_of;

/// The name of the button that takes a child off the list.
pub(crate) const REMOVE: &str = "remove";
/// The name of the button that asks about another child.
pub(crate) const ADD: &str = "add";

pub(super) fn content(fields: &Fields<'_>) -> Markup {
    let children = fields.answers.children();
    let add = if children == 0 { "children-add-first" } else { "children-add" };
    let add = Button {
        content: fields.text(add).into(),
        name: ADD.to_owned(),
        value: "yes".to_owned(),
        classes: "govuk-button--secondary".to_owned(),
        ..Button::default()
    };
    html! {
        h1 class="govuk-heading-l" { (fields.text("children-title")) }
        p { (fields.text("children-lead")) }
        @if children > 0 {
            ul class="govuk-list children" {
                @for number in 1..=children { li { (row(fields, number, children)) } }
            }
        }
        @if children < MOST_CHILDREN { (add) }
        @if children == 0 { (fields.ask(&ask::CHILDREN_NOT_KNOWN, Name::Label)) }
        (fields.ask(&ask::RELATIONSHIP, Name::Label))
        (fields.ask(&ask::PARENTS_DISAGREE, Name::Label))
    }
}

fn row(fields: &Fields<'_>, number: usize, children: usize) -> Markup {
    let (name, birth) = child_in_words(fields.visit, fields.answers, number);
    let about = html! { span class="govuk-visually-hidden" { " " (name) } };
    let remove = Button {
        content: html! { (fields.text("remove")) (about) }.into(),
        name: REMOVE.to_owned(),
        // A second press is of a list that is shorter by then, and takes no other child away.
        value: format!("{number}-of-{children}"),
        classes: "govuk-button--secondary govuk-!-margin-bottom-0".to_owned(),
        ..Button::default()
    };
    html! {
        p { strong dir="auto" { (name) } @if !birth.is_empty() { br; bdi { (birth) } } }
        p class="govuk-button-group" {
            a class="govuk-link" href=(Step::address_of_child(number)) { (fields.text("change")) (about) }
            (remove)
        }
    }
}

/// An error in the summary of the list; one about a child leads to that child's page.
pub(super) fn link(fields: &Fields<'_>, error: &FieldError) -> ErrorLink {
    let words = fields.words(error);
    match child_of(&error.path) {
        Some((number, _)) => {
            let number_in_words = number.to_string();
            let values = [("number", &*number_in_words), ("error", &*words)];
            let words = fields.visit.language.with("child-error", &values);
            let address = format!("{}#{}", Step::address_of_child(number), error.path);
            ErrorLink { href: address, content: words.into(), ..ErrorLink::default() }
        }
        None => ErrorLink::to(&error.path, words),
    }
}
