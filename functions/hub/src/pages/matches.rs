//! Another entry that may be about the same child, or the same family: the evidence, and the
//! worker's verdict.

use ::pages::components::Button;
use maud::{Markup, html};
use pipeline::collect::{ShownMatch, Worker};
use pipeline::rows::{EntryRow, MatchKind};

/// The section for one match of an entry.
pub(super) fn one(entry: &EntryRow, found: &ShownMatch, worker: &Worker) -> Markup {
    let is_asked = found.kind != MatchKind::Household || found.decision.is_some();
    html! {
        section {
            h2 { (found.words()) }
            p { a href={ "/hub/entries/" (found.other) } { "Open the other entry" } }
            ul {
                @for guard in &found.guards { li { strong { (guard) } } }
                @for evidence in &found.evidence { li { (evidence.text) } }
            }
            @if is_asked && worker.does_work() { (verdicts(entry, found)) }
        }
    }
}

fn verdicts(entry: &EntryRow, found: &ShownMatch) -> Markup {
    let offered: &[(&str, &str)] = match found.decision {
        None => &[("same", "It is the same child"), ("different", "They are different children")],
        Some(_) => &[("undecided", "Take this decision back")],
    };
    html! {
        @for (code, label) in offered {
            form method="post" action={ "/hub/entries/" (entry.id) "/matches/" (found.other) } {
                input type="hidden" name="version" value=(entry.version);
                input type="hidden" name="verdict" value=(code);
                (Button { classes: "govuk-button--secondary".to_owned(), ..Button::from(*label) })
            }
        }
    }
}
