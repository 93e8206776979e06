//! Text as people type it: one cleaning for every channel, of free text, of a line, and of a token (a
//! number, a date, a code). All text that people type is personal.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use crate::error::Invalid;
use crate::personal::{as_text, hide_debug, serde_by_parser};

/// The most characters in a free text.
pub const FREE_TEXT_MAX: usize = 2_000;
/// The most characters in a single line: a name, a road, a role.
pub const LINE_MAX: usize = 100;
/// The most characters in a token: a number, a date, a postcode, a code. It is more than any needs.
pub const TOKEN_MAX: usize = 60;

/// Cleans a text as every channel does before a field is read: into NFC, without invisible characters,
/// with every space a plain one, and with its line breaks (at most one empty line between two).
/// Apostrophes, accents, hyphens and digits stay as typed. Cleaning twice changes nothing.
pub fn clean_text(text: &str) -> String {
    let unified =
        text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    let mut lines: Vec<String> = Vec::new();
    for line in unified.split(['\n', '\u{b}', '\u{c}']).map(clean_line) {
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(line);
        }
    }
    lines.join("\n").trim_end().to_owned()
}

/// Cleans a text as [`clean_text`] does, and puts it on one line.
pub fn clean_line(text: &str) -> String {
    // White space comes first, as tab and new line are control characters too.
    let spaced = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let visible: String = inside_words(spaced.filter(|c| !is_invisible(*c))).nfc().collect();
    visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Cleans a text as [`clean_line`] does, where a number, a date, a postcode or a code is asked for:
/// full-width letters, the digits of every script and every dash become those of ASCII.
pub fn clean_token(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let plain: String =
        clean_line(text).nfkc().map(|c| if is_dash(c) { '-' } else { digit(c) }).collect();
    clean_line(&plain)
}

/// Whether a text is printable ASCII without a space too many. Nearly all are, and need no
/// cleaning.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' '..=b'~'))
        && text.trim_matches(' ').len() == text.len()
        && !text.contains("  ")
}

/// Cleans a text as [`clean_token`] does, and refuses one that is longer than any token.
pub fn token(text: &str) -> Result<String, Invalid> {
    let token = clean_token(text);
    if token.chars().count() > TOKEN_MAX { Err(too_long(TOKEN_MAX)) } else { Ok(token) }
}

/// The fault of a text that is too long.
pub fn too_long(max: usize) -> Invalid {
    Invalid::with("too_long", format!("Use {max} characters or fewer."))
}

/// Whether a character is a control, a zero-width character, a bidirectional control, a variation
/// selector, or never text. The two joiners are not among them: see [`inside_words`].
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e01ef}')
        || (c as u32) & 0xfffe == 0xfffe
}

/// The characters of a text without the joiners that have no effect. A joiner stays inside a word,
/// where Sinhala, Persian and the scripts of India need it, but only one of several in a row; and
/// the zero-width joiner stays after a virama, where Malayalam ends a word with it. Each character
/// is looked at once, however many joiners come together.
fn inside_words(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut text = text.peekable();
    let is_of_word = |c: char| c.is_alphabetic() || is_combining_mark(c);
    let (mut in_word, mut after_virama, mut joined) = (false, false, false);
    std::iter::from_fn(move || {
        loop {
            let c = text.next()?;
            if !matches!(c, '\u{200c}' | '\u{200d}') {
                in_word = is_of_word(c);
                // The marks of one letter may come in any order.
                after_virama = is_virama(c) || (after_virama && is_combining_mark(c));
                joined = false;
                return Some(c);
            }
            let goes_on = in_word && text.peek().is_some_and(|next| is_of_word(*next));
            if !joined && (goes_on || (after_virama && c == '\u{200d}')) {
                joined = true;
                return Some(c);
            }
        }
    })
}

/// Whether a character is a virama, which takes a letter's vowel away: its canonical combining
/// class is 9 in every script.
fn is_virama(c: char) -> bool {
    canonical_combining_class(c) == 9
}

/// Whether a character is a dash of Unicode (category Pd), or a sign that is typed for one.
fn is_dash(c: char) -> bool {
    matches!(
        c,
        '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{2212}'
                | '\u{2e17}'
                | '\u{2e1a}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{301c}'
                | '\u{3030}'
                | '\u{30a0}'
    )
}

/// The zeros of the scripts in use: each is followed by its nine other digits (Unicode 16, category
/// Nd). Digits that are ASCII digits in another form, such as the full-width ones, are not here.
const ZEROS: [u32; 35] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
];

/// The ASCII digit for a digit of any script; any other character as it is.
fn digit(c: char) -> char {
    let code = u32::from(c);
    let value = ZEROS.iter().find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10));
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// One line of 1 to 100 characters: a name of an organisation, a role, a line of an address.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(String);

impl Line {
    /// Cleans the text; `None` when nothing is left.
    pub fn read(text: &str) -> Result<Option<Self>, Invalid> {
        read(text, clean_line, LINE_MAX).map(|text| text.map(Self))
    }

    /// Cleans the text as [`Line::read`] does, where something must be left.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        Self::read(text)?.ok_or(EMPTY)
    }

    /// The text, which `Debug` hides.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Free text of 1 to 2,000 characters, with its line breaks.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FreeText(String);

impl FreeText {
    /// Cleans the text; `None` when nothing is left.
    pub fn read(text: &str) -> Result<Option<Self>, Invalid> {
        read(text, clean_text, FREE_TEXT_MAX).map(|text| text.map(Self))
    }

