//! Reading our own pages as a browser does: elements, attributes, forms and their fields.

use std::collections::BTreeMap;

use scraper::{ElementRef, Html, Selector};

/// An element of a page.
#[derive(Debug, Clone)]
pub struct Tag {
    /// The name of the element.
    pub name: String,
    /// The attributes of the element; those without a value are empty.
    pub attributes: BTreeMap<String, String>,
    /// The text in it, up to the first element in it.
    pub text: String,
}

impl Tag {
    /// An attribute's value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// A form with the fields that a browser would send if nothing were filled in.
#[derive(Debug, Clone)]
pub struct Form {
    /// Where it leads.
    pub action: String,
    /// Its fields as they stand.
    pub fields: Vec<(String, String)>,
    /// The names of all its controls.
    pub names: Vec<String>,
}

/// Every element of a page, in order.
pub fn tags(page: &str) -> Vec<Tag> {
    select(page, "*")
}

/// The elements of a page that a selector names, in order.
pub fn select(page: &str, selector: &str) -> Vec<Tag> {
    Html::parse_document(page).select(&parsed(selector)).map(tag).collect()
}

/// Every form of a page.
pub fn forms(page: &str) -> Vec<Form> {
    Html::parse_document(page).select(&parsed("form")).map(form).collect()
}

/// The page's title.
pub fn title(page: &str) -> String {
    select(page, "title").pop().expect("a page has a title").text
}

impl Form {
    /// With fields filled in: what stood there is replaced, what was not sent is sent.
    #[must_use]
    pub fn filled(mut self, fields: &[(&str, &str)]) -> Self {
        for (name, _) in fields {
            assert!(self.names.iter().any(|known| known == name), "the form has no field {name}");
            self.fields.retain(|(known, _)| known != name);
        }
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        self.fields.extend(fields);
        self
    }
}

fn parsed(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

fn tag(element: ElementRef<'_>) -> Tag {
    let attributes = element.value().attrs();
    let text = element.children().map_while(|child| child.value().as_text());
    Tag {
        name: element.value().name().to_owned(),
        attributes: attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        text: text.map(|text| &**text).collect(),
    }
}

fn form(element: ElementRef<'_>) -> Form {
    let controls: Vec<_> = element.select(&parsed("[name]")).collect();
    let name = |control: &ElementRef<'_>| control.attr("name").unwrap_or_default().to_owned();
    let sent = controls.iter().filter(|control| match control.value().name() {
        "input" if matches!(control.attr("type"), Some("checkbox" | "radio")) => {
            control.attr("checked").is_some()
        }
        name => matches!(name, "input" | "textarea" | "select"),
    });
    Form {
        action: element.attr("action").unwrap_or_default().to_owned(),
        fields: sent.map(|control| (name(control), value(*control))).collect(),
        names: controls.iter().map(name).collect(),
    }
}

/// A control's value at first.
fn value(control: ElementRef<'_>) -> String {
    let of = |element: ElementRef<'_>| element.attr("value").unwrap_or_default().to_owned();
    match control.value().name() {
        "textarea" => control.text().collect(),
        // The first option is chosen where none is marked.
        "select" => ["option[selected]", "option"]
            .iter()
            .find_map(|selector| control.select(&parsed(selector)).next())
            .map(of)
            .unwrap_or_default(),
        _ => of(control),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><title>Error: A &amp; B</title>
        <form method="post" action="/x" novalidate>
          <input type="hidden" name="token" value="a&quot;b"><input type="radio" name="r" value="1">
          <input type="radio" name="r" value="2" checked><textarea name="t">words</textarea>
          <select name="s"><option value="">-</option></select>
          <select name="u"><option value="">-</option><option value="3" selected>3</option></select>
          </form>"#;

    #[test]
    fn a_form_is_read_as_a_browser_would_send_it() {
        let form = forms(PAGE).remove(0);
        assert_eq!(form.action, "/x");
        let fields = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let fields: Vec<_> = fields.collect();
        assert_eq!(fields, [("token", "a\"b"), ("r", "2"), ("t", "words"), ("s", ""), ("u", "3")]);
        let filled = form.filled(&[("r", "1")]);
        assert_eq!(filled.fields.last(), Some(&("r".to_owned(), "1".to_owned())));
    }

    #[test]
    fn a_title_is_read_without_entities() {
        assert_eq!(title(PAGE), "Error: A & B");
    }
}
