//! The page to sign in on.

use ::pages::components::{Button, ErrorLink, ErrorMessage, Input, PasswordInput};
use ::pages::{Attributes, Page};
use maud::html;

const CLIENT: &str = "client_id";
const SECRET: &str = "client_secret";

/// An error of a sign-in. Each is shown at the field that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SignInError {
    /// The client id is missing.
    NoClient,
    /// The secret is missing.
    NoSecret,
    /// The issuer does not know this client with this secret.
    Refused,
    /// The client exists, but has no inbox.
    NotOfAnInbox,
}

impl SignInError {
    fn field(self) -> &'static str {
        match self {
            Self::NoSecret => SECRET,
            Self::NoClient | Self::Refused | Self::NotOfAnInbox => CLIENT,
        }
    }

    fn message(self) -> &'static str {
        match self {
            Self::NoClient => "Enter your client id",
            Self::NoSecret => "Enter your secret",
            Self::Refused => "The client id or the secret is not right",
            Self::NotOfAnInbox => "This client does not work in an inbox",
        }
    }
}

/// The sign-in form. With `errors`, it keeps the client id and not the secret.
pub(crate) fn sign_in(errors: &[SignInError], client_id: &str) -> String {
    let client = Input {
        name: CLIENT.to_owned(),
        label: "Client id".into(),
        value: Some(client_id.to_owned()),
        error_message: message(errors, CLIENT),
        autocomplete: "username".to_owned(),
        autocapitalize: "none".to_owned(),
        spellcheck: Some(false),
        classes: "govuk-input--width-20".to_owned(),
        attributes: invalid(errors, CLIENT),
        ..Input::default()
    };
    let secret = PasswordInput {
        name: SECRET.to_owned(),
        label: "Secret".into(),
        error_message: message(errors, SECRET),
        classes: "govuk-input--width-20".to_owned(),
        attributes: invalid(errors, SECRET),
        ..PasswordInput::default()
    };
    let content = html! {
        h1 { "Sign in" }
        form method="post" action="/hub/sign-in" novalidate {
            (client)
            (secret)
            (Button::from("Sign in"))
        }
    };
    let link = |error: &SignInError| ErrorLink::to(error.field(), error.message());
    Page { errors: errors.iter().map(link).collect(), ..super::signed_out("Sign in", content) }
        .to_html()
}

fn message(errors: &[SignInError], name: &str) -> Option<ErrorMessage> {
    let error = errors.iter().find(|error| error.field() == name);
    error.map(|error| error.message().into())
}

/// The mark of a field that is wrong.
fn invalid(errors: &[SignInError], name: &str) -> Attributes {
    let is_wrong = errors.iter().any(|error| error.field() == name);
    Attributes::new().with_some("aria-invalid", is_wrong.then_some("true"))
}
