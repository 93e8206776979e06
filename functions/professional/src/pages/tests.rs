//! What the pages show.

use filling::Place;
use referral::Reference;
use scraper::{Html, Selector};

use super::*;
use crate::draft::{Form, Sent};
use crate::journey::{Journey, Step};
use crate::tests::{TODAY, form, index, senco};

fn page_of(slug: &str, form: &Form, adds: bool) -> Html {
    let index = index();
    let journey = Journey::of(form, &senco(), &Place::of(&index), TODAY);
    Html::parse_document(&question(&journey, Step::named(slug).unwrap(), adds, "mark"))
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap()
}

fn texts(page: &Html, name: &str) -> Vec<String> {
    let named = selector(name);
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&named).map(|one| words(one.text().collect())).collect()
}

#[test]
fn a_page_asks_for_one_child_and_for_another_when_asked() {
    let empty = form(&[]);
    assert_eq!(texts(&page_of("children", &empty, false), "h2"), ["Child 1"]);
    let one = form(&[("child-1-given-name", "Tobi")]);
    let page = page_of("children", &one, false);
    assert_eq!(texts(&page, "h2"), ["Child 1"]);
    let buttons = texts(&page, "button[name=remove]");
    assert_eq!(buttons, ["Remove child 1"]);
    assert_eq!(texts(&page_of("children", &one, true), "h2"), ["Child 1", "Child 2"]);
}

#[test]
fn errors_are_in_the_summary_and_beside_their_fields() {
    let mut wrong = form(&[("agreement", "agreed"), ("child-1-given-name", "Tobi")]);
    wrong.tried.extend(["agreement".to_owned(), "home".to_owned()]);
    let page = page_of("agreement", &wrong, false);
    let summary = texts(&page, ".govuk-error-summary a");
    let beside = texts(&page, ".govuk-error-message");
    assert_eq!(summary.len(), 2);
    for (words, field) in summary.iter().zip(beside) {
        assert_eq!(field, format!("Error: {words}"));
    }
    for link in page.select(&selector(".govuk-error-summary a")) {
        let id = link.attr("href").unwrap();
        assert_eq!(page.select(&selector(id)).count(), 1, "{id}");
    }
    let home = page_of("home", &wrong, false);
    assert!(texts(&home, ".govuk-error-summary a")[0].contains("choose the council"));
}

#[test]
fn a_postcode_that_is_asked_about_can_be_kept() {
    let mut asked = form(&[("postcode", "SW1V 9ZZ")]);
    asked.tried.insert("home".to_owned());
    let page = page_of("home", &asked, false);
    let named = selector("input[name=postcode-kept]");
    let boxes = page.select(&named);
    let values: Vec<_> = boxes.map(|one| one.attr("value").unwrap().to_owned()).collect();
    assert_eq!(values, ["SW1V 9ZZ"]);
    assert_eq!(texts(&page, "label[for=postcode-kept]"), ["SW1V 9ZZ is right"]);
}

#[test]
fn no_field_about_a_family_is_offered_what_the_professional_typed_elsewhere() {
    for step in crate::journey::STEPS {
        let page = page_of(step.slug, &form(&[]), false);
        for field in page.select(&selector("input[type=text]")) {
            assert_eq!(field.attr("autocomplete"), Some("off"), "{:?}", field.attr("name"));
        }
    }
}

#[test]
fn what_was_typed_is_shown_as_words_and_not_as_markup() {
    let marked = form(&[("what-is-happening", "<script>alert(1)</script>\nA second line")]);
    let index = index();
    let journey = Journey::of(&marked, &senco(), &Place::of(&index), TODAY);
    let page = check(&journey, &senco(), "mark");
    assert!(page.contains("&lt;script&gt;alert") && page.contains("A second line"));
}

#[test]
fn a_confirmation_has_the_reference_and_for_a_concern_the_numbers() {
    let reference = Reference::from_random([2; 16]);
    let phone_now = Some(locality::PhoneNow::national());
    let concern = Sent { reference, phone_now, changed_since: false };
    let page = Html::parse_document(&sent(&concern));
    assert!(texts(&page, "main")[0].contains(&reference.as_str()));
    assert_eq!(texts(&page, "h2")[0], "Call now");
    let page = Html::parse_document(&sent(&Sent { phone_now: None, ..concern }));
    assert!(!texts(&page, "h2").contains(&"Call now".to_owned()));
}

#[test]
fn the_copy_holds_every_answer_and_who_sent_it() {
    let answers = form(&[
        ("child-1-given-name", "محمد"),
        ("child-1-day", "1"),
        ("child-1-month", "January"),
        ("child-1-year", "2021"),
        ("needs", "parenting"),
        ("needs", "food_and_essentials"),
        ("what-is-happening", "One line.\nAnother."),
        ("agreement", "not_asked_unsafe"),
    ]);
    let reference = Reference::from_random([2; 16]);
    let copy = copy(&answers.answers, &senco(), &reference);
    for part in [
        reference.as_str().as_str(),
        "Wanjiru",
        "SENCO",
        "St Mary’s",
        "محمد",
        "Born 1 January 2021",
        "One line.\n    Another.",
        "Not asked: asking would not be safe",
    ] {
        assert!(copy.contains(part), "{part}: {copy}");
    }
    assert!(!copy.contains("not_asked_unsafe") && !copy.contains('<'));
}
