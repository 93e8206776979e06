//! Reads pages as a browser does.

use std::collections::BTreeMap;

use scraper::{Html, Selector};

/// An element of a page: its name and its attributes.
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: BTreeMap<String, String>,
    /// The words inside the element.
    pub(super) text: String,
}

impl Tag {
    pub(super) fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// The elements of a page, in order.
pub(super) fn tags(page: &str) -> Vec<Tag> {
    selected(page, "*")
}

/// The elements of a page that a selector names, in order.
pub(super) fn selected(page: &str, selector: &str) -> Vec<Tag> {
    let document = Html::parse_document(page);
    let selector = Selector::parse(selector).unwrap();
    let found = document.select(&selector).map(|element| Tag {
        name: element.value().name().to_owned(),
        attributes: element.value().attrs().map(|(n, v)| (n.to_owned(), v.to_owned())).collect(),
        text: element.text().collect(),
    });
    found.collect()
}

/// The words of a page, elements apart.
pub(super) fn words(page: &str) -> String {
    let shown = selected(page, "body > :not(script)");
    shown.into_iter().map(|tag| tag.text).collect::<Vec<_>>().join(" ").to_lowercase()
}
