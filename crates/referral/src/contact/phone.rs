//! Phone numbers. Reading is tolerant: any text that a person could dial is kept, whatever
//! numbering plan it is from, so short codes (101), two numbers in one field and the ranges set
//! aside for drama and tests (01632 960 001, 07700 900 982) are numbers too.

use crate::error::Invalid;
use crate::personal::{as_text, hide_debug, serde_by_parser};
use crate::text::token;

const WRONG: Invalid = Invalid::new(
    "phone_not_recognised",
    "Give a phone number that can be dialled, such as 01632 960 001, 07700 900 982 \
     or +44 7700 900 982.",
);

/// A phone number with its country code, and an extension if there is one (`+441632960001 x12`); or
/// the text as it was given, where it is no number of that kind (`101 ext 12345`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Reads a UK number as dialled, or any number that begins with `+` or `00`. Any other text in
    /// which 3 digits or more stand together is kept as it was given: a short code, or two numbers
    /// with whatever is between them. No number is longer than
    /// [`TOKEN_MAX`](crate::text::TOKEN_MAX) characters.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let given = token(text)?;
        match full(&given.to_lowercase()) {
            Some(number) => Ok(Self(number)),
            None if can_be_dialled(&given) => Ok(Self(given)),
            None => Err(WRONG),
        }
    }

    /// The normal form, or the number as given, either of which `Debug` hides.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number alone, from `+`, without its extension: the same for all spellings of one number.
    /// `None` for a number kept as it was given, which cannot be compared.
    pub fn e164(&self) -> Option<&str> {
        // Only a number that was read whole is its own normal form.
        let is_full = full(&self.0).is_some_and(|number| number == self.0);
        if is_full { self.0.split(' ').next() } else { None }
    }

    /// The number as people in the United Kingdom write and dial it: `07700 900 982`, `020 7946
    /// 0000`, `01632 960 001 x12`. A number from abroad, or kept as given, stays as it is.
    pub fn as_dialled(&self) -> String {
        let national = self.e164().and_then(|number| number.strip_prefix("+44"));
        let Some(national) = national else { return self.0.clone() };
        let number = grouped(&format!("0{national}"));
        match self.0.split_once(' ') {
            Some((_, extension)) => format!("{number} {extension}"),
            None => number,
        }
    }
}

/// The digits of a UK number, from its 0, in the groups of its kind of area code.
fn grouped(digits: &str) -> String {
    let first = match digits.as_bytes() {
        [b'0', b'2', ..] => 3,
        [b'0', b'3' | b'8' | b'9', ..] | [b'0', b'1', b'1', ..] | [b'0', b'1', _, b'1', ..] => 4,
        _ => 5,
    };
    let (area, rest) = digits.split_at_checked(first).unwrap_or((digits, ""));
    match rest.split_at_checked(rest.len() / 2) {
        Some((one, two)) if rest.len() > 5 => format!("{area} {one} {two}"),
        _ => format!("{area} {rest}"),
    }
}

/// The normal form of a number with its country code: `+441632960001 x12`.
fn full(text: &str) -> Option<String> {
    let (number, extension) = split_extension(text)?;
    let number = international(&number.replace("(0)", ""))?;
    Some(match extension {
        Some(digits) => format!("{number} x{digits}"),
        None => number,
    })
}

/// Splits `01632 960001 ext. 12` into the number and `12`.
fn split_extension(text: &str) -> Option<(&str, Option<&str>)> {
    let Some(at) = text.find(['x', 'e', '#']) else { return Some((text, None)) };
    let (number, rest) = text.split_at(at);
    let digits = ["extension", "ext", "x", "#"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))?
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':'));
    let fits = (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then_some((number, Some(digits)))
}

/// The number with its `+` and country code, without anything but digits after that.
fn international(number: &str) -> Option<String> {
    let mut digits = String::with_capacity(16);
    for symbol in number.chars() {
        match symbol {
            '0'..='9' => digits.push(symbol),
            '+' if digits.is_empty() => digits.push('+'),
            '(' | ')' | '.' | '-' | '/' | ' ' => {}
            _ => return None,
        }
    }
    let full = if let Some(abroad) = digits.strip_prefix("00") {
        format!("+{abroad}")
    } else if let Some(national) = digits.strip_prefix('0') {
        format!("+44{national}")
    } else if digits.len() == 12 && digits.starts_with("44") {
        format!("+{digits}")
    } else if digits.len() == 10 && !digits.starts_with('+') {
        // A spreadsheet takes a number's first 0 away.
        format!("+44{digits}")
    } else {
        digits
    };
    let Some(national) = full.strip_prefix("+44") else {
        let abroad = full.strip_prefix('+')?;
        return ((7..=15).contains(&abroad.len()) && !abroad.starts_with('0')).then_some(full);
    };
    let national = national.strip_prefix('0').unwrap_or(national);
    let expected = if national.starts_with('7') { 10..=10 } else { 9..=10 };
    let starts_well = national.starts_with(['1', '2', '3', '5', '7', '8', '9']);
    (starts_well && expected.contains(&national.len())).then(|| format!("+44{national}"))
}

