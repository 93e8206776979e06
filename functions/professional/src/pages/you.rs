//! The first page, and the page that asks a professional who they are.

use ::pages::Page;
use ::pages::components::{
    Button, Choice, Fieldset, Hint, Input, Label, Legend, Radios, SummaryList, SummaryRow,
};
use filling::first;
use maud::{Markup, Render, html};
use referral::{EmailAddress, Line, Organisation, Referrer};

use super::tel;
use super::typed::Typed;
use crate::session::Session;

/// The fields of the page.
pub(crate) const CAPACITY: &str = "capacity";
/// See [`CAPACITY`].
pub(crate) const NAME: &str = "your-name";
/// See [`CAPACITY`].
pub(crate) const ROLE: &str = "your-role";
/// See [`CAPACITY`].
pub(crate) const PHONE: &str = "your-phone";

/// The first page, with the way back to a form that was begun.
pub(crate) fn home(referrer: &Referrer, begun: Option<&str>, is_lost: bool) -> String {
    let start =
        Button::from(if begun.is_some() { "Begin another referral" } else { "Begin a referral" });
    let start = match begun {
        Some(_) => Button { classes: "govuk-button--secondary".to_owned(), ..start },
        None => start,
    };
    let name = |line: &Option<Line>| line.as_ref().map_or("", Line::as_str).to_owned();
    let organisation = referrer.organisation.as_ref().map(organisation).unwrap_or_default();
    let rows = vec![
        SummaryRow::of("You write for", organisation),
        SummaryRow::of("Your name", name(&referrer.name)),
        SummaryRow::of("Your role", name(&referrer.role)),
    ];
    let content = html! {
        h1 { "Refer a family" }
        @if is_lost {
            p { "The form that you had open is not here any more: it was sent or left, it was another’s, or nobody saved it for four hours." }
        }
        (SummaryList { rows, ..SummaryList::default() })
        p { "Five short pages. Each is saved when you continue, and kept for four hours." }
        p { "If a child is in danger now, call " (tel("999")) "." }
        @if let Some(address) = begun {
            (Button { href: address.to_owned(), ..Button::from("Go on with your referral") })
            p { "Beginning another one leaves this one out." }
        }
        form method="post" action="/refer/professional/start" novalidate { (start) }
        p { a href="/refer/professional/referrals" { "See what you have sent, and how it stands" } }
    };
    super::signed_in("Refer a family", content).to_html()
}

/// The name of an organisation.
fn organisation(organisation: &Organisation) -> String {
    organisation.name.as_ref().map_or("", Line::as_str).to_owned()
}

/// The page that asks who somebody is, with what is known.
pub(crate) fn you(session: &Session, typed: &Typed) -> String {
    let content = html! {
        h1 { "Who you are" }
        form method="post" action="/refer/professional/you" novalidate {
            @if session.capacities.len() > 1 { (capacities(session, typed)) }
            (field(typed, NAME, "Your name", "", "name"))
            (field(typed, ROLE, "Your role", "For example, SENCO or health visitor", "organization-title"))
            (field(typed, PHONE, "A number on which the hub can call you (optional)", "", "tel"))
            @if let Some(email) = session.email.as_ref().map(EmailAddress::as_str) {
                p { "The hub is given your email address too: " strong class="whole" { (email) } "." }
            }
            (Button::from("Continue"))
        }
    };
    Page { errors: typed.links(), ..super::signed_in("Who you are", content) }.to_html()
}

fn capacities(session: &Session, typed: &Typed) -> Markup {
    let chosen = first(&typed.values, CAPACITY);
    let choice = |(at, capacity): (usize, &crate::session::Capacity)| {
        let value = at.to_string();
        let words = format!("{} ({})", organisation(&capacity.organisation), capacity.kind.label());
        Choice { checked: Some(value == chosen), ..Choice::new(&value, words) }
    };
    let legend = Legend {
        content: "Which organisation do you write for?".into(),
        classes: "govuk-fieldset__legend--s".to_owned(),
        ..Legend::default()
    };
    Radios {
        name: CAPACITY.to_owned(),
        items: session.capacities.iter().enumerate().map(choice).collect(),
        fieldset: Some(Fieldset { legend: Some(legend), ..Fieldset::default() }),
        error_message: typed.error(CAPACITY),
        ..Radios::default()
    }
    .render()
}

fn field(typed: &Typed, name: &str, label: &str, hint: &str, autocomplete: &str) -> Markup {
    Input {
        name: name.to_owned(),
        value: Some(first(&typed.values, name).to_owned()),
        label: Label { classes: "govuk-label--s".to_owned(), ..Label::from(label) },
        hint: (!hint.is_empty()).then(|| Hint::from(hint)),
        error_message: typed.error(name),
        autocomplete: autocomplete.to_owned(),
        inputmode: if name == PHONE { "tel" } else { "" }.to_owned(),
        ..Input::default()
    }
    .render()
}