    /// Cleans the text as [`FreeText::read`] does, where something must be left.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        Self::read(text)?.ok_or(EMPTY)
    }

    /// The text, which `Debug` hides.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

const EMPTY: Invalid = Invalid::new("empty", "Write something here, or leave it out.");

fn read(text: &str, clean: fn(&str) -> String, max: usize) -> Result<Option<String>, Invalid> {
    let text = clean(text);
    if text.chars().count() > max {
        return Err(too_long(max));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

hide_debug!(Line, FreeText);
serde_by_parser!(Line, FreeText);
as_text!(Line, FreeText);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn invisible_characters_are_taken_out_and_the_rest_stays() {
        assert_eq!(
            clean_line("  Siân\u{200b} O\u{2019}Neill-\u{202e}Doe\u{7}  3rd "),
            "Siân O\u{2019}Neill-Doe 3rd"
        );
        assert_eq!(clean_line("Sia\u{302}n"), "Siân");
        assert_eq!(clean_line("a\tb\nc"), "a b c");
    }

    #[test]
    fn joiners_stay_inside_a_word_and_nowhere_else() {
        // The words are Sinhala "Sri", Persian "I want", Devanagari with a virama before the
        // joiner, and Bengali "Rachel" with a virama after it.
        for word in ["ශ්\u{200d}රී", "می\u{200c}خواهم", "क्\u{200d}ष", "র\u{200d}্যাচেল"]
        {
            assert_eq!(clean_line(word), word);
            assert_eq!(
                clean_line(&format!("\u{200d}{word}\u{200c} \u{200d}x")),
                format!("{word} x")
            );
        }
        assert_eq!(clean_line("a\u{200d}\u{200c}b 1\u{200d}2"), "a\u{200c}b 12");
        // Malayalam "Rajan" ends with a virama and a joiner.
        assert_eq!(
            clean_line("രാജന്\u{200d} \u{200d}രാജന്\u{200d}\u{200d}"),
            "രാജന്\u{200d} രാജന്\u{200d}"
        );
        assert_eq!(clean_line("\u{200b}\u{200d}\u{feff}\u{2060}"), "");
    }

    #[test]
    fn a_text_of_joiners_is_cleaned_in_one_pass() {
        // The text is as long as a request may be: looking back from each joiner would take
        // minutes.
        let joiners = "\u{200d}".repeat(1_000_000);
        assert_eq!(clean_line(&format!("a{joiners}b")), "a\u{200d}b");
    }

    #[test]
    fn marks_of_all_scripts_stay() {
        for name in ["लक्ष्मण", "லக்ஷ்மி", "ਗੁਰਪ੍ਰੀਤ", "مُحَمَّد", "שָׂרָה", "ปรียา", "Nguyễn", "ዮሐንስ", "ã́ˀ’-3"]
        {
            let composed: String = name.nfc().collect();
            assert_eq!(clean_line(name), composed);
        }
    }

    #[test]
    fn a_token_is_of_plain_digits_letters_and_dashes() {
        for typed in [
            "\u{202d}07700 900982\u{202c}",
            "٠٧٧٠٠ ٩٠٠٩٨٢",
            "۰۷۷۰۰ ۹۰۰۹۸۲",
            "०७७०० ९००९८२",
            "０７７００\u{3000}９００９８２",
        ] {
            assert_eq!(clean_token(typed), "07700 900982");
        }
        for dash in [
            '-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}', '\u{2212}', '\u{fe63}',
            '\u{ff0d}', '\u{fe58}',
        ] {
            assert_eq!(clean_token(&format!("2021{dash}03{dash}04")), "2021-03-04");
        }
        assert_eq!(clean_token("ＳＷ１Ｖ\u{fe0f} ２ａａ"), "SW1V 2aa");
        assert_eq!(token(&"1".repeat(61)).unwrap_err().code, "too_long");
    }

    #[test]
    fn free_text_keeps_its_lines() {
        assert_eq!(clean_text("\n one \r\n\r\n\r\n two\u{85}three\n\n"), "one\n\ntwo\nthree");
    }

    #[test]
    fn length_is_counted_in_characters_after_cleaning() {
        assert!(Line::parse(&"é".repeat(100)).is_ok());
        assert!(Line::parse(&format!("{} ", "e\u{301}".repeat(100))).is_ok());
        assert_eq!(Line::parse(&"x".repeat(101)).unwrap_err().code, "too_long");
        assert_eq!(FreeText::parse(" \u{200b}\n").unwrap_err().code, "empty");
        assert_eq!(FreeText::read(" ").unwrap(), None);
    }

    proptest! {
        #[test]
        fn cleaning_again_changes_nothing(text in "\\PC*|[\\x00-\\x20a\u{300}\u{200d}\u{85}\u{2028}]{0,20}|[a\u{200c}\u{200d}\u{94d}\u{93c}\u{915}\u{301} 1]{0,12}") {
            prop_assert_eq!(clean_line(&clean_line(&text)), clean_line(&text));
            prop_assert_eq!(clean_text(&clean_text(&text)), clean_text(&text));
            prop_assert_eq!(clean_token(&clean_token(&text)), clean_token(&text));
            // The channel's cleaning takes nothing from what a field would be cleaned to.
            prop_assert_eq!(clean_line(&clean_text(&text)), clean_line(&text));
            prop_assert_eq!(clean_token(&clean_text(&text)), clean_token(&text));
        }
    }
}
