//! The postcode that a person meant who typed a letter for a digit (`SWIV 2AA`), a digit for a
//! letter (`P030 2AX`), or a town behind it: the reading that exists, if there is only one.

use std::collections::BTreeSet;

use super::{GivenPostcode, Postcode, WRONG};
use crate::error::Invalid;
use crate::text::{clean_token, token};

/// The code that police and social-care systems put in place of a postcode, for an address that
/// must not be known.
const CONCEALED: &str = "ZZZSECUR";
/// The most postcodes that a question offers.
const MOST_OFFERED: usize = 5;
/// The letters and digits that are mistaken for each other, on paper and on a keyboard.
const ALIKE: [(u8, &[u8]); 6] =
    [(b'0', b"OQ"), (b'1', b"IL"), (b'2', b"Z"), (b'5', b"S"), (b'6', b"G"), (b'8', b"B")];

/// A postcode as it was read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TypedPostcode {
    /// The postcode, or its first part.
    pub postcode: GivenPostcode,
    /// Whether it is letter for letter as it was typed; otherwise a person should be told.
    pub is_exact: bool,
}

/// Whether a text stands for an address that must not be known.
pub fn is_concealed(text: &str) -> bool {
    symbols(&clean_token(text)).eq(CONCEALED.chars())
}

/// Reads a postcode as typed. `exists` tells whether a postcode exists; a text with the shape of a
/// postcode is taken even if it does not, as no list of postcodes is ever quite up to date.
pub fn read(text: &str, exists: &dyn Fn(Postcode) -> bool) -> Result<TypedPostcode, Invalid> {
    let clean = token(text)?;
    let as_typed = GivenPostcode::parse(&clean);
    if let Ok(GivenPostcode::Full(postcode)) = as_typed
        && exists(postcode)
    {
        return Ok(exact_or_not(text, postcode.into()));
    }
    let mut readings = readings(&clean);
    readings.retain(|reading| exists(*reading));
    match (readings.first(), as_typed) {
        (Some(reading), _) if readings.len() == 1 => {
            Ok(TypedPostcode { postcode: (*reading).into(), is_exact: false })
        }
        (_, Ok(postcode)) => Ok(exact_or_not(text, postcode)),
        (Some(_), Err(_)) => Err(did_you_mean(&readings)),
        (None, Err(fault)) => Err(fault),
    }
}

fn exact_or_not(text: &str, postcode: GivenPostcode) -> TypedPostcode {
    TypedPostcode { postcode, is_exact: symbols(text).eq(symbols(&postcode.to_string())) }
}

/// The letters and digits of a text, in capitals.
fn symbols(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase())
}

/// Every postcode that one or two words next to each other could stand for, or the whole text.
fn readings(clean: &str) -> BTreeSet<Postcode> {
    let words: Vec<Vec<u8>> = clean
        .split(|c: char| !c.is_alphanumeric())
        .map(|word| word.to_ascii_uppercase().into_bytes())
        .filter(|word| !word.is_empty())
        .collect();
    let pairs = words.windows(2).map(<[_]>::concat);
    let candidates = words.iter().cloned().chain(pairs).chain([words.concat()]);
    candidates.filter(|text| (5..=7).contains(&text.len())).flat_map(alike).collect()
}

/// The postcodes that look like these letters and digits.
fn alike(symbols: Vec<u8>) -> Vec<Postcode> {
    let spellings = (0..symbols.len()).fold(vec![symbols], |spellings, at| {
        let respelt = |spelling: Vec<u8>| {
            let others = looks_like(spelling[at]).map(|other| {
                let mut spelling = spelling.clone();
                spelling[at] = other;
                spelling
            });
            let mut all: Vec<_> = others.collect();
            all.push(spelling);
            all
        };
        spellings.into_iter().flat_map(respelt).collect()
    });
    spellings.iter().filter_map(|spelling| Postcode::of(spelling)).collect()
}

/// The digit that looks like a letter, or the letters that look like a digit.
fn looks_like(symbol: u8) -> impl Iterator<Item = u8> {
    ALIKE.iter().flat_map(move |(digit, letters)| {
        let letters_of = if symbol == *digit { *letters } else { &[] };
        letters_of.iter().copied().chain(letters.contains(&symbol).then_some(*digit))
    })
}

