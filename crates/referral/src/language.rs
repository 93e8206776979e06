//! Languages, by their BCP 47 tags; British Sign Language is `bfi`.

use std::borrow::Cow;

use crate::error::Fault;
use crate::personal::{as_text, serde_by_parser};
use crate::text::token;

/// The languages most spoken with families in the United Kingdom: tag and English name, English
/// first, then by name.
pub const LANGUAGES: &[(&str, &str)] = &[
    ("en", "English"),
    ("sq", "Albanian"),
    ("am", "Amharic"),
    ("ar", "Arabic"),
    ("bn", "Bengali"),
    ("bfi", "British Sign Language"),
    ("bg", "Bulgarian"),
    ("yue", "Cantonese"),
    ("cs", "Czech"),
    ("prs", "Dari"),
    ("nl", "Dutch"),
    ("fa", "Farsi"),
    ("tl", "Filipino"),
    ("fr", "French"),
    ("de", "German"),
    ("el", "Greek"),
    ("gu", "Gujarati"),
    ("hi", "Hindi"),
    ("hu", "Hungarian"),
    ("it", "Italian"),
    ("ku", "Kurdish"),
    ("lv", "Latvian"),
    ("lt", "Lithuanian"),
    ("ml", "Malayalam"),
    ("zh", "Mandarin"),
    ("ne", "Nepali"),
    ("ps", "Pashto"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("pa", "Punjabi"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sk", "Slovak"),
    ("so", "Somali"),
    ("es", "Spanish"),
    ("sw", "Swahili"),
    ("ta", "Tamil"),
    ("te", "Telugu"),
    ("ti", "Tigrinya"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("vi", "Vietnamese"),
    ("cy", "Welsh"),
    ("yo", "Yoruba"),
];

/// A language tag in its usual spelling: `en`, `bfi`, `zh-Hant`, `pt-BR`. Its shape is checked, and
/// not whether it is registered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// Reads a tag in any case.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        const WRONG: Fault = Fault::new(
            "language_shape",
            "Give a language tag, such as en, pl or ur, or bfi for British Sign Language.",
        );
        let text = token(text)?;
        let mut parts = text.split('-');
        let language = parts.next().unwrap_or_default();
        let is_language =
            (2..=8).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic());
        let rest_fits = parts.clone().all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        });
        if !is_language
            || !rest_fits
            || text.len() > 35
            || parts.clone().next_back().is_some_and(|p| p.len() == 1)
        {
            return Err(WRONG);
        }
        let mut tag = language.to_ascii_lowercase();
        for part in parts {
            tag.push('-');
            let letters = part.bytes().all(|b| b.is_ascii_alphabetic());
            match part.len() {
                2 if letters => tag.push_str(&part.to_ascii_uppercase()),
                4 if letters => {
                    tag.push_str(&part[..1].to_ascii_uppercase());
                    tag.push_str(&part[1..].to_ascii_lowercase());
                }
                _ => tag.push_str(&part.to_ascii_lowercase()),
            }
        }
        Ok(Self(tag))
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language's name, where the tag is one of [`LANGUAGES`] or a kind of one: `pt-BR` is
    /// "Portuguese (pt-BR)". The tag itself where the table does not have it.
    pub fn name(&self) -> Cow<'static, str> {
        let language = self.0.split('-').next().unwrap_or_default();
        match LANGUAGES.iter().find(|(tag, _)| *tag == language) {
            Some((tag, name)) if *tag == self.0 => Cow::Borrowed(name),
            Some((_, name)) => Cow::Owned(format!("{name} ({})", self.0)),
            None => Cow::Owned(self.0.clone()),
        }
    }

    /// Whether this is British Sign Language.
    pub fn is_bsl(&self) -> bool {
        self.0 == "bfi"
    }
}

serde_by_parser!(LanguageTag);
as_text!(LanguageTag);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_get_their_usual_spelling() {
        for (typed, tag) in [
            ("EN", "en"),
            ("bfi", "bfi"),
            ("ZH-hant-hk", "zh-Hant-HK"),
            ("es-419", "es-419"),
            (" cy ", "cy"),
            ("en\u{2013}gb", "en-GB"),
        ] {
            assert_eq!(LanguageTag::parse(typed).unwrap().as_str(), tag);
        }
        assert!(LanguageTag::parse("BFI").unwrap().is_bsl());
    }

    #[test]
    fn a_tag_without_a_name_is_shown_as_it_is() {
        for (tag, name) in [
            ("en", "English"),
            ("bfi", "British Sign Language"),
            ("pt-BR", "Portuguese (pt-BR)"),
            ("tlh", "tlh"),
        ] {
            assert_eq!(LanguageTag::parse(tag).unwrap().name(), name);
        }
    }

    #[test]
    fn the_table_is_in_order_and_of_usual_tags() {
        assert!(LANGUAGES[1..].is_sorted_by_key(|(_, name)| *name));
        for (tag, _) in LANGUAGES {
            assert_eq!(LanguageTag::parse(tag).unwrap().as_str(), *tag);
        }
    }

    #[test]
    fn text_that_is_no_tag_is_refused() {
        for wrong in [
            "",
            "e",
            "english language",
            "en_GB",
            "en-",
            "-en",
            "en-toolongpart",
            "polskiego-",
            "ур",
            "en-x",
        ] {
            assert_eq!(LanguageTag::parse(wrong).unwrap_err().code, "language_shape", "{wrong}");
        }
    }
}
