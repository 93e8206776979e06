//! Tests of what holds for every language.

mod errors;
mod files;
mod switch;
mod used;

use std::collections::BTreeSet;

use maud::html;
use referral::Birth;

use super::*;

#[test]
fn markup_stands_in_words_that_are_escaped() {
    let link = html! { a href="tel:999" { "999" } };
    let words = Language::ENGLISH.markup("numbers-danger", &[("number", link)]);
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
    // The words of the language go along with its direction.
    assert_eq!(of("ur").date(date), "2 دسمبر 2026");
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
    assert_eq!(child("en", "محمد"), "Child 2: \u{2067}محمد\u{2069}");
    assert_eq!(child("ur", "020 7946 0001"), "بچہ 2: \u{2068}020 7946 0001\u{2069}");
    assert_eq!(child("ur", "جمعہ 4 دسمبر"), "بچہ 2: جمعہ 4 دسمبر");
    assert_eq!(child("ur", "A B"), "بچہ 2: \u{2066}A B\u{2069}");
    let number =
        Language::of("ur").unwrap().markup("numbers-danger", &[("number", html! { b { "9" } })]);
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

#[test]
fn every_form_that_a_number_has_in_a_language_is_known() {
    use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};

    let forms = "form = { $n ->\n [zero] zero\n [one] one\n [two] two\n [few] few\n [many] many\n *[other] other\n }";
    for language in Language::all() {
        let mut bundle = FluentBundle::new_concurrent(vec![language.lang.parse().unwrap()]);
        bundle.add_resource(FluentResource::try_new(forms.to_owned()).unwrap()).unwrap();
        let pattern = bundle.get_message("form").unwrap().value().unwrap();
        let form = |number: u32| {
            let args = FluentArgs::from_iter([("n", number)]);
            bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
        };
        let mut found: BTreeSet<String> = (0..=200).map(form).collect();
        found.insert("other".to_owned());
        let known = language.plurals().iter().map(|form| (*form).to_owned());
        assert_eq!(found, known.collect(), "{}", language.tag);
    }
}
