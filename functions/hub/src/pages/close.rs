//! Before an entry is closed: how it ended, and whether that is meant.

use std::collections::BTreeSet;

use maud::{Markup, html};
use pipeline::collect::Opened;
use pipeline::rows::EntryRow;
use referral::{ClosingOutcome, PersonName};

use super::{entry::change_form, layout};
use crate::{changes, when};

const OUTCOME: &str = "outcome";

/// A worker's answer to how the entry ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Nothing yet.
    NotAsked,
    /// No outcome, or none that there is.
    NoOutcome,
    /// This one.
    Outcome(ClosingOutcome),
}

impl Ending {
    /// From a query or a form.
    pub(crate) fn read(outcome: Option<&str>) -> Self {
        match outcome.map(str::parse) {
            None => Self::NotAsked,
            Some(Ok(outcome)) => Self::Outcome(outcome),
            Some(Err(_)) => Self::NoOutcome,
        }
    }
}

/// The page that asks. Only its form for a chosen outcome closes anything.
pub(crate) fn close(opened: &Opened, ending: Ending) -> String {
    let entry = &opened.entry;
    let title = match ending {
        Ending::NoOutcome => "Error: Close the entry",
        Ending::NotAsked | Ending::Outcome(_) => "Close the entry",
    };
    let content = html! {
        p { a href={ "/hub/entries/" (entry.id) } { "Back to the entry" } }
        @match ending {
            Ending::Outcome(outcome) => (confirmation(opened, outcome)),
            Ending::NotAsked | Ending::NoOutcome => {
                @let error = ending == Ending::NoOutcome;
                @if error {
                    div class="summary" role="alert" aria-labelledby="summary-title" {
                        h2 id="summary-title" { "There is a problem" }
                        ul { li { a href={ "#" (OUTCOME) } { (changes::NO_OUTCOME) } } }
                    }
                }
                h1 { "How did it end?" }
                p { (subject(opened)) }
                (choice(entry, error))
            }
        }
    };
    layout::page(title, true, &content)
}

/// The list of outcomes, none of them chosen, and a button that leads to the confirmation.
pub(super) fn choice(entry: &EntryRow, error: bool) -> Markup {
    let invalid = error.then_some("true");
    let described_by = error.then_some("outcome-error");
    html! {
        form method="get" action={ "/hub/entries/" (entry.id) "/close" } {
            input type="hidden" name="version" value=(entry.version);
            label for=(OUTCOME) { "Outcome" }
            @if error {
                p class="error" id="outcome-error" {
                    span class="hidden" { "Error: " } (changes::NO_OUTCOME)
                }
            }
            select id=(OUTCOME) name=(OUTCOME) aria-describedby=[described_by] aria-invalid=[invalid] {
                option value="" { "Choose how it ended" }
                @for outcome in ClosingOutcome::ALL {
                    option value=(outcome.code()) { (outcome.label()) }
                }
            }
            button class="quiet" { "Close" }
        }
    }
}

fn confirmation(opened: &Opened, outcome: ClosingOutcome) -> Markup {
    let entry = &opened.entry;
    html! {
        h1 { "Close this entry?" }
        p { (subject(opened)) }
        p { "It will be closed with the outcome " strong { "‘" (outcome.label()) "’" } "." }
        p { "Work on a closed entry cannot be taken up again. If the family is referred once more, that makes a new entry." }
        (change_form(entry, "close", &html! {
            input type="hidden" name=(OUTCOME) value=(outcome.code());
            button { "Yes, close this entry" }
        }))
        p { a href={ "/hub/entries/" (entry.id) } { "No, go back" } }
    }
}

/// The entry by its family: the children's names, or the adults' where no child has one.
fn subject(opened: &Opened) -> String {
    let said = || opened.referrals.iter().filter_map(|one| one.referral.as_ref());
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
