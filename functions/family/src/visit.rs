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
    /// The path of the page, to which a change of language leads back.
    pub(crate) path: String,
}

impl Visit {
    /// The visit of a request; `reviewed` are the tags of the languages that somebody has reviewed.
    pub(crate) fn of(request: &Request, reviewed: &BTreeSet<String>) -> Self {
        Self {
            language: language::chosen(request, reviewed),
            offered: language::offered(reviewed),
            path: request.path().to_owned(),
        }
    }

    /// A visit in English, for a page that is made without a request.
    pub(crate) fn english() -> Self {
        Self { language: Language::ENGLISH, offered: Vec::new(), path: "/".to_owned() }
    }

    /// The message of an id, in the visit's language.
    pub(crate) fn text(&self, id: &str) -> String {
        self.language.text(id)
    }
}
