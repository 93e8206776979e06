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
    Language::all().iter().filter(|language| is_offered(language, reviewed)).collect()
}

fn is_offered(language: &Language, reviewed: &BTreeSet<String>) -> bool {
    language == Language::ENGLISH || reviewed.contains(language.tag())
}

/// The language of a request: that of its cookie if it is offered, or English.
pub(crate) fn chosen(request: &Request, reviewed: &BTreeSet<String>) -> &'static Language {
    let chosen = request.cookie(&Cookie::host_name(COOKIE));
    chosen.and_then(|tag| of(tag, reviewed)).unwrap_or(Language::ENGLISH)
}

/// The answer to a GET that asks for a language: its cookie, and the way to the same page without
/// the question. A language that is not offered changes nothing. The cookie goes when the browser is
/// closed, as it says something about whose device this is.
pub(crate) fn switch(request: &Request, reviewed: &BTreeSet<String>) -> Option<Response> {
    let asked = request.query(QUERY).filter(|_| *request.method() == Method::GET)?;
    let answer = Response::redirect(&place(request));
    Some(match of(asked, reviewed) {
        Some(language) => answer.cookie(&Cookie::host(COOKIE, language.tag())),
        None => answer,
    })
}

/// The address of a request's page, without the question for a language.
fn place(request: &Request) -> String {
    // A path that began with two slashes would name another host.
    let path = request.path().trim_start_matches('/');
    let mut others = form_urlencoded::Serializer::new(String::new());
    others.extend_pairs(request.queries().filter(|(name, _)| *name != QUERY));
    match others.finish().as_str() {
        "" => format!("/{path}"),
        others => format!("/{path}?{others}"),
    }
}

fn of(tag: &str, reviewed: &BTreeSet<String>) -> Option<&'static Language> {
    Language::of(tag).filter(|language| is_offered(language, reviewed))
}
