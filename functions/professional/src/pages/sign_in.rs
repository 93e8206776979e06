//! The pages around signing in, which itself takes place at the council's own provider.

use ::pages::Page;
use ::pages::components::Button;
use maud::html;

use super::tel;
use crate::app::HOME;

const BEGIN: &str = "/refer/professional/sign-in/begin";

/// The page that leads to the provider. `is_lost` says that a page was sent after the session had ended.
pub(crate) fn sign_in(is_lost: bool) -> String {
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
    };
    super::signed_out("Sign in", content).to_html()
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
}

/// The page that says why nobody is signed in.
pub(crate) fn not_signed_in(why: NotSignedIn) -> String {
    let content = html! {
        h1 { "You are not signed in" }
        @match why {
            NotSignedIn::Late => p { "This sign-in began more than 10 minutes ago, or in another browser, or was used already." },
            NotSignedIn::Refused => p { "Your council’s sign-in service did not confirm who you are." },
            NotSignedIn::NoKnownGroup => {
                p { "Your council’s sign-in service knows you, but your account is in no group that sends referrals." }
                p { "Ask whoever looks after your organisation’s accounts to add you to its group." }
            }
        }
        p { "If a child is in danger now, call " (tel("999")) "." }
        (Button { href: BEGIN.to_owned(), ..Button::from("Try again") })
    };
    super::signed_out("You are not signed in", content).to_html()
}
