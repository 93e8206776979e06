//! Reads our own pages: tags, attributes, forms and their fields. It knows the HTML that our
//! templates write (attributes in double quotes), and no other.

use std::collections::BTreeMap;

/// A start tag, with the text after it.
#[derive(Debug, Clone)]
pub struct Tag {
    /// The tag's name.
    pub name: String,
    /// The tag's attributes; those without a value are empty.
    pub attributes: BTreeMap<String, String>,
    /// The text that follows, up to the next tag.
    pub text: String,
}

impl Tag {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// A form with the fields that a browser would send if nothing were filled in.
#[derive(Debug, Clone)]
pub struct Form {
    /// The address that the form leads to.
    pub action: String,
    /// The form's fields as they stand.
    pub fields: Vec<(String, String)>,
    /// The names of all controls of the form.
    pub names: Vec<String>,
}

/// Every start tag of a page, in order.
pub fn tags(page: &str) -> Vec<Tag> {
    page.split('<').skip(1).filter_map(tag).collect()
}

/// Every form of a page.
pub fn forms(page: &str) -> Vec<Form> {
    let forms = page.split("<form").skip(1);
    let forms = forms.map(|rest| rest.split("</form>").next().unwrap_or_default());
    let form = |inner: &str| {
        let tags = tags(&format!("<form{inner}"));
        let controls = tags.iter().filter_map(|tag| Some((tag, tag.get("name")?)));
        let names = controls.clone().map(|(_, name)| name.to_owned());
        let sent = controls.filter(|(tag, _)| match (tag.name.as_str(), tag.get("type")) {
            ("input", Some("checkbox" | "radio")) => tag.get("checked").is_some(),
            // A browser chooses the first option of a select when none is marked; in our forms that
            // option is empty.
            (name, _) => matches!(name, "input" | "textarea" | "select"),
        });
        let value = |tag: &Tag| match tag.name.as_str() {
            "textarea" => tag.text.clone(),
            _ => tag.get("value").unwrap_or_default().to_owned(),
        };
        Form {
            action: tags[0].get("action").unwrap_or_default().to_owned(),
            fields: sent.map(|(tag, name)| (name.to_owned(), value(tag))).collect(),
            names: names.collect(),
        }
    };
    forms.map(form).collect()
}

/// The title of the page.
pub fn title(page: &str) -> String {
    let title = tags(page).into_iter().find(|tag| tag.name == "title");
    title.expect("a page has a title").text
}

impl Form {
    /// The form with fields filled in: values that stood there are replaced, and fields that were
    /// not sent are added.
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

fn tag(rest: &str) -> Option<Tag> {
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let (head, text) = split_head(rest)?;
    let name_ends = head.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(head.len());
    let (name, mut head) = head.split_at(name_ends);
    let mut attributes = BTreeMap::new();
    loop {
        head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if head.is_empty() {
            break;
        }
        let ends = head.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(head.len());
        let (attribute, after) = head.split_at(ends);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"')?,
            None => ("", after),
        };
        attributes.insert(attribute.to_ascii_lowercase(), decoded(value));
        head = after;
    }
    Some(Tag { name: name.to_ascii_lowercase(), attributes, text: decoded(text) })
}

/// Splits a tag at the `>` that ends it; one in quotation marks does not.
fn split_head(rest: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let end = rest.find(|c| {
        quoted ^= c == '"';
        c == '>' && !quoted
    })?;
    Some((&rest[..end], &rest[end + 1..]))
}

fn decoded(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><title>Error: A &amp; B</title>
        <form method="post" action="/x" novalidate>
          <input type="hidden" name="token" value="a&quot;b"><input type="radio" name="r" value="1">
          <input type="radio" name="r" value="2" checked><textarea name="t">words</textarea>
          <select name="s"><option value="">-</option></select></form>"#;

    #[test]
    fn a_form_is_read_as_a_browser_would_send_it() {
        let form = forms(PAGE).remove(0);
        assert_eq!(form.action, "/x");
        let fields = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let fields: Vec<_> = fields.collect();
        assert_eq!(fields, [("token", "a\"b"), ("r", "2"), ("t", "words"), ("s", "")]);
        let filled = form.filled(&[("r", "1")]);
        assert_eq!(filled.fields.last(), Some(&("r".to_owned(), "1".to_owned())));
    }

    #[test]
    fn a_title_is_read_without_entities() {
        assert_eq!(title(PAGE), "Error: A & B");
    }
}
