//! A service's name and its sections.

use maud::{Markup, Render, html};

use crate::markup::{Attributes, Content, class, element, words};

/// A service's name and its sections.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct ServiceNavigation {
    /// The service's name.
    pub service_name: String,
    /// The address of its first page.
    pub service_url: String,
    /// The sections of the service.
    pub navigation: Vec<Section>,
    /// Whether a phone hides the sections behind a button: if there are several, unless it is said.
    pub collapse_navigation_on_mobile: Option<bool>,
    /// The name of the whole for screen readers: "Service information" where it is empty.
    pub aria_label: String,
    /// The name of the sections for screen readers: the button's word where it is empty.
    pub navigation_label: String,
    /// The id of the sections: `navigation` where it is empty.
    pub navigation_id: String,
    /// Further classes of the sections.
    pub navigation_classes: String,
    /// The button's word: "Menu" where it is empty.
    pub menu_button_text: String,
    /// The button's name for screen readers.
    pub menu_button_label: String,
    /// The markup at the four places that take some.
    pub slots: Slots,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// A section of a service.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Section {
    /// The section's name.
    pub content: Content,
    /// The address that it leads to.
    pub href: String,
    /// Whether this page belongs to it.
    pub active: bool,
    /// Whether this page is its first.
    pub current: bool,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// Markup at the places that a service's navigation has for it.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Slots {
    /// The markup before everything.
    pub start: Content,
    /// The markup before the first section, as an item of the list.
    pub navigation_start: Content,
    /// The markup after the last section, as an item of the list.
    pub navigation_end: Content,
    /// The markup after everything.
    pub end: EndSlot,
}

/// Markup after everything else in a service's navigation.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct EndSlot {
    /// The markup that is shown.
    pub content: Content,
    /// The alignment: `inline` is on the line of the rest.
    pub align: String,
}

impl Render for Section {
    fn render(&self) -> Markup {
        let is_active = self.active || self.current;
        let active = if is_active { "govuk-service-navigation__item--active" } else { "" };
        let current = is_active.then_some(if self.current { "page" } else { "true" });
        let said = Attributes::new().with_some("aria-current", current);
        let content = html! {
            // The section is told apart without colours too.
            @if is_active {
                strong class="govuk-service-navigation__active-fallback" { (self.content) }
            } @else { (self.content) }
        };
        html! {
            li class=(words(&["govuk-service-navigation__item", active])) {
                @if !self.href.is_empty() {
                    @let link = class("govuk-service-navigation__link", "").with("href", &self.href);
                    (element("a", &link.and(&said).and(&self.attributes), &content))
                } @else if !self.content.is_empty() {
                    (element("span", &class("govuk-service-navigation__text", "").and(&said), &content))
                }
            }
        }
    }
}

impl ServiceNavigation {
    fn sections(&self) -> Markup {
        let or = |given: &str, usual: &str| {
            if given.is_empty() { usual.to_owned() } else { given.to_owned() }
        };
        let (menu, id) =
            (or(&self.menu_button_text, "Menu"), or(&self.navigation_id, "navigation"));
        let own_name = (self.menu_button_label != menu).then_some(self.menu_button_label.as_str());
        let toggle =
            class("govuk-service-navigation__toggle govuk-js-service-navigation-toggle", "")
                .with("type", "button")
                .with("aria-controls", &id)
                .with_any("aria-label", own_name.unwrap_or_default())
                .with_flag("hidden", true)
                .with("aria-hidden", "true");
        html! {
            nav aria-label=(or(&self.navigation_label, &menu))
                class=(words(&["govuk-service-navigation__wrapper", &self.navigation_classes])) {
                @if self.collapse_navigation_on_mobile.unwrap_or(self.navigation.len() > 1) {
                    (element("button", &toggle, &menu))
                }
                ul class="govuk-service-navigation__list" id=(id) {
                    (self.slots.navigation_start)
                    @for item in &self.navigation { (item) }
                    (self.slots.navigation_end)
                }
            }
        }
    }
}

impl Render for ServiceNavigation {
    fn render(&self) -> Markup {
        let Slots { start, navigation_start, navigation_end, end } = &self.slots;
        let inlines =
            if end.align == "inline" { "govuk-service-navigation__inlining-container" } else { "" };
        let attributes = class("govuk-service-navigation", &self.classes)
            .with("data-module", "govuk-service-navigation")
            .and(&self.attributes);
        let has_sections = !self.navigation.is_empty()
            || !navigation_start.is_empty()
            || !navigation_end.is_empty();
        let content = html! {
            div class=(words(&["govuk-width-container", inlines])) {
                (start)
                div class="govuk-service-navigation__container" {
                    @if !self.service_name.is_empty() {
                        span class="govuk-service-navigation__service-name" {
                            @if self.service_url.is_empty() {
                                span class="govuk-service-navigation__text" { (self.service_name) }
                            } @else {
                                a href=(self.service_url) class="govuk-service-navigation__link" {
                                    (self.service_name)
                                }
                            }
                        }
                    }
                    @if has_sections { (self.sections()) }
                }
                (end.content)
            }
        };
        if self.service_name.is_empty() && start.is_empty() && end.content.is_empty() {
            return element("div", &attributes, &content);
        }
        let name =
            if self.aria_label.is_empty() { "Service information" } else { &self.aria_label };
        element("section", &Attributes::new().with("aria-label", name).and(&attributes), &content)
    }
}
