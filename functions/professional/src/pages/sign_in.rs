//! The pages around signing in, which itself takes place at the council's own provider.

use ::pages::Page;
use ::pages::components::{Button, Hint, Input, Label};
use filling::first;
use maud::{Markup, html};

use super::tel;
use super::typed::Typed;
use crate::app::HOME;

const SIGN_IN: &str = "/refer/professional/sign-in";
const BEGIN: &str = "/refer/professional/sign-in/begin";

/// The field of a work address.
pub(crate) const EMAIL: &str = "email";

/// The page that leads to the provider, and asks for a work address where a link can be sent. `is_lost`
/// says that a page was sent after the session had ended.
pub(crate) fn sign_in(is_lost: bool, by_email: Option<&Typed>) -> String {
    let begin = Button {
        href: BEGIN.to_owned(),
        ..Button::from("Sign in with your council or partner account")
    };
    let content = html! {
        h1 { "Refer a family" }
        @if is_lost {
            p { "You were signed out, so the last page that you sent " strong { "was not saved" }
                ". The pages before it are kept for four hours. Sign in to go on." }
        }
        p { "For schools, health services, the police and others who work with families. It takes about five minutes." }
        p { "If a child is in danger now, call " (tel("999")) "." }
        (begin)
        @if let Some(typed) = by_email { (ask_for_address(typed)) }
    };
    let errors = by_email.map(Typed::links).unwrap_or_default();
    Page { errors, ..super::signed_out("Sign in", content) }.to_html()
}

/// The form that asks for a work address.
fn ask_for_address(typed: &Typed) -> Markup {
    let field = Input {
        name: EMAIL.to_owned(),
        kind: "email".to_owned(),
        value: Some(first(&typed.values, EMAIL).to_owned()),
        label: Label { classes: "govuk-label--s".to_owned(), ..Label::from("Your work email") },
        hint: Some(Hint::from(
            "If we know your organisation, we send a link to sign in with. It works once, for 15 minutes.",
        )),
        error_message: typed.error(EMAIL),
        autocomplete: "email".to_owned(),
        spellcheck: Some(false),
        ..Input::default()
    };
    let send = Button {
        classes: "govuk-button--secondary".to_owned(),
        prevent_double_click: Some(true),
        ..Button::from("Send me a link")
    };
    html! {
        h2 { "No such account?" }
        form method="post" action="/refer/professional/sign-in/email" novalidate { (field) (send) }
    }
}

/// The page of somebody who has just signed in, which leads on by itself.
pub(crate) fn signed_in_now() -> String {
    let content = html! {
        h1 { "You are signed in" }
        p { a href=(HOME) { "Go on" } }
    };
    let page = super::signed_out("You are signed in", content);
    Page { leads_to: Some(HOME), ..page }.to_html()
}

/// A reason why nobody is signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotSignedIn {
    /// Nothing is known of the sign-in, or no longer, or in another browser.
    Late,
    /// The provider vouches for nobody.
    Refused,
    /// The provider vouches for a person, and none of their groups sends referrals.
    NoKnownGroup,
    /// The link is not known, was used, or its time is over.
    LinkOver,
    /// The organisation of the address is not known any more.
    NoKnownDomain,
}

/// The page that says why nobody is signed in.
pub(crate) fn not_signed_in(why: NotSignedIn) -> String {
    let again = match why {
        NotSignedIn::LinkOver | NotSignedIn::NoKnownDomain => {
            Button { href: SIGN_IN.to_owned(), ..Button::from("Go to sign in") }
        }
        _ => Button { href: BEGIN.to_owned(), ..Button::from("Try again") },
    };
    let content = html! {
        h1 { "You are not signed in" }
        @match why {
            NotSignedIn::Late => p { "This sign-in began more than 10 minutes ago, or in another browser, or was used already." },
            NotSignedIn::Refused => p { "Your council’s sign-in service did not confirm who you are." },
            NotSignedIn::LinkOver => p { "This link was used already, or is more than 15 minutes old. Nothing is lost: ask for another one." },
            NotSignedIn::NoKnownDomain => p { "Your organisation is not known here by its email addresses any more. Ask the council." },
            NotSignedIn::NoKnownGroup => {
                p { "Your council’s sign-in service knows you, but your account is in no group that sends referrals." }
                p { "Ask whoever looks after your organisation’s accounts to add you to its group." }
            }
        }
        p { "If a child is in danger now, call " (tel("999")) "." }
        (again)
    };
    super::signed_out("You are not signed in", content).to_html()
}
