//! The answers that were not read as they were sent, each with the text that was given.

use maud::{Markup, html};
use referral::{AsGiven, Treatment};

/// The fields that do not simply hold what was sent, each with the text that was given, and what was
/// sent beside the answers. What may tell of an address that is masked is not shown.
pub(super) fn as_given(fields: &[AsGiven], is_masked: bool) -> Markup {
    let (beside, fields): (Vec<_>, Vec<_>) = fields.iter().partition(|field| is_beside(field));
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
        @if !beside.is_empty() {
            h3 { "Also sent" }
            p { "The sender’s message says more than the answers above. Each part is here as it was sent." }
            @if is_masked { p { "It may tell the address, so it is shown with the address." } }
            @else { @for field in beside { (beside_the_answers(field)) } }
        }
    }
}

fn is_beside(field: &AsGiven) -> bool {
    field.treatment == Treatment::AlsoSent
}

/// One part of a message, closed until somebody opens it: a line for each thing that it says.
fn beside_the_answers(field: &AsGiven) -> Markup {
    html! {
        details {
            summary { (field_in_words(&field.path)) }
            @for line in field.text.iter().flat_map(|text| text.expose().lines()) { (line) br; }
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

    #[test]
    fn what_was_sent_beside_the_answers_is_shown_line_by_line_unless_an_address_is_masked() {
        let text = "status: active\ncode.text: <b>Worried</b>";
        let flag = AsGiven {
            path: "Flag[1]".to_owned(),
            treatment: Treatment::AlsoSent,
            text: Some(text.to_owned().into()),
        };
        let page = as_given(std::slice::from_ref(&flag), false).into_string();
        assert!(page.contains("<summary>Flag 2</summary>"), "{page}");
        assert!(page.contains("status: active<br>code.text: &lt;b&gt;Worried"), "{page}");
        let page = as_given(&[flag], true).into_string();
        assert!(page.contains("Also sent") && !page.contains("Worried"), "{page}");
    }
}
