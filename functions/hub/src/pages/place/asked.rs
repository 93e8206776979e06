//! Asking the sender for more: how to reach the sender, since when an answer is awaited, and the form by
//! which a worker writes down what they asked. Nothing is sent from here.

use ::pages::components::{Button, Choosable, InsetText, Select, Textarea};
use maud::{Markup, Render, html};
use pipeline::collect::{Logged, OpenedReferral};
use referral::code_list::CodeList;
use referral::{AskedFor, ContactDirection, ContactWith, Referrer};

use super::Place;
use crate::logged::Typed;
use crate::pages::content::{phone, row, text};
use crate::place;
use crate::steps::worker_name;
use crate::when;

/// The section.
pub(super) fn section(page: &Place<'_>) -> Markup {
    let entry = &page.opened.entry;
    html! {
        section id="ask" {
            h2 { "Ask the sender for more" }
            @if entry.course.asked_at.is_some() { (last(page)) }
            p { "Hubward sends nothing to the sender. Phone or write to them yourself, and write down here what you asked." }
            @if entry.course.asked_at.is_some() {
                p {
                    "When they answer, log the contact on the entry’s page: ‘" (ContactDirection::FromFamily.label())
                    "’, with ‘" (ContactWith::Referrer.label()) "’. Then no answer is awaited any more."
                }
            }
            @for one in &page.opened.referrals { (sender(one)) }
            @if entry.state.is_open() && page.worker.does_work() { (form(page)) }
        }
    }
}

/// The last question that was written down.
fn last(page: &Place<'_>) -> Markup {
    let item = place::asked(page.opened);
    html! {
        @if let Some((by, Logged::SenderAsked(asked))) = item.and_then(|item| item.said.as_ref()) {
            (InsetText::from(html! {
                p {
                    strong { (asked.about.label()) }
                    ": asked " @if let Some(item) = item { (when::in_words(item.written_at)) }
                    " by " (worker_name(by)) ". No answer is written down yet."
                }
                p dir="auto" { (asked.words.as_str()) }
            }))
        }
    }
}

/// A sender, and how they said they can be reached.
fn sender(one: &OpenedReferral) -> Markup {
    let Some(said) = one.latest() else { return html! {} };
    let referrer = &said.referrer;
    html! {
        h3 { (referrer.kind.label()) ", " (when::in_words(one.state.accepted_at)) }
        @if referrer.kind.is_self() {
            p { "The family sent it itself. Keep to the safe ways to reach it, which are on the entry’s page." }
        } @else if can_be_reached(referrer) {
            dl {
                (row("Name", text(referrer.name.as_ref())))
                (row("Role", text(referrer.role.as_ref())))
                (row("Organisation", text(referrer.organisation.as_ref().and_then(|one| one.name.as_ref()))))
                (row("Phone", phone(referrer.phone.as_ref())))
                (row("Email", text(referrer.email.as_ref())))
                (row("Their record", text(referrer.record.as_ref())))
            }
        } @else {
            p { "The sender gave no phone number and no e-mail address." }
        }
    }
}

fn can_be_reached(referrer: &Referrer) -> bool {
    referrer.phone.is_some() || referrer.email.is_some()
}

fn form(page: &Place<'_>) -> Markup {
    let nothing = Typed::default();
    let typed = page.typed.as_ref().filter(|typed| typed.kind == "sender_asked");
    let typed = typed.unwrap_or(&nothing);
    let all = AskedFor::all().iter().map(|one| Choosable::new(one.code(), one.label()));
    let about = Select {
        name: "about".to_owned(),
        items: [Choosable::new("", "Choose")].into_iter().chain(all).collect(),
        value: typed.value("about").to_owned(),
        label: "What you asked about".into(),
        error_message: typed.fault("about").map(Into::into),
        ..Select::default()
    };
    let words = Textarea {
        id: "words".to_owned(),
        name: "words".to_owned(),
        value: typed.value("words").to_owned(),
        rows: Some(4),
        label: "What you asked, and how".into(),
        autocomplete: "off".to_owned(),
        dir: "auto".to_owned(),
        error_message: typed.fault("words").map(Into::into),
        ..Textarea::default()
    };
    html! {
        form method="post" action={ "/hub/entries/" (page.opened.entry.id) "/place/sender_asked" } {
            input type="hidden" name="form" value=(page.token);
            (about)
            (words)
            (Button { classes: "govuk-button--secondary".to_owned(), ..Button::from("Write down that I asked") }.render())
        }
        p {
            "The time to answer the family stands still until they answer, for five working days at most. "
            "For a safeguarding concern it goes on."
        }
    }
}
