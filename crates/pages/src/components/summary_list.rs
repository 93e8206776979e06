//! Questions and their answers, each with its actions.

use maud::{Markup, Render, html};

use crate::markup::{Attributes, Content, class, element, heading, words};

/// Questions and their answers.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct SummaryList {
    /// The questions with their answers.
    pub rows: Vec<SummaryRow>,
    /// The box around it, if there is one.
    pub card: Option<SummaryCard>,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// A question and its answer.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct SummaryRow {
    /// The words of the question.
    pub key: SummaryText,
    /// The content of the answer.
    pub value: SummaryText,
    /// Links to change the answer.
    pub actions: SummaryActions,
    /// Further classes of the element.
    pub classes: String,
}

/// Content with classes.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct SummaryText {
    /// The content that is shown.
    pub content: Content,
    /// Further classes of the element.
    pub classes: String,
}

impl<C: Into<Content>> From<C> for SummaryText {
    fn from(content: C) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

impl SummaryRow {
    /// A question and its answer, without actions.
    pub fn of(key: impl Into<Content>, value: impl Into<Content>) -> Self {
        Self { key: key.into().into(), value: value.into().into(), ..Self::default() }
    }
}

/// Links to actions.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct SummaryActions {
    /// The links to the actions.
    pub items: Vec<SummaryAction>,
    /// Further classes of the element.
    pub classes: String,
}

/// A link to an action.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct SummaryAction {
    /// Words of the link.
    pub content: Content,
    /// The address that it leads to.
    pub href: String,
    /// The thing that the link changes, for screen readers.
    pub visually_hidden_text: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// The box around a list.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct SummaryCard {
    /// The heading of the box.
    pub title: Option<CardTitle>,
    /// Links to change all of the list.
    pub actions: SummaryActions,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// The heading of a box.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct CardTitle {
    /// Words of the heading.
    pub content: Content,
    /// The level of the heading: 2 if none is given.
    pub heading_level: Option<u8>,
    /// Further classes of the element.
    pub classes: String,
}

impl SummaryAction {
    /// The link; in a box, the box's title tells links apart that read the same.
    fn render_in(&self, card: Option<&CardTitle>) -> Markup {
        let attributes =
            class("govuk-link", &self.classes).with("href", &self.href).and(&self.attributes);
        element(
            "a",
            &attributes,
            &html! {
                (self.content)
                @if !self.visually_hidden_text.is_empty() || card.is_some() {
                    span class="govuk-visually-hidden" {
                        @if !self.visually_hidden_text.is_empty() { " " (self.visually_hidden_text) }
                        @if let Some(card) = card { " (" (card.content) ")" }
                    }
                }
            },
        )
    }
}

impl SummaryRow {
    fn render_in(&self, others_have_actions: bool, card: Option<&CardTitle>) -> Markup {
        let none = self.actions.items.is_empty() && others_have_actions;
        let none = if none { "govuk-summary-list__row--no-actions" } else { "" };
        html! {
            div class=(words(&["govuk-summary-list__row", none, &self.classes])) {
                dt class=(words(&["govuk-summary-list__key", &self.key.classes])) { (self.key.content) }
                dd class=(words(&["govuk-summary-list__value", &self.value.classes])) {
                    (self.value.content)
                }
                @if !self.actions.items.is_empty() {
                    dd class=(words(&["govuk-summary-list__actions", &self.actions.classes])) {
                        @if let [only] = self.actions.items.as_slice() {
                            (only.render_in(card))
                        } @else {
                            ul class="govuk-summary-list__actions-list" {
                                @for action in &self.actions.items {
                                    li class="govuk-summary-list__actions-list-item" {
                                        (action.render_in(card))
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Render for SummaryCard {
    fn render(&self) -> Markup {
        let title = self.title.as_ref();
        let own = "govuk-summary-card__actions";
        html! {
            div class="govuk-summary-card__title-wrapper" {
                @if let Some(title) = title {
                    @let attributes = class("govuk-summary-card__title", &title.classes);
                    (heading(title.heading_level.unwrap_or(2), &attributes, &title.content))
                }
                @match self.actions.items.as_slice() {
                    [] => {},
                    [only] => div class=(words(&[own, &self.actions.classes])) { (only.render_in(title)) },
                    several => ul class=(words(&[own, &self.actions.classes])) {
                        @for action in several {
                            li class="govuk-summary-card__action" { (action.render_in(title)) }
                        }
                    },
                }
            }
        }
    }
}

impl Render for SummaryList {
    fn render(&self) -> Markup {
        let title = self.card.as_ref().and_then(|card| card.title.as_ref());
        let any_actions = self.rows.iter().any(|row| !row.actions.items.is_empty());
        let attributes = class("govuk-summary-list", &self.classes).and(&self.attributes);
        let list = element(
            "dl",
            &attributes,
            &html! {
                @for row in &self.rows { (row.render_in(any_actions, title)) }
            },
        );
        let Some(card) = &self.card else { return list };
        let attributes = class("govuk-summary-card", &card.classes).and(&card.attributes);
        element(
            "div",
            &attributes,
            &html! {
                (card)
                div class="govuk-summary-card__content" { (list) }
            },
        )
    }
}
