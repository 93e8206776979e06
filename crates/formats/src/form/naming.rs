//! Errors of the unchecked referral as the page shows them: under the form's field, in the page's
//! order. Their words are the page's, by their code.

use referral::FieldError;

use super::filling::{ChildOnPage, OnPage};
use super::questions::{self as ask, Question, asked_at, of_path};

/// Renames the errors and puts them in the page's order.
pub(super) fn for_the_page(errors: Vec<FieldError>, on_page: &OnPage) -> Vec<FieldError> {
    let mut errors: Vec<_> = errors
        .into_iter()
        .map(|error| {
            let path = field(&error, on_page);
            FieldError { path, ..error }
        })
        .collect();
    errors.sort_by_key(|error| place(&error.path, on_page.asks));
    errors.dedup_by(|one, other| one.path == other.path && one.code == other.code);
    errors
}

/// The place of a field on the page: children, in their order, before the question whether any are
/// known.
fn place(field: &str, asks: &[Question]) -> (usize, usize) {
    let at = |name| asks.iter().position(|question| question.name == name);
    match field.strip_prefix("child-").and_then(|rest| rest.split('-').next()?.parse().ok()) {
        Some(number) => (at(ask::CHILDREN_NOT_KNOWN.name).unwrap_or_default(), number),
        None => (at(field).unwrap_or(asks.len()), 0),
    }
}

/// The form's field for the path of an error in the document.
fn field(error: &FieldError, on_page: &OnPage) -> String {
    let path = error.path.as_str();
    if path == "children" || path == "children_not_known" {
        return ask::CHILDREN_NOT_KNOWN.name.to_owned();
    }
    if let Some(rest) = path.strip_prefix("children[") {
        let index = rest.split(']').next().and_then(|index| index.parse::<usize>().ok());
        let child = index.and_then(|index| on_page.children.get(index)).copied();
        return of_child(error, child.unwrap_or(ChildOnPage::Child(1, ask::BIRTH_BORN)));
    }
    let question = match path {
        // An error without a path says that the whole referral is too long.
        "" => ask::WHAT_IS_HAPPENING,
        "agreement.status" if !on_page.is_for_others => ask::AGREE,
        // An error of no question is told beside the first.
        _ => *of_path(on_page.asks, path).unwrap_or(&on_page.asks[0]),
    };
    question.name.to_owned()
}

/// The field for an error about a child.
fn of_child(error: &FieldError, child: ChildOnPage) -> String {
    let asked = *asked_at(&error.path).unwrap_or(&ask::CHILD_DAY);
    let is_birth = asked.path == ask::CHILD_AGE.path
        || asked.path == ask::CHILD_DUE.path
        || asked.path == ask::CHILD_DAY.path;
    match child {
        ChildOnPage::YoungPerson if asked == ask::CHILD_GIVEN_NAME => {
            ask::GIVEN_NAME.name.to_owned()
        }
        ChildOnPage::YoungPerson if asked == ask::CHILD_FAMILY_NAME => {
            ask::FAMILY_NAME.name.to_owned()
        }
        ChildOnPage::YoungPerson => ask::OWN_AGE.name.to_owned(),
        ChildOnPage::Child(number, _) if !is_birth => asked.of_child(number),
        // The field is the one that was filled in, whatever it was read as.
        ChildOnPage::Child(number, kind) => match (kind, error.code) {
            (ask::BIRTH_ABOUT, _) => ask::CHILD_AGE.of_child(number),
            (ask::BIRTH_DUE, _) => ask::CHILD_DUE.of_child(number),
            (_, "month_missing") => ask::CHILD_MONTH.of_child(number),
            (_, "year_missing" | "year_in_two_digits") => ask::CHILD_YEAR.of_child(number),
            _ => ask::CHILD_DAY.of_child(number),
        },
    }
}
