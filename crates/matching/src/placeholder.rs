//! Placeholders: values written where nothing is known. Every key and every comparison leaves them
//! out, so that two records do not agree in a value that neither gives.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jiff::civil::{Date, date};

use crate::text::words;

/// The table in `data/placeholders.txt`: values by kind.
struct Placeholders(BTreeMap<&'static str, BTreeSet<&'static str>>);

impl Placeholders {
    fn get() -> &'static Self {
        static TABLE: OnceLock<Placeholders> = OnceLock::new();
        TABLE.get_or_init(|| {
            let mut table: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
            let lines = include_str!("../data/placeholders.txt").lines();
            for (kind, value) in lines.filter_map(|line| line.split_once(' ')) {
                table.entry(kind).or_default().insert(value);
            }
            Self(table)
        })
    }

    fn has(kind: &str, value: &str) -> bool {
        Self::get().0.get(kind).is_some_and(|values| values.contains(value))
    }

    fn begins(kind: &str, value: &str) -> bool {
        Self::get().0.get(kind).is_some_and(|all| all.iter().any(|it| value.starts_with(it)))
    }
}

/// A text in small letters with single spaces.
fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a name; none where it is a placeholder: `Baby`, `Twin 1`, `baby girl`, `N/K`. A
/// placeholder stays one with words of the family name (`Baby Okafor`), a letter (`Twin B`) or a
/// number (`Twin1`) beside it.
pub(crate) fn name(text: &str, family: &str) -> Vec<String> {
    let all = words(text);
    let is_number = |word: &String| word.chars().all(char::is_numeric);
    let is_none = |word: &str| Placeholders::has("name", word.trim_end_matches(char::is_numeric));
    if is_none(&plain(text)) || is_none(&all.join(" ")) || all.iter().all(is_number) {
        return Vec::new();
    }
    let families = words(family);
    let says_nothing = |word: &String| {
        is_none(word)
            || Placeholders::has("filler", word)
            || word.chars().count() == 1
            || is_number(word)
            || families.contains(word)
    };
    let placeholder = all.iter().any(|word| is_none(word)) && all.iter().all(says_nothing);
    if placeholder { Vec::new() } else { all }
}

/// The words of a name as in [`name`], without titles and words that a child calls a parent by:
/// `Mrs`, `Mum`.
pub(crate) fn parents_name(text: &str, family: &str) -> Vec<String> {
    let mut words = name(text, family);
    words.retain(|word| !Placeholders::has("parent", word));
    words
}

/// Whether a line of an address says that there is no home, or that it is somebody else's.
pub(crate) fn is_no_home(line: &str) -> bool {
    line.split(',').any(|part| {
        let part = plain(part).replace('.', "");
        let part = part.trim_matches(|c: char| !c.is_alphanumeric());
        let says = |kind: &str, holds: &dyn Fn(&str) -> bool| {
            Placeholders::get().0.get(kind).is_some_and(|all| all.iter().any(|it| holds(it)))
        };
        let begins = |it: &str| part.strip_prefix(it).is_some_and(|rest| rest.starts_with(' '));
        let holds = |it: &str| format!(" {part} ").contains(&format!(" {it} "));
        Placeholders::has("line", part)
            || says("homeless", &|it| part == it || begins(it))
            || says("care", &holds)
    })
}

/// Whether a postcode stands for no place where a family lives.
pub(crate) fn is_no_place(postcode: &str) -> bool {
    Placeholders::begins("postcode", &postcode.replace(' ', ""))
}

/// Whether an NHS number is nobody's: one published as an example, or one digit repeated.
pub(crate) fn is_no_nhs_number(number: &str) -> bool {
    is_one_digit(number) || Placeholders::has("nhs", number)
}

/// Whether a number in its international form is nobody's phone: a published example, or one whose
/// last seven digits are equal.
pub(crate) fn is_no_phone(e164: &str) -> bool {
    let dialled = match e164.strip_prefix("+44") {
        Some(national) => format!("0{national}"),
        None => e164.trim_start_matches('+').to_owned(),
    };
    let end = dialled.get(dialled.len().saturating_sub(7)..).unwrap_or_default();
    is_one_digit(end) || Placeholders::has("phone", &dialled)
}

/// Whether a mailbox stands for having no mailbox: `none@…`, `no@email`.
pub(crate) fn is_no_email(email: &str) -> bool {
    let (local, domain) = email.split_once('@').unwrap_or((email, ""));
    Placeholders::has("email", local) || Placeholders::has("email", domain)
}

fn is_one_digit(digits: &str) -> bool {
    let mut signs = digits.chars();
    let first = signs.next();
    signs.all(|sign| Some(sign) == first)
}

/// Whether a day of birth is a placeholder: 1 January 1900.
pub(crate) fn is_no_day(day: Date) -> bool {
    day == date(1900, 1, 1)
}

/// Whether a day is one that is written where only the year is known: 1 January. Many children
/// share it, refugees above all.
pub(crate) fn is_weak_day(day: Date) -> bool {
    day.month() == 1 && day.day() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_no_name() {
        for text in [
            "Baby",
            "Twin 1",
            "TWIN II",
            "BABY GIRL",
            "baby boy of",
            "unknown",
            "Infant",
            "not known",
            "Male",
            "N/K",
            "N/A",
            "tbc",
            "Baby Okafor",
            "Unborn baby",
            "1",
        ] {
            assert!(name(text, "Okafor").is_empty(), "{text}");
        }
        for text in ["Amina", "A", "Baby Rose", "Boyd", "Na", "Son", "Nil Ramesh", "Girl"] {
            assert!(!name(text, "Okafor").is_empty(), "{text}");
        }
    }

    #[test]
    fn placeholders_for_a_home_are_no_home() {
        for line in ["No fixed abode", "NFA", "N.F.A", "c/o Smith", "C/O 12 High Street", "unknown"]
        {
            assert!(is_no_home(line), "{line}");
        }
        assert!(!is_no_home("12 High Street") && !is_no_home("Cotswold House"));
        for postcode in ["ZZ99 3VZ", "BF1 2AA", "BX1 1LT", "GIR 0AA"] {
            assert!(is_no_place(postcode), "{postcode}");
        }
        assert!(!is_no_place("B1 1AA") && !is_no_place("BB1 1AA"));
    }

    #[test]
    fn example_numbers_and_mailboxes_are_placeholders() {
        for number in ["9434765919", "1111111111", "9999999999"] {
            assert!(is_no_nhs_number(number), "{number}");
        }
        assert!(!is_no_nhs_number("9990000018"));
        for phone in ["+447000000000", "+440000000000", "+441234567890", "+447777777777"] {
            assert!(is_no_phone(phone), "{phone}");
        }
        assert!(!is_no_phone("+447700900982") && !is_no_phone("+441632960001"));
        for email in ["none@example.com", "no@email", "noemail@example.com", "n/a@example.com"] {
            assert!(is_no_email(email), "{email}");
        }
        assert!(!is_no_email("amina@example.com"));
    }

    #[test]
    fn first_of_january_is_weak_and_in_1900_a_placeholder() {
        assert!(is_weak_day(date(2016, 1, 1)) && !is_weak_day(date(2016, 1, 2)));
        assert!(is_no_day(date(1900, 1, 1)) && !is_no_day(date(2016, 1, 1)));
    }
}
