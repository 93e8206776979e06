//! Content, attributes and elements, which components are written with. Not for pages, which use
//! `maud` and the components; `maud` cannot write attributes whose names are known only when the
//! page is made, so components that take some are written with [`element`].

use maud::{Markup, PreEscaped, Render};

/// Content to show: words, which are escaped, or markup that is made already.
#[derive(Debug, Clone)]
pub enum Content {
    /// Words, which are escaped.
    Text(String),
    /// Markup, which stays as it is.
    Html(Markup),
}

impl Content {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Html(PreEscaped(text)) => text.is_empty(),
        }
    }
}

impl Default for Content {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Markup> for Content {
    fn from(markup: Markup) -> Self {
        Self::Html(markup)
    }
}

impl Render for Content {
    fn render_to(&self, page: &mut String) {
        match self {
            Self::Text(text) => text.render_to(page),
            Self::Html(markup) => markup.render_to(page),
        }
    }
}

/// An element's attributes in the order they are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes(Vec<(String, Option<String>)>);

impl Attributes {
    /// Makes an empty list of attributes.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an attribute with this value, even an empty one.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.push((name.to_owned(), Some(value.into())));
        self
    }

    /// Adds an attribute, if it has a value.
    #[must_use]
    pub fn with_some(self, name: &str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds an attribute, unless its value is empty.
    #[must_use]
    pub fn with_any(self, name: &str, value: &str) -> Self {
        self.with_some(name, (!value.is_empty()).then_some(value))
    }

    /// Adds an attribute that has no value, if `is_so`.
    #[must_use]
    pub fn with_flag(mut self, name: &str, is_so: bool) -> Self {
        if is_so {
            self.0.push((name.to_owned(), None));
        }
        self
    }

    /// Adds other attributes after these.
    #[must_use]
    pub fn and(mut self, others: &Self) -> Self {
        self.0.extend(others.0.iter().cloned());
        self
    }
}

impl Render for Attributes {
    fn render_to(&self, page: &mut String) {
        for (name, value) in &self.0 {
            page.push(' ');
            name.render_to(page);
            if let Some(value) = value {
                page.push_str("=\"");
                value.render_to(page);
                page.push('"');
            }
        }
    }
}

/// An element around content.
pub(crate) fn element(name: &str, attributes: &Attributes, content: &impl Render) -> Markup {
    let mut page = void(name, attributes).into_string();
    content.render_to(&mut page);
    page.push_str("</");
    page.push_str(name);
    page.push('>');
    PreEscaped(page)
}

/// An element that has no content and no end tag.
pub(crate) fn void(name: &str, attributes: &Attributes) -> Markup {
    let mut page = format!("<{name}");
    attributes.render_to(&mut page);
    page.push('>');
    PreEscaped(page)
}

/// The attributes of an element that begin with its classes: its own, then the caller's.
pub(crate) fn class(own: &str, more: &str) -> Attributes {
    Attributes::new().with("class", words(&[own, more]))
}

/// Words with a space between them; empty ones are left out.
pub(crate) fn words(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

/// A heading of a level from 1 to 6.
pub(crate) fn heading(level: u8, attributes: &Attributes, content: &impl Render) -> Markup {
    element(&format!("h{}", level.clamp(1, 6)), attributes, content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_values_are_escaped_and_markup_is_not() {
        let attributes = Attributes::new().with("title", "a\"b").with_flag("hidden", true);
        let text = element("p", &attributes, &Content::from("<b>"));
        assert_eq!(text.into_string(), "<p title=\"a&quot;b\" hidden>&lt;b&gt;</p>");
        let markup = element("p", &Attributes::new(), &Content::from(maud::html! { b { "x" } }));
        assert_eq!(markup.into_string(), "<p><b>x</b></p>");
    }
}
