//! Buttons, and links that look like one.

use maud::{Markup, Render, html};

use crate::markup::{Attributes, Content, class, element, words};

/// A button; a link that looks like one where it has an address.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Button {
    /// Words of the button.
    pub content: Content,
    /// The address that it leads to.
    pub href: String,
    /// The type of button: `submit` where it is empty.
    #[cfg_attr(test, serde(rename = "type"))]
    pub kind: String,
    /// The name that its value is sent under.
    pub name: String,
    /// The value that is sent.
    pub value: String,
    /// Whether it can be pressed at all.
    pub disabled: bool,
    /// Whether a second press in a second is ignored where scripts run, if that is said.
    pub prevent_double_click: Option<bool>,
    /// Whether it starts a service: larger, with an arrow.
    pub is_start_button: bool,
    /// The element's id.
    pub id: String,
    /// Further classes, such as `govuk-button--secondary`.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl<C: Into<Content>> From<C> for Button {
    fn from(content: C) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let start = if self.is_start_button { "govuk-button--start" } else { "" };
        let common = class("govuk-button", &words(&[&self.classes, start]))
            .with("data-module", "govuk-button")
            .and(&self.attributes)
            .with_any("id", &self.id);
        let content = html! {
            // A start button lays its parts out side by side, which would take markup apart.
            @if let (Content::Html(markup), true) = (&self.content, self.is_start_button) {
                span { (markup) }
            } @else { (self.content) }
            @if self.is_start_button { " " (arrow()) }
        };
        if !self.href.is_empty() {
            let link = Attributes::new().with("href", &self.href).with("role", "button");
            return element("a", &link.with("draggable", "false").and(&common), &content);
        }
        let kind = if self.kind.is_empty() { "submit" } else { &self.kind };
        let button = Attributes::new()
            .with("type", kind)
            .with_any("value", &self.value)
            .with_any("name", &self.name)
            .with_flag("disabled", self.disabled)
            .with_some("aria-disabled", self.disabled.then_some("true"))
            .with_some(
                "data-prevent-double-click",
                self.prevent_double_click.map(|on| on.to_string()),
            );
        element("button", &button.and(&common), &content)
    }
}

fn arrow() -> Markup {
    html! {
        svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5"
            height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false" {
            path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" {}
        }
    }
}

/// The way out, in a hurry: a link that scripts also follow when Shift is pressed three times.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct ExitThisPage {
    /// Words of the button: "Emergency Exit this page" where it is empty.
    pub content: Content,
    /// The address that it leads to: a page about the weather where it is empty.
    pub redirect_url: String,
    /// The element's id.
    pub id: String,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
    /// Words of a screen reader when it was activated.
    pub activated_text: String,
    /// Words of a screen reader when Shift was not pressed often enough in time.
    pub timed_out_text: String,
    /// Words of a screen reader after the first press of Shift.
    pub press_two_more_times_text: String,
    /// Words of a screen reader after the second press of Shift.
    pub press_one_more_time_text: String,
}

impl Render for ExitThisPage {
    fn render(&self) -> Markup {
        let attributes = Attributes::new()
            .with_any("id", &self.id)
            .and(&class("govuk-exit-this-page", &self.classes))
            .with("data-module", "govuk-exit-this-page")
            .and(&self.attributes)
            .with_any("data-i18n.activated", &self.activated_text)
            .with_any("data-i18n.timed-out", &self.timed_out_text)
            .with_any("data-i18n.press-two-more-times", &self.press_two_more_times_text)
            .with_any("data-i18n.press-one-more-time", &self.press_one_more_time_text);
        let usual = html! { span class="govuk-visually-hidden" { "Emergency" } " Exit this page" };
        let away = "https://www.bbc.co.uk/weather";
        let button = Button {
            content: if self.content.is_empty() { usual.into() } else { self.content.clone() },
            classes: "govuk-button--warning govuk-exit-this-page__button                       govuk-js-exit-this-page-button"
                .to_owned(),
            href: if self.redirect_url.is_empty() { away } else { &self.redirect_url }.to_owned(),
            attributes: Attributes::new().with("rel", "nofollow noreferrer"),
            ..Button::default()
        };
        element("div", &attributes, &button)
    }
}
