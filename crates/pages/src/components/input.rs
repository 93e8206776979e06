//! A line of text.

use maud::{Markup, Render, html};

use super::group::{Notes, labelled};
use super::{ErrorMessage, FormGroup, Hint, Label};
use crate::markup::{Attributes, Content, class, element, void, words};

/// A line of text.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Input {
    /// The id; the name where it is empty.
    pub id: String,
    /// The name that its value is sent under.
    pub name: String,
    /// The type of field: `text` where it is empty.
    #[cfg_attr(test, serde(rename = "type"))]
    pub kind: String,
    /// The value at first.
    pub value: Option<String>,
    /// The field's label.
    pub label: Label,
    /// Help with answering.
    pub hint: Option<Hint>,
    /// The error message for the field.
    pub error_message: Option<ErrorMessage>,
    /// Further classes, such as `govuk-input--width-10`.
    pub classes: String,
    /// The autofill token of the answer.
    pub autocomplete: String,
    /// The autocapitalisation that a phone's keyboard does.
    pub autocapitalize: String,
    /// The keyboard that a phone shows.
    pub inputmode: String,
    /// The direction of the value, such as `auto`: what is typed may be in another language.
    pub dir: String,
    /// A pattern that the value must match.
    pub pattern: String,
    /// Whether spelling is checked, if that is said.
    pub spellcheck: Option<bool>,
    /// Whether it can be used at all.
    pub disabled: bool,
    /// The ids of further elements that describe it, besides hint and error.
    pub described_by: String,
    /// Something shown before the value.
    pub prefix: Option<Affix>,
    /// Something shown after the value.
    pub suffix: Option<Affix>,
    /// The element around the field and what stands beside it.
    pub input_wrapper: Wrapper,
    /// The group around it all.
    pub form_group: FormGroup,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// Something shown beside a value, such as its unit.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Affix {
    /// Words or symbol.
    pub content: Content,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// The element around a field and what stands beside it.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Wrapper {
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl Affix {
    fn render_as(&self, place: &str) -> Markup {
        let attributes = class(place, &self.classes).with("aria-hidden", "true");
        element("div", &attributes.and(&self.attributes), &self.content)
    }
}

impl Input {
    fn field(&self, id: &str, described_by: &str) -> Markup {
        let wrong = if self.error_message.is_some() { "govuk-input--error" } else { "" };
        let kind = if self.kind.is_empty() { "text" } else { &self.kind };
        let attributes = class("govuk-input", &words(&[&self.classes, wrong]))
            .with("id", id)
            .with("name", &self.name)
            .with("type", kind)
            .with_some("spellcheck", self.spellcheck.map(|checked| checked.to_string()))
            .with_some("value", self.value.clone())
            .with_flag("disabled", self.disabled)
            .with_any("aria-describedby", described_by)
            .with_any("autocomplete", &self.autocomplete)
            .with_any("autocapitalize", &self.autocapitalize)
            .with_any("pattern", &self.pattern)
            .with_any("inputmode", &self.inputmode)
            .with_any("dir", &self.dir)
            .and(&self.attributes);
        void("input", &attributes)
    }
}

impl Render for Input {
    fn render(&self) -> Markup {
        let id = if self.id.is_empty() { &self.name } else { &self.id };
        let (hint, error) = (self.hint.as_ref(), self.error_message.as_ref());
        let notes = Notes::new(id, &self.described_by, hint, error);
        let field = self.field(id, &notes.described_by);
        let shown =
            |affix: &Option<Affix>| affix.as_ref().is_some_and(|one| !one.content.is_empty());
        let group = &self.form_group;
        let alone = !shown(&self.prefix)
            && !shown(&self.suffix)
            && group.before.is_empty()
            && group.after.is_empty();
        let field = if alone {
            field
        } else {
            let wrapper = class("govuk-input__wrapper", &self.input_wrapper.classes);
            element(
                "div",
                &wrapper.and(&self.input_wrapper.attributes),
                &html! {
                    (group.before)
                    @if let Some(prefix) = &self.prefix { (prefix.render_as("govuk-input__prefix")) }
                    (field)
                    @if let Some(suffix) = &self.suffix { (suffix.render_as("govuk-input__suffix")) }
                    (group.after)
                },
            )
        };
        labelled((id, &self.label), group, &notes, &field)
    }
}
