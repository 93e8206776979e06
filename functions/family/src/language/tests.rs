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
    let child = |tag, error| {
        let language = Language::of(tag).unwrap();
        language.with("child-error", &[("number", "2"), ("error", error)])
    };
    assert_eq!(child("en", "Enter a day"), "Child 2: Enter a day");
    assert_eq!(child("en", "محمد"), "Child 2: \u{2068}محمد\u{2069}");
    assert_eq!(child("ur", "A B"), "بچہ 2: \u{2068}A B\u{2069}");
    let number =
        Language::of("ur").unwrap().markup("danger-now", &[("number", html! { b { "9" } })]);
    assert!(number.0.contains(" \u{2068}<b>9</b>\u{2069} "), "{}", number.0);
}

#[test]
fn what_a_language_lacks_is_said_in_english() {
    static WITHOUT_WORDS: Language = Language { files: &[], ..LANGUAGES[1] };
    assert!(Messages::read(&WITHOUT_WORDS).find("continue", &[]).is_none());
    assert!(Language::ENGLISH.optional("no-such-message").is_none());
    for language in Language::all() {
        assert_eq!(language.tag() == "en", language.text("continue") == "Continue");
    }
}
