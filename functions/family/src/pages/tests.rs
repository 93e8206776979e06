//! Tests of what holds on every page around the questions.

mod about;
mod confirmation;
mod html;
mod questions;
mod start;
mod status;

use std::collections::BTreeSet;
use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use formats::form::{self, questions as ask};
use jiff::civil::Date;
use lambda_kit::http::{Problem, StatusCode};
use locality::{Localities, PhoneNow};
use pipeline::family_status::Step;
use pipeline::ports::Places;
use referral::{Reference, Referral, StatusSecret};

use self::html::{Tag, tags, words};
use super::*;
use crate::draft::Missing;
use crate::home_area::HubPhone;
use crate::language::Language as Spoken;
use crate::lookup::{Kind, Lookup, Outcome, Refused, Unsent};
use crate::sent::Sent;
use crate::tests::{TODAY, index, places};

const PARENT: &[(&str, &str)] = &[
    (ask::WHO.name, ask::WHO_PARENT),
    (ask::GIVEN_NAME.name, "Gurpreet"),
    (ask::NEEDS.name, "not_sure"),
    ("child-1-given-name", "Tobi"),
];

fn english() -> Visit {
    Visit::english()
}

fn urdu() -> Visit {
    let urdu = Spoken::of("ur").expect("a draft of Urdu");
    let offered = vec![Spoken::ENGLISH, urdu];
    Visit { language: urdu, offered, address: "/sent".to_owned() }
}

fn referral(pairs: &[(&str, &str)]) -> Referral {
    form::read(pairs.iter().copied(), TODAY).unwrap()
}

fn reference() -> Reference {
    Reference::from_random([2; 16])
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

fn confirmed(pairs: &[(&str, &str)], phone: Option<PhoneNow>) -> Sent {
    Sent::of(reference(), phone, &referral(pairs), &places(), TODAY)
}

const SECRET: &str = "3467-89CD";

fn secret() -> StatusSecret {
    StatusSecret::parse(SECRET).unwrap()
}

/// A form that goes on at an address.
fn begun(address: &str) -> Begun {
    let (address, mark) = (address.to_owned(), "0a1b2c3d".to_owned());
    Begun { address, mark, is_sent: false, tells_of_danger: false }
}

/// A lookup beside which the words are shown that could not be added.
fn kept_words(note: Unsent) -> Lookup {
    Lookup::typed("x", Outcome::NotFound).going_on_with(Some(note))
}

/// A note that could not be added.
fn unsent(kind: Kind, text: &str) -> Unsent {
    let (token, about) = ("4567".to_owned(), "0a1b2c3d".to_owned());
    Unsent { kind, text: text.to_owned(), danger: true, token, about }
}

/// A request that was found.
fn request(hubs: &[HubPhone], step: Step, in_touch_by: Option<Date>) -> Found<'_> {
    Found { reference: "2345-6789-ABCD", step, received: TODAY, in_touch_by, hubs }
}

/// The page that confirms these answers, in English.
fn confirmation_of(pairs: &[(&str, &str)], phone: Option<PhoneNow>) -> String {
    in_one_line(&sent(&english(), &confirmed(pairs, phone), secret()))
}

