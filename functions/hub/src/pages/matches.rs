//! Another entry that may be about the same child, or the same family: the evidence, and the
//! worker's verdict.

use ::pages::components::Button;
use maud::{Markup, html};
use pipeline::collect::{ShownMatch, Worker};
use pipeline::rows::{EntryRow, MatchKind};

use crate::steps::worker_name;

/// The section for one match of an entry.
pub(super) fn one(entry: &EntryRow, found: &ShownMatch, worker: &Worker) -> Markup {
    let is_asked = found.kind != MatchKind::Household || found.decision.is_some();
    html! {
        section {
            h2 { (found.words()) }
            @if let Some(by) = worked_by(found, worker) { p { strong { (by) } } }
            p { a href={ "/hub/entries/" (found.other) } { "Open the other entry" } }
            ul {
                @for guard in &found.guards { li { strong { (guard) } } }
                @for evidence in &found.evidence { li { (evidence.text) } }
            }
            @if is_asked && worker.does_work() { (verdicts(entry, found)) }
        }
    }
}

/// The worker who knows the family from the other entry, in words.
fn worked_by(found: &ShownMatch, worker: &Worker) -> Option<String> {
    let is_family = found.decision.unwrap_or(found.kind != MatchKind::Possible);
    let by = found.worked_by.as_ref().filter(|_| is_family)?;
    Some(if *by == worker.actor.id {
        "You worked with this family before.".to_owned()
    } else {
        format!(
            "{} worked with this family before: it may be easiest for the family if they do again.",
            worker_name(by),
        )
    })
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
