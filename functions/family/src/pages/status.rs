//! The pages on which a family asks how its request is getting on. They never say which hub has it,
//! nor anything of who sent it, nor what it is about: a concern has the same words as anything else.

use ::pages::components::{
    Button, ErrorLink, ErrorMessage, Hint, Input, InsetText, Label, SummaryList, SummaryRow,
};
use jiff::civil::Date;
use maud::{Markup, html};
use pipeline::family_status::Step;

use super::{phones, reference};
use crate::home_area::HubPhone;
use crate::leave;
use crate::lookup::{Kind, Lookup, NEW_NOTE, Outcome, REFERENCE, SECRET};
use crate::visit::Visit;

/// The page that asks for the reference and the code, with what was wrong with those before.
pub(crate) fn status(visit: &Visit, lookup: &Lookup) -> String {
    let text = |id: &str| visit.text(id);
    let error = |name: &str| match &lookup.outcome {
        Outcome::Unread(errors) => errors
            .iter()
            .find(|(field, _)| field == name)
            .map(|(field, code)| text(&format!("error-{field}-{}", code.replace('_', "-")))),
        _ => None,
    };
    let input = |name: &str, value: Option<String>, width: &str| Input {
        name: name.to_owned(),
        value,
        label: Label {
            classes: "govuk-label--s".to_owned(),
            ..Label::from(text(&format!("status-{name}-label")))
        },
        hint: Some(Hint::from(text(&format!("status-{name}-hint")))),
        error_message: error(name).map(|words| message(visit, words)),
        classes: width.to_owned(),
        autocomplete: "off".to_owned(),
        autocapitalize: "characters".to_owned(),
        spellcheck: Some(false),
        dir: "ltr".to_owned(),
        ..Input::default()
    };
    let content = html! {
        h1 { (text("status-title")) }
        @if let Some(note) = &lookup.unsent { (unsent(visit, &note.text)) }
        p { (text("status-lead")) }
        form method="post" action="/status" novalidate {
            (input(REFERENCE, Some(lookup.reference.clone()), "govuk-input--width-20"))
            // The code is not shown again: whoever looks must have it.
            (input(SECRET, None, "govuk-input--width-10"))
            (Button::from(text("status-look")))
        }
    };
    let errors = [REFERENCE, SECRET].iter();
    let errors = errors.filter_map(|name| error(name).map(|words| ErrorLink::to(name, words)));
    let notice = (lookup.outcome == Outcome::NotFound).then(|| text("status-not-found").into());
    ::pages::Page { errors: errors.collect(), notice, ..super::page(visit, &content) }.to_html()
}

/// Words that could not be added, because the request that they are about is not found any more.
fn unsent(visit: &Visit, words: &str) -> Markup {
    let words = html! { @for line in words.lines() { p dir="auto" { (line) } } };
    html! { p { (visit.text("status-unsent")) } (InsetText::from(words)) }
}

/// The page after too many wrong tries, with those whom a family can call meanwhile.
pub(crate) fn locked(visit: &Visit, hubs: &[HubPhone]) -> String {
    let content = html! {
        h1 { (visit.text("status-locked-title")) }
        p { (visit.text("status-locked")) }
        (phones(visit, hubs))
        p { a href="/about/contact" { (visit.text("status-contact")) } }
        p { a href="/status?more=1" { (visit.text("status-other")) } }
    };
    super::page(visit, &content).to_html()
}

/// A request that was found, as far as its page shows it.
pub(crate) struct Found<'a> {
    /// The reference.
    pub(crate) reference: &'a str,
    /// The step that it is at.
    pub(crate) step: Step,
    /// The day on which it came in.
    pub(crate) received: Date,
    /// The day by which somebody tries to get in touch, once that is known.
    pub(crate) in_touch_by: Option<Date>,
    /// The hubs that a family can call whom nobody got in touch with.
    pub(crate) hubs: &'a [HubPhone],
}

/// The page of a request that was found.
pub(crate) fn found(visit: &Visit, found: &Found<'_>, today: Date) -> String {
    let text = |id: &str| visit.text(id);
    let step = match found.step {
        Step::Received => "status-step-received",
        Step::WithATeam => "status-step-with-a-team",
        Step::Withdrawn => "status-step-withdrawn",
    };
    let row = SummaryRow {
        key: text("status-reference").into(),
        value: reference(found.reference).into(),
        ..SummaryRow::default()
    };
    let content = html! {
        h1 { (text("status-found-title")) }
        (InsetText::from(text(step)))
        (SummaryList { rows: vec![row], ..SummaryList::default() })
        p { (visit.language.with("status-received-on", &[("day", &visit.language.date(found.received))])) }
        @if found.step != Step::Withdrawn { (next(visit, found, today)) }
        ul {
            li { a href=(NEW_NOTE) { (text("status-add")) } }
            @if found.step != Step::Withdrawn {
                li { a href=(Kind::Withdraw.address()) { (text("status-withdraw")) } }
            }
            li { a href="/status?more=1" { (text("status-other")) } }
            li { a href=(leave::LINK) { (text("status-leave")) } }
        }
    };
    super::page(visit, &content).to_html()
}

/// The next step, and by when. A day that is over is not named. Whether there is a safe way is not known
/// here: what was sent cannot be opened.
fn next(visit: &Visit, found: &Found<'_>, today: Date) -> Markup {
    let text = |id: &str| visit.text(id);
    match found.in_touch_by {
        None => html! { p { (text("status-next")) } },
        Some(by) if by < today => html! {
            p { (text("status-next-late")) }
            (phones(visit, found.hubs))
            p { a href="/about/contact" { (text("status-contact")) } }
        },
        Some(by) => html! {
            p { (visit.language.with("status-next-by", &[("day", &visit.language.day(by))])) }
            p { (text("withdraw-no-way")) }
        },
    }
}

/// An error beside its field, with "Error" before it in the page's language.
pub(super) fn message(visit: &Visit, words: String) -> ErrorMessage {
    ErrorMessage {
        visually_hidden_text: Some(visit.language.locale().error.to_owned()),
        ..ErrorMessage::from(words)
    }
}
