//! Text as people type it: one cleaning, one line or several. What it says is personal.

use unicode_normalization::UnicodeNormalization;

use crate::error::Fault;
use crate::personal::{as_text, hide_debug, serde_by_parser};

/// Most characters in a free text.
pub const FREE_TEXT_MAX: usize = 2_000;
/// Most characters in a single line: a name, a road, a role.
pub const LINE_MAX: usize = 100;

/// NFC on one line: control, zero-width and bidirectional marks taken out, white space made single.
/// Apostrophes, accents, hyphens and digits stay. Cleaning twice changes nothing.
pub fn clean_line(text: &str) -> String {
    // White space first, as tab and new line are control characters too.
    let spaced: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let visible: String = spaced.chars().filter(|c| !is_invisible(*c)).nfc().collect();
    visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// As [`clean_line`], keeping line breaks (at most one empty line between two).
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

/// C0 and C1 controls, zero-width characters, bidirectional controls, and what is never text.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e007f}')
        || (c as u32) & 0xfffe == 0xfffe
}

/// One line of 1 to 100 characters: a name of an organisation, a role, a line of an address.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line(String);

impl Line {
    /// Cleans the text; `None` when nothing is left.
    pub fn read(text: &str) -> Result<Option<Self>, Fault> {
        read(text, clean_line, LINE_MAX).map(|text| text.map(Self))
    }

    /// As [`Line::read`], where something must be left.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::read(text)?.ok_or(EMPTY)
    }

    /// The text, read on purpose.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Free text of 1 to 2,000 characters, with its line breaks.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FreeText(String);

impl FreeText {
    /// Cleans the text; `None` when nothing is left.
    pub fn read(text: &str) -> Result<Option<Self>, Fault> {
        read(text, clean_text, FREE_TEXT_MAX).map(|text| text.map(Self))
    }

    /// As [`FreeText::read`], where something must be left.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::read(text)?.ok_or(EMPTY)
    }

    /// The text, read on purpose.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

const EMPTY: Fault = Fault::new("empty", "Write something here, or leave it out.");

fn read(text: &str, clean: fn(&str) -> String, max: usize) -> Result<Option<String>, Fault> {
    let text = clean(text);
    if text.chars().count() > max {
        return Err(Fault::with("too_long", format!("Use {max} characters or fewer.")));
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
    fn what_cannot_be_seen_is_taken_out_and_the_rest_stays() {
        assert_eq!(
            clean_line("  Siân\u{200b} O\u{2019}Neill-\u{202e}Doe\u{7}  3rd "),
            "Siân O\u{2019}Neill-Doe 3rd"
        );
        assert_eq!(clean_line("Sia\u{302}n"), "Siân");
        assert_eq!(clean_line("a\tb\nc"), "a b c");
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
        fn cleaning_is_total_and_done_once(text in "\\PC*|[\\x00-\\x20a\u{300}\u{200d}\u{85}\u{2028}]{0,20}") {
            prop_assert_eq!(clean_line(&clean_line(&text)), clean_line(&text));
            prop_assert_eq!(clean_text(&clean_text(&text)), clean_text(&text));
        }
    }
}
