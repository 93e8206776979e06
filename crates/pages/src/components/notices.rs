//! Components that stand out from a page's text.

use maud::{Markup, Render, html};

use crate::markup::{Attributes, Content, class, element, heading, words};

/// More text, for readers who ask for it.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Details {
    /// The line that opens the rest.
    pub summary: Content,
    /// Content that is shown then.
    pub content: Content,
    /// Whether it is open at first.
    pub open: bool,
    /// The element's id.
    pub id: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl Render for Details {
    fn render(&self) -> Markup {
        let attributes = class("govuk-details", &self.classes)
            .with_any("id", &self.id)
            .and(&self.attributes)
            .with_flag("open", self.open);
        element(
            "details",
            &attributes,
            &html! {
                summary class="govuk-details__summary" {
                    span class="govuk-details__summary-text" { (self.summary) }
                }
                div class="govuk-details__text" { (self.content) }
            },
        )
    }
}

/// Text set in from the margin.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct InsetText {
    /// The text that is set in.
    pub content: Content,
    /// The element's id.
    pub id: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl<C: Into<Content>> From<C> for InsetText {
    fn from(content: C) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

impl Render for InsetText {
    fn render(&self) -> Markup {
        let attributes = class("govuk-inset-text", &self.classes).with_any("id", &self.id);
        element("div", &attributes.and(&self.attributes), &self.content)
    }
}

/// A warning, with an exclamation mark.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct WarningText {
    /// The words of the warning.
    pub content: Content,
    /// Word of a screen reader for the mark: "Warning" where it is empty.
    pub icon_fallback_text: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl<C: Into<Content>> From<C> for WarningText {
    fn from(content: C) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

impl Render for WarningText {
    fn render(&self) -> Markup {
        let attributes = class("govuk-warning-text", &self.classes).and(&self.attributes);
        let unseen =
            if self.icon_fallback_text.is_empty() { "Warning" } else { &self.icon_fallback_text };
        element(
            "div",
            &attributes,
            &html! {
                span class="govuk-warning-text__icon" aria-hidden="true" { "!" } " "
                strong class="govuk-warning-text__text" {
                    span class="govuk-visually-hidden" { (unseen) } " "
                    (self.content)
                }
            },
        )
    }
}

/// A tag: a word that tells the state of something.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Tag {
    /// The word on the tag.
    pub content: Content,
    /// Further classes, such as `govuk-tag--red`.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl Tag {
    /// A tag of a colour; of the usual one where it is empty.
    pub fn coloured(colour: &str, content: impl Into<Content>) -> Self {
        let classes =
            if colour.is_empty() { String::new() } else { format!("govuk-tag--{colour}") };
        Self { content: content.into(), classes, ..Self::default() }
    }
}

impl Render for Tag {
    fn render(&self) -> Markup {
        let attributes = class("govuk-tag", &self.classes).and(&self.attributes);
        element("strong", &attributes, &self.content)
    }
}

/// A message that is not about the page's own content.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct NotificationBanner {
    /// The message: words get a style of their own, markup brings one.
    pub content: Content,
    /// The heading: "Important", or "Success", where it is empty.
    pub title: Content,
    /// The level of the heading: 2 if none is given.
    pub title_heading_level: Option<u8>,
    /// The id of the heading.
    pub title_id: String,
    /// The type: `success` is green, and read out at once.
    #[cfg_attr(test, serde(rename = "type"))]
    pub kind: String,
    /// Another role than the type's.
    pub role: String,
    /// Whether a script leaves the focus where it is, if that is said.
    pub disable_auto_focus: Option<bool>,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl Render for NotificationBanner {
    fn render(&self) -> Markup {
        let is_success = self.kind == "success";
        let or = |given: &str, usual: &str| {
            if given.is_empty() { usual.to_owned() } else { given.to_owned() }
        };
        let own = "govuk-notification-banner";
        let kind = if is_success { "govuk-notification-banner--success" } else { "" };
        let id = or(&self.title_id, "govuk-notification-banner-title");
        let attributes = class(own, &words(&[kind, &self.classes]))
            .with("role", or(&self.role, if is_success { "alert" } else { "region" }))
            .with("aria-labelledby", &id)
            .with("data-module", own)
            .with_some(
                "data-disable-auto-focus",
                self.disable_auto_focus.map(|off| off.to_string()),
            )
            .and(&self.attributes);
        let usual = Content::from(if is_success { "Success" } else { "Important" });
        let title = if self.title.is_empty() { &usual } else { &self.title };
        let head = class("govuk-notification-banner__title", "").with("id", &id);
        element(
            "div",
            &attributes,
            &html! {
                div class="govuk-notification-banner__header" {
                    (heading(self.title_heading_level.unwrap_or(2), &head, title))
                }
                div class="govuk-notification-banner__content" {
                    @match &self.content {
                        Content::Html(markup) => (markup),
                        Content::Text(text) if text.is_empty() => {},
                        Content::Text(text) => p class="govuk-notification-banner__heading" { (text) },
                    }
                }
            },
        )
    }
}
