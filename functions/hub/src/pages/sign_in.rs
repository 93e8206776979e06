//! The way in.

use maud::{Markup, html};

use super::layout;

const CLIENT: &str = "client_id";
const SECRET: &str = "client_secret";

/// What is wrong with a sign-in. Each is said at the field it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SignInError {
    /// No client id.
    NoClient,
    /// No secret.
    NoSecret,
    /// The issuer does not know this client with this secret.
    Refused,
    /// A client, but not one of an inbox.
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

/// The sign-in form; with `errors`, the client id is kept and the secret is not.
pub(crate) fn sign_in(errors: &[SignInError], client_id: &str) -> String {
    let title = if errors.is_empty() { "Sign in" } else { "Error: Sign in" };
    let content = html! {
        @if !errors.is_empty() {
            div class="summary" role="alert" aria-labelledby="summary-title" {
                h2 id="summary-title" { "There is a problem" }
                ul { @for error in errors {
                    li { a href={ "#" (error.field()) } { (error.message()) } }
                } }
            }
        }
        h1 { "Sign in" }
        form method="post" action="/hub/sign-in" novalidate {
            (field(errors, CLIENT, "Client id", |described_by, invalid| html! {
                input type="text" id=(CLIENT) name=(CLIENT) value=(client_id)
                    autocomplete="username" autocapitalize="none" spellcheck="false"
                    aria-describedby=[described_by] aria-invalid=[invalid];
            }))
            (field(errors, SECRET, "Secret", |described_by, invalid| html! {
                input type="password" id=(SECRET) name=(SECRET) autocomplete="current-password"
                    aria-describedby=[described_by] aria-invalid=[invalid];
            }))
            button { "Sign in" }
        }
    };
    layout::page(title, false, &content)
}

/// A label, what is wrong, and the input, which is given the error's id and whether it is wrong.
fn field(
    errors: &[SignInError],
    name: &str,
    label: &str,
    input: impl Fn(Option<&str>, Option<&str>) -> Markup,
) -> Markup {
    let error = errors.iter().find(|error| error.field() == name);
    let id = format!("{name}-error");
    html! {
        label for=(name) { (label) }
        @if let Some(error) = error {
            p class="error" id=(id) { span class="hidden" { "Error: " } (error.message()) }
        }
        (input(error.map(|_| id.as_str()), error.map(|_| "true")))
    }
}
