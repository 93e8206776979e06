//! How the work stands in each inbox: what waits, what is late, and what each worker holds. It names no
//! family.

use ::pages::Page;
use ::pages::components::{BackLink, Cell, Table};
use locality::Localities;
use maud::{Render as _, html};
use pipeline::collect::{Standing, Worker};

use super::inbox_name;
use crate::steps::worker_name;

/// The page of a manager of these inboxes.
pub(crate) fn overview(standing: &[Standing], worker: &Worker, localities: &Localities) -> String {
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
        p { "Everything that is not closed. Late means that its next step was due before now." }
        div class="wide" tabindex="0" role="region" aria-label="Inboxes, as a table" { (inboxes) }
        @if workers.rows.is_empty() { p { "Nobody holds an entry." } }
        @else { div class="wide" tabindex="0" role="region" aria-label="Workers, as a table" { (workers) } }
    };
    Page {
        before: BackLink::to("/hub", "Back to the inbox").render(),
        ..super::signed_in("How the work stands", content)
    }
    .to_html()
}
