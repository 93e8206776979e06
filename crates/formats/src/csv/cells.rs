//! The text of a cell as a value of the document, by the kind of its column. The habits of
//! spreadsheets are understood, or refused by name where something is lost.

use referral::Invalid;
use referral::text::{clean_line, clean_text, clean_token};

use super::columns::{Kind, Word, normal};
use crate::document::Tree;
use crate::form::dates::{Told, in_one};

const YES_OR_NO: Invalid = Invalid::new("yes_or_no", "Write yes or no, or leave the cell empty.");
const DIGITS_LOST: Invalid = Invalid::new(
    "digits_lost",
    "The spreadsheet has shortened this number, such as to 7.7E+11, and its digits are lost. Format \
     the column as Text, and type the number again.",
);
const DATE_AS_NUMBER: Invalid = Invalid::new(
    "date_as_number",
    "This is a date as the spreadsheet counts days. Format the column as a date, such as 03/04/2019, \
     and save the file again.",
);
const NO_DAY: Invalid = Invalid::new(
    "date_not_read",
    "Write a day, month and year, such as 2019-04-03, or 03/04/2019 with the day first.",
);
const NO_MONTH: Invalid = Invalid::new(
    "date_not_read",
    "Write a month or a year with 4 numbers, such as 2019-04 or 2019.",
);
const WHICH_YEAR: Invalid = Invalid::new(
    "year_in_two_digits",
    "Write the year with 4 numbers. A spreadsheet shows April 2019 as Apr-19 unless the column is \
     formatted as Text.",
);
const TOO_NARROW: Invalid = Invalid::new(
    "column_too_narrow",
    "The column was too narrow when the file was saved, so that only # is here. Make it wider, and \
     save again.",
);
const FORMULA_FAILED: Invalid = Invalid::new(
    "formula_failed",
    "A formula failed in this cell. A text that begins with = or - needs an apostrophe before it.",
);
const LETTERS_LOST: Invalid = Invalid::new(
    "letters_lost",
    "A letter was lost when the file was saved. Choose the type “CSV UTF-8”, and save it again from \
     the spreadsheet.",
);

/// The text of a cell, cleaned, out of `="0770…"`, by which people keep a first 0.
pub(super) fn unwrapped(cell: &str) -> String {
    let text = clean_text(cell);
    let inner = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(inner) if !inner.contains('"') => clean_text(inner),
        _ => text,
    }
}

/// The value of a cell that is not blank.
pub(super) fn read(kind: Kind, text: &str) -> Result<Tree, Invalid> {
    spoilt(kind, text)?;
    Ok(match kind {
        Kind::Text | Kind::Name | Kind::Key => Tree::Text(text.to_owned()),
        Kind::Number => Tree::Text(number(text)?),
        Kind::Day => Tree::Text(day(text)?),
        Kind::Month => Tree::Text(month(text)?),
        Kind::YesNo => Tree::Flag(yes_or_no(text).ok_or(YES_OR_NO)?),
        Kind::Code(words) => Tree::Text(code(&words(), text)),
        Kind::CodesOrNone(_) if normal(text) == "none" => Tree::List(Vec::new()),
        Kind::Codes(words) | Kind::CodesOrNone(words) => codes(&words(), text),
    })
}

/// Refuses what a spreadsheet or a wrong encoding has left of a text.
fn spoilt(kind: Kind, text: &str) -> Result<(), Invalid> {
    const FAILED: [&str; 7] = ["#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"];
    if FAILED.contains(&text) {
        return Err(FORMULA_FAILED);
    }
    if text.len() > 2 && text.bytes().all(|byte| byte == b'#') {
        return Err(TOO_NARROW);
    }
    // In a name a ? beside a letter stands for a letter that the encoding did not have.
    let is_name = matches!(kind, Kind::Name);
    let beside_letter = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        before.into_iter().chain(after).any(char::is_alphabetic)
    };
    let lost = text.contains('\u{fffd}')
        || (is_name && text.match_indices('?').any(|(at, _)| beside_letter(at)));
    if lost { Err(LETTERS_LOST) } else { Ok(()) }
}

/// A number as it was before a spreadsheet took it for one: without the apostrophe of a text and
/// without `.0`. The parser of the field knows what to do where a first 0 is gone.
fn number(text: &str) -> Result<String, Invalid> {
    let text = clean_token(text);
    let text = text.strip_prefix('\'').unwrap_or(&text);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((number, power)) = text.to_ascii_lowercase().split_once('e')
        && digits(&number.replace(['.', ','], ""))
        && digits(power.trim_start_matches(['+', '-']))
    {
        return Err(DIGITS_LOST);
    }
    let whole = text.split_once('.').filter(|(whole, part)| {
        digits(whole) && digits(part) && part.bytes().all(|byte| byte == b'0')
    });
    Ok(whole.map_or(text, |(whole, _)| whole).to_owned())
}

fn day(text: &str) -> Result<String, Invalid> {
    match told(text)? {
        Some(told @ Told::Day { .. }) => Ok(told.as_text()),
        _ => Err(NO_DAY),
    }
}

fn month(text: &str) -> Result<String, Invalid> {
    match told(text) {
        Ok(Some(told @ (Told::Month { .. } | Told::Year(_)))) => Ok(told.as_text()),
        Err(fault) if fault.code != NO_DAY.code => Err(fault),
        // `Apr-19` is how a spreadsheet shows April 2019, or the 19th of April.
        Err(_) if (1..=2).contains(&text.bytes().filter(u8::is_ascii_digit).count()) => {
            Err(WHICH_YEAR)
        }
        _ => Err(NO_MONTH),
    }
}

