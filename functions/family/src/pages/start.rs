//! The start page: what it is, how long it takes and what happens, the numbers to call, and whether
//! it is safe to use this device; then the two ways to begin.

use ::pages::components::{Button, InsetText, NotificationBanner};
use maud::{Markup, html};

use super::{Begun, helplines, phones};
use crate::draft::Missing;
use crate::home_area::HubPhone;
use crate::visit::Visit;

/// The field that says which way the family takes.
pub(crate) const WAY: &str = "way";

/// The start page: `missing` tells why there is no form to go on with, `begun` is one that there is, and
/// `hubs` are those of the one authority that is served or known.
pub(crate) fn start(
    visit: &Visit,
    missing: Option<Missing>,
    begun: Option<&Begun>,
    hubs: &[HubPhone],
) -> String {
    let text = |id: &str| visit.text(id);
    let content = html! {
        @if let Some(missing) = missing { (why(visit, missing)) }
        h1 { (text("start-title")) }
        p class="govuk-body-l" { (text("start-lead")) }
        (helplines::danger(visit))
        p { (text("start-free")) " " (text("start-time")) }
        h2 { (text("start-next-title")) }
        ol {
            @for step in ["start-next-tell", "start-next-read", "start-next-talk"] {
                li { (text(step)) }
            }
        }
        @if !hubs.is_empty() { (call_first(visit, hubs)) }
        h2 { (text("start-safe-title")) }
        p { (text("start-safe")) }
        p class="with-script" { (text("start-shift")) }
        @match begun {
            Some(begun) if !begun.is_sent => {
                (Button { href: begun.address.clone(), ..Button::from(text("start-go-on")) })
                p { (text("start-again")) }
                (ways(visit, "-again", "govuk-button--secondary"))
            }
            begun => {
                @if let Some(Begun { address, .. }) = begun {
                    (InsetText::from(html! { a href=(address) { (text("start-sent")) } }))
                }
                (ways(visit, "", ""))
            }
        }
        p { a href="/status" { (text("start-status")) } }
    };
    super::page(visit, &content).to_html()
}

/// The reason why there is no form to go on with, gently.
fn why(visit: &Visit, missing: Missing) -> NotificationBanner {
    let words = match missing {
        Missing::NotBegun => "start-not-begun",
        Missing::Ended => "start-lost",
        Missing::Another => "start-other-tab",
    };
    NotificationBanner {
        title: visit.text("start-notice").into(),
        content: html! { p class="govuk-notification-banner__heading" { (visit.text(words)) } }
            .into(),
        ..NotificationBanner::default()
    }
}

fn call_first(visit: &Visit, hubs: &[HubPhone]) -> Markup {
    html! {
        h2 { (visit.text("start-phone-title")) }
        (phones(visit, hubs))
    }
}

/// The two ways to begin, each a button of one form. Beside a form that was begun neither is the one
/// that stands out: it deletes what was typed.
fn ways(visit: &Visit, again: &str, of_first: &str) -> Markup {
    let begin = |way: &str, classes: &str| Button {
        content: visit.text(&format!("start-{way}{again}")).into(),
        name: WAY.to_owned(),
        value: way.to_owned(),
        classes: classes.to_owned(),
        ..Button::default()
    };
    html! {
        form method="post" action="/start" novalidate {
            p { (visit.text("start-short-hint")) }
            (begin("short", of_first))
            p { (visit.text("start-full-hint")) }
            (begin("full", "govuk-button--secondary"))
        }
    }
}
