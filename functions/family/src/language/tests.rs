//! Tests of what holds for every language.

use fluent_bundle::FluentResource;
use maud::html;

use super::*;

#[test]
fn every_file_is_read_whole() {
    for language in Language::all() {
        for (area, file) in language.files {
            let read = FluentResource::try_new((*file).to_owned());
            let errors = read.err().map(|(_, errors)| errors);
            assert_eq!(errors, None, "{} {area}", language.tag);
        }
    }
}

#[test]
fn markup_stands_in_words_that_are_escaped() {
    let link = html! { a href="tel:999" { "999" } };
    let words = Language::ENGLISH.markup("danger-now", &[("number", link)]);
    assert_eq!(
        words.0,
        "If anyone is in danger right now, call <a href=\"tel:999\">999</a>."
    );
}

#[test]
fn dates_are_words() {
    let date = jiff::civil::date(2026, 12, 2);
    assert_eq!(Language::ENGLISH.date(date), "2 December 2026");
    assert_eq!(Language::ENGLISH.day(date), "Wednesday 2 December");
}
