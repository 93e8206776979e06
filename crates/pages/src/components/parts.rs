//! Something large in parts: tabs, and tasks.

use maud::{Markup, Render, html};

use super::Tag;
use crate::markup::{Attributes, Content, class, element, words};

/// Content in parts of which a script shows one at a time.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Tabs {
    /// The heading, where scripts do not run: "Contents" where it is empty.
    pub title: String,
    /// The parts of the content, in order.
    pub items: Vec<Tab>,
    /// The ids of the parts begin with this.
    pub id_prefix: String,
    /// The element's id.
    pub id: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// A part of tabbed content.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Tab {
    /// The part's name.
    pub label: String,
    /// The id: prefix and number where it is empty.
    pub id: String,
    /// The content of the part.
    pub panel: TabPanel,
    /// Further attributes of the name.
    pub attributes: Attributes,
}

/// The content of a tab.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct TabPanel {
    /// The content: words become a paragraph.
    pub content: Content,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl Tabs {
    fn numbered(&self) -> impl Iterator<Item = (String, bool, &Tab)> {
        self.items.iter().enumerate().map(|(index, item)| {
            let usual = format!("{}-{}", self.id_prefix, index + 1);
            (if item.id.is_empty() { usual } else { item.id.clone() }, index == 0, item)
        })
    }
}

impl Render for Tabs {
    fn render(&self) -> Markup {
        let attributes = class("govuk-tabs", &self.classes)
            .with_any("id", &self.id)
            .and(&self.attributes)
            .with("data-module", "govuk-tabs");
        element(
            "div",
            &attributes,
            &html! {
                h2 class="govuk-tabs__title" {
                    @if self.title.is_empty() { "Contents" } @else { (self.title) }
                }
                @if !self.items.is_empty() {
                    ul class="govuk-tabs__list" {
                        @for (id, is_first, item) in self.numbered() {
                            @let selected = if is_first { "govuk-tabs__list-item--selected" } else { "" };
                            @let link = class("govuk-tabs__tab", "").with("href", format!("#{id}"));
                            li class=(words(&["govuk-tabs__list-item", selected])) {
                                (element("a", &link.and(&item.attributes), &item.label))
                            }
                        }
                    }
                    @for (id, is_first, item) in self.numbered() {
                        @let hidden = if is_first { "" } else { "govuk-tabs__panel--hidden" };
                        @let panel = class("govuk-tabs__panel", hidden).with("id", id);
                        (element("div", &panel.and(&item.panel.attributes), &html! {
                            @match &item.panel.content {
                                Content::Html(markup) => (markup),
                                Content::Text(text) if text.is_empty() => {},
                                Content::Text(text) => p class="govuk-body" { (text) },
                            }
                        }))
                    }
                }
            },
        )
    }
}

/// A list of tasks, each with how it stands.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct TaskList {
    /// The tasks of the list, in order.
    pub items: Vec<Task>,
    /// The ids begin with this: with `task-list` where it is empty.
    pub id_prefix: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// A task of the list.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Task {
    /// The task's name.
    pub title: TaskText,
    /// The address where it is done; it cannot be done yet where it is empty.
    pub href: String,
    /// The ids begin with this: with the list's and the number where it is empty.
    pub id: String,
    /// Help with the task.
    pub hint: Option<TaskText>,
    /// The state of the task.
    pub status: TaskStatus,
    /// Further classes of the element.
    pub classes: String,
}

/// Words of a task.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct TaskText {
    /// The words that are shown.
    pub content: Content,
    /// Further classes of the element.
    pub classes: String,
}

/// The state of a task.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct TaskStatus {
    /// The words for the state, where there is no tag.
    pub content: Content,
    /// The tag that shows the state.
    pub tag: Option<Tag>,
    /// Further classes of the element.
    pub classes: String,
}

impl Task {
    fn render_in(&self, prefix: &str, number: usize) -> Markup {
        let usual = format!("{prefix}-{number}");
        let id = if self.id.is_empty() { &usual } else { &self.id };
        let (hint, status) = (format!("{id}-hint"), format!("{id}-status"));
        let linked = if self.href.is_empty() { "" } else { "govuk-task-list__item--with-link" };
        let described_by = words(&[if self.hint.is_some() { &hint } else { "" }, &status]);
        html! {
            li class=(words(&["govuk-task-list__item", linked, &self.classes])) {
                div class="govuk-task-list__name-and-hint" {
                    @if self.href.is_empty() {
                        (element("div", &Attributes::new().with_any("class", &self.title.classes), &self.title.content))
                    } @else {
                        @let link = class("govuk-link govuk-task-list__link", &self.title.classes)
                            .with("href", &self.href)
                            .with("aria-describedby", described_by);
                        (element("a", &link, &self.title.content))
                    }
                    @if let Some(text) = &self.hint {
                        div id=(hint) class="govuk-task-list__hint" { (text.content) }
                    }
                }
                div class=(words(&["govuk-task-list__status", &self.status.classes])) id=(status) {
                    @if let Some(tag) = &self.status.tag { (tag) } @else { (self.status.content) }
                }
            }
        }
    }
}

impl Render for TaskList {
    fn render(&self) -> Markup {
        let prefix = if self.id_prefix.is_empty() { "task-list" } else { &self.id_prefix };
        let attributes = class("govuk-task-list", &self.classes).and(&self.attributes);
        element(
            "ul",
            &attributes,
            &html! {
                @for (item, number) in self.items.iter().zip(1..) { (item.render_in(prefix, number)) }
            },
        )
    }
}
