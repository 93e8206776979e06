//! Errors of the unchecked referral as the page shows them: under the form's field, in words for a family.

use referral::FieldError;

use super::questions::{self as ask, IN_ORDER, Question, asked_at};

/// Renames and rewords the errors and puts them in the page's order.
pub(super) fn for_the_page(errors: Vec<FieldError>, children: &[usize]) -> Vec<FieldError> {
    let mut errors: Vec<_> = errors
        .into_iter()
        .map(|error| {
            let path = field(&error, children);
            let message = words(&path, error.code).map_or(error.message, str::to_owned);
            FieldError { path, code: error.code, message }
        })
        .collect();
    errors.sort_by_key(|error| place(&error.path));
    errors.dedup_by(|one, other| one.path == other.path && one.code == other.code);
    errors
}

/// The place of a field on the page: children, in their order, before the question whether any are
/// known.
fn place(field: &str) -> (usize, usize) {
    let at = |name| IN_ORDER.iter().position(|question| question.name == name);
    match field.strip_prefix("child-").and_then(|rest| rest.split('-').next()?.parse().ok()) {
        Some(number) => (at(ask::CHILDREN_NOT_KNOWN.name).unwrap_or_default(), number),
        None => (at(field).unwrap_or(IN_ORDER.len()), 0),
    }
}

/// The form's field for the path of an error in the document.
fn field(error: &FieldError, children: &[usize]) -> String {
    let path = error.path.as_str();
    if path == "children" || path == "children_not_known" {
        return ask::CHILD_GIVEN_NAME.of_child(1);
    }
    if let Some(rest) = path.strip_prefix("children[") {
        let index = rest.split(']').next().and_then(|index| index.parse::<usize>().ok());
        let number = index.and_then(|index| children.get(index)).copied().unwrap_or(1);
        let question = match error.code {
            "month_missing" => ask::CHILD_MONTH,
            "year_missing" => ask::CHILD_YEAR,
            _ => *asked_at(path).unwrap_or(&ask::CHILD_DAY),
        };
        return question.of_child(number);
    }
    let question = match path {
        // An error without a path says that the whole referral is too long.
        "" => ask::WHAT_IS_HAPPENING,
        _ => *asked_at(path).unwrap_or(&ask::WHO),
    };
    question.name.to_owned()
}

/// The words for a family, where those for a program would not do.
fn words(field: &str, code: &str) -> Option<&'static str> {
    let is = |question: Question| field == question.name;
    let of_question = match code {
        _ if is(ask::WHO) => "Select who is filling this in.",
        "required" if is(ask::NEEDS) => "Select what you would like help with, or ‘Not sure’.",
        _ if is(ask::COUNCIL) => "Choose your council from the list.",
        _ if is(ask::LANGUAGE) => "Choose a language from the list.",
        "conflict" if is(ask::WHERE) => {
            "If you have no fixed address, leave the address and postcode empty. \
             If we can use the address you gave, choose that you have one."
        }
        "postcode_not_recognised" if is(ask::POSTCODE) => {
            "Enter a UK postcode, like SW1V 2AA, or its first part, like SW1V. \
             Leave it empty if you do not know it."
        }
        "phone_not_recognised" if is(ask::PHONE) => {
            "Enter a phone number, like 01632 960 001 or 07700 900 982."
        }
        "email_not_recognised" if is(ask::EMAIL) => {
            "Enter an email address, like name@example.com."
        }
        "required" if field.starts_with("child-") => {
            "Enter a child’s name or date of birth, or the date your baby is due."
        }
        "code_not_recognised" => "Choose one of the answers.",
        "date_in_future" => {
            "The date of birth must be in the past. If your baby is not born yet, tick the box."
        }
        "due_date_too_early" => {
            "The due date is over a year ago. If your baby is born, give the date of birth \
             and do not tick the box."
        }
        "date_not_real" => "Enter a real date.",
        _ => return None,
    };
    Some(of_question)
}
