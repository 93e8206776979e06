//! The words around a field: label, hint, error message, legend and fieldset.

use maud::{Markup, Render, html};

use crate::markup::{Attributes, Content, class, element};

/// The name of a field.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Label {
    /// Words of the label; without any there is no label.
    pub content: Content,
    /// Further classes of the element.
    pub classes: String,
    /// Whether the label is the page's heading too.
    pub is_page_heading: bool,
    /// Further attributes of the element.
    pub attributes: Attributes,
    /// The id of the field.
    #[cfg_attr(test, serde(rename = "for"))]
    pub of: String,
}

impl<C: Into<Content>> From<C> for Label {
    fn from(content: C) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

impl Label {
    /// The same label, for the field with this id.
    pub(super) fn of(&self, id: &str) -> Self {
        Self { of: id.to_owned(), ..self.clone() }
    }
}

impl Render for Label {
    fn render(&self) -> Markup {
        let attributes =
            class("govuk-label", &self.classes).and(&self.attributes).with_any("for", &self.of);
        html! {
            @if !self.content.is_empty() {
                @let label = element("label", &attributes, &self.content);
                @if self.is_page_heading { h1 class="govuk-label-wrapper" { (label) } } @else { (label) }
            }
        }
    }
}

/// Help with answering a question.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Hint {
    /// The id that a field's description refers to.
    pub id: String,
    /// Words of the hint.
    pub content: Content,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl<C: Into<Content>> From<C> for Hint {
    fn from(content: C) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

impl Render for Hint {
    fn render(&self) -> Markup {
        let attributes = class("govuk-hint", &self.classes).and(&self.attributes);
        element("div", &attributes.with_any("id", &self.id), &self.content)
    }
}

/// The error message for an answer.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct ErrorMessage {
    /// The id that a field's description refers to.
    pub id: String,
    /// Words of the message.
    pub content: Content,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
    /// The word before the message that only a screen reader says: "Error" unless another one, or
    /// an empty one, is given.
    pub visually_hidden_text: Option<String>,
}

impl<C: Into<Content>> From<C> for ErrorMessage {
    fn from(content: C) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

impl Render for ErrorMessage {
    fn render(&self) -> Markup {
        let attributes = class("govuk-error-message", &self.classes).and(&self.attributes);
        let unseen = self.visually_hidden_text.as_deref().unwrap_or("Error");
        element(
            "p",
            &attributes.with_any("id", &self.id),
            &html! {
                @if !unseen.is_empty() { span class="govuk-visually-hidden" { (unseen) ":" } " " }
                (self.content)
            },
        )
    }
}

/// A group of fields under one legend.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Fieldset {
    /// The group's name.
    pub legend: Option<Legend>,
    /// The fields of the group.
    pub content: Content,
    /// Further classes of the element.
    pub classes: String,
    /// Another role than that of a group.
    pub role: String,
    /// The ids of the elements that describe the group.
    pub described_by: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// The name of a group of fields.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Legend {
    /// Words of the legend.
    pub content: Content,
    /// Further classes of the element.
    pub classes: String,
    /// Whether the legend is the page's heading too.
    pub is_page_heading: bool,
}

impl<C: Into<Content>> From<C> for Fieldset {
    fn from(legend: C) -> Self {
        let legend = Legend { content: legend.into(), ..Legend::default() };
        Self { legend: Some(legend), ..Self::default() }
    }
}

impl Render for Legend {
    fn render(&self) -> Markup {
        let attributes = class("govuk-fieldset__legend", &self.classes);
        element(
            "legend",
            &attributes,
            &html! {
                @if self.is_page_heading {
                    h1 class="govuk-fieldset__heading" { (self.content) }
                } @else { (self.content) }
            },
        )
    }
}

impl Render for Fieldset {
    fn render(&self) -> Markup {
        let attributes = class("govuk-fieldset", &self.classes)
            .with_any("role", &self.role)
            .with_any("aria-describedby", &self.described_by)
            .and(&self.attributes);
        let legend = self.legend.as_ref().filter(|legend| !legend.content.is_empty());
        element(
            "fieldset",
            &attributes,
            &html! {
                @if let Some(legend) = legend { (legend) }
                (self.content)
            },
        )
    }
}
