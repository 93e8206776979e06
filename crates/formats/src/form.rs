//! The family's own web form: reads `application/x-www-form-urlencoded` pairs into a referral.
//!
//! The questions are in [`questions`], with their fields and their order; their words are the
//! business of `family`. Errors come in the page's order, each under the name of the form's field. Names that belong to no question (a form token, a honeypot) are left to
//! the page that put them there.
//!
//! The answers mean:
//! - a family agrees by sending the form, unless it says "not yet"; somebody who asks for a family
//!   says what it was asked, and silence is `not_asked`;
//! - a family is never asked for an urgency: to "Can this wait a few days?", `yes` is routine,
//!   `not-sure` soon, `no` urgent;
//! - a question left alone has no answer, and a box left alone is not a "no";
//! - an age, a year or a month of birth is kept as `born_about`, and is no date of birth;
//! - a young person who asks for themselves is the child;
//! - where the address must not be known, an address that was typed is dropped unread;
//! - a safe way that is not ticked is unsafe, unless none is ticked: then the question has no
//!   answer, or unless nobody is to get in touch: then none is safe. A family is asked about answers that do not go together: a safe way without its
//!   number, or a number that nobody said was safe.

pub(crate) mod dates;
mod filling;
mod naming;
pub mod professional;
pub mod questions;
mod safe_ways;

use std::borrow::Cow;

use jiff::civil::Date;
use referral::{FieldError, Invalid, Referral};

use crate::errors::{Findings, Position};
use crate::{Context, document, unchecked};

/// The pairs of a body as browsers send it; bytes that are not UTF-8 are replaced.
pub fn pairs(body: &[u8]) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    form_urlencoded::parse(body).collect()
}

/// Reads the form as sent in `context` (a day alone will do). Each error's `path` is the name of a
/// form field.
pub fn read<'a, K, V>(
    pairs: impl IntoIterator<Item = (K, V)>,
    context: impl Into<Context<'a>>,
) -> Result<Referral, Vec<FieldError>>
where
    K: AsRef<str>,
    V: AsRef<str>,
{
    let sent = filling::Sent::new(pairs);
    let is_concern = sent.ticked(questions::SOMEONE_MAY_BE_HURT.name);
    let findings = Findings::new(context.into(), is_concern);
    let position = Position::root(&findings);
    let (document, on_page) = filling::document(&sent, &position);
    let unchecked = document::unchecked(&document, &findings);
    let referral = unchecked::referral(&unchecked, &position);
    safe_ways::check(&unchecked, &position);
    unchecked::finish(referral, findings).map_err(|errors| naming::for_the_page(errors, &on_page))
}

/// Reads a day that a person typed in three fields, or all of it in the first. `None` when nothing is
/// filled in; a month or a year alone is no day.
pub fn day(day: &str, month: &str, year: &str) -> Result<Option<Date>, Invalid> {
    const NO_DAY: Invalid = Invalid::new("date_not_read", "Enter a date, such as 27 March 2021.");
    let told = dates::in_three(day, month, year)?;
    let whole = |told: dates::Told| match told {
        dates::Told::Day { .. } => told.as_text().parse().map_err(|_| NO_DAY),
        dates::Told::Month { .. } | dates::Told::Year(_) => Err(NO_DAY),
    };
    told.map(whole).transpose()
}

#[cfg(test)]
mod tests;
