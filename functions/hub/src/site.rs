//! The routes of the pages: they find the worker who is signed in, show a page, and act on forms.

pub(crate) mod access;
pub(crate) mod again;
pub(crate) mod entry;
pub(crate) mod figures;
pub(crate) mod inbox;
pub(crate) mod log;
pub(crate) mod matches;
pub(crate) mod moves;
pub(crate) mod place;
mod session;
mod show;
pub(crate) mod sign_in;

use lambda_kit::http::{Problem, Request};

/// The most bytes that a form of these pages may have.
const FORM_SIZE: usize = 32 * 1024;

/// The fields of a form that one of our own pages sent.
fn form(request: &Request) -> Result<Vec<(String, String)>, Problem> {
    request.require_same_origin()?;
    request.limit_body(FORM_SIZE)?;
    request.require_content_type("application/x-www-form-urlencoded")?;
    Ok(request.form())
}

/// A field of a form, trimmed; an empty one counts as left out.
fn field<'a>(form: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let value = form.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim());
    value.filter(|value| !value.is_empty())
}
