//! The list of languages, with the files of each.

use pages::Direction::{LeftToRight, RightToLeft};

use super::Language;

/// The files of a language, by its folder.
macro_rules! files {
    ($tag:literal: $($area:literal)+) => {
        &[$(($area, include_str!(concat!("../../languages/", $tag, "/", $area, ".ftl")))),+]
    };
    ($tag:literal) => {
        files!($tag: "common" "start" "questions" "errors" "check" "sent" "status" "about")
    };
}

const fn language(
    place: usize,
    tag: &'static str,
    name: &'static str,
    plurals: &'static [&'static str],
    files: &'static [(&'static str, &'static str)],
) -> Language {
    Language { place, tag, lang: tag, name, direction: LeftToRight, plurals, files }
}

const TWO: &[&str] = &["one", "other"];
const FOUR: &[&str] = &["one", "few", "many", "other"];
const SIX: &[&str] = &["zero", "one", "two", "few", "many", "other"];

/// Every language, English first; the others by their tags.
pub(super) static LANGUAGES: [Language; 6] = [
    Language { lang: "en-GB", ..language(0, "en", "English", TWO, files!("en")) },
    Language { direction: RightToLeft, ..language(1, "ar", "العربية", SIX, files!("ar")) },
    language(2, "bn", "বাংলা", TWO, files!("bn")),
    language(3, "pl", "Polski", FOUR, files!("pl")),
    language(4, "uk", "Українська", FOUR, files!("uk")),
    Language { direction: RightToLeft, ..language(5, "ur", "اردو", TWO, files!("ur")) },
];
