//! The visit that a page is made for: its language, the languages it may be read in, and its place.

use std::collections::BTreeSet;

use lambda_kit::http::Request;

use crate::language::{self, Language};

/// The visit that a page is made for.
pub(crate) struct Visit {
    /// The language of the page.
    pub(crate) language: &'static Language,
    /// The languages that the page may be read in.
    pub(crate) offered: Vec<&'static Language>,
    /// The address of the page, to which a change of language leads back.
    pub(crate) address: String,
}

/// The queries that a page's address may have.
const QUERIES: [&str; 2] = ["form", "more"];

impl Visit {
    /// The visit of a request; `reviewed` are the tags of the languages that somebody has reviewed.
    pub(crate) fn of(request: &Request, reviewed: &BTreeSet<String>) -> Self {
        Self {
            language: language::chosen(request, reviewed),
            offered: language::offered(reviewed),
            address: address(request),
        }
    }

    /// A visit in English, for a page that is made without a request.
    pub(crate) fn english() -> Self {
        Self { language: Language::ENGLISH, offered: Vec::new(), address: "/".to_owned() }
    }

    /// The address of the page in another language.
    pub(crate) fn in_language(&self, tag: &str) -> String {
        let next = if self.address.contains('?') { '&' } else { '?' };
        format!("{}{next}lang={tag}", self.address)
    }

    /// The message of an id, in the visit's language.
    pub(crate) fn text(&self, id: &str) -> String {
        self.language.text(id)
    }
}

/// The path of a request's page, with the queries that it knows.
fn address(request: &Request) -> String {
    let mut address = request.path().to_owned();
    let is_known = |(name, value): &(&str, &str)| {
        QUERIES.contains(name) && value.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    for (at, (name, value)) in request.queries().filter(is_known).enumerate() {
        let before = if at == 0 { "?" } else { "&" };
        address.extend([before, name, "=", value]);
    }
    address
}

#[cfg(test)]
mod tests {
    use lambda_kit::http::Method;

    use super::*;

    #[test]
    fn a_change_of_language_leads_back_to_the_page_with_what_it_was_asked() {
        let of = |path: &str, query: (&str, &str)| {
            let request = Request::builder(Method::GET, path).query(query.0, query.1).build();
            Visit::of(&request, &BTreeSet::new()).in_language("ur")
        };
        assert_eq!(of("GET /", ("form", "ended")), "/?form=ended&lang=ur");
        assert_eq!(of("GET /status/note", ("more", "1")), "/status/note?more=1&lang=ur");
        for other in [("more", "\" onclick=\""), ("next", "1"), ("lang", "pl")] {
            assert_eq!(of("GET /status", other), "/status?lang=ur");
        }
    }
}
