//! The pages of a link to sign in with: that one was sent, if it was, and the one that it opens.

use ::pages::components::Button;
use maud::html;

use super::tel;

/// The field of a link's secret.
pub(crate) const SECRET: &str = "secret";

/// The address of the page on which people sign in.
const SIGN_IN: &str = "/refer/professional/sign-in";

/// The page after a link was asked for, which is the same for everybody.
pub(crate) fn link_asked() -> String {
    let content = html! {
        h1 { "Check your email" }
        p { "If we know your organisation, we have sent a link to your address. It works once, for 15 minutes." }
        p { "Nothing after some minutes? Look among unwanted email. One address is sent five links an hour at most. If none comes, your organisation is not known here by its email addresses: sign in with a council or partner account, or ask the council." }
        p { "If a child is in danger now, call " (tel("999")) "." }
        p { a href=(SIGN_IN) { "Go back to sign in" } }
    };
    super::signed_out("Check your email", content).to_html()
}

/// The page that a link opens. The link is used up only by the button, as programs open links too.
pub(crate) fn link_opened(secret: &str, address: &str) -> String {
    let content = html! {
        h1 { "Sign in to refer a family" }
        p { "You are about to sign in as " strong class="whole" { (address) } "." }
        form method="post" action="/refer/professional/sign-in/link" novalidate {
            input type="hidden" name=(SECRET) value=(secret);
            (Button { prevent_double_click: Some(true), ..Button::from("Continue") })
        }
        p { "If this is not your address, close this page." }
    };
    super::signed_out("Sign in to refer a family", content).to_html()
}
