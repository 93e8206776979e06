//! Tests of what holds on every page that a family sees.

mod confirmation;
mod html;

use std::collections::BTreeSet;
use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use formats::form::{self, questions as ask};
use html::{tags, words};
use lambda_kit::http::{Problem, StatusCode};
use locality::{Nearby, PhoneNow};
use pipeline::Receipt;
use referral::{FieldError, Reference, Referral, ReferralId};

use super::*;
use crate::filled::Filled;

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 21);

fn sent(pairs: &[(&str, &str)]) -> Filled {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Filled::sent(pairs.iter().map(owned).collect(), || "0".repeat(32))
}

/// A form with an error of every kind.
fn wrong() -> Filled {
    let pairs = [
        (ask::PHONE.name, "1"),
        (ask::EMAIL.name, "a@"),
        (ask::POSTCODE.name, "nowhere"),
        (ask::SAFE_TO.name, "pigeon"),
        ("child-1-day", "32"),
        (ask::GIVEN_NAME.name, "Siân <b>\"x\"</b>"),
        (ask::CAN_WAIT.name, "no"),
    ];
    let errors = form::read(pairs, TODAY).unwrap_err();
    sent(&pairs).with_errors(errors)
}

fn referral(pairs: &[(&str, &str)]) -> Referral {
    form::read(pairs.iter().copied(), TODAY).unwrap()
}

fn receipt(phone_now: Option<PhoneNow>) -> Receipt {
    Receipt {
        id: ReferralId::from_random([1; 16]),
        reference: Reference::from_random([2; 16]),
        phone_now,
        accepted_at: jiff::Timestamp::UNIX_EPOCH,
    }
}

fn phone() -> PhoneNow {
    PhoneNow {
        authority: Some("Westminster".to_owned()),
        in_hours: "020 7946 0001".to_owned(),
        in_hours_of: None,
        out_of_hours: "020 7946 0002".to_owned(),
        out_of_hours_of: None,
        emergency: "999".to_owned(),
    }
}

fn hubs() -> Vec<Nearby> {
    let hub = |name: &str, address: Option<&str>, phone: Option<&str>| Nearby {
        name: name.to_owned(),
        address: address.map(str::to_owned),
        postcode: Some("NW8 8DE".to_owned()),
        phone: phone.map(str::to_owned),
    };
    vec![
        hub("Portman Family Hub", Some("12-18 Salisbury Street"), Some("020 7946 0103")),
        hub("<b>Queen’s</b> Park Family Hub", None, None),
    ]
}

const PARENT: &[(&str, &str)] = &[
    (ask::WHO.name, ask::WHO_PARENT),
    (ask::NEEDS.name, "not_sure"),
    ("child-1-given-name", "Tobi"),
];

fn unread() -> Vec<(&'static str, &'static str)> {
    [PARENT, confirmation::UNREAD].concat()
}

fn every_page() -> Vec<String> {
    let problem = super::problem(&Problem::not_found(""));
    vec![
        form(&Filled::empty("0".repeat(32))),
        form(&wrong()),
        form(&sent(&[]).with_notice("Check your answers")),
        confirmation(&receipt(None), &Next::of(&referral(PARENT)), &[]),
        confirmation(&receipt(None), &Next::of(&referral(PARENT)), &hubs()),
        confirmation(&receipt(Some(phone())), &Next::of(&referral(PARENT)), &[]),
        confirmation(&receipt(Some(PhoneNow::national())), &Next::of(&referral(PARENT)), &[]),
        confirmation(&receipt(Some(phone())), &Next::of(&referral(&unread())), &[]),
        form(&sent(PARENT).with_notice(already_sent(Reference::from_random([2; 16])))),
        String::from_utf8(problem.body().to_vec()).unwrap(),
    ]
}

#[test]
fn every_field_has_a_label() {
    for page in every_page() {
        let tags = tags(&page);
        let labelled: BTreeSet<_> =
            tags.iter().filter(|tag| tag.name == "label").map(|tag| tag.get("for")).collect();
        for tag in &tags {
            let field = matches!(tag.name.as_str(), "input" | "select" | "textarea");
            if field && tag.get("type") != "hidden" {
                assert!(labelled.contains(tag.get("id")), "{} has no label", tag.get("name"));
            }
        }
    }
}

#[test]
fn ids_are_there_once_and_every_reference_leads_to_one() {
    for page in every_page() {
        let tags = tags(&page);
        let ids: Vec<_> =
            tags.iter().map(|tag| tag.get("id")).filter(|id| !id.is_empty()).collect();
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len());
        for tag in &tags {
            let lists = [tag.get("aria-describedby"), tag.get("aria-labelledby"), tag.get("for")];
            for id in lists.iter().flat_map(|list| list.split_whitespace()) {
                assert!(unique.contains(id), "#{id}");
            }
            if let Some(id) = tag.get("href").strip_prefix('#') {
                assert!(unique.contains(id), "#{id}");
            }
        }
    }
}

