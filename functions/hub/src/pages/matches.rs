//! Another entry that may be about the same child, or the same family: the evidence, and the
//! worker's verdict.

use ::pages::components::{Button, Cell, Table};
use locality::Localities;
use maud::{Markup, html};
use pipeline::collect::{Opened, ShownMatch, Worker};
use pipeline::rows::{EntryRow, MatchKind};
use pipeline::summary::{Summary, SummaryChild};
use referral::{Birth, PersonName};

use super::content::day_in_words;
use super::inbox_name;
use crate::steps::worker_name;

/// The section for one match of an entry.
pub(super) fn one(
    opened: &Opened,
    found: &ShownMatch,
    worker: &Worker,
    localities: &Localities,
) -> Markup {
    let is_asked = found.kind != MatchKind::Household || found.decision.is_some();
    html! {
        section {
            h2 { (found.words()) }
            @if let Some(by) = worked_by(found, worker) { p { strong { (by) } } }
            @if let Some(other) = &found.summary { (beside(opened, found, other, localities)) }
            p { a href={ "/hub/entries/" (found.other) } { "Open the other entry" } }
            ul {
                @for guard in &found.guards { li { strong { (guard) } } }
                @for evidence in &found.evidence { li { (evidence.text) } }
            }
            @if is_asked && worker.does_work() { (verdicts(&opened.entry, found)) }
        }
    }
}

/// The two entries side by side.
fn beside(opened: &Opened, found: &ShownMatch, other: &Summary, localities: &Localities) -> Markup {
    let own = opened.summary();
    let row = |name: &str, [own, other]: [Markup; 2]| -> Vec<Cell> {
        vec![name.into(), own.into(), other.into()]
    };
    let inbox = |inbox| {
        let name = inbox_name(inbox, localities);
        html! { (name) }
    };
    let both = [&own, other];
    let table = Table {
        caption: "Side by side".to_owned(),
        head: vec!["What was said".into(), "This entry".into(), "The other entry".into()],
        rows: vec![
            row("Children", both.map(|one| named(one, one.children.iter().map(child)))),
            row("Adults", both.map(|one| named(one, one.adults.iter().map(PersonName::full)))),
            row("Needs", both.map(|one| lines(one.needs.iter().map(|need| need.label())))),
            row("Sent by", both.map(|one| lines(one.senders.iter().map(|kind| kind.label())))),
            row("Inbox", [inbox(&opened.entry.inbox), inbox(&found.inbox)]),
        ],
        first_cell_is_header: true,
        ..Table::default()
    };
    html! { div class="beside" { (table) } }
}

/// Names, unless a referral of the entry is protected: then they stand on its own page alone.
fn named(summary: &Summary, names: impl Iterator<Item = String>) -> Markup {
    if summary.protected {
        return html! { "Not shown here, as somebody could come to harm" };
    }
    let names: Vec<String> = names.collect();
    lines(names.iter().map(String::as_str))
}

fn lines<'a>(texts: impl Iterator<Item = &'a str>) -> Markup {
    let texts: Vec<_> = texts.collect();
    html! {
        @if texts.is_empty() { "Not said" }
        @for (at, text) in texts.iter().enumerate() { @if at > 0 { br; } bdi { (text) } }
    }
}

fn child(child: &SummaryChild) -> String {
    let name = child.name.as_ref().map_or("No name".to_owned(), PersonName::full);
    let birth = match child.birth {
        Birth::Born(day) => format!("born {}", day_in_words(day.day())),
        Birth::About(about) => format!("born about {}", about.year()),
        Birth::Due(day) => format!("due {}", day_in_words(day.day())),
        Birth::NotKnown => "day of birth not said".to_owned(),
    };
    format!("{name}, {birth}")
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
