//! The start page.

use ::pages::components::Button;
use maud::html;

use super::helplines;
use crate::draft::Missing;
use crate::start::WAY;
use crate::visit::Visit;

/// The start page: `missing` tells why there is no form to go on with, `go_on` is the address of one
/// that was begun.
pub(crate) fn start(visit: &Visit, missing: Option<Missing>, go_on: Option<&str>) -> String {
    let begin = |way: &str, content: &str, classes: &str| Button {
        content: content.into(),
        name: WAY.to_owned(),
        value: way.to_owned(),
        classes: classes.to_owned(),
        ..Button::default()
    };
    let notice = missing.map(|missing| match missing {
        Missing::NotBegun => "We cannot find your form. You can begin a new one.",
        Missing::Ended => "Your form has ended. You can begin a new one.",
        Missing::Another => "You started another form in another tab.",
    });
    let content = html! {
        h1 { (visit.text("start-title")) }
        @if let Some(notice) = notice { p { (notice) } }
        (helplines::danger())
        p { (visit.text("start-lead")) }
        p { (visit.text("start-time")) }
        @if let Some(address) = go_on { p { a href=(address) { "Go on with your form" } } }
        form method="post" action="/start" novalidate {
            (begin("short", "Start", ""))
            (begin("full", "Answer all the questions", "govuk-button--secondary"))
        }
    };
    super::page(visit, &content).to_html()
}
