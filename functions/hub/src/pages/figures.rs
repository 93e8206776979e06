//! The page of figures: how long families wait and what came of it, in tables and drawings of them.

mod plot;

use ::figures::{Count, Figures, Period, Row, Table as Counted};
use ::pages::Page;
use ::pages::components::{BackLink, Cell, InsetText, Table};
use jiff::civil::Date;
use locality::Localities;
use maud::{Markup, Render as _, html};
use pipeline::collect::InboxFigures;
use referral::Need;

use super::inbox_name;

/// The number of earlier quarters that the page leads to.
const EARLIER: usize = 6;

/// The tables with a yes and a no that are shown as one list.
const YES_NO: [Counted; 6] = [
    Counted::Claimed,
    Counted::Contacted,
    Counted::ReferredAgain,
    Counted::Scored,
    Counted::Improved,
    Counted::Matches,
];

/// The page for a period.
pub(crate) fn figures(
    period: Period,
    today: Date,
    inboxes: &[InboxFigures],
    localities: &Localities,
) -> String {
    let name = period.quarter().unwrap_or_default();
    let content = html! {
        h1 { "Figures" }
        p { "Families whose first referral came from " (day(period.first())) " to " (day(period.last())) ". A family counts in the inbox that has it now." }
        @if period.contains(today) { p { "This quarter is not over: the figures grow." } }
        (InsetText { content: WITHHELD.into(), ..InsetText::default() })
        (quarters(period, today))
        p { a href={ "/hub/figures?quarter=" (name) "&format=csv" } { "Take these figures away as a file (CSV)" } }
        @for (at, one) in inboxes.iter().enumerate() {
            @let inbox = inbox_name(&one.inbox, localities);
            h2 { (inbox) }
            (of_inbox(Place { at, inbox: &inbox }, &one.figures))
        }
    };
    Page {
        before: BackLink::to("/hub", "Back to the inbox").render(),
        ..super::signed_in("Figures", content)
    }
    .to_html()
}

/// The reason why some numbers are missing.
const WITHHELD: &str = "“Withheld” stands where a number from 1 to 5 could be read or worked out, or \
    where too few families were measured: a half for at least 6, nine of ten for at least 30. Other \
    numbers may be withheld with a small one. A zero is shown.";

fn quarters(shown: Period, today: Date) -> Markup {
    let this = Period::quarter_of(today);
    let all = std::iter::successors(Some(this), |period| Some(period.quarter_before()));
    html! {
        nav aria-label="Quarters" { ul {
            @for period in all.take(EARLIER + 1) {
                @let name = period.quarter().unwrap_or_default();
                li {
                    @if period == shown { strong { (name) } }
                    @else { a href={ "/hub/figures?quarter=" (name) } { (name) } }
                    @if period == this { " (so far)" }
                }
            }
        } }
    }
}

/// An inbox on the page.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// Its number, for the ids of its drawings.
    at: usize,
    /// Its name, by which its tables are told from those of another one.
    inbox: &'a str,
}

fn of_inbox(place: Place<'_>, figures: &Figures) -> Markup {
    let needs: Vec<Row> =
        Need::ALL.iter().filter_map(|need| yes_of(figures, Counted::Need(*need))).collect();
    let questions: Vec<Row> = YES_NO
        .iter()
        .filter(|table| **table != Counted::Matches)
        .filter_map(|table| yes_of(figures, *table))
        .collect();
    html! {
        p { strong { (figures.families) } " received." }
        (waits(place, figures))
        (drawn(place, "progress", "How far the work is", figures.rows(Counted::Progress)))
        (drawn(place, "source", "Who asked for help", figures.rows(Counted::Source)))
        (drawn(place, "needs", "What families need", &needs))
        (drawn(place, "outcome", "How the work ended", figures.rows(Counted::Outcome)))
        (drawn(place, "yes", "Of these families", &questions))
        (drawn(place, "matches", "Possible matches that people were asked about", figures.rows(Counted::Matches)))
    }
}

/// The yes of a table, named after the table.
fn yes_of(figures: &Figures, table: Counted) -> Option<Row> {
    figures.rows(table).first().map(|row| Row { words: table.title(), ..*row })
}

fn waits(place: Place<'_>, figures: &Figures) -> Markup {
    let time = |time: Option<u32>, unit: &str| match time {
        None => "withheld".to_owned(),
        Some(hours) if unit == "hours" && hours >= 72 => format!("{} days", hours / 24),
        Some(1) => format!("1 {}", unit.trim_end_matches('s')),
        Some(many) => format!("{many} {unit}"),
    };
    let rows = figures.waiting.named().map(|(_, words, unit, times)| {
        vec![words.into(), number(time(times.median, unit)), number(time(times.ninetieth, unit))]
    });
    let table = Table {
        caption: "How long families waited, nights and weekends too".to_owned(),
        head: vec!["Wait".into(), number("Half within"), number("Nine of ten within")],
        rows: rows.into(),
        first_cell_is_header: true,
        ..Table::default()
    };
    html! { div class="wide" tabindex="0" role="region" aria-label={ "Waits, " (place.inbox) ", as a table" } { (table) } }
}

fn number(text: impl Into<String>) -> Cell {
    Cell { format: "numeric".to_owned(), ..text.into().into() }
}

/// A drawing of rows, and the table of the same numbers. Rows of nobody are left out of both.
fn drawn(place: Place<'_>, code: &str, title: &str, rows: &[Row]) -> Markup {
    if rows.len() > 2 && rows.iter().all(|row| row.count.get().is_none()) {
        return html! { h3 { (title) } p { "Withheld, all of it." } };
    }
    let rows: Vec<&Row> = rows.iter().filter(|row| row.count.get() != Some(0)).collect();
    if rows.is_empty() {
        return html! { h3 { (title) } p { "Nobody." } };
    }
    let percent = |row: &Row| row.percent.map_or_else(String::new, |share| format!("{share}%"));
    let bars: Vec<(&str, Count)> = rows.iter().map(|row| (row.words, row.count)).collect();
    let table = Table {
        caption: title.to_owned(),
        head: vec!["Row".into(), number("Number"), number("Share")],
        rows: rows
            .iter()
            .map(|row| vec![row.words.into(), number(row.count.to_string()), number(percent(row))])
            .collect(),
        first_cell_is_header: true,
        ..Table::default()
    };
    html! {
        h3 { (title) }
        (plot::bars(&format!("plot-{}-{code}", place.at), title, &bars))
        div class="wide" tabindex="0" role="region" aria-label={ (title) ", " (place.inbox) ", as a table" } { (table) }
    }
}

fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