/// A page whose words stand beside each other as they are read, wherever its files break a line.
fn in_one_line(page: &str) -> String {
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn near() -> Vec<(&'static str, &'static str)> {
    let home = [(ask::WHERE.name, ask::WHERE_ADDRESS), (ask::POSTCODE.name, "SW1V 2AA")];
    [PARENT, &home].concat()
}

fn every_page(visit: &Visit) -> Vec<String> {
    let hubs = [HubPhone { name: "Portman".to_owned(), phone: "020 7946 0112".to_owned() }];
    let refused = |kind, why| Lookup::typed("x", Outcome::Found).refused(unsent(kind, "محمد"), why);
    let unread = vec![
        ("reference".to_owned(), "reference_not_recognised".to_owned()),
        ("secret".to_owned(), "required".to_owned()),
    ];
    let problem = problem(visit, &Problem::not_found(""));
    let localities = places().localities;
    let mut pages = vec![
        start(visit, None, None, &[]),
        start(visit, Some(Missing::Another), Some(&begun("/form/where")), &hubs),
        start(visit, None, Some(&Begun { is_sent: true, ..begun("/sent") }), &[]),
        numbers(visit, &phone(), Some(&begun("/form/help"))),
        numbers(visit, &phone(), Some(&Begun { tells_of_danger: true, ..begun("/form/help") })),
        numbers(visit, &phone(), Some(&Begun { is_sent: true, ..begun("/sent") })),
        numbers(visit, &PhoneNow::national(), None),
        sent(visit, &confirmed(&near(), None), secret()),
        sent(visit, &confirmed(PARENT, Some(phone())), secret()),
        sent(visit, &confirmed(PARENT, Some(PhoneNow::national())), secret()),
        gone(visit),
        status(visit, &Lookup::default()),
        status(visit, &Lookup::typed("x", Outcome::NotFound)),
        status(visit, &Lookup::typed("x", Outcome::Unread(unread))),
        status(visit, &kept_words(unsent(Kind::More, "محمد"))),
        locked(visit, &[]),
        locked(visit, &hubs),
        found(visit, &request(&hubs, Step::Received, None), TODAY),
        found(visit, &request(&hubs, Step::WithATeam, TODAY.tomorrow().ok()), TODAY),
        found(visit, &request(&hubs, Step::WithATeam, TODAY.yesterday().ok()), TODAY),
        found(visit, &request(&hubs, Step::Withdrawn, None), TODAY),
        String::from_utf8(problem.body().to_vec()).unwrap(),
    ];
    for kind in [Kind::More, Kind::Withdraw] {
        let blank = Lookup::default();
        pages.push(note(visit, kind, &blank, "0123", false));
        pages.push(note(visit, kind, &blank, "0123", true));
        for why in
            [Refused::Empty, Refused::TooLong, Refused::NotSaved, Refused::Full, Refused::Another]
        {
            pages.push(note(visit, kind, &refused(kind, why), "0123", false));
        }
        pages.push(added(visit, kind, None));
        pages.push(added(visit, kind, Some(&phone())));
    }
    for page in ["accessibility", "privacy", "cookies", "contact"] {
        pages.push(super::about(visit, &localities, page).unwrap());
    }
    pages.extend(questions::pages(visit));
    pages
}

/// Every page in every language.
fn in_every_language() -> impl Iterator<Item = String> {
    let offered: Vec<_> = Spoken::all().iter().collect();
    let visit =
        move |language| Visit { language, offered: offered.clone(), address: "/".to_owned() };
    Spoken::all().iter().flat_map(move |language| every_page(&visit(language)))
}

#[test]
fn every_title_is_the_same_and_every_page_has_one_heading() {
    for page in in_every_language() {
        let tags = tags(&page);
        let only = |name: &str| {
            let found: Vec<&Tag> = tags.iter().filter(|tag| tag.name == name).collect();
            assert_eq!(found.len(), 1, "{name}: {page}");
            found[0].text.clone()
        };
        assert_eq!(only("title"), "Information");
        assert!(!only("h1").trim().is_empty());
    }
}

#[test]
fn every_field_has_a_label_and_every_reference_leads_to_one_id() {
    for page in in_every_language() {
        let tags = tags(&page);
        let ids: Vec<_> =
            tags.iter().map(|tag| tag.get("id")).filter(|id| !id.is_empty()).collect();
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len());
        let labelled: BTreeSet<_> =
            tags.iter().filter(|tag| tag.name == "label").map(|tag| tag.get("for")).collect();
        for tag in &tags {
            let field = matches!(tag.name.as_str(), "input" | "select" | "textarea");
            if field && tag.get("type") != "hidden" {
                assert!(labelled.contains(tag.get("id")), "{} has no label", tag.get("name"));
            }
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
fn nothing_on_a_page_is_inline_or_from_elsewhere() {
    for page in in_every_language() {
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
fn every_page_has_a_way_out_the_numbers_and_what_it_must_name() {
    for page in in_every_language() {
        let links: BTreeSet<_> = tags(&page).iter().map(|tag| tag.get("href").to_owned()).collect();
        for link in ["/exit", "tel:999", "tel:08001111", "tel:08082000247", "tel:116123"] {
            assert!(links.contains(link), "{link}");
        }
        for about in ["accessibility", "privacy", "cookies", "contact"] {
            assert!(links.contains(&format!("/about/{about}")), "{about}");
        }
        assert!(words(&page).contains("55"));
    }
}

#[test]
fn a_page_in_urdu_is_read_from_right_to_left_and_leads_back_to_english() {
    for page in every_page(&urdu()) {
        assert!(page.contains("<html lang=\"ur\" dir=\"rtl\""), "{page}");
        assert!(page.contains("?lang=en\""), "{page}");
        assert!(page.contains(">اردو</span>"), "{page}");
    }
}

#[test]
fn the_words_are_not_those_of_an_office() {
    for page in every_page(&english()) {
        for word in words(&page).split(|c: char| !c.is_alphanumeric()) {
            let office = ["risk", "threshold", "case", "referral", "urgency"];
            assert!(!office.contains(&word), "{word}");
        }
    }
}

#[test]
fn a_first_load_and_each_further_page_are_small() {
    let (mut most, mut total) = (0, 0);
    for page in in_every_language() {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(page.as_bytes()).unwrap();
        let bytes = gzip.finish().unwrap().len();
        (most, total) = (most.max(bytes), total.max(bytes + ::pages::COMPRESSED_BYTES));
    }
    println!("{total} bytes compressed at first, {most} for each further page");
    assert!(total <= 45 * 1024 && most <= 6 * 1024, "{total} {most}");
}

#[test]
fn a_problem_keeps_its_status_and_names_its_kind() {
    for (status, words) in [
        (403, "another website"),
        (404, "Page not found"),
        (413, "too long"),
        (409, "This did not work"),
        (503, "Nothing you did was wrong"),
    ] {
        let status = StatusCode::from_u16(status).unwrap();
        let answer = problem(&english(), &Problem::new(status, "code", ""));
        assert_eq!(answer.status(), status.as_u16());
        assert!(String::from_utf8(answer.body().to_vec()).unwrap().contains(words), "{words}");
    }
    let answer = unexpected(&Problem::not_found(""));
    assert_eq!(answer.status(), 404);
}
