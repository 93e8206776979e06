//! The list of languages, with the files of each.

use pages::Direction::{self, LeftToRight, RightToLeft};

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
    direction: Direction,
    files: &'static [(&'static str, &'static str)],
) -> Language {
    Language { place, tag, lang: tag, name, direction, files }
}

/// Every language, English first; the others by their tags.
pub(super) static LANGUAGES: [Language; 6] = [
    Language { lang: "en-GB", ..language(0, "en", "English", LeftToRight, files!("en")) },
    language(1, "ar", "العربية", RightToLeft, files!("ar")),
    language(2, "bn", "বাংলা", LeftToRight, files!("bn")),
    language(3, "pl", "Polski", LeftToRight, files!("pl")),
    language(4, "uk", "Українська", LeftToRight, files!("uk")),
    language(5, "ur", "اردو", RightToLeft, files!("ur")),
];
