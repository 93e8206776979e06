//! Tests of the choice of a language.

use std::collections::BTreeSet;

use lambda_kit::http::{Cookie, Method, Request, RequestBuilder};

use super::super::{Language, chosen, offered, switch};

fn reviewed(tags: &[&str]) -> BTreeSet<String> {
    tags.iter().map(|tag| (*tag).to_owned()).collect()
}

fn get(route: &str) -> RequestBuilder {
    Request::builder(Method::GET, &format!("GET {route}"))
}

#[test]
fn only_reviewed_languages_are_offered() {
    assert_eq!(offered(&reviewed(&[])), [Language::ENGLISH]);
    assert_eq!(offered(&reviewed(&["tlh"])), [Language::ENGLISH]);
    for language in Language::all() {
        assert!(offered(&reviewed(&[language.tag()])).contains(&language));
    }
}

#[test]
fn the_switch_keeps_the_place() {
    let reviewed = reviewed(&["en"]);
    let asked = get("/form/{page}").path_parameter("page", "where").query("return", "check & send");
    assert!(switch(&asked.clone().build(), &reviewed).is_none());
    let answer = switch(&asked.query("lang", "en").build(), &reviewed).unwrap();
    assert_eq!(answer.status(), 303);
    let place = answer.header_value("location");
    assert_eq!(place, Some("/form/where?return=check+%26+send"));
    assert_eq!(answer.header_value("cache-control"), Some("no-store"));
    assert_eq!(answer.cookies(), ["__Host-language=en; Path=/; Secure; HttpOnly; SameSite=Strict"]);
}

#[test]
fn the_switch_leads_to_no_other_host() {
    for path in ["//evil.example/", "///evil.example", "/"] {
        let answer = switch(&get(path).query("lang", "en").build(), &reviewed(&[])).unwrap();
        let place = answer.header_value("location").unwrap();
        assert!(place.starts_with('/') && !place.starts_with("//"), "{place}");
    }
}

#[test]
fn a_language_that_is_not_offered_is_not_chosen() {
    for tag in ["tlh", "", "en-GB", "../en"] {
        let answer = switch(&get("/").query("lang", tag).build(), &reviewed(&[])).unwrap();
        assert!(answer.cookies().is_empty(), "{tag}");
        let later = get("/").cookie(&Cookie::host_name("language"), tag).build();
        assert_eq!(chosen(&later, &reviewed(&[])), Language::ENGLISH);
    }
    for language in Language::all() {
        let request = get("/").cookie(&Cookie::host_name("language"), language.tag()).build();
        assert_eq!(chosen(&request, &reviewed(&[language.tag()])), language);
        assert_eq!(chosen(&request, &reviewed(&[])), Language::ENGLISH);
    }
}
