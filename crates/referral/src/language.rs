//! Languages, by their BCP 47 tags; British Sign Language is `bfi`.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::error::Invalid;
use crate::personal::as_text;
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

/// The most letters of a tag: the longest that has a use without extensions.
const LONGEST: usize = 35;

/// A language tag in its usual spelling: `en`, `bfi`, `zh-Hant`, `pt-BR`. Its shape is checked, and
/// not whether it is registered.
///
/// A stored tag is read as it is: an earlier version checked less of the shape, and what it stored
/// must still open.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LanguageTag(String);

impl LanguageTag {
    /// Reads a tag in any case.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const WRONG: Invalid = Invalid::new(
            "language_shape",
            "Give a language tag, such as en, pl or ur, or bfi for British Sign Language.",
        );
        let text = token(text)?;
        let tag = oxilangtag::LanguageTag::parse_and_normalize(&text).map_err(|_| WRONG)?;
        // A tag of private use, or an old one such as `i-klingon`, names no language that a hub knows.
        let language = text.split('-').next().unwrap_or_default();
        if language.len() < 2 || text.len() > LONGEST {
            return Err(WRONG);
        }
        Ok(Self(tag.into_inner()))
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
}

as_text!(LanguageTag);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tags_get_their_usual_spelling() {
        for (typed, tag) in [
            ("EN", "en"),
            ("BFI", "bfi"),
            ("ZH-hant-hk", "zh-Hant-HK"),
            ("es-419", "es-419"),
            (" cy ", "cy"),
            ("en\u{2013}gb", "en-GB"),
            ("Zh-YUE", "zh-yue"),
            ("sr-latn-rs", "sr-Latn-RS"),
            ("DE-de-1996", "de-DE-1996"),
            ("ar-u-NU-LATN", "ar-u-nu-latn"),
        ] {
            assert_eq!(LanguageTag::parse(typed).unwrap().as_str(), tag);
        }
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
            "en-a",
            "en-GB-FR",
            "en-abc-abc-abc-abc-abc",
            "de-1996-1996-1996-1996-1996-1996-1996",
            "x-family",
            "i-klingon",
        ] {
            assert_eq!(LanguageTag::parse(wrong).unwrap_err().code, "language_shape", "{wrong}");
        }
    }

    #[test]
    fn a_tag_that_an_earlier_version_stored_still_opens() {
        let stored: LanguageTag = serde_json::from_str("\"en-GB-FR\"").unwrap();
        assert_eq!(stored.as_str(), "en-GB-FR");
        assert_eq!(serde_json::to_string(&stored).unwrap(), "\"en-GB-FR\"");
    }

    proptest! {
        /// The rule that held before tags were read whole: nothing that it refused is read now.
        #[test]
        fn each_part_of_a_tag_is_short_and_plain(text in "[a-zA-Z0-9_-]{0,12}|([a-z0-9]{1,9}-){0,6}[a-z]{0,9}") {
            if let Ok(tag) = LanguageTag::parse(&text) {
                let parts: Vec<&str> = tag.as_str().split('-').collect();
                prop_assert!(parts.iter().all(|part| (1..=8).contains(&part.len())));
                prop_assert!(parts[0].len() > 1 && parts[0].bytes().all(|b| b.is_ascii_lowercase()));
                prop_assert!(parts[parts.len() - 1].len() > 1 || parts.contains(&"x"));
                prop_assert_eq!(LanguageTag::parse(tag.as_str()), Ok(tag.clone()));
            }
        }
    }
}
