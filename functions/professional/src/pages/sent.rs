//! The confirmation, and the page of the numbers to call about a concern.

use ::pages::components::{Button, Panel, WarningText};
use locality::PhoneNow;
use maud::{Markup, html};

use super::{email, tel};
use crate::app::HOME;
use crate::draft::Sent;

/// The page of the numbers, with the way on.
pub(crate) fn numbers(phone: &PhoneNow, goes_on: &str) -> String {
    let content = html! {
        h1 { "Call now about a safeguarding concern" }
        p { "Do not wait for this form: call, then send it. It goes to the front door of children’s services." }
        (list(phone))
        (Button { href: goes_on.to_owned(), ..Button::from("Go on with your referral") })
    };
    super::signed_in("Call now about a safeguarding concern", content).to_html()
}

/// The numbers, 999 first: those of an authority in and out of hours, or the national ones.
fn list(phone: &PhoneNow) -> Markup {
    let of = |service: &Option<String>| match (service, &phone.authority) {
        (Some(service), _) => Some(service.clone()),
        (None, Some(authority)) => Some(authority.clone()),
        (None, None) => None,
    };
    html! {
        (WarningText::from(html! { "If somebody is in danger now, call " (tel(&phone.emergency)) "." }))
        dl {
            dt { "In office hours" }
            dd { (tel(&phone.in_hours)) @if let Some(name) = of(&phone.in_hours_of) { " (" (name) ")" } }
            dt { "Evenings, weekends and bank holidays" }
            dd { (tel(&phone.out_of_hours)) @if let Some(name) = of(&phone.out_of_hours_of) { " (" (name) ")" } }
        }
    }
}

/// The confirmation of a form that was sent.
pub(crate) fn sent(sent: &Sent) -> String {
    let reference = sent.reference.as_str();
    let panel = Panel {
        title: "Referral sent".into(),
        content: html! { "Reference" br; strong class="whole" { (reference) } }.into(),
        ..Panel::default()
    };
    let content = html! {
        (panel)
        @if let Some(phone) = &sent.phone_now {
            h2 { "Call now" }
            p { "You told us of a safeguarding concern. If you have not called yet, call now." }
            (list(phone))
        }
        @if sent.changed_since {
            p { strong { "Something was changed after this was sent." }
                " What was sent is in the copy below. Call the hub to tell them of the change." }
        }
        h2 { "What happens next" }
        @if sent.phone_now.is_some() {
            p { "The front door of children’s services reads it first. Anybody who gets in touch with the family does so only in the ways that are safe." }
        } @else {
            p { "It is read in working hours. Anybody who gets in touch with the family does so only in the ways that are safe." }
        }
        @if let Some(address) = &sent.notice {
            p { "We will send one email to " (email(address)) " when it is with the people who help." }
        }
        p { a href="/refer/professional/referrals" { "See how your referrals stand" } }
        h2 { "Keep a copy" }
        p { a href="/refer/professional/copy" { "Download a copy of what you sent (text)" } }
        p { "The copy is here until you sign out, and for four hours at most: after that, only the people who work on it can read it. You can print this page too." }
        form method="post" action="/refer/professional/start" novalidate {
            (Button { classes: "govuk-button--secondary".to_owned(), ..Button::from("Refer another family") })
        }
        p { a href=(HOME) { "Go to the first page" } }
    };
    super::signed_in("Referral sent", content).to_html()
}
