//! Phone numbers. Tolerant: a number that a person could dial is kept, whatever plan it is from,
//! so the ranges set aside for drama and tests (01632 960 001, 07700 900 982) are numbers too.

use crate::error::Fault;
use crate::personal::{as_text, hide_debug, serde_by_parser};

const WRONG: Fault = Fault::new(
    "phone_not_recognised",
    "Give a phone number with its area code, such as 01632 960 001, 07700 900 982 \
     or +44 7700 900 982.",
);

/// A phone number with its country code, and an extension if there is one: `+441632960001 x12`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Reads a UK number as dialled, or any number from `+` or `00`.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = text.trim().to_lowercase();
        let (number, extension) = split_extension(&text)?;
        let number = international(&number.replace("(0)", ""))?;
        Ok(Self(match extension {
            Some(digits) => format!("{number} x{digits}"),
            None => number,
        }))
    }

    /// The normal form, read on purpose.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number alone, from `+`, without its extension: what two spellings have in common.
    pub fn e164(&self) -> &str {
        self.0.split(' ').next().unwrap_or_default()
    }

    /// As people in the United Kingdom write and dial it: `07700 900 982`, `020 7946 0000`,
    /// `01632 960 001 x12`. A number from abroad stays as it is.
    pub fn as_dialled(&self) -> String {
        let Some(national) = self.e164().strip_prefix("+44") else { return self.0.clone() };
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

/// `01632 960001 ext. 12` → the number and `12`.
fn split_extension(text: &str) -> Result<(&str, Option<String>), Fault> {
    let Some(at) = text.find(['x', 'e', '#']) else { return Ok((text, None)) };
    let (number, rest) = text.split_at(at);
    let digits = ["extension", "ext", "x", "#"]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .ok_or(WRONG)?
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':'));
    if (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) {
        Ok((number, Some(digits.to_owned())))
    } else {
        Err(WRONG)
    }
}

/// The digits from `+`, the country code first.
fn international(number: &str) -> Result<String, Fault> {
    let mut digits = String::with_capacity(16);
    for symbol in number.chars() {
        match symbol {
            '0'..='9' => digits.push(symbol),
            '+' if digits.is_empty() => digits.push('+'),
            '(' | ')' | '.' | '-' | '/' | '\u{2010}'..='\u{2015}' => {}
            _ if symbol.is_whitespace() => {}
            _ => return Err(WRONG),
        }
    }
    let full = if let Some(abroad) = digits.strip_prefix("00") {
        format!("+{abroad}")
    } else if let Some(national) = digits.strip_prefix('0') {
        format!("+44{national}")
    } else if digits.starts_with("44") && digits.len() == 12 {
        format!("+{digits}")
    } else {
        digits
    };
    let fits = match full.strip_prefix("+44") {
        Some(national) => {
            let national = national.strip_prefix('0').unwrap_or(national);
            let expected = if national.starts_with('7') { 10..=10 } else { 9..=10 };
            let starts_well = national.starts_with(['1', '2', '3', '5', '7', '8', '9']);
            return if starts_well && expected.contains(&national.len()) {
                Ok(format!("+44{national}"))
            } else {
                Err(WRONG)
            };
        }
        None => full
            .strip_prefix('+')
            .is_some_and(|rest| (7..=15).contains(&rest.len()) && !rest.starts_with('0')),
    };
    if fits { Ok(full) } else { Err(WRONG) }
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
        ] {
            assert_eq!(read(typed), "+441632960001");
        }
        assert_eq!(read("07700 900 982"), "+447700900982");
        assert_eq!(read("020 7946 0000"), "+442079460000");
        assert_eq!(read("0800 1111 11"), "+44800111111");
    }

    #[test]
    fn numbers_from_abroad_are_read() {
        assert_eq!(read("+48 22 123 45 67"), "+48221234567");
        assert_eq!(read("00 353 1 234 5678"), "+35312345678");
    }

    #[test]
    fn an_extension_is_kept() {
        assert_eq!(read("01632 960001 ext. 12"), "+441632960001 x12");
        assert_eq!(PhoneNumber::parse("01632960001x12").unwrap().e164(), "+441632960001");
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
    fn what_nobody_could_dial_is_refused() {
        for wrong in [
            "",
            "12",
            "ask mum",
            "0770090098",
            "07700 900 9822",
            "0123",
            "+",
            "+44",
            "01632 960 00l",
            "+0123456789",
        ] {
            assert_eq!(
                PhoneNumber::parse(wrong).unwrap_err().code,
                "phone_not_recognised",
                "{wrong}"
            );
        }
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
