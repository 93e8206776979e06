//! Components around a page's content that lead away from it: header, phase banner, links and ways
//! between pages.

use maud::{Markup, Render, html};

use super::Tag;
use crate::markup::{Attributes, Content, class, element, words};

/// The bar at the top of a page that is not GOV.UK's: a name, and no crown.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct GenericHeader {
    /// The service's name.
    pub logo: Content,
    /// The address that the name leads to: `/` where it is empty.
    pub url: String,
    /// Further classes of the element.
    pub classes: String,
    /// Other classes of the element in between than those for the page's width.
    pub container_classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl Render for GenericHeader {
    fn render(&self) -> Markup {
        let attributes = class("govuk-generic-header", &self.classes).and(&self.attributes);
        let width = &self.container_classes;
        let width = if width.is_empty() { "govuk-width-container" } else { width };
        let url = if self.url.is_empty() { "/" } else { &self.url };
        element(
            "div",
            &attributes,
            &html! {
                div class=(words(&["govuk-generic-header__container", width])) {
                    div class="govuk-generic-header__logo" {
                        a href=(url) class="govuk-generic-header__homepage-link" { (self.logo) }
                    }
                }
            },
        )
    }
}

/// The line that says that a service is new.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct PhaseBanner {
    /// The name of the phase.
    pub tag: Tag,
    /// Words that say what the phase means.
    pub content: Content,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl Render for PhaseBanner {
    fn render(&self) -> Markup {
        let attributes = class("govuk-phase-banner govuk-width-container", &self.classes);
        let own = "govuk-phase-banner__content__tag";
        let tag = Tag {
            content: self.tag.content.clone(),
            classes: words(&[own, &self.tag.classes]),
            ..Tag::default()
        };
        element(
            "div",
            &attributes.and(&self.attributes),
            &html! {
                p class="govuk-phase-banner__content" {
                    (tag) " "
                    span class="govuk-phase-banner__text" { (self.content) }
                }
            },
        )
    }
}

/// The link over what all pages have at their top; seen when a keyboard reaches it.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct SkipLink {
    /// Words of the link.
    pub content: Content,
    /// The address: `#content` where it is empty.
    pub href: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl Render for SkipLink {
    fn render(&self) -> Markup {
        let href = if self.href.is_empty() { "#content" } else { &self.href };
        let attributes = Attributes::new()
            .with("href", href)
            .and(&class("govuk-skip-link", &self.classes))
            .and(&self.attributes)
            .with("data-module", "govuk-skip-link");
        element("a", &attributes, &self.content)
    }
}

/// The link to the page before.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct BackLink {
    /// Words of the link: "Back" where it is empty.
    pub content: Content,
    /// The address: `#` where it is empty.
    pub href: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl BackLink {
    /// A link in these words.
    pub fn to(href: &str, content: impl Into<Content>) -> Self {
        Self { href: href.to_owned(), content: content.into(), ..Self::default() }
    }
}

impl Render for BackLink {
    fn render(&self) -> Markup {
        let href = if self.href.is_empty() { "#" } else { &self.href };
        let attributes = Attributes::new()
            .with("href", href)
            .and(&class("govuk-back-link", &self.classes))
            .and(&self.attributes);
        let usual = Content::from("Back");
        element("a", &attributes, if self.content.is_empty() { &usual } else { &self.content })
    }
}

/// The way from the first page to this one.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Breadcrumbs {
    /// The pages, this one last.
    pub items: Vec<Crumb>,
    /// Whether a phone shows only the first and the one before this.
    pub collapse_on_mobile: bool,
    /// The name of the list for screen readers: "Breadcrumb" where it is empty.
    pub label_text: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// A page on the way.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Crumb {
    /// The page's name.
    pub content: Content,
    /// The address; the page is this one where it is empty.
    pub href: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl Render for Breadcrumbs {
    fn render(&self) -> Markup {
        let collapses =
            if self.collapse_on_mobile { "govuk-breadcrumbs--collapse-on-mobile" } else { "" };
        let name = if self.label_text.is_empty() { "Breadcrumb" } else { &self.label_text };
        let attributes = class("govuk-breadcrumbs", &words(&[&self.classes, collapses]))
            .and(&self.attributes)
            .with("aria-label", name);
        element(
            "nav",
            &attributes,
            &html! {
                ol class="govuk-breadcrumbs__list" {
                    @for item in &self.items {
                        @if item.href.is_empty() {
                            li class="govuk-breadcrumbs__list-item" aria-current="page" { (item.content) }
                        } @else {
                            @let link = class("govuk-breadcrumbs__link", "").with("href", &item.href);
                            li class="govuk-breadcrumbs__list-item" {
                                (element("a", &link.and(&item.attributes), &item.content))
                            }
                        }
                    }
                }
            },
        )
    }
}
