//! A field for a secret, such as a password.

use maud::{Markup, Render, html};

use super::{Button, ErrorMessage, FormGroup, Hint, Input, Label, Wrapper};
use crate::markup::{Attributes, words};

/// A secret, with a button that shows what is typed where scripts run.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct PasswordInput {
    /// The id; the name where it is empty.
    pub id: String,
    /// The name that its value is sent under.
    pub name: String,
    /// The value at first.
    pub value: Option<String>,
    /// The field's label.
    pub label: Label,
    /// Help with answering.
    pub hint: Option<Hint>,
    /// The error message for the field.
    pub error_message: Option<ErrorMessage>,
    /// Further classes of the element.
    pub classes: String,
    /// The autofill token: `current-password` where it is empty.
    pub autocomplete: String,
    /// Whether it can be used at all.
    pub disabled: bool,
    /// The ids of further elements that describe it, besides hint and error.
    pub described_by: String,
    /// The group around it all.
    pub form_group: FormGroup,
    /// Further attributes of the element.
    pub attributes: Attributes,
    /// The button that shows what is typed.
    pub button: Wrapper,
    /// The button's word: "Show" where it is empty.
    pub show_password_text: String,
    /// The button's word when the secret is shown.
    pub hide_password_text: String,
    /// The button's name: "Show password" where it is empty.
    pub show_password_aria_label_text: String,
    /// The button's name when the secret is shown.
    pub hide_password_aria_label_text: String,
    /// Words of a screen reader when the secret is shown.
    pub password_shown_announcement_text: String,
    /// Words of a screen reader when the secret is hidden again.
    pub password_hidden_announcement_text: String,
}

impl PasswordInput {
    fn toggle(&self, id: &str) -> Button {
        let own = "govuk-button--secondary govuk-password-input__toggle                    govuk-js-password-input-toggle";
        let or = |given: &str, usual: &str| {
            if given.is_empty() { usual.to_owned() } else { given.to_owned() }
        };
        Button {
            kind: "button".to_owned(),
            classes: words(&[own, &self.button.classes]),
            content: or(&self.show_password_text, "Show").into(),
            attributes: Attributes::new()
                .with("aria-controls", id)
                .with("aria-label", or(&self.show_password_aria_label_text, "Show password"))
                .with_flag("hidden", true),
            ..Button::default()
        }
    }
}

impl Render for PasswordInput {
    fn render(&self) -> Markup {
        let id = if self.id.is_empty() { &self.name } else { &self.id };
        let words_of_script = [
            ("show-password", &self.show_password_text),
            ("hide-password", &self.hide_password_text),
            ("show-password-aria-label", &self.show_password_aria_label_text),
            ("hide-password-aria-label", &self.hide_password_aria_label_text),
            ("password-shown-announcement", &self.password_shown_announcement_text),
            ("password-hidden-announcement", &self.password_hidden_announcement_text),
        ];
        let module = Attributes::new().with("data-module", "govuk-password-input");
        let attributes = words_of_script.iter().fold(module, |attributes, (key, text)| {
            attributes.with_any(&format!("data-i18n.{key}"), text)
        });
        let after = html! { (self.toggle(id)) (self.form_group.after) };
        let autocomplete =
            if self.autocomplete.is_empty() { "current-password" } else { &self.autocomplete };
        Input {
            id: id.clone(),
            name: self.name.clone(),
            kind: "password".to_owned(),
            value: self.value.clone(),
            label: self.label.clone(),
            hint: self.hint.clone(),
            error_message: self.error_message.clone(),
            classes: words(&[
                "govuk-password-input__input govuk-js-password-input-input",
                &self.classes,
            ]),
            autocomplete: autocomplete.to_owned(),
            autocapitalize: "none".to_owned(),
            spellcheck: Some(false),
            disabled: self.disabled,
            described_by: self.described_by.clone(),
            input_wrapper: Wrapper {
                classes: "govuk-password-input__wrapper".to_owned(),
                ..Wrapper::default()
            },
            form_group: FormGroup {
                classes: words(&["govuk-password-input", &self.form_group.classes]),
                attributes: attributes.and(&self.form_group.attributes),
                before: self.form_group.before.clone(),
                after: after.into(),
            },
            attributes: self.attributes.clone(),
            ..Input::default()
        }
        .render()
    }
}
