//! When the next step on an entry is due: in words, and the moment itself.

use jiff::Timestamp;
use locality::Localities;
use maud::{Markup, html};
use pipeline::clocks::{Due, Hours};
use pipeline::rows::EntryRow;

use crate::when;

/// A step that is due, with its time in words.
pub(super) fn due(due: Due, words: &str) -> Markup {
    html! { strong { (due.step.label()) ": " (words) } " (by " (when::in_words(due.at)) ")" }
}

/// The next step on an entry, by the hours of its inbox; `None` once the work was taken up or has ended.
pub(super) fn next_step(
    entry: &EntryRow,
    now: Timestamp,
    localities: &Localities,
) -> Option<Markup> {
    let hours = Hours::of(localities, &entry.inbox);
    let next = entry.due(hours, now)?;
    Some(due(next, &next.words(hours.calendar, now)))
}
