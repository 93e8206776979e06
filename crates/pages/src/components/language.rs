//! The languages in which a page exists.

use maud::{Markup, Render, html};

use crate::markup::{Attributes, Content, class, element};

/// The languages in which a page exists.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct LanguageNavigation {
    /// The languages to choose from.
    pub items: Vec<Language>,
    /// The name of the list for screen readers: "Language" where it is empty.
    pub aria_label: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// A language in which a page exists.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Language {
    /// The language's name, in itself.
    pub content: Content,
    /// The address; the language is this page's where it is empty.
    pub href: String,
    /// Whether the language is this page's.
    pub current: bool,
    /// The language's tag.
    pub lang: String,
    /// The tag of the page that the link leads to: the language's where it is empty.
    pub href_lang: String,
    /// The language's direction.
    pub dir: String,
    /// Words on the link for screen readers.
    pub language_description_text: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl Render for Language {
    fn render(&self) -> Markup {
        let is_current = self.current || self.href.is_empty();
        let said = Attributes::new().with_any("lang", &self.lang).with_any("dir", &self.dir);
        html! {
            li class="govuk-language-navigation__list-item" {
                @if is_current {
                    @let own = class("govuk-language-navigation__text", &self.classes);
                    @let own = own.with("aria-current", "true").and(&said).and(&self.attributes);
                    (element("span", &own, &self.content))
                } @else {
                    @let own = class("govuk-language-navigation__link", &self.classes)
                        .with("href", &self.href)
                        .with("rel", "alternate");
                    @let leads = if self.href_lang.is_empty() { &self.lang } else { &self.href_lang };
                    @let own = own.with_any("hreflang", leads).and(&said).and(&self.attributes);
                    (element("a", &own, &html! {
                        (self.content)
                        @if !self.language_description_text.is_empty() {
                            span class="govuk-visually-hidden" { " " (self.language_description_text) }
                        }
                    }))
                }
            }
        }
    }
}

impl Render for LanguageNavigation {
    fn render(&self) -> Markup {
        let name = if self.aria_label.is_empty() { "Language" } else { &self.aria_label };
        let attributes = class("govuk-language-navigation", &self.classes)
            .and(&self.attributes)
            .with("aria-label", name);
        element(
            "nav",
            &attributes,
            &html! {
                ul class="govuk-language-navigation__list" { @for item in &self.items { (item) } }
            },
        )
    }
}
