//! The pages of a list.

use maud::{Markup, Render, html};

use crate::markup::{Attributes, Content, class, element, words};

/// The pages of a list, or the pages before and after this one.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Pagination {
    /// The numbered pages.
    pub items: Vec<PageLink>,
    /// The page before.
    pub previous: Option<ArrowLink>,
    /// The page after.
    pub next: Option<ArrowLink>,
    /// The name of the list for screen readers: "Pagination" where it is empty.
    pub landmark_label: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// A numbered page.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct PageLink {
    /// The page's number.
    pub number: String,
    /// The address that it leads to.
    pub href: String,
    /// Words of a screen reader: "Page" and the number where it is empty.
    pub visually_hidden_text: String,
    /// Whether it is this page.
    pub current: bool,
    /// Whether it stands for pages that are left out.
    pub ellipsis: bool,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// The page before or after.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct ArrowLink {
    /// Words of the link: "Previous page" or "Next page" where it is empty.
    pub content: Content,
    /// The page's title, where there are no numbered pages.
    pub label_text: String,
    /// The address that it leads to.
    pub href: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

const BEFORE: &str = "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z";
const AFTER: &str = "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z";

fn arrow(kind: &str, path: &str) -> Markup {
    html! {
        svg class={ "govuk-pagination__icon govuk-pagination__icon--" (kind) }
            xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true"
            focusable="false" viewBox="0 0 15 13" { path d=(path) {} }
    }
}

impl ArrowLink {
    fn render_as(&self, kind: &str, usual: &str, is_block: bool) -> Markup {
        let is_before = kind == "prev";
        let path = if is_before { BEFORE } else { AFTER };
        let attributes = class("govuk-link govuk-pagination__link", "")
            .with("href", &self.href)
            .with("rel", kind)
            .and(&self.attributes);
        let decorated = if is_block && self.label_text.is_empty() {
            "govuk-pagination__link-title--decorated"
        } else {
            ""
        };
        html! {
            div class={ "govuk-pagination__" (kind) } {
                (element("a", &attributes, &html! {
                    @if is_block || is_before { (arrow(kind, path)) " " }
                    span class=(words(&["govuk-pagination__link-title", decorated])) {
                        @if self.content.is_empty() {
                            (usual) span class="govuk-visually-hidden" { " page" }
                        } @else { (self.content) }
                    }
                    @if is_block && !self.label_text.is_empty() {
                        " " span class="govuk-visually-hidden" { ":" } " "
                        span class="govuk-pagination__link-label" { (self.label_text) }
                    }
                    @if !is_block && !is_before { " " (arrow(kind, path)) }
                }))
            }
        }
    }
}

impl Render for PageLink {
    fn render(&self) -> Markup {
        let current = if self.current { "govuk-pagination__item--current" } else { "" };
        let ellipsis = if self.ellipsis { "govuk-pagination__item--ellipsis" } else { "" };
        let usual = format!("Page {}", self.number);
        let name =
            if self.visually_hidden_text.is_empty() { &usual } else { &self.visually_hidden_text };
        let attributes = class("govuk-link govuk-pagination__link", "")
            .with("href", &self.href)
            .with("aria-label", name)
            .with_some("aria-current", self.current.then_some("page"))
            .and(&self.attributes);
        html! {
            li class=(words(&["govuk-pagination__item", current, ellipsis])) {
                @if self.ellipsis { "⋯" } @else { (element("a", &attributes, &self.number)) }
            }
        }
    }
}

impl Render for Pagination {
    fn render(&self) -> Markup {
        let linked =
            |link: &'_ Option<ArrowLink>| link.clone().filter(|link| !link.href.is_empty());
        let (previous, next) = (linked(&self.previous), linked(&self.next));
        let is_block = self.items.is_empty() && (self.previous.is_some() || self.next.is_some());
        let block = if is_block { "govuk-pagination--block" } else { "" };
        let name = if self.landmark_label.is_empty() { "Pagination" } else { &self.landmark_label };
        let attributes = class("govuk-pagination", &words(&[block, &self.classes]))
            .with("aria-label", name)
            .and(&self.attributes);
        element(
            "nav",
            &attributes,
            &html! {
                @if let Some(link) = previous { (link.render_as("prev", "Previous", is_block)) }
                @if !self.items.is_empty() {
                    ul class="govuk-pagination__list" { @for item in &self.items { (item) } }
                }
                @if let Some(link) = next { (link.render_as("next", "Next", is_block)) }
            },
        )
    }
}
