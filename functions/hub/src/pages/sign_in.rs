//! The way in.

use maud::html;

use super::layout;

/// The sign-in form; with `error`, the client id is kept and the secret is not.
pub(crate) fn sign_in(error: Option<&str>, client_id: &str) -> String {
    let title = if error.is_some() { "Error: Sign in" } else { "Sign in" };
    let described_by = error.map(|_| "sign-in-error");
    let content = html! {
        @if let Some(error) = error {
            div class="summary" role="alert" aria-labelledby="summary-title" {
                h2 id="summary-title" { "There is a problem" }
                p { a href="#client_id" { (error) } }
            }
        }
        h1 { "Sign in" }
        form method="post" action="/hub/sign-in" novalidate {
            @if let Some(error) = error {
                p class="error" id="sign-in-error" { span class="hidden" { "Error: " } (error) }
            }
            label for="client_id" { "Client id" }
            input type="text" id="client_id" name="client_id" value=(client_id)
                autocomplete="username" autocapitalize="none" spellcheck="false"
                aria-describedby=[described_by] aria-invalid=[error.map(|_| "true")];
            label for="client_secret" { "Secret" }
            input type="password" id="client_secret" name="client_secret"
                autocomplete="current-password" aria-describedby=[described_by];
            button { "Sign in" }
        }
    };
    layout::page(title, false, &content)
}
