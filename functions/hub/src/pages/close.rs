//! The page before an entry is closed: it asks how the entry ended, and whether to close it.

use std::collections::BTreeSet;

use ::pages::components::{BackLink, Button, Choosable, ErrorLink, Select};
use ::pages::{Attributes, Page};
use maud::{Markup, Render, html};
use pipeline::collect::{Opened, OpenedReferral};
use pipeline::rows::EntryRow;
use referral::{ClosingOutcome, PersonName};

use super::forms::change_form;
use crate::{changes, when};

const OUTCOME: &str = "outcome";

/// A worker's answer to how the entry ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The worker was not asked yet.
    NotAsked,
    /// The worker gave no outcome, or one that does not exist.
    NoOutcome,
    /// The worker gave this outcome.
    Outcome(ClosingOutcome),
}

impl Ending {
    /// Reads the answer from a query or a form.
    pub(crate) fn read(outcome: Option<&str>) -> Self {
        match outcome.map(str::parse) {
            None => Self::NotAsked,
            Some(Ok(outcome)) => Self::Outcome(outcome),
            Some(Err(_)) => Self::NoOutcome,
        }
    }
}

/// The page that asks. Only its form for a chosen outcome closes the entry.
pub(crate) fn close(opened: &Opened, ending: Ending) -> String {
    let entry = &opened.entry;
    let is_wrong = ending == Ending::NoOutcome;
    let content = html! {
        @match ending {
            Ending::Outcome(outcome) => (confirmation(opened, outcome)),
            Ending::NotAsked | Ending::NoOutcome => {
                h1 { "How did it end?" }
                p { (subject(opened)) }
                (choice(entry, is_wrong))
            }
        }
    };
    let error = is_wrong.then(|| ErrorLink::to(OUTCOME, changes::NO_OUTCOME));
    let back = BackLink::to(&format!("/hub/entries/{}", entry.id), "Back to the entry");
    Page {
        errors: error.into_iter().collect(),
        before: back.render(),
        ..super::signed_in("Close the entry", content)
    }
    .to_html()
}

/// The list of outcomes, none of them chosen, and a button that leads to the confirmation.
pub(super) fn choice(entry: &EntryRow, error: bool) -> Markup {
    let outcomes =
        ClosingOutcome::ALL.iter().map(|outcome| Choosable::new(outcome.code(), outcome.label()));
    let outcome = Select {
        name: OUTCOME.to_owned(),
        items: [Choosable::new("", "Choose how it ended")].into_iter().chain(outcomes).collect(),
        label: "Outcome".into(),
        error_message: error.then(|| changes::NO_OUTCOME.into()),
        attributes: Attributes::new().with_some("aria-invalid", error.then_some("true")),
        ..Select::default()
    };
    let close = Button { classes: "govuk-button--secondary".to_owned(), ..Button::from("Close") };
    html! {
        form method="get" action={ "/hub/entries/" (entry.id) "/close" } {
            input type="hidden" name="version" value=(entry.version);
            (outcome)
            (close)
        }
    }
}

fn confirmation(opened: &Opened, outcome: ClosingOutcome) -> Markup {
    let entry = &opened.entry;
    html! {
        h1 { "Close this entry?" }
        p { (subject(opened)) }
        p { "It will be closed with the outcome " strong { "‘" (outcome.label()) "’" } "." }
        p { "If the family is referred once more, that makes a new entry. This one can be opened again from its page." }
        (change_form(entry, "close", &html! {
            input type="hidden" name=(OUTCOME) value=(outcome.code());
            (Button::from("Yes, close this entry"))
        }))
        p { a href={ "/hub/entries/" (entry.id) } { "No, go back" } }
    }
}

/// The entry by its family: with the children's names, or the adults' where no child has one.
pub(super) fn subject(opened: &Opened) -> String {
    let said = || opened.referrals.iter().filter_map(OpenedReferral::latest);
    let names = |of: &mut dyn Iterator<Item = &PersonName>| -> BTreeSet<String> {
        of.map(PersonName::full).collect()
    };
    let children =
        names(&mut said().flat_map(|one| one.children.iter()).filter_map(|c| c.name.as_ref()));
    let adults = names(&mut said().flat_map(|one| &one.adults).filter_map(|a| a.name.as_ref()));
    let names = if children.is_empty() { adults } else { children };
    let received = when::in_words(opened.entry.received_at);
    let names = names.into_iter().collect::<Vec<_>>().join(", ");
    if names.is_empty() {
        format!("This is the entry of {received}.")
    } else {
        format!("This is the entry of {received}, for {names}.")
    }
}
