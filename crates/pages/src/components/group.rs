//! The surroundings of every field: its group with label or fieldset, hint and error, and the list of
//! ids that describe it.

use maud::{Markup, Render, html};

use super::{ErrorMessage, Fieldset, Hint, Label};
use crate::markup::{Attributes, Content, class, element, words};

/// The group around a field.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct FormGroup {
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
    /// Content before the field.
    #[cfg_attr(test, serde(alias = "beforeInput", alias = "beforeInputs"))]
    pub before: Content,
    /// Content after the field.
    #[cfg_attr(test, serde(alias = "afterInput", alias = "afterInputs"))]
    pub after: Content,
}

impl FormGroup {
    /// The group's element around its content.
    pub(super) fn around(&self, is_wrong: bool, content: &Markup) -> Markup {
        let wrong = if is_wrong { "govuk-form-group--error" } else { "" };
        let attributes = class("govuk-form-group", &words(&[wrong, &self.classes]));
        element("div", &attributes.and(&self.attributes), content)
    }
}

/// A field's hint and error, with their ids.
pub(super) struct Notes {
    hint: Option<Hint>,
    error: Option<ErrorMessage>,
    /// The ids of the elements that describe the field.
    pub(super) described_by: String,
}

impl Notes {
    /// The notes on a field with this id; `others` are the ids of further elements that describe
    /// it.
    pub(super) fn new(
        id: &str,
        others: &str,
        hint: Option<&Hint>,
        error: Option<&ErrorMessage>,
    ) -> Self {
        let hint = hint.map(|hint| Hint { id: format!("{id}-hint"), ..hint.clone() });
        let error = error.map(|error| ErrorMessage { id: format!("{id}-error"), ..error.clone() });
        let hint_id = hint.as_ref().map_or("", |hint| &hint.id);
        let error_id = error.as_ref().map_or("", |error| &error.id);
        let described_by = words(&[others, hint_id, error_id]);
        Self { hint, error, described_by }
    }
}

impl Render for Notes {
    fn render(&self) -> Markup {
        html! {
            @if let Some(hint) = &self.hint { (hint) }
            @if let Some(error) = &self.error { (error) }
        }
    }
}

/// A field in its group, under its label.
pub(super) fn labelled(
    (id, label): (&str, &Label),
    group: &FormGroup,
    notes: &Notes,
    field: &Markup,
) -> Markup {
    group.around(notes.error.is_some(), &html! { (label.of(id)) (notes) (field) })
}

/// Several fields in their group, within a fieldset if there is one. `role` is the fieldset's.
pub(super) fn gathered(
    fieldset: Option<&Fieldset>,
    role: &str,
    group: &FormGroup,
    notes: &Notes,
    fields: &Markup,
) -> Markup {
    let inner = html! { (notes) (fields) };
    let content = match fieldset {
        None => inner,
        Some(fieldset) => Fieldset {
            content: inner.into(),
            role: role.to_owned(),
            described_by: notes.described_by.clone(),
            ..fieldset.clone()
        }
        .render(),
    };
    group.around(notes.error.is_some(), &content)
}
