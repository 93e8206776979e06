//! The list of errors at the top of a page.

use maud::{Markup, Render, html};

use crate::markup::{Attributes, Content, class, element};

/// The errors of a page, each with a link to its field.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct ErrorSummary {
    /// The heading, which has no default.
    pub title: Content,
    /// The words about all errors together.
    pub description: Content,
    /// The errors, in the order of the page.
    pub error_list: Vec<ErrorLink>,
    /// Whether a script leaves the focus where it is, if that is said.
    pub disable_auto_focus: Option<bool>,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// An error with a link to its field.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct ErrorLink {
    /// The message, in the same words as beside the field.
    pub content: Content,
    /// The field, as `#id`.
    pub href: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl ErrorLink {
    /// A message about the field with this id.
    pub fn to(id: &str, message: impl Into<Content>) -> Self {
        Self { href: format!("#{id}"), content: message.into(), ..Self::default() }
    }
}

impl Render for ErrorLink {
    fn render(&self) -> Markup {
        if self.href.is_empty() {
            return self.content.render();
        }
        let attributes = Attributes::new().with("href", &self.href).and(&self.attributes);
        element("a", &attributes, &self.content)
    }
}

impl Render for ErrorSummary {
    fn render(&self) -> Markup {
        let attributes = class("govuk-error-summary", &self.classes)
            .with_some(
                "data-disable-auto-focus",
                self.disable_auto_focus.map(|off| off.to_string()),
            )
            .and(&self.attributes)
            .with("data-module", "govuk-error-summary");
        element(
            "div",
            &attributes,
            &html! {
                // The role is on an element of its own, so that a script's focus does not cut its words.
                div role="alert" {
                    h2 class="govuk-error-summary__title" { (self.title) }
                    div class="govuk-error-summary__body" {
                        @if !self.description.is_empty() { p { (self.description) } }
                        @if !self.error_list.is_empty() {
                            ul class="govuk-list govuk-error-summary__list" {
                                @for error in &self.error_list { li { (error) } }
                            }
                        }
                    }
                }
            },
        )
    }
}
