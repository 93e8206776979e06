//! Tests of the languages of the family's pages: the switch keeps the place and what was typed, errors and
//! dates are in the page's language, and only languages that somebody has reviewed are served.

use e2e::html::{select, tags};
use e2e::visitor::{Answers, CHECK};

use crate::stack;

/// The language and direction of a page.
#[track_caller]
fn language(page: &str) -> (String, String) {
    let html = tags(page).into_iter().find(|tag| tag.name == "html").expect("a page");
    let get = |name| html.get(name).unwrap_or_default().to_owned();
    (get("lang"), get("dir"))
}

#[test]
fn the_switch_keeps_the_place_and_the_form_goes_on_in_urdu_up_to_its_confirmation() {
    let answers = Answers::of(&[
        ("where", "address"),
        ("postcode", "SW۱V ۲AA"),
        ("given-name", "محمد"),
        ("phone", "۰۷۷۰۰ ۹۰۰ ۹۷۱"),
        ("safe-to", "text"),
        ("needs", "parenting"),
    ]);
    let mut visitor = stack().visitor().begin("short");
    assert_eq!(language(&visitor.page.body), ("en-GB".to_owned(), "ltr".to_owned()));
    visitor.answer(&answers);
    let place = visitor.path.clone();
    visitor.get(&format!("{place}?lang=ur"));
    assert_eq!(visitor.path, place);
    assert_eq!(language(&visitor.page.body), ("ur".to_owned(), "rtl".to_owned()));
    assert_eq!(visitor.cookie("__Host-language"), Some("ur"));
    assert_eq!(visitor.page.header("cache-control"), Some("no-store"));

    // Nothing filled in: the errors are in Urdu, in the summary and beside the field.
    let form = visitor.form();
    visitor.post(&form.action, &form.fields);
    let errors = visitor.errors();
    assert!(!errors.is_empty());
    for (_, words) in &errors {
        assert!(words.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c)), "{words}");
        assert!(visitor.page.body.matches(words.as_str()).count() >= 2, "{words}");
    }

    visitor.walk(&answers);
    assert_eq!(visitor.path, CHECK, "{:?}", visitor.errors());
    visitor.send();
    assert_eq!(visitor.path, "/sent");
    assert_eq!(language(&visitor.page.body), ("ur".to_owned(), "rtl".to_owned()));
    let steps = select(&visitor.page.body, "main ol li");
    assert!(steps.iter().any(|step| step.text.contains("محفوظ")), "{}", visitor.page.body);
}

#[test]
fn a_language_that_nobody_has_reviewed_is_neither_offered_nor_served() {
    let mut visitor = stack().visitor();
    let offered: Vec<_> = tags(&visitor.page.body)
        .into_iter()
        .filter_map(|tag| tag.get("href")?.strip_prefix("/?lang=").map(str::to_owned))
        .collect();
    assert!(offered.contains(&"ur".to_owned()), "{offered:?}");
    for tag in ["cy", "en-US", "..%2Fen"] {
        assert!(!offered.contains(&tag.to_owned()));
        visitor.get(&format!("/about/privacy?lang={tag}"));
        assert_eq!(visitor.path, "/about/privacy");
        assert_eq!(visitor.cookie("__Host-language"), None);
        assert_eq!(language(&visitor.page.body).0, "en-GB");
    }
}
