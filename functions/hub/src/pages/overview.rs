//! How the work stands in each inbox: whose clock ran out, what waits, what is late, and what each worker
//! holds. It names no family.

use ::pages::Page;
use ::pages::components::{BackLink, Cell, Table};
use locality::Localities;
use maud::{Markup, Render as _, html};
use pipeline::collect::{Escalated, Standing, Worker, sees_manager_view};
use referral::Role;

use super::inbox_name;
use crate::steps::worker_name;
use crate::when;

/// Whether the page has something for a worker: for a manager how the work stands, for a triage what is put
/// to it.
pub(crate) fn has_overview(worker: &Worker) -> bool {
    sees_manager_view(worker) || worker.roles.contains(&Role::Triage)
}

/// The entries whose clock ran out, with the way to each.
fn late(title: &str, says: &str, found: &[Escalated], localities: &Localities) -> Markup {
    html! {
        @if !found.is_empty() {
            section {
                h2 { (title) }
                p { (says) }
                ul { @for one in found { li {
                    a href={ "/hub/entries/" (one.entry) } {
                        (one.mark.step.label()) " is late in " (inbox_name(&one.inbox, localities))
                        span class="govuk-visually-hidden" { ", entry " (one.entry) }
                    }
                    ": escalated to the manager since " (when::in_words(one.mark.since))
                    @if one.mark.again.is_some() { ", and not answered" }
                } } }
            }
        }
    }
}

/// The page of a manager of these inboxes, or of a worker of a triage to which entries are put.
pub(crate) fn overview(
    standing: &[Standing],
    put_to: &[Escalated],
    worker: &Worker,
    localities: &Localities,
) -> String {
    let escalated: Vec<Escalated> =
        standing.iter().flat_map(|one| one.escalated.iter().cloned()).collect();
    let number = |number: usize| Cell { format: "numeric".to_owned(), ..number.to_string().into() };
    let named = |name: &str| Cell { format: "numeric".to_owned(), ..name.into() };
    let inboxes = Table {
        caption: "Inboxes".to_owned(),
        head: vec!["Inbox".into(), named("Nobody has them"), named("Held"), named("Late")],
        rows: standing
            .iter()
            .map(|one| {
                let held = one.workers.values().map(|held| held.claimed + held.in_progress).sum();
                let name = inbox_name(&one.inbox, localities);
                vec![name.into(), number(one.unclaimed), number(held), number(one.late)]
            })
            .collect(),
        first_cell_is_header: true,
        ..Table::default()
    };
    let workers = standing.iter().flat_map(|one| {
        one.workers.iter().map(move |(by, held)| {
            let name = if *by == worker.actor.id { "You" } else { worker_name(by) };
            let inbox = inbox_name(&one.inbox, localities);
            let numbers = [held.claimed, held.in_progress, held.late].map(number);
            [Cell::from(name.to_owned()), inbox.into()].into_iter().chain(numbers).collect()
        })
    });
    let workers = Table {
        caption: "Workers".to_owned(),
        head: vec![
            "Worker".into(),
            "Inbox".into(),
            named("Claimed"),
            named("Working with them"),
            named("Late"),
        ],
        rows: workers.collect(),
        first_cell_is_header: true,
        ..Table::default()
    };
    let content = html! {
        h1 { "How the work stands" }
        (late(
            "Escalated to you",
            "Nobody took the next step in time. Take it, or see that somebody does.",
            &escalated,
            localities,
        ))
        (late(
            "Put to triage",
            "Neither the hub nor its manager answered in time. Open each, and send it on to where somebody helps.",
            put_to,
            localities,
        ))
        @if !sees_manager_view(worker) && put_to.is_empty() { p { "Nothing is put to you." } }
        @if sees_manager_view(worker) { (numbers(&inboxes, &workers)) }
    };
    Page {
        before: BackLink::to("/hub", "Back to the inbox").render(),
        ..super::signed_in("How the work stands", content)
    }
    .to_html()
}

/// The tables of numbers.
fn numbers(inboxes: &Table, workers: &Table) -> Markup {
    html! {
        p { "Everything that is not closed. Late means that its next step was due before now." }
        div class="wide" tabindex="0" role="region" aria-label="Inboxes, as a table" { (inboxes) }
        @if workers.rows.is_empty() { p { "Nobody holds an entry." } }
        @else { div class="wide" tabindex="0" role="region" aria-label="Workers, as a table" { (workers) } }
    }
}
