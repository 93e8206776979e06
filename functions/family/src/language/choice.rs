//! The choice of a language: by `?lang=`, which keeps it in a cookie and the visitor in their place.

use std::collections::BTreeSet;

use lambda_kit::http::{Cookie, Method, Request, Response};

use super::Language;

/// The name of the cookie that holds the language, without `__Host-`.
const COOKIE: &str = "language";
/// The query's name of a language.
const QUERY: &str = "lang";

/// The languages that are offered: English, and those whose words somebody has reviewed for the
/// authority.
pub(crate) fn offered(reviewed: &BTreeSet<String>) -> Vec<&'static Language> {
    let is_offered =
        |language: &&Language| *language == Language::ENGLISH || reviewed.contains(language.tag());
    Language::all().iter().filter(is_offered).collect()
}

/// The language of a request: that of its cookie if it is offered, or English.
pub(crate) fn chosen(request: &Request, reviewed: &BTreeSet<String>) -> &'static Language {
    let chosen = request.cookie(&Cookie::host_name(COOKIE));
    chosen.and_then(|tag| of(tag, reviewed)).unwrap_or(Language::ENGLISH)
}

/// The answer to a GET that asks for a language: its cookie, and the way to the same page without
/// the question. A language that is not offered changes nothing.
pub(crate) fn switch(request: &Request, reviewed: &BTreeSet<String>) -> Option<Response> {
    let asked = request.query(QUERY).filter(|_| *request.method() == Method::GET)?;
    // A path that began with two slashes would name another host.
    let answer = Response::redirect(&format!("/{}", request.path().trim_start_matches('/')));
    Some(match of(asked, reviewed) {
        Some(language) => answer.cookie(&Cookie::host(COOKIE, language.tag())),
        None => answer,
    })
}

fn of(tag: &str, reviewed: &BTreeSet<String>) -> Option<&'static Language> {
    offered(reviewed).into_iter().find(|language| language.tag() == tag)
}
