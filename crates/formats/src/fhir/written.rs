//! Resources that are answered, written as JSON or as XML.

mod capability;
mod outcome;

use serde_json::{Map, Value as Json};

pub use self::capability::capability;
pub use self::outcome::{Issue, Severity, outcome};
use super::Format;

/// A resource that is answered. Its elements are in the order of their definition, as XML wants them.
#[derive(Debug, Clone)]
pub struct Resource {
    kind: &'static str,
    elements: Vec<Field>,
}

/// An element of a resource; one that may be there several times is a list in JSON.
#[derive(Debug, Clone)]
struct Field {
    name: &'static str,
    content: Content,
}

#[derive(Debug, Clone)]
enum Content {
    Text(String),
    Flag(bool),
    Within(Vec<Field>),
    List(Vec<Content>),
}

fn text(name: &'static str, text: impl Into<String>) -> Field {
    Field { name, content: Content::Text(text.into()) }
}

fn flag(name: &'static str, flag: bool) -> Field {
    Field { name, content: Content::Flag(flag) }
}

fn within(name: &'static str, elements: Vec<Field>) -> Field {
    Field { name, content: Content::Within(elements) }
}

fn texts(name: &'static str, texts: &[&str]) -> Field {
    let texts = texts.iter().map(|text| Content::Text((*text).to_owned()));
    Field { name, content: Content::List(texts.collect()) }
}

fn list(name: &'static str, items: impl IntoIterator<Item = Vec<Field>>) -> Field {
    Field { name, content: Content::List(items.into_iter().map(Content::Within).collect()) }
}

impl Resource {
    /// The bytes of the resource.
    pub fn write(&self, format: Format) -> Vec<u8> {
        match format {
            Format::Json => {
                let mut object = object(&self.elements);
                object.insert("resourceType".to_owned(), self.kind.into());
                Json::Object(object).to_string().into_bytes()
            }
            Format::Xml => {
                let (kind, within) = (self.kind, xml(&self.elements));
                format!("<{kind} xmlns=\"http://hl7.org/fhir\">{within}</{kind}>").into_bytes()
            }
        }
    }
}

fn object(fields: &[Field]) -> Map<String, Json> {
    fields.iter().map(|field| (field.name.to_owned(), json(&field.content))).collect()
}

fn json(content: &Content) -> Json {
    match content {
        Content::Text(text) => text.as_str().into(),
        Content::Flag(flag) => (*flag).into(),
        Content::Within(fields) => Json::Object(object(fields)),
        Content::List(items) => items.iter().map(json).collect(),
    }
}

fn xml(fields: &[Field]) -> String {
    fields.iter().map(|field| field.xml(&field.content)).collect()
}

impl Field {
    fn xml(&self, content: &Content) -> String {
        let name = self.name;
        match content {
            Content::Text(text) => {
                let text = quick_xml::escape::escape(text.as_str());
                format!("<{name} value=\"{text}\"/>")
            }
            Content::Flag(flag) => format!("<{name} value=\"{flag}\"/>"),
            Content::Within(fields) => format!("<{name}>{}</{name}>", xml(fields)),
            Content::List(items) => items.iter().map(|item| self.xml(item)).collect(),
        }
    }
}
