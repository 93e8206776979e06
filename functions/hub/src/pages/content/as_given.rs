//! The answers that were not read as they were sent, each with the text that was given.

use maud::{Markup, html};
use referral::AsGiven;

/// The fields that do not simply hold what was sent, each with the text that was given, other than an
/// address that is masked.
pub(super) fn as_given(fields: &[AsGiven], is_masked: bool) -> Markup {
    let is_hidden = |field: &AsGiven| is_masked && field.path.starts_with("household.address");
    html! {
        @if !fields.is_empty() {
            h3 { "As given" }
            p { "These answers were not read as they were sent. Look at each, and ask if it matters." }
            dl {
                @for field in fields {
                    dt { (field_in_words(&field.path)) }
                    dd {
                        @if let Some(text) = field.text.as_ref().filter(|_| !is_hidden(field)) { "‘" (text.expose()) "’. " }
                        (field.treatment.label()) "."
                    }
                }
            }
        }
    }
}

/// The name of a field as people say it: `adults[0].date_of_birth` is "adults 1, date of birth".
pub(super) fn field_in_words(path: &str) -> String {
    let part = |part: &str| {
        let (name, index) = part.trim_end_matches(']').split_once('[').unwrap_or((part, ""));
        let name = name.replace('_', " ");
        match index.parse::<usize>() {
            Ok(index) => format!("{name} {}", index + 1),
            Err(_) => name,
        }
    };
    path.split('.').map(part).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use referral::Treatment;

    use super::*;

    #[test]
    fn a_field_kept_as_given_is_shown_under_its_name_and_escaped() {
        let field = |path: &str, treatment, text: Option<&str>| AsGiven {
            path: path.to_owned(),
            treatment,
            text: text.map(|text| text.to_owned().into()),
        };
        let page = as_given(
            &[
                field("adults[1].date_of_birth", Treatment::Kept, Some("about <1990>")),
                field("household.address", Treatment::LeftOut, None),
            ],
            false,
        )
        .into_string();
        for shown in [
            "<dt>adults 2, date of birth</dt>",
            "‘about &lt;1990&gt;’. Could not be read, and is kept as it was given.",
            "<dt>household, address</dt><dd>Was left out, and is not kept.</dd>",
        ] {
            assert!(page.contains(shown), "{shown}: {page}");
        }
        assert_eq!(as_given(&[], false).into_string(), "");
        let town = field("household.address.town", Treatment::Kept, Some("Hove"));
        assert!(as_given(std::slice::from_ref(&town), false).into_string().contains("Hove"));
        assert!(!as_given(&[town], true).into_string().contains("Hove"));
    }
}
