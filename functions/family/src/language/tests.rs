//! Tests of what holds for every language.

mod errors;
mod files;
mod switch;
mod used;

use maud::html;
use referral::Birth;

use super::*;

#[test]
fn markup_stands_in_words_that_are_escaped() {
    let link = html! { a href="tel:999" { "999" } };
    let words = Language::ENGLISH.markup("danger-now", &[("number", link)]);
    assert_eq!(words.0, "If anyone is in danger right now, call <a href=\"tel:999\">999</a>.");
}

#[test]
fn dates_are_words() {
    let date = jiff::civil::date(2026, 12, 2);
    let of = |tag| Language::of(tag).unwrap();
    assert_eq!(Language::ENGLISH.date(date), "2 December 2026");
    assert_eq!(Language::ENGLISH.day(date), "Wednesday 2 December");
    assert_eq!(of("pl").date(date), "2 grudnia 2026");
    assert_eq!(of("uk").day(date), "середа, 2 грудня");
    // Words are set apart in a language that is written from right to left.
    assert_eq!(of("ur").date(date), "2 \u{2068}دسمبر\u{2069} 2026");
}

#[test]
fn a_date_as_a_language_writes_it_is_understood_by_the_form() {
    for language in Language::all() {
        for month in 1..=12 {
            let date = jiff::civil::date(2021, month, 27);
            let words = language.date(date);
            let pairs = [
                ("who", "self_parent"),
                ("needs", "not_sure"),
                ("can-wait", "yes"),
                ("agree", "yes"),
                ("child-1-given-name", "Tobi"),
                ("child-1-birth", "born"),
                ("child-1-day", words.as_str()),
            ];
            let read = formats::form::read(pairs, jiff::civil::date(2026, 11, 28));
            let read = read.unwrap_or_else(|errors| panic!("{words}: {errors:?}"));
            let child = read.children.iter().next().unwrap();
            let Birth::Born(born) = child.birth else { panic!("{words}") };
            assert_eq!(born.day(), date, "{words}");
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