/// The question that offers the postcodes that exist.
fn did_you_mean(readings: &BTreeSet<Postcode>) -> Invalid {
    let offered: Vec<String> = readings.iter().take(MOST_OFFERED).map(Postcode::as_str).collect();
    match offered.split_last() {
        Some((last, [])) => Invalid::with("postcode_unclear", format!("Did you mean {last}?")),
        Some((last, others)) => {
            let others = others.join(", ");
            Invalid::with("postcode_unclear", format!("Did you mean {others} or {last}?"))
        }
        None => WRONG,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const THERE: [&str; 7] =
        ["SW1V 2AA", "PO30 2AX", "OL16 1AB", "SO1 2AA", "EC1A 1BB", "L1 1LL", "I1 1LL"];

    fn exists(postcode: Postcode) -> bool {
        THERE.contains(&postcode.as_str().as_str())
    }

    fn read(text: &str) -> (String, bool) {
        let read = super::read(text, &exists).unwrap();
        (read.postcode.to_string(), read.is_exact)
    }

    #[test]
    fn a_letter_for_a_digit_is_read_where_one_reading_exists() {
        for (typed, meant) in [
            ("SWIV 2AA", "SW1V 2AA"),
            ("swlv2aa", "SW1V 2AA"),
            ("5W1V ZAA", "SW1V 2AA"),
            ("P030 2AX", "PO30 2AX"),
            ("0L16 1AB", "OL16 1AB"),
            ("OLI6 IA8", "OL16 1AB"),
            ("S01 2AA", "SO1 2AA"),
        ] {
            assert_eq!(read(typed), (meant.to_owned(), false), "{typed}");
        }
    }

    #[test]
    fn words_around_a_postcode_do_not_hide_it() {
        for typed in [
            "SW1V 2AA London",
            "London, SW1V2AA",
            "12 Example Street SW1V 2AA",
            "SWIV 2AA LONDON",
            "SW1V 2AA SW1V 2AA",
            "ＳＷ１Ｖ ２ＡＡ",
        ] {
            assert_eq!(read(typed), ("SW1V 2AA".to_owned(), false), "{typed}");
        }
    }

    #[test]
    fn a_postcode_is_read_as_it_stands() {
        for (typed, normal) in [
            ("sw1v2aa", "SW1V 2AA"),
            ("s w 1 v 2 a a", "SW1V 2AA"),
            ("ZZ99 9ZZ", "ZZ99 9ZZ"),
            ("EH1", "EH1"),
            ("SW1V 2", "SW1V 2"),
            ("SW1V 9ZZ", "SW1V 9ZZ"),
            ("L1 1LL", "L1 1LL"),
        ] {
            assert_eq!(read(typed), (normal.to_owned(), true), "{typed}");
        }
    }

    #[test]
    fn several_readings_are_a_question_and_none_is_the_ordinary_fault() {
        let fault = super::read("11 1LL", &exists).err().unwrap();
        assert_eq!(fault.code, "postcode_unclear");
        assert_eq!(fault.message, "Did you mean I1 1LL or L1 1LL?");
        let fault = super::read("SW1V 2AA or PO30 2AX", &exists).err().unwrap();
        assert_eq!(fault.message, "Did you mean PO30 2AX or SW1V 2AA?");
        for wrong in ["SWIV 3AA", "SW1V 9ZZ London", "nonsense", "12345", "ZZZSECUR"] {
            let fault = super::read(wrong, &exists).err().unwrap();
            assert_eq!(fault.code, "postcode_not_recognised", "{wrong}");
        }
    }

    #[test]
    fn an_address_that_must_not_be_known_has_a_postcode_of_its_own() {
        for text in ["ZZZSECUR", "zzz secur", " ZZZ-SECUR\u{200b}"] {
            assert!(is_concealed(text));
        }
        assert!(!is_concealed("ZZ99 3VZ"));
    }

    proptest! {
        #[test]
        fn reading_gives_a_postcode_that_exists_or_that_was_typed(
            text in "\\PC{0,20}|[A-Za-z0-9 ]{0,12}|[SOLIB0158 ]{5,8}",
        ) {
            if let Ok(read) = super::read(&text, &exists) {
                let there = read.postcode.full().is_some_and(exists);
                prop_assert!(there || GivenPostcode::parse(&text) == Ok(read.postcode));
            }
        }
    }
}