#[test]
fn every_name_of_the_form_is_asked_for() {
    let page = form(&Filled::empty("0".repeat(32)));
    let ids: BTreeSet<_> = tags(&page).iter().map(|tag| tag.get("id").to_owned()).collect();
    for question in ask::IN_ORDER {
        assert!(ids.contains(question.name), "{question:?}");
    }
}

#[test]
fn errors_are_in_the_summary_beside_the_field_and_in_the_title() {
    let filled = wrong();
    let page = form(&filled);
    assert!(page.contains("<title>Error: "));
    assert!(page.contains("There is a problem"));
    let paths: Vec<_> = filled.errors().iter().map(|error| error.path.as_str()).collect();
    for path in [
        ask::WHO.name,
        ask::PHONE.name,
        ask::EMAIL.name,
        ask::POSTCODE.name,
        "child-1-day",
        ask::NEEDS.name,
    ] {
        assert!(paths.contains(&path), "{path} among {paths:?}");
    }
    for error in filled.errors() {
        let escaped = maud::html! { (error.message) }.into_string();
        assert!(page.matches(&escaped).count() >= 2, "{}", error.message);
        assert!(page.contains(&format!("href=\"#{}\"", error.path)));
    }
    assert!(!form(&Filled::empty("0".repeat(32))).contains("Error: "));
}

#[test]
fn the_summary_names_the_child() {
    let error = FieldError {
        path: "child-2-day".to_owned(),
        code: "date_not_real",
        message: "Enter a real date.".to_owned(),
    };
    let page = form(&sent(&[("children-shown", "2")]).with_errors(vec![error]));
    assert!(page.contains("<a href=\"#child-2-day\">Child 2: Enter a real date.</a>"));
}

#[test]
fn answers_are_kept_and_escaped() {
    let page = form(&wrong());
    assert!(page.contains("value=\"Siân &lt;b&gt;&quot;x&quot;&lt;/b&gt;\""));
    let chosen = tags(&page);
    let urgent =
        chosen.iter().find(|tag| tag.get("value") == "no" && tag.get("name") == "can-wait");
    assert!(urgent.unwrap().attributes.contains_key("checked"));
}

#[test]
fn nothing_on_a_page_is_inline_or_from_elsewhere() {
    for page in every_page() {
        for tag in tags(&page) {
            assert!(!matches!(tag.name.as_str(), "style" | "iframe"));
            assert!(!tag.attributes.keys().any(|name| name == "style" || name.starts_with("on")));
            // The one inline script is the package's, and the policy names its hash.
            let inline = tag.name == "script" && tag.get("src").is_empty();
            assert!(!inline || tag.text.starts_with("document.body.className +="));
            for link in [tag.get("src"), tag.get("href"), tag.get("action")] {
                assert!(!link.contains("//"), "{link}");
            }
        }
    }
}

#[test]
fn every_page_has_a_way_out_one_heading_and_a_language() {
    for page in every_page() {
        assert!(page.contains(crate::leave::LINK) && page.contains("Exit this page"));
        assert_eq!(tags(&page).iter().filter(|tag| tag.name == "h1").count(), 1);
        assert!(page.contains("<html lang=\"en"));
        assert!(page.contains("999"));
    }
}

#[test]
fn every_page_shows_everybody_the_same_numbers_to_call() {
    let list = |page: &str| {
        let (_, rest) = page.split_once("<section class=\"helplines\"").unwrap();
        rest.split_once("</section>").unwrap().0.to_owned()
    };
    let lists: BTreeSet<_> = every_page().iter().map(|page| list(page)).collect();
    assert_eq!(lists.len(), 1);
    let shown = lists.first().unwrap();
    for words in ["999", "press 55", "option 2", "Childline", "0808 2000 247", "Samaritans"] {
        assert!(shown.contains(words), "{words}");
    }
}

#[test]
fn the_words_are_not_those_of_an_office() {
    for page in every_page() {
        let words = words(&page);
        for word in words.split(|c: char| !c.is_alphanumeric()) {
            assert!(
                !["risk", "threshold", "case", "referral", "urgency"].contains(&word),
                "{word}"
            );
        }
    }
}

#[test]
fn a_first_load_is_small() {
    for page in every_page() {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(page.as_bytes()).unwrap();
        let bytes = gzip.finish().unwrap().len() + ::pages::COMPRESSED_BYTES;
        println!(
            "{bytes} bytes compressed, {} of them the page's",
            bytes - ::pages::COMPRESSED_BYTES
        );
        assert!(bytes <= 45 * 1024, "{bytes}");
    }
}

#[test]
fn a_problem_keeps_its_status() {
    let response = super::problem(&Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", ""));
    assert_eq!(response.status(), 413);
}
