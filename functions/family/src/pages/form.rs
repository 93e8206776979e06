//! The form, on one page.

mod children;

use ::pages::components::{Button, ErrorLink};
use ::pages::{Content, Page};
use formats::form::questions::{COUNCIL, IN_ORDER, Part, Question};
use maud::{Markup, html};
use referral::FieldError;

use super::helplines;
use super::parts::ask;
use crate::filled::Filled;

const TITLE: &str = "Ask for help for your family";

/// The form as filled in so far.
pub(crate) fn form(filled: &Filled) -> String {
    let send = Button { prevent_double_click: Some(true), ..Button::from("Send") };
    let content = html! {
        h1 { (TITLE) }
        (helplines::danger())
        p {
            "Tell us a little about your family and what would help. Someone at a Family Hub will "
            "read it and get in touch, only in the ways you say are safe."
        }
        p { "You do not need to answer everything. It takes about 3 minutes." }
        // Autofill is off for the form: the browser must not fill it in again when somebody presses
        // Back. Each field says for itself what the browser may offer.
        form method="post" action="/" novalidate autocomplete="off" {
            // The first button is the one that Enter presses.
            button class="govuk-visually-hidden" tabindex="-1" aria-hidden="true" { "Send" }
            @for (name, value) in filled.hidden() { input type="hidden" name=(name) value=(value); }
            (part("about-you", "About you", &questions(filled, Part::AboutYou)))
            (part("home", "Where you live", &questions(filled, Part::Home)))
            (part("children", "Your children", &children::content(filled)))
            (part("help", "What would help", &questions(filled, Part::Help)))
            p {
                "When you send this, you agree that we share it with the Family Hub team near you, "
                "so that they can help."
            }
            (send)
        }
    };
    Page {
        notice: filled.notice().map(Content::from),
        errors: filled.errors().iter().map(link).collect(),
        ..super::page(TITLE, &content)
    }
    .to_html()
}

fn link(error: &FieldError) -> ErrorLink {
    let message = match child_of(error) {
        Some(number) => format!("Child {number}: {}", error.message),
        None => error.message.clone(),
    };
    ErrorLink::to(&error.path, message)
}

/// The number of the child that an error is about, which its words do not tell in the summary. The
/// error that no child is given is about none of them.
fn child_of(error: &FieldError) -> Option<&str> {
    let (number, _) = error.path.strip_prefix("child-")?.split_once('-')?;
    (error.code != "required").then_some(number)
}

/// A part of the form, under its heading.
fn part(id: &str, heading: &str, content: &Markup) -> Markup {
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (heading) }
            (content)
        }
    }
}

/// The questions of a part, in their order.
fn questions(filled: &Filled, part: Part) -> Markup {
    let questions: Vec<&Question> = IN_ORDER.iter().filter(|one| one.part == part).collect();
    let groups = questions.chunk_by(|one, other| shown_if(one) == shown_if(other));
    html! {
        @for group in groups {
            @let content = html! { @for question in group { (ask(filled, question)) } };
            @match group.first().and_then(|first| shown_if(first)) {
                Some(class) => { div class=(class) { (content) } }
                None => { (content) }
            }
        }
    }
}

/// The class of questions that stand out of the way while another answer rules them out.
fn shown_if(question: &Question) -> Option<&'static str> {
    let is_in = |path| question.path.starts_with(path);
    match () {
        () if is_in("referrer.helped_by") => Some("if-helping"),
        () if is_in("household.address") => Some("if-address"),
        () if *question == COUNCIL => Some("if-council"),
        () => None,
    }
}
