//! The log of an entry: what its workers wrote down, and the forms to write more.

mod fields;

use ::pages::components::{Button, Details, NotificationBanner, Tag};
use maud::{Markup, Render, html};
use pipeline::collect::{Contact, LogItem, LogThread, Logged, Onward, ScoreTaken, Task, Worker};
use pipeline::rows::EntryRow;
use referral::OnwardAnswer;

use super::content::{day_in_words, text, whole};
use super::view::View;
use crate::logged::Typed;
use crate::steps::worker_name;
use crate::when;

/// The kinds of items that a worker begins, with the words that lead to their form.
const BEGUN: [(&str, &str); 5] = [
    ("contact", "Log a contact, or an attempt"),
    ("note", "Write a note"),
    ("task", "Add something to do"),
    ("onward", "Refer onward to a partner service"),
    ("score", "Write down how the family is doing, as a score"),
];

/// The section of the log. A corrected postcode is left out where what is known of the home is masked.
pub(super) fn log(
    entry: &EntryRow,
    log: &[LogThread],
    worker: &Worker,
    view: &View,
    is_masked: bool,
) -> Markup {
    html! {
        section id="log" class="log" {
            h2 { "What was done" }
            @if let Some(done) = view.done() { (banner(done)) }
            (attempts(entry))
            @if view.is_for_working() {
                @for (kind, label) in BEGUN { (form(entry, kind, label, view)) }
            }
            @if log.is_empty() { p { "Nothing is written down yet." } }
            @else { ol class="entries" { @for thread in log { (line(entry, thread, worker, view, is_masked)) } } }
        }
    }
}

fn banner(done: &str) -> Markup {
    NotificationBanner {
        kind: "success".to_owned(),
        content: done.into(),
        title_id: "log-done".to_owned(),
        title_heading_level: Some(3),
        ..NotificationBanner::default()
    }
    .render()
}

/// How many attempts to reach the family count, once there is one.
fn attempts(entry: &EntryRow) -> Markup {
    let days = entry.log.attempt_days();
    html! {
        @if days > 0 {
            p class="facts" {
                "Safe attempts to reach the family since it was last reached: on " (days)
                @if days == 1 { " day." } @else { " different days." }
            }
        }
    }
}

/// The form for an item of this kind, closed until somebody opens it or something is to be mended.
fn form(entry: &EntryRow, kind: &str, label: &str, view: &View) -> Markup {
    let nothing = Typed::default();
    let typed = view.typed.as_ref().filter(|typed| typed.kind == kind);
    let corrects = typed.is_some_and(|typed| !typed.value("replaces").is_empty());
    let content = html! {
        form method="post" action={ "/hub/entries/" (entry.id) "/log/" (kind) } {
            input type="hidden" name="form" value=(view.token);
            @if let Some(earlier) = typed.map(|typed| typed.value("replaces")).filter(|id| !id.is_empty()) {
                input type="hidden" name="replaces" value=(earlier);
            }
            (fields::of(kind, typed.unwrap_or(&nothing), view.today))
            (Button::from(if corrects { "Save the correction" } else { "Save" }))
        }
        @if corrects { (retract(entry, typed.unwrap_or(&nothing), view)) }
    };
    let summary = if corrects { "Correct, or bring up to date" } else { label };
    Details {
        id: format!("log-{kind}"),
        summary: summary.into(),
        content: content.into(),
        open: typed.is_some(),
        ..Details::default()
    }
    .render()
}

/// A button by which an item is taken back. It stays on the log, marked.
fn retract(entry: &EntryRow, typed: &Typed, view: &View) -> Markup {
    html! {
        form method="post" action={ "/hub/entries/" (entry.id) "/log/retracted" } {
            input type="hidden" name="form" value=(view.token);
            input type="hidden" name="replaces" value=(typed.value("replaces"));
            (Button {
                classes: "govuk-button--warning".to_owned(),
                ..Button::from("It was written in error")
            })
        }
    }
}

fn line(
    entry: &EntryRow,
    thread: &LogThread,
    worker: &Worker,
    view: &View,
    is_masked: bool,
) -> Markup {
    let may_correct = thread
        .now
        .said
        .as_ref()
        .is_some_and(|(_, said)| view.is_for_working() && Typed::is_corrected_here(said));
    html! {
        li id={ "log-" (thread.now.id) } {
            (item(&thread.now, worker, is_masked))
            @if !thread.earlier.is_empty() {
                details open[!view.is_for_working()] {
                    summary { "Written before" }
                    ul { @for earlier in &thread.earlier { li { (item(earlier, worker, is_masked)) } } }
                }
            }
            @if may_correct {
                @if let Some((_, Logged::Task(task))) = &thread.now.said && !task.done {
                    (done(entry, &thread.now, view))
                }
                p { a href={ "/hub/entries/" (entry.id) "?correct=" (thread.now.id) "#log" } {
                    "Correct or update"
                    span class="govuk-visually-hidden" { ": " (heading(&thread.now)) ", written " (when::in_words(thread.now.written_at)) }
                } }
            }
        }
    }
}

