//! Tests of what holds for every language.

mod errors;
mod files;
mod switch;
mod used;

use maud::html;

use super::*;

#[test]
fn markup_stands_in_words_that_are_escaped() {
    let link = html! { a href="tel:999" { "999" } };
    let words = Language::ENGLISH.markup("danger-now", &[("number", link)]);
    assert_eq!(words.0, "If anyone is in danger right now, call <a href=\"tel:999\">999</a>.");
}

#[test]
fn dates_are_words_in_every_language() {
    let date = jiff::civil::date(2026, 12, 2);
    assert_eq!(Language::ENGLISH.date(date), "2 December 2026");
    assert_eq!(Language::ENGLISH.day(date), "Wednesday 2 December");
    for language in Language::all() {
        for month in 1..=12 {
            let date = jiff::civil::date(2026, month, 2);
            let words = language.date(date);
            assert!(words.contains('2') && words.contains("2026"), "{words}");
        }
    }
}

#[test]
fn a_value_is_set_apart_where_directions_meet() {
    let date = |language: &Language, day| {
        language.with("date", &[("day", day), ("month", "May"), ("year", "2026")])
    };
    assert_eq!(date(Language::ENGLISH, "2"), "2 May 2026");
    assert_eq!(date(Language::ENGLISH, "محمد"), "\u{2068}محمد\u{2069} May 2026");
}
