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
    let page = check(&journey, &senco(), None, "mark");
    assert!(page.contains("&lt;script&gt;alert") && page.contains("A second line"));
}

#[test]
fn a_confirmation_has_the_reference_and_for_a_concern_the_numbers() {
    let reference = Reference::from_random([2; 16]);
    let phone_now = Some(locality::PhoneNow::national());
    let concern = Sent { reference, phone_now, changed_since: false, notice: None };
    let page = Html::parse_document(&sent(&concern));
    assert!(texts(&page, "main")[0].contains(&reference.as_str()));
    assert_eq!(texts(&page, "h2")[0], "Call now");
    let page = Html::parse_document(&sent(&Sent { phone_now: None, ..concern }));
    assert!(!texts(&page, "h2").contains(&"Call now".to_owned()));
}

#[test]
fn a_message_is_a_box_to_tick_where_it_is_offered() {
    let (answers, index) = (form(&[]), index());
    let journey = Journey::of(&answers, &senco(), &Place::of(&index), TODAY);
    let page = |offered: Option<&EmailAddress>| {
        Html::parse_document(&check(&journey, &senco(), offered, "mark"))
    };
    let named = selector("input[name=notice]");
    assert_eq!(page(None).select(&named).count(), 0);
    let address = EmailAddress::parse("senco@st-marys.example").unwrap();
    let page = page(Some(&address));
    let boxes: Vec<_> = page.select(&named).collect();
    assert_eq!((boxes.len(), boxes[0].attr("value")), (1, Some("email")));
    assert_eq!(boxes[0].attr("checked"), None, "nobody is sent a message who did not choose it");
    assert_eq!(
        texts(&page, "label[for=notice]"),
        ["Email me at senco@st-marys.example when it is with the people who help"]
    );
}

#[test]
fn a_confirmation_names_the_address_of_a_message_that_was_chosen() {
    let address = EmailAddress::parse("senco@st-marys.example").unwrap();
    let reference = Reference::from_random([2; 16]);
    let plain = Sent { reference, phone_now: None, changed_since: false, notice: None };
    let words = "We will send one email to senco@st-marys.example when";
    let shown = |sent_one: &Sent| texts(&Html::parse_document(&sent(sent_one)), "main").remove(0);
    assert!(!shown(&plain).contains("one email"));
    let chosen = Sent { notice: Some(address), ..plain };
    assert!(shown(&chosen).contains(words), "{}", shown(&chosen));
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

/// A status of a referral, as it stands after it was placed if `placed`.
fn status(is_placed: bool) -> pipeline::Status {
    let reason = locality::Reason {
        code: "nearest_hub".to_owned(),
        text: "It is the nearest hub.".to_owned(),
    };
    let placement = locality::Placement {
        inbox: referral::InboxId::parse("westminster-bessborough").unwrap(),
        inbox_name: "Bessborough Family Hub".to_owned(),
        authority: None,
        reasons: vec![reason],
        considered: Vec::new(),
        rulebook: None,
        index: "2026-11".to_owned(),
    };
    pipeline::Status {
        id: referral::ReferralId::from_random([3; 16]),
        reference: Reference::from_random([2; 16]),
        state: if is_placed {
            referral::ReferralState::Routed
        } else {
            referral::ReferralState::Accepted
        },
        version: 1,
        accepted_at: "2026-11-30T09:00:00Z".parse().unwrap(),
        amendments: Vec::new(),
        placement: is_placed.then_some(placement),
        priority: referral::Priority::Routine,
    }
}

#[test]
fn a_status_says_where_it_is_why_and_what_happens_next() {
    let placed = status(true);
    let page = Html::parse_document(&referral(&placed));
    let shown = texts(&page, "main").remove(0);
    for part in [
        "Placed in an inbox",
        "30 November 2026",
        "Bessborough Family Hub",
        "It is the nearest hub.",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
        let copy = status_copy(&placed, TODAY);
        assert!(copy.contains(part), "{part}: {copy}");
    }
    let waits = texts(&Html::parse_document(&referral(&status(false))), "main").remove(0);
    assert!(waits.contains("is being placed") && !waits.contains("Bessborough"), "{waits}");
}

#[test]
fn what_was_withdrawn_says_so_and_stays() {
    let kind =
        pipeline::rows::AmendmentKind::Withdrawn { reason: referral::WithdrawalReason::ALL[0] };
    let at = "2026-12-01T09:00:00Z".parse().unwrap();
    let withdrawn = pipeline::Status {
        state: referral::ReferralState::Withdrawn,
        amendments: vec![pipeline::rows::Amendment { kind, at }],
        ..status(true)
    };
    let shown = texts(&Html::parse_document(&referral(&withdrawn)), "main").remove(0);
    assert!(
        shown.contains("Withdrawn by its sender") && shown.contains("1 December 2026"),
        "{shown}"
    );
    assert!(shown.contains("It stays where people see it"), "{shown}");
}

#[test]
fn the_list_leads_to_each_and_to_the_pages_before_and_after() {
    let page = Html::parse_document(&referrals(&[status(true), status(false)], true, Some("1.x")));
    assert_eq!(texts(&page, ".govuk-summary-list__row").len(), 2);
    assert!(texts(&page, ".govuk-summary-list__row")[0].contains("With Bessborough Family Hub"));
    let links: Vec<_> = page.select(&selector("nav.govuk-pagination a")).collect();
    let addresses: Vec<_> = links.iter().map(|link| link.attr("href").unwrap()).collect();
    assert_eq!(
        addresses,
        ["/refer/professional/referrals", "/refer/professional/referrals?before=1.x"]
    );
    let none = Html::parse_document(&referrals(&[], false, None));
    assert_eq!(none.select(&selector(".govuk-summary-list, nav.govuk-pagination")).count(), 0);
}

#[test]
fn an_address_is_asked_for_only_where_a_link_can_be_sent() {
    let fields =
        |page: &str| Html::parse_document(page).select(&selector("input[name=email]")).count();
    assert_eq!(fields(&sign_in(false, None)), 0);
    let values = vec![(EMAIL.to_owned(), "<nobody>".to_owned())];
    let errors = vec![(EMAIL, "Enter a work email address".to_owned())];
    let wrong = sign_in(false, Some(&Typed { values, errors }));
    assert_eq!(fields(&wrong), 1);
    assert!(wrong.contains("&lt;nobody&gt;") && wrong.contains("<title>Error: "), "{wrong}");
}
