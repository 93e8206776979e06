//! The list of languages, with the files of each.

use pages::Direction::{self, LeftToRight};

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

/// Every language, English first.
pub(super) static LANGUAGES: [Language; 1] =
    [Language { lang: "en-GB", ..language(0, "en", "English", LeftToRight, files!("en")) }];
