//! The large box that says that something is done, or that interrupts.

use maud::{Markup, Render, html};

use super::Button;
use crate::markup::{Attributes, Content, class, element, heading, words};

/// The large box that says that something is done, or that interrupts.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Panel {
    /// The heading of the box.
    pub title: Content,
    /// The level of the heading: 1 if none is given.
    pub heading_level: Option<u8>,
    /// Text below the heading.
    pub content: Content,
    /// Ways on from an interruption.
    pub actions: Option<PanelActions>,
    /// Further classes; `govuk-panel--interruption` makes it one.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// The ways on from an interruption.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct PanelActions {
    /// The buttons and links, in order.
    pub items: Vec<PanelAction>,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// A way on: a button, or a link where it has an address and is not of the type `button`.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct PanelAction {
    /// Words of the button or link.
    pub content: Content,
    /// The address that it leads to.
    pub href: String,
    /// The type of button.
    #[cfg_attr(test, serde(rename = "type"))]
    pub kind: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl Render for PanelAction {
    fn render(&self) -> Markup {
        if !self.href.is_empty() && self.kind != "button" {
            let attributes = class("govuk-link govuk-link--inverse", &self.classes);
            let attributes = attributes.with("href", &self.href).and(&self.attributes);
            return element("a", &attributes, &self.content);
        }
        Button {
            content: self.content.clone(),
            kind: if self.kind.is_empty() { "button" } else { &self.kind }.to_owned(),
            classes: words(&["govuk-button--inverse", &self.classes]),
            href: self.href.clone(),
            attributes: self.attributes.clone(),
            ..Button::default()
        }
        .render()
    }
}

impl Render for Panel {
    fn render(&self) -> Markup {
        let interrupts = self.classes.contains("govuk-panel--interruption");
        let own = if interrupts { "govuk-panel" } else { "govuk-panel govuk-panel--confirmation" };
        let attributes = class(own, &self.classes).and(&self.attributes);
        let level = self.heading_level.unwrap_or(1);
        element(
            "div",
            &attributes,
            &html! {
                (heading(level, &class("govuk-panel__title", ""), &self.title))
                @if !self.content.is_empty() { div class="govuk-panel__body" { (self.content) } }
                @if let (Some(actions), true) = (&self.actions, interrupts) {
                    @let attributes = class("govuk-panel__actions", &actions.classes);
                    (element("div", &attributes.and(&actions.attributes), &html! {
                        @if !actions.items.is_empty() {
                            div class="govuk-button-group" { @for item in &actions.items { (item) " " } }
                        }
                    }))
                }
            },
        )
    }
}
