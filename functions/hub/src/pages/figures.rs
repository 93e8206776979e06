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
const YES_NO: [Counted; 5] = [
    Counted::Claimed,
    Counted::Contacted,
    Counted::ReferredAgain,
    Counted::Scored,
    Counted::Improved,
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
        nav aria-label="Quarters" { ul class="filters" {
            @for period in all.take(EARLIER + 1) {
                @let name = period.quarter().unwrap_or_default();
                li {
                    a href={ "/hub/figures?quarter=" (name) }
                        aria-current=[(period == shown).then_some("page")] { (name) }
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

/// A part of an inbox's figures: a drawing and its table.
struct Part {
    /// The code, for the ids of the drawing.
    code: &'static str,
    /// The title of both.
    title: &'static str,
    /// The word for a row, over the first column.
    row: &'static str,
}

impl Part {
    const fn new(code: &'static str, title: &'static str, row: &'static str) -> Self {
        Self { code, title, row }
    }
}

const PROGRESS: Part = Part::new("progress", "How far the work is", "State");
const SOURCE: Part = Part::new("source", "Who asked for help", "Sender");
const NEEDS: Part = Part::new("needs", "What families need", "Need");
const OUTCOME: Part = Part::new("outcome", "How the work ended", "Outcome");
const HAPPENED: Part = Part::new("yes", "Of these families", "What happened");
const MATCHES: Part =
    Part::new("matches", "Possible matches that people were asked about", "Decision");

fn of_inbox(place: Place<'_>, figures: &Figures) -> Markup {
    let needs: Vec<Row> =
        Need::ALL.iter().filter_map(|need| yes_of(figures, Counted::Need(*need))).collect();
    let happened: Vec<Row> = YES_NO.iter().filter_map(|table| yes_of(figures, *table)).collect();
    html! {
        @match figures.families.get() {
            Some(0) => p { "Nobody was received." },
            None => {
                p { "Withheld, all of it: few families were received." }
                (drawn(place, &MATCHES, figures.rows(Counted::Matches)))
            },
            Some(received) => {
                p { strong { (received) } " received." }
                (waits(place, figures))
                (drawn(place, &PROGRESS, figures.rows(Counted::Progress)))
                (drawn(place, &SOURCE, figures.rows(Counted::Source)))
                (drawn(place, &NEEDS, &needs))
                (drawn(place, &OUTCOME, figures.rows(Counted::Outcome)))
                (drawn(place, &HAPPENED, &happened))
                (drawn(place, &MATCHES, figures.rows(Counted::Matches)))
            },
        }
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
    let title = "How long families waited, nights and weekends too";
    let table = Table {
        caption: title.to_owned(),
        caption_classes: "govuk-visually-hidden".to_owned(),
        head: vec!["Wait".into(), number("Half within"), number("Nine of ten within")],
        rows: rows.into(),
        first_cell_is_header: true,
        ..Table::default()
    };
    html! {
        h3 { (title) }
        (region("Waits", place, &table))
    }
}

fn number(text: impl Into<String>) -> Cell {
    Cell { format: "numeric".to_owned(), ..text.into().into() }
}

/// A table that is scrolled by itself where it is wider than the window.
fn region(title: &str, place: Place<'_>, table: &Table) -> Markup {
    html! {
        div class="wide numbers" tabindex="0" role="region"
            aria-label={ (title) ", " (place.inbox) ", as a table" } { (table) }
    }
}

/// A drawing of rows, and the table of the same numbers. Rows of nobody are left out of both.
fn drawn(place: Place<'_>, part: &Part, rows: &[Row]) -> Markup {
    let title = part.title;
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
        caption_classes: "govuk-visually-hidden".to_owned(),
        head: vec![part.row.into(), number("Number"), number("Share")],
        rows: rows
            .iter()
            .map(|row| vec![row.words.into(), number(row.count.to_string()), number(percent(row))])
            .collect(),
        first_cell_is_header: true,
        ..Table::default()
    };
    html! {
        h3 { (title) }
        (plot::bars(&format!("plot-{}-{}", place.at, part.code), title, &bars))
        (region(title, place, &table))
    }
}

fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
