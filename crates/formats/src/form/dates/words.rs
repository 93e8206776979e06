//! The words and numbers of a date or an age.

use referral::text::clean_line;

use super::languages::in_english;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words that say nothing about which day it is.
const SILENT: &[&str] = &[
    "a",
    "about",
    "age",
    "aged",
    "almost",
    "and",
    "approx",
    "approximately",
    "around",
    "baby",
    "birthday",
    "born",
    "circa",
    "date",
    "due",
    "fri",
    "friday",
    "half",
    "in",
    "just",
    "maybe",
    "mon",
    "monday",
    "nd",
    "nearly",
    "now",
    "of",
    "old",
    "on",
    "over",
    "rd",
    "roughly",
    "sat",
    "saturday",
    "st",
    "sun",
    "sunday",
    "th",
    "the",
    "thu",
    "thursday",
    "tue",
    "tuesday",
    "under",
    "wed",
    "wednesday",
];

/// A part of a date or an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A number, and how many digits it has.
    Number(u16, usize),
    /// The number of a month that was named.
    Month(u16),
    /// The word for years of age.
    Years,
    /// The word for months of age.
    Months,
    /// The word for weeks of age.
    Weeks,
    /// The word for a child who is just born.
    Newborn,
}

/// The parts of a text in their order; `None` when a word of it is unknown.
pub(super) fn parts(text: &str) -> Option<Vec<Part>> {
    let text = in_english(&clean_line(text));
    let mut parts = Vec::new();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let kind = |c: char| (c.is_numeric(), c.is_alphabetic());
        let length = rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(length);
        rest = after;
        match kind(first) {
            (true, _) => parts.push(number(run)?),
            (_, true) if SILENT.contains(&run) => {}
            (_, true) => parts.push(word(run)?),
            _ => {}
        }
    }
    Some(parts)
}

fn number(digits: &str) -> Option<Part> {
    let digits = referral::text::clean_token(digits);
    let length = digits.len();
    match length {
        // The eight digits of a whole date are read by their places.
        8 if digits.bytes().all(|byte| byte.is_ascii_digit()) => Some(Part::Number(0, 8)),
        _ => digits.parse().ok().map(|number| Part::Number(number, length)),
    }
}

/// A month's name needs three letters or more.
fn word(word: &str) -> Option<Part> {
    match word {
        "y" | "yo" | "yr" | "yrs" | "year" | "years" => return Some(Part::Years),
        "mo" | "mos" | "mth" | "mths" | "month" | "months" => return Some(Part::Months),
        "wk" | "wks" | "week" | "weeks" => return Some(Part::Weeks),
        "newborn" => return Some(Part::Newborn),
        _ => {}
    }
    let place = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(word))?;
    u16::try_from(place + 1).ok().map(Part::Month)
}