/// Whether 3 digits or more stand together, whatever is around them. There is no upper limit: two
/// numbers with a space between them look like one that is too long, and a person can tell them
/// apart.
fn can_be_dialled(text: &str) -> bool {
    let is_between = |c: char| matches!(c, ' ' | '+' | '(' | ')' | '.' | '-');
    text.split(|c: char| !c.is_ascii_digit() && !is_between(c))
        .any(|number| number.bytes().filter(u8::is_ascii_digit).count() >= 3)
}

hide_debug!(PhoneNumber);
serde_by_parser!(PhoneNumber);
as_text!(PhoneNumber);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> String {
        PhoneNumber::parse(text).unwrap().as_str().to_owned()
    }

    #[test]
    fn uk_numbers_are_read_however_written() {
        for typed in [
            "01632 960 001",
            "(01632) 960-001",
            "+44 1632 960001",
            "+44 (0)1632 960001",
            "00441632960001",
            "441632960001",
            "1632960001",
            "\u{202d}01632 960001\u{202c}",
            "٠١٦٣٢ ٩٦٠٠٠١",
            "01632–960–001",
        ] {
            assert_eq!(read(typed), "+441632960001");
        }
        assert_eq!(read("07700 900 982"), "+447700900982");
        assert_eq!(read("020 7946 0000"), "+442079460000");
        assert_eq!(read("0800 1111 11"), "+44800111111");
        assert_eq!(read("7700900982"), "+447700900982");
        assert_eq!(read("01534 960001"), "+441534960001");
        assert_eq!(read("+44 (0)7797 960001"), "+447797960001");
    }

    #[test]
    fn numbers_from_abroad_are_read() {
        assert_eq!(read("+48 22 123 45 67"), "+48221234567");
        assert_eq!(read("00 353 1 234 5678"), "+35312345678");
    }

    #[test]
    fn an_extension_is_kept() {
        assert_eq!(read("01632 960001 ext. 12"), "+441632960001 x12");
        assert_eq!(PhoneNumber::parse("01632960001x12").unwrap().e164(), Some("+441632960001"));
    }

    #[test]
    fn a_uk_number_is_written_as_people_there_write_it() {
        for (typed, written) in [
            ("+447700900982", "07700 900 982"),
            ("+44 1632 960001", "01632 960 001"),
            ("02079460000", "020 7946 0000"),
            ("01614960101", "0161 496 0101"),
            ("01134960999", "0113 496 0999"),
            ("08081570000", "0808 157 0000"),
            ("0800111111", "0800 111 111"),
            ("016977 2345", "01697 72345"),
            ("01632 960001 ext 12", "01632 960 001 x12"),
            ("+48221234567", "+48221234567"),
        ] {
            assert_eq!(PhoneNumber::parse(typed).unwrap().as_dialled(), written);
        }
    }

    #[test]
    fn text_that_is_no_full_number_is_kept_as_given_and_not_compared() {
        for given in [
            "101",
            "111 option 2",
            "101 ext 12345",
            "0800 1111",
            "0770090098",
            "07700 900 9822",
            "07700 900982 / 01632 960001",
            "07700 900982 (mum)",
            "Mum: 07700 900982 or 07700 900983",
            "01632 960001 x1234567",
            "07700 900982 01632 960001",
            "07700 900982-01632 960001",
            "07700900982 07700900983 07700900984 07700900985",
            "0123 4567 8901 2345",
        ] {
            let phone = PhoneNumber::parse(given).unwrap();
            assert_eq!((phone.as_str(), phone.e164()), (given, None));
            assert_eq!(phone.as_dialled(), given);
        }
        assert_eq!(read("\u{202d}101\u{a0}ext ١٢٣٤٥\u{202c}"), "101 ext 12345");
    }

    #[test]
    fn text_that_nobody_could_dial_is_refused() {
        for wrong in ["", "12", "ask mum", "+", "+44", "0 1", "1, 2 or 3"] {
            let fault = PhoneNumber::parse(wrong).unwrap_err();
            assert_eq!(fault.code, "phone_not_recognised", "{wrong}");
        }
        assert!(PhoneNumber::parse(&"1".repeat(60)).is_ok());
        assert_eq!(PhoneNumber::parse(&"1".repeat(61)).unwrap_err().code, "too_long");
    }

    proptest! {
        #[test]
        fn reading_is_total_and_its_normal_form_reads_as_itself(text in "\\PC{0,20}|[+0-9() x]{0,18}") {
            if let Ok(phone) = PhoneNumber::parse(&text) {
                prop_assert_eq!(PhoneNumber::parse(&phone.as_dialled()), Ok(phone.clone()));
                prop_assert_eq!(PhoneNumber::parse(phone.as_str()), Ok(phone));
            }
        }
    }
}
