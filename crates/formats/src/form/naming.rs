//! Errors of the draft as the page shows them: under the form's field, in words for a family.

use referral::FieldError;

use super::fields::{self, child_part};

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

/// The place of a field on the page: children, in their order, come before the needs.
fn place(field: &str) -> (usize, usize) {
    let at = |name| fields::IN_ORDER.iter().position(|field| *field == name);
    match field.strip_prefix("child-").and_then(|rest| rest.split('-').next()?.parse().ok()) {
        Some(number) => (at(fields::CHILDREN_NOT_KNOWN).unwrap_or_default(), number),
        None => (at(field).unwrap_or(fields::IN_ORDER.len()), 0),
    }
}

/// The form's field for the draft's path of an error.
fn field(error: &FieldError, children: &[usize]) -> String {
    let path = error.path.as_str();
    if let Some((index, rest)) =
        path.strip_prefix("children[").and_then(|rest| rest.split_once(']'))
    {
        let number = index.parse().ok().and_then(|index: usize| children.get(index));
        return fields::child(number.copied().unwrap_or(1), child_part(rest, error.code));
    }
    let list = path.split('[').next().unwrap_or_default();
    let name = match path {
        "adults[0].name.given" => fields::GIVEN_NAME,
        "adults[0].name.family" => fields::FAMILY_NAME,
        "adults[0].relationship" => fields::RELATIONSHIP,
        "adults[0].phone" => fields::PHONE,
        "adults[0].email" => fields::EMAIL,
        "adults[0].best_times" => fields::BEST_TIMES,
        _ if path.starts_with("adults[0].safe_to") => fields::SAFE_TO,
        _ if list == "must_not_know" => fields::MUST_NOT_KNOW,
        "household.address.lines[0]" => fields::ADDRESS_LINE_1,
        "household.address.lines[1]" => fields::ADDRESS_LINE_2,
        "household.address.town" => fields::TOWN,
        "household.address.postcode" => fields::POSTCODE,
        "household.authority" => fields::COUNCIL,
        "household.language" => fields::LANGUAGE,
        "household.accessibility_note" => fields::ACCESS_NOTE,
        _ if list == "household.accessibility" => fields::ACCESS,
        _ if path.starts_with("household") => fields::WHERE,
        "referrer.helped_by.setting" => fields::HELPER_SETTING,
        "referrer.helped_by.organisation" => fields::HELPER_ORGANISATION,
        "referrer.helped_by.name" => fields::HELPER_NAME,
        "children" | "children_not_known" => {
            return fields::child(1, child_part::GIVEN_NAME);
        }
        _ if list == "needs" => fields::NEEDS,
        // An error without a path says that the whole referral is too long.
        "reason" | "" => fields::WHAT_IS_HAPPENING,
        "family_voice" => fields::WHAT_WOULD_HELP,
        "already_tried" => fields::ALREADY_TRIED,
        "others_helping" => fields::WHO_ELSE_HELPS,
        "urgency" => fields::CAN_WAIT,
        _ => fields::WHO,
    };
    name.to_owned()
}

fn child_part(rest: &str, code: &str) -> &'static str {
    match (rest, code) {
        (".name.given", _) => child_part::GIVEN_NAME,
        (".name.family", _) => child_part::FAMILY_NAME,
        (_, "month_missing") => child_part::MONTH,
        (_, "year_missing") => child_part::YEAR,
        _ => child_part::DAY,
    }
}

/// The words for a family, where those for a program would not do.
fn words(field: &str, code: &str) -> Option<&'static str> {
    Some(match (field, code) {
        (fields::WHO, _) => "Select who is filling this in.",
        (fields::NEEDS, "required") => "Select what you would like help with, or ‘Not sure’.",
        (fields::COUNCIL, _) => "Choose your council from the list.",
        (fields::LANGUAGE, _) => "Choose a language from the list.",
        (fields::WHERE, "conflict") => {
            "If you have no fixed address, leave the address and postcode empty. \
             If we can use the address you gave, choose that you have one."
        }
        (fields::POSTCODE, "postcode_not_recognised") => {
            "Enter a UK postcode, like SW1V 2AA, or its first part, like SW1V. \
             Leave it empty if you do not know it."
        }
        (fields::PHONE, "phone_not_recognised") => {
            "Enter a phone number, like 01632 960 001 or 07700 900 982."
        }
        (fields::EMAIL, "email_not_recognised") => "Enter an email address, like name@example.com.",
        (_, "code_not_recognised") => "Choose one of the answers.",
        (_, "date_in_future") => {
            "The date of birth must be in the past. If your baby is not born yet, tick the box."
        }
        (_, "due_date_too_early") => {
            "The due date is over a year ago. If your baby is born, give the date of birth \
             and do not tick the box."
        }
        (_, "date_not_real") => "Enter a real date.",
        (_, "required") if field.starts_with("child-") => {
            "Enter a child’s name or date of birth, or the date your baby is due."
        }
        _ => return None,
    })
}