/// A date in the British order, in words or as ISO 8601 has it, with or without a time of day.
fn told(text: &str) -> Result<Option<Told>, Invalid> {
    let text = clean_token(text);
    let text = text.strip_prefix('\'').unwrap_or(&text);
    let (date, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let is_time = time.contains(':')
        && time.bytes().all(|byte| byte.is_ascii_digit() || b":.Z+".contains(&byte));
    let text = if is_time { date } else { text };
    // Five digits count the days from 1900, or from 1904 in some workbooks: which is not told.
    let whole = text.strip_suffix(".0").unwrap_or(text);
    if whole.len() == 5 && whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DATE_AS_NUMBER);
    }
    in_one(text).map_err(|fault| if fault.code == WHICH_YEAR.code { WHICH_YEAR } else { NO_DAY })
}

/// What a cell says where yes or no is asked for.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    match clean_token(text).to_lowercase().as_str() {
        "yes" | "y" | "true" | "x" | "1" | "✓" | "✔" | "☑" => Some(true),
        "no" | "n" | "false" | "0" | "-" => Some(false),
        _ => None,
    }
}

/// The code that was meant, by itself or by its words; any other text as it is, for the check to
/// refuse.
fn code(words: &[Word], text: &str) -> String {
    let given = normal(text);
    let meant = words.iter().find(|word| word.code == given || normal(word.label) == given);
    meant.map_or_else(|| clean_line(text), |word| word.code.to_owned())
}

fn codes(words: &[Word], text: &str) -> Tree {
    // Plain words may hold a comma themselves.
    let whole = code(words, text);
    if words.iter().any(|word| word.code == whole) {
        return Tree::List(vec![Tree::Text(whole)]);
    }
    let by = if text.contains([';', '|', '\n']) { &[';', '|', '\n'][..] } else { &[','][..] };
    let parts = text.split(by).map(str::trim).filter(|part| !part.is_empty());
    Tree::List(parts.map(|part| Tree::Text(code(words, part))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_of(kind: Kind, text: &str) -> &'static str {
        read(kind, text).unwrap_err().code
    }

    #[test]
    fn days_are_read_with_the_day_first_and_a_spreadsheets_count_is_named() {
        for given in [
            "03/04/2019",
            "3/4/2019",
            "2019-04-03",
            "3 April 2019",
            "03.04.2019",
            "'03/04/2019",
            "2019-04-03 00:00:00",
            "2019-04-03T00:00:00Z",
            "03/04/2019 00:00",
            "20190403",
        ] {
            assert_eq!(read(Kind::Day, given), Ok(Tree::Text("2019-04-03".into())), "{given}");
        }
        assert_eq!(code_of(Kind::Day, "43558"), "date_as_number");
        assert_eq!(code_of(Kind::Day, "43558.0"), "date_as_number");
        assert_eq!(code_of(Kind::Day, "03/04/19"), "year_in_two_digits");
        assert_eq!(code_of(Kind::Day, "########"), "column_too_narrow");
        for given in ["04/23/2019", "April 2019", "2019", "soon"] {
            assert_eq!(code_of(Kind::Day, given), "date_not_read", "{given}");
        }
        assert_eq!(read(Kind::Month, "April 2019"), Ok(Tree::Text("2019-04".into())));
        assert_eq!(read(Kind::Month, "2019"), Ok(Tree::Text("2019".into())));
        assert_eq!(code_of(Kind::Month, "Apr-19"), "year_in_two_digits");
    }

    #[test]
    fn numbers_are_as_they_were_typed_or_are_said_to_be_lost() {
        for (given, number) in [
            ("07700 900 982", "07700 900 982"),
            ("7700900982", "7700900982"),
            ("7700900982.0", "7700900982"),
            ("'07700900982", "07700900982"),
            ("SW1E 5ND", "SW1E 5ND"),
            ("A123456789012", "A123456789012"),
        ] {
            assert_eq!(read(Kind::Number, given), Ok(Tree::Text(number.into())), "{given}");
        }
        assert_eq!(unwrapped("=\"07700900982\""), "07700900982");
        assert_eq!(unwrapped("=1+\"2\""), "=1+\"2\"", "a formula is text like any other");
        for given in ["7.7009E+11", "9.43477e+09", "7,7009E+11", "1E+12"] {
            assert_eq!(code_of(Kind::Number, given), "digits_lost", "{given}");
        }
    }

    #[test]
    fn a_letter_that_was_lost_is_named_and_a_question_is_not() {
        for given in ["Nguy?n", "?ukasz", "Mu\u{fffd}oz"] {
            assert_eq!(code_of(Kind::Name, given), "letters_lost", "{given}");
        }
        for kept in ["Nguyễn", "محمد", "O’Brien-Łuk", "?"] {
            assert_eq!(read(Kind::Name, kept), Ok(Tree::Text(kept.into())));
        }
        assert!(read(Kind::Text, "What helps? We do not know.").is_ok());
        assert_eq!(code_of(Kind::Text, "#NAME?"), "formula_failed");
    }

    #[test]
    fn yes_and_no_are_read_in_any_case_and_nothing_is_guessed() {
        for yes in ["yes", "Y", "TRUE", "x", "1", "✓"] {
            assert_eq!(read(Kind::YesNo, yes), Ok(Tree::Flag(true)), "{yes}");
        }
        for no in ["No", "n", "FALSE", "0"] {
            assert_eq!(read(Kind::YesNo, no), Ok(Tree::Flag(false)), "{no}");
        }
        assert_eq!(code_of(Kind::YesNo, "maybe"), "yes_or_no");
    }
}
