//! The course of the work on an entry: what was just done, what is marked, and where it was before.

use ::pages::components::{InsetText, NotificationBanner};
use jiff::{SignedDuration, Timestamp};
use locality::Localities;
use maud::{Markup, Render, html};
use pipeline::clocks::Hours;
use pipeline::collect::Worker;
use pipeline::rows::{Done, EntryRow, Escalation, Step};

use super::inbox_name;
use crate::{steps, when};

/// The time for which a worker is told of their own last step.
const JUST_NOW: SignedDuration = SignedDuration::from_secs(60);

/// The success banner of a worker's own last step, just after it.
pub(super) fn banner(
    entry: &EntryRow,
    worker: &Worker,
    now: Timestamp,
    localities: &Localities,
) -> Markup {
    let last = entry.course.steps.last();
    let own =
        last.filter(|step| step.by == worker.actor.id && now.duration_since(step.at) < JUST_NOW);
    html! { @if let Some(step) = own { (done(step, localities)) } }
}

/// The banner that says what was done.
pub(super) fn done(step: &Step, localities: &Localities) -> Markup {
    let name = |id: &_| inbox_name(id, localities);
    let content = format!("You {}.", steps::words(&step.done, name));
    NotificationBanner {
        content: content.into(),
        kind: "success".to_owned(),
        ..NotificationBanner::default()
    }
    .render()
}

/// The marks of an entry: that a manager must take it, that an answer is awaited, or that its inbox is
/// no longer in the rulebook.
pub(super) fn marks(entry: &EntryRow, localities: &Localities, now: Timestamp) -> Markup {
    let is_gone = localities.inbox(&entry.inbox).is_none();
    let paused = entry.paused_since(Hours::of(localities, &entry.inbox), now);
    html! {
        @if let Some(mark) = entry.escalation() { (InsetText::from(escalated(mark, localities))) }
        @if entry.course.needs_manager {
            (InsetText::from("More than one inbox has declined it. A manager must take it, and say who helps this family."))
        }
        @if let Some(at) = entry.course.asked_at {
            (InsetText::from(format!(
                "The referrer was asked for more on {}. The time to answer the family {}.",
                when::in_words(at),
                if paused.is_some() { "stands still until they answer, for five working days at most" }
                else { "goes on" },
            )))
        }
        @if is_gone {
            (InsetText::from("This inbox is no longer in the rulebook of its council. Send the entry on to one that is."))
        }
    }
}

/// That a clock ran out, since when the manager has it, and whether the triage does too.
fn escalated(mark: &Escalation, localities: &Localities) -> String {
    let step = mark.step.label();
    let first =
        format!("{step} is late: escalated to the manager since {}.", when::in_words(mark.since));
    let Some(again) = &mark.again else { return first };
    let since = when::in_words(again.at);
    match &again.triage {
        Some(triage) => format!(
            "{first} Nobody answered: put to {} since {since}, which can send it on.",
            inbox_name(triage, localities),
        ),
        None => format!("{first} Nobody answered: the manager was told again on {since}."),
    }
}

/// Where the entry was and what people did with it, the latest first; closed until somebody opens it.
pub(super) fn history(entry: &EntryRow, localities: &Localities) -> Markup {
    let name = |id: &_| inbox_name(id, localities);
    let all = &entry.course.steps;
    let moved = all.iter().rev().find(|step| step.done.moved().is_some());
    html! {
        @if let Some(moved) = moved { p { (steps::sentence(moved, name)) "." } }
        @if !all.is_empty() {
            details {
                summary { "What was done with it" }
                ol reversed { @for step in all.iter().rev() { li { (steps::sentence(step, name)) } } }
            }
        }
    }
}

/// The words for a step that a worker is asked about on a page that no longer shows the entry.
pub(super) fn went_to(step: &Step, localities: &Localities) -> Option<String> {
    match &step.done {
        Done::SentOn { to, .. } | Done::Declined { to, .. } => Some(inbox_name(to, localities)),
        _ => None,
    }
}
