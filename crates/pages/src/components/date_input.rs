//! A date that a person knows by heart, as day, month and year.

use maud::{Markup, Render, html};

use super::group::{Notes, gathered};
use super::{ErrorMessage, Fieldset, FormGroup, Hint, Input, Label};
use crate::markup::{Attributes, class, element, words};

/// A date, in parts.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct DateInput {
    /// The id, which those of the parts begin with.
    pub id: String,
    /// The names of the parts begin with this and a hyphen.
    pub name_prefix: String,
    /// The parts: day, month and year where there are none.
    pub items: Vec<DatePart>,
    /// The question, around the parts.
    pub fieldset: Option<Fieldset>,
    /// Help with answering.
    pub hint: Option<Hint>,
    /// The error message for the field.
    pub error_message: Option<ErrorMessage>,
    /// The group around it all.
    pub form_group: FormGroup,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// A part of a date.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct DatePart {
    /// The name, without the prefix.
    pub name: String,
    /// The label: the name with a capital where it is empty.
    pub label: String,
    /// The id: the date's, a hyphen and the name where it is empty.
    pub id: String,
    /// The value at first.
    pub value: Option<String>,
    /// Whether it is marked as wrong: every part is if none says so and there is an error.
    pub error: Option<bool>,
    /// The keyboard that a phone shows: digits where it is empty.
    pub inputmode: String,
    /// The autofill token of the part.
    pub autocomplete: String,
    /// A pattern that the value must match.
    pub pattern: String,
    /// Further classes, such as `govuk-input--width-4`; two characters wide without one, and four
    /// for `year`.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl DatePart {
    /// A part of this name.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    fn is_marked(&self) -> bool {
        self.error == Some(true) || self.classes.contains("govuk-input--error")
    }

    fn render_in(&self, date: &DateInput, all_are_wrong: bool) -> Markup {
        let wrong = !self.classes.contains("govuk-input--error")
            && (self.is_marked() || (self.error != Some(false) && all_are_wrong));
        let width = match self.name.as_str() {
            _ if self.classes.contains("govuk-input--width-") => "",
            "year" => "govuk-input--width-4",
            _ => "govuk-input--width-2",
        };
        let or = |given: &str, usual: &str| {
            if given.is_empty() { usual.to_owned() } else { given.to_owned() }
        };
        let wrong = if wrong { "govuk-input--error" } else { "" };
        let prefix = &date.name_prefix;
        let name =
            if prefix.is_empty() { self.name.clone() } else { format!("{prefix}-{}", self.name) };
        let field = Input {
            id: or(&self.id, &format!("{}-{}", date.id, self.name)),
            name,
            value: self.value.clone(),
            label: Label {
                content: or(&self.label, &capitalised(&self.name)).into(),
                classes: "govuk-date-input__label".to_owned(),
                ..Label::default()
            },
            classes: words(&["govuk-date-input__input", wrong, width, &self.classes]),
            inputmode: or(&self.inputmode, "numeric"),
            autocomplete: self.autocomplete.clone(),
            pattern: self.pattern.clone(),
            attributes: self.attributes.clone(),
            ..Input::default()
        };
        html! { div class="govuk-date-input__item" { (field) } }
    }
}

fn capitalised(name: &str) -> String {
    match name.split_at_checked(1) {
        Some((first, rest)) => first.to_uppercase() + &rest.to_lowercase(),
        None => name.to_owned(),
    }
}

impl Render for DateInput {
    fn render(&self) -> Markup {
        let usual = ["day", "month", "year"].map(DatePart::named);
        let parts = if self.items.is_empty() { &usual[..] } else { &self.items };
        let others = self.fieldset.as_ref().map_or("", |fieldset| &fieldset.described_by);
        let (hint, error) = (self.hint.as_ref(), self.error_message.as_ref());
        let notes = Notes::new(&self.id, others, hint, error);
        let all_are_wrong = error.is_some() && !parts.iter().any(DatePart::is_marked);
        let attributes =
            class("govuk-date-input", &self.classes).and(&self.attributes).with_any("id", &self.id);
        let fields = element(
            "div",
            &attributes,
            &html! {
                (self.form_group.before)
                @for part in parts { (part.render_in(self, all_are_wrong)) }
                (self.form_group.after)
            },
        );
        // Named as a group, since some screen readers do not read a description of text fields
        // otherwise.
        gathered(self.fieldset.as_ref(), "group", &self.form_group, &notes, &fields)
    }
}
