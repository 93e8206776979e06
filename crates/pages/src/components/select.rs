//! A choice of one answer from a long list.

use maud::{Markup, Render, html};

use super::group::{Notes, labelled};
use super::{ErrorMessage, FormGroup, Hint, Label};
use crate::markup::{Attributes, Content, class, element, words};

/// A choice of one answer from a long list.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Select {
    /// The id; the name where it is empty.
    pub id: String,
    /// The name that the answer is sent under.
    pub name: String,
    /// The answers to choose from.
    pub items: Vec<Choosable>,
    /// The value of the chosen one; none is chosen where it is empty.
    pub value: String,
    /// The field's label.
    pub label: Label,
    /// Help with answering.
    pub hint: Option<Hint>,
    /// The error message for the field.
    pub error_message: Option<ErrorMessage>,
    /// Whether it can be used at all.
    pub disabled: bool,
    /// The ids of further elements that describe it, besides hint and error.
    pub described_by: String,
    /// The group around it all.
    pub form_group: FormGroup,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// An answer in the list; a browser sends the words where there is no value.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Choosable {
    /// The value that is sent.
    pub value: Option<String>,
    /// Words of the answer.
    pub content: Content,
    /// Whether it is chosen, whatever the chosen value is.
    pub selected: Option<bool>,
    /// Whether it can be chosen at all.
    pub disabled: bool,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

impl Choosable {
    /// An answer in these words, sent as this value.
    pub fn new(value: &str, content: impl Into<Content>) -> Self {
        Self { value: Some(value.to_owned()), content: content.into(), ..Self::default() }
    }

    fn render_in(&self, list: &Select) -> Markup {
        let sent = match (&self.value, &self.content) {
            (Some(value), _) | (None, Content::Text(value)) => value.as_str(),
            (None, Content::Html(_)) => "",
        };
        let is_chosen = || !list.value.is_empty() && sent == list.value;
        let attributes = Attributes::new()
            .with_some("value", self.value.clone())
            .with_flag("selected", self.selected.unwrap_or_else(is_chosen))
            .with_flag("disabled", self.disabled)
            .and(&self.attributes);
        element("option", &attributes, &self.content)
    }
}

impl Render for Select {
    fn render(&self) -> Markup {
        let id = if self.id.is_empty() { &self.name } else { &self.id };
        let (hint, error) = (self.hint.as_ref(), self.error_message.as_ref());
        let notes = Notes::new(id, &self.described_by, hint, error);
        let wrong = if error.is_some() { "govuk-select--error" } else { "" };
        let attributes = class("govuk-select", &words(&[&self.classes, wrong]))
            .with("id", id)
            .with("name", &self.name)
            .with_flag("disabled", self.disabled)
            .with_any("aria-describedby", &notes.described_by)
            .and(&self.attributes);
        let options = html! { @for item in &self.items { (item.render_in(self)) } };
        let field = html! {
            (self.form_group.before)
            (element("select", &attributes, &options))
            (self.form_group.after)
        };
        labelled((id, &self.label), &self.form_group, &notes, &field)
    }
}
