//! The page that a family sees once its form is stored. It follows from what they sent and from the
//! rulebook alone, so it is the same for families that are known and families that are not.

mod nearby;

use ::pages::components::{InsetText, Panel};
use maud::{Markup, html};
use referral::StatusSecret;

use super::{helplines, numbers, reference};
use crate::leave;
use crate::lookup::NEW_NOTE;
use crate::sent::{ANOTHER, Sent};
use crate::visit::Visit;

/// The page that confirms a form; `secret` is the code to ask later how it is getting on.
pub(crate) fn sent(visit: &Visit, sent: &Sent, secret: StatusSecret) -> String {
    let text = |id: &str| visit.text(id);
    let content = html! {
        (copy(visit, sent))
        @if let Some(phone) = &sent.phone_now {
            // The numbers lead: they matter more than the form.
            h1 { (text("numbers-title")) }
            (numbers::list(visit, phone))
            (done(visit, sent, 2))
        } @else {
            (done(visit, sent, 1))
        }
        @if sent.changed_since { p { (text("sent-changed")) } }
        (helplines::list(visit))
        h2 { (text("sent-next-title")) }
        @if sent.phone_now.is_some() { (after_a_worry(visit, sent)) }
        @else { (after_asking(visit, sent)) }
        @if sent.notice { p { (text("sent-notice")) } }
        (unread(visit, sent))
        p { (text("sent-next-elsewhere")) }
        @if !sent.nearby.is_empty() { (nearby::list(visit, &sent.nearby)) }
        (keep(visit, sent, secret))
        ul {
            li { a href="/status" { (text("sent-status")) } }
            li { a href=(NEW_NOTE) { (text("sent-more")) } }
            li { a href="/" { (text("sent-another")) } }
            li { a href=(leave::LINK) { (text("sent-leave")) } }
        }
    };
    super::framed(visit, content).to_html()
}

/// The page in its place once it was deleted: it says nothing of what was on it.
pub(crate) fn gone(visit: &Visit) -> String {
    let content = html! {
        h1 { (visit.text("sent-gone-title")) }
        p { (visit.text("sent-gone")) }
        ul {
            li { a href="/status" { (visit.text("status-title")) } }
            li { a href="/" { (visit.text("go-to-start")) } }
        }
    };
    super::page(visit, &content).to_html()
}

/// The advice to keep no copy, before there is anything to copy.
fn copy(visit: &Visit, sent: &Sent) -> Markup {
    if sent.is_careful {
        html! { (helplines::warning(visit, visit.text("sent-copy-careful"))) }
    } else {
        html! { (InsetText::from(visit.text("sent-copy"))) }
    }
}

fn done(visit: &Visit, sent: &Sent, level: u8) -> Panel {
    let reference = html! {
        (visit.text("sent-reference")) br;
        span class="reference" dir="ltr" { strong { (sent.reference.as_str()) } }
    };
    Panel {
        title: visit.text("sent-title").into(),
        heading_level: Some(level),
        content: reference.into(),
        ..Panel::default()
    }
}

fn after_asking(visit: &Visit, sent: &Sent) -> Markup {
    let language = visit.language;
    let reach = || language.with("sent-next-reach", &[("day", &language.day(sent.by))]);
    html! {
        ol {
            li { (language.text("sent-next-read")) }
            @if sent.may_be_reached {
                li { (reach()) }
                li { (language.text("sent-next-talk")) }
            } @else {
                li { (language.text("sent-next-no-way")) }
            }
        }
    }
}

/// The next steps after a worry. They do not promise that nobody will come: the people who keep
/// children safe may have to.
fn after_a_worry(visit: &Visit, sent: &Sent) -> Markup {
    let language = visit.language;
    let reach = || language.with("sent-next-worry-reach", &[("day", &language.day(sent.by))]);
    html! {
        ol {
            li { (language.text("sent-next-worry-read")) }
            @if sent.may_be_reached { li { (reach()) } }
            @else { li { (language.text("sent-next-worry-no-way")) } }
        }
    }
}

/// The answers that were not taken as they were sent, each by its name and never by what was typed.
fn unread(visit: &Visit, sent: &Sent) -> Markup {
    let names = |keys: &[String]| {
        let mut names: Vec<String> = Vec::new();
        for key in keys.iter().filter(|key| *key != ANOTHER) {
            let name = brief(visit, key, sent.for_others);
            let name = name.unwrap_or_else(|| visit.text("sent-another-answer"));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if keys.iter().any(|key| key == ANOTHER) {
            names.push(visit.text("sent-another-answer"));
        }
        html! { ul { @for name in names { li { (name) } } } }
    };
    html! {
        @if !sent.kept.is_empty() { p { (visit.text("sent-kept")) } (names(&sent.kept)) }
        @if !sent.left_out.is_empty() { p { (visit.text("sent-left-out")) } (names(&sent.left_out)) }
    }
}

/// The name of an answer. Somebody who asks for others is told its question: it is none of their own.
fn brief(visit: &Visit, key: &str, for_others: bool) -> Option<String> {
    let words = |id: &str| visit.language.optional(&format!("{key}-{id}"));
    if for_others { words("label-for-others").or_else(|| words("label")) } else { words("brief") }
}

fn keep(visit: &Visit, sent: &Sent, secret: StatusSecret) -> Markup {
    let text = |id: &str| visit.text(id);
    html! {
        h2 { (text("sent-keep-title")) }
        dl {
            dt { (text("sent-reference")) }
            dd { strong { (reference(&sent.reference.as_str())) } }
            dt { (text("sent-secret")) }
            dd { strong class="whole code" dir="ltr" { (secret.to_string()) } }
        }
        p { (text("sent-keep")) " " (text("sent-keep-for")) }
        // Where it is not safe, nobody is told how.
        @if !sent.is_careful { p { (text("sent-keep-how")) } }
    }
}
