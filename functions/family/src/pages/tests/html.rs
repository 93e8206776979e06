//! Just enough reading of our own templates' output to check it.

use std::collections::BTreeMap;

/// A start tag of a page: its name and its attributes.
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: BTreeMap<String, String>,
}

impl Tag {
    pub(super) fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }
}

/// The start tags of our own templates' output, which quotes every value and escapes `<`.
pub(super) fn tags(page: &str) -> Vec<Tag> {
    let starts = page.split('<').skip(1).filter(|rest| rest.starts_with(char::is_alphabetic));
    starts.map(|rest| tag(rest.split_once('>').unwrap().0)).collect()
}

fn tag(source: &str) -> Tag {
    let (name, mut rest) = source.split_once(' ').unwrap_or((source, ""));
    let mut attributes = BTreeMap::new();
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        let value =
            after.strip_prefix("=\"").map_or("", |quoted| quoted.split_once('"').unwrap().0);
        let skip = if after.starts_with('=') { value.len() + 3 } else { 0 };
        attributes.insert(key.to_owned(), value.to_owned());
        rest = after[skip..].trim_start();
    }
    Tag { name: name.to_owned(), attributes }
}

/// The words of a page, tags apart.
pub(super) fn words(page: &str) -> String {
    let body = page.split_once("<body>").unwrap().1;
    let text = body.split('<').filter_map(|rest| rest.split_once('>')).map(|(_, text)| text);
    text.collect::<Vec<_>>().join(" ").to_lowercase()
}