/// A button that says that a task is done.
fn done(entry: &EntryRow, task: &LogItem, view: &View) -> Markup {
    let Some(typed) = Typed::correcting(task) else { return html! {} };
    html! {
        form method="post" action={ "/hub/entries/" (entry.id) "/log/task" } {
            input type="hidden" name="form" value=(view.token);
            @for (name, value) in typed.values.iter().filter(|(name, _)| name != "done") {
                input type="hidden" name=(name) value=(value);
            }
            input type="hidden" name="done" value="yes";
            button class="as-link" {
                "Mark as done"
                span class="govuk-visually-hidden" { ", written " (when::in_words(task.written_at)) }
            }
        }
    }
}

/// The kind of an item in words.
fn heading(item: &LogItem) -> &'static str {
    match item.said.as_ref().map(|(_, said)| said) {
        Some(Logged::Contact(contact)) => contact.code.label(),
        Some(Logged::Note { .. }) => "Note",
        Some(Logged::Task(_)) => "To do",
        Some(Logged::Onward(_)) => "Referred onward",
        Some(Logged::Postcode(_)) => "Postcode corrected",
        Some(Logged::SenderAsked(_)) => "Asked the sender",
        Some(Logged::Score(_)) => "Score",
        Some(Logged::Retracted { .. }) => "Written in error",
        None => "It cannot be read",
    }
}

fn item(item: &LogItem, worker: &Worker, is_masked: bool) -> Markup {
    let by = match &item.said {
        Some((by, _)) if *by == worker.actor.id => "you",
        Some((by, _)) => worker_name(by),
        None => "somebody",
    };
    html! {
        h3 { (heading(item)) }
        @match item.said.as_ref().map(|(_, said)| said) {
            Some(Logged::Contact(contact)) => (contact_line(contact)),
            Some(Logged::Task(task)) => (task_line(task)),
            Some(Logged::Onward(onward)) => (onward_line(onward)),
            Some(Logged::Postcode(corrected)) => p {
                @if is_masked { "Not shown, as somebody could come to harm" } @else { (whole(corrected.postcode.as_str())) }
            },
            Some(Logged::SenderAsked(asked)) => p { (asked.about.label()) },
            Some(Logged::Score(taken)) => (score_line(taken)),
            Some(Logged::Note { .. } | Logged::Retracted { .. }) => {},
            None => p { "This item cannot be read. Ask your service desk for help." },
        }
        @if let Some(words) = item.said.as_ref().and_then(|(_, said)| text(said.words())) {
            p dir="auto" class="words" { (words) }
        }
        p class="facts" { "Written " (when::in_words(item.written_at)) " by " (by) }
    }
}

fn score_line(taken: &ScoreTaken) -> Markup {
    let score = &taken.score;
    html! {
        p { (score.value) " of 10 on " (score.scale.as_str()) ". " (score.at.label()) ", on " (day_in_words(taken.on)) "." }
    }
}

fn contact_line(contact: &Contact) -> Markup {
    html! {
        p {
            (day_in_words(contact.on))
            @if let Some(at) = contact.at { " at " (at.strftime("%H:%M")) }
            ". " (contact.direction.label()) ": " (contact.way.label()) ", " (contact.with.label()) "."
        }
    }
}

fn task_line(task: &Task) -> Markup {
    html! {
        p {
            (Tag::coloured(if task.done { "green" } else { "yellow" }, if task.done { "Done" } else { "To do" }))
            @if let Some(due) = task.due { " By " (day_in_words(due)) }
        }
    }
}

fn onward_line(onward: &Onward) -> Markup {
    let colour = match onward.answer {
        OnwardAnswer::Accepted => "green",
        OnwardAnswer::Declined => "red",
        OnwardAnswer::NotSent => "grey",
        OnwardAnswer::Sent | OnwardAnswer::NoAnswerYet => "yellow",
    };
    html! {
        p {
            (Tag::coloured(colour, onward.answer.label()))
            " " (onward.need.label()) ", to " (onward.partner.as_str()) ". " (onward.agreement.label()) "."
        }
    }
}
