//! A question and its answer in words, the same wherever a page shows one.

use jiff::civil::Date;
use maud::{Markup, Render, html};
use referral::code_list::CodeList;
use referral::{EmailAddress, FreeText, Line, NhsNumber, PhoneNumber, Upn, Urn};

/// The words for a question that nobody answered: neither a no nor the usual answer.
pub(in crate::pages) const NOT_ANSWERED: &str = "Not answered";

/// The row of a question with its answer, or with the words that there is none.
pub(in crate::pages) fn answer(term: &str, said: Option<impl Render>) -> Markup {
    html! {
        dt { (term) }
        dd { @match said { Some(said) => (said), None => (NOT_ANSWERED) } }
    }
}

/// A term and its text; nothing where there is no text.
pub(in crate::pages) fn row(term: &str, said: Option<impl Render>) -> Markup {
    html! { @if let Some(said) = said { dt { (term) } dd { (said) } } }
}

/// The names of codes, one under the other, as some names have commas of their own.
pub(super) fn list<C: CodeList>(codes: impl Iterator<Item = C>) -> Markup {
    html! { ul { @for code in codes { li { (code.label()) } } } }
}

/// A text that is read as a whole, and never broken over two lines.
pub(in crate::pages) fn whole(said: impl Render) -> Markup {
    html! { span class="whole" { (said) } }
}

pub(in crate::pages) fn phone(said: Option<&PhoneNumber>) -> Option<Markup> {
    said.map(|number| whole(number.as_dialled()))
}

pub(in crate::pages) fn label<C: CodeList>(code: Option<C>) -> Option<&'static str> {
    code.map(CodeList::label)
}

/// A value that is shown as it was written.
pub(in crate::pages) trait Written {
    fn written(&self) -> &str;
}

macro_rules! written {
    ($($type:ty),+) => {$(
        impl Written for $type {
            fn written(&self) -> &str {
                self.as_str()
            }
        }
    )+};
}

written!(EmailAddress, FreeText, Line, NhsNumber, Upn, Urn);

pub(in crate::pages) fn text<T: Written>(said: Option<&T>) -> Option<&str> {
    said.map(Written::written)
}

pub(super) fn yes_or_no(yes: bool) -> &'static str {
    if yes { "Yes" } else { "No" }
}

pub(in crate::pages) fn day_in_words(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
