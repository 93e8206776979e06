//! A choice of one answer out of a few, or of any of some.

use maud::{Markup, Render, html};

use super::group::{Notes, gathered};
use super::{ErrorMessage, Fieldset, FormGroup, Hint, Label};
use crate::markup::{Attributes, Content, class, element, void, words};

/// A choice of one answer out of a few.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Radios {
    /// The name that the answer is sent under.
    pub name: String,
    /// The ids of the answers begin with this: with the name where it is empty.
    pub id_prefix: String,
    /// The answers to choose from.
    pub items: Vec<Choice>,
    /// The value of the chosen answer; none is chosen where it is empty.
    pub value: String,
    /// The question, around the answers.
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

/// A choice of any of some answers.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Checkboxes {
    /// The name that the answers are sent under.
    pub name: String,
    /// The ids of the answers begin with this: with the name where it is empty.
    pub id_prefix: String,
    /// The answers to choose from.
    pub items: Vec<Choice>,
    /// The values of the chosen answers.
    pub values: Vec<String>,
    /// The question, around the answers.
    pub fieldset: Option<Fieldset>,
    /// The ids of further elements that describe them, besides hint and error.
    pub described_by: String,
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

/// One answer to choose.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Choice {
    /// The value that is sent.
    pub value: String,
    /// Words of the answer.
    pub content: Content,
    /// The id: prefix and number where it is empty, the first without a number.
    pub id: String,
    /// Another name to be sent under, of a checkbox.
    pub name: String,
    /// Further classes and attributes of the label.
    pub label: Label,
    /// Help with this answer.
    pub hint: Option<Hint>,
    /// Content that is shown only while this answer is chosen, where scripts run.
    pub conditional: Content,
    /// Whether it is chosen, whatever the chosen values are.
    pub checked: Option<bool>,
    /// Whether it can be chosen at all.
    pub disabled: bool,
    /// A word between answers, in place of an answer.
    pub divider: String,
    /// The behaviour where scripts run: `exclusive` takes the others away.
    pub behaviour: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
}

/// Names and ids that all answers to a question share.
struct Question<'a> {
    /// The kind in the names of classes.
    kind: &'a str,
    input: &'a str,
    name: &'a str,
    prefix: &'a str,
    /// The ids that describe each answer, where no fieldset has them.
    described_by: &'a str,
}

impl Choice {
    /// An answer in these words, sent as this value.
    pub fn new(value: &str, content: impl Into<Content>) -> Self {
        Self { value: value.to_owned(), content: content.into(), ..Self::default() }
    }

    fn render_in(&self, question: &Question<'_>, number: usize, is_chosen: bool) -> Markup {
        let Question { kind, input, name, prefix, described_by } = *question;
        let part = |part: &str| format!("govuk-{kind}__{part}");
        if !self.divider.is_empty() {
            return html! { div class=(part("divider")) { (self.divider) } };
        }
        let id = match (self.id.is_empty(), number) {
            (false, _) => self.id.clone(),
            (true, 1) => prefix.to_owned(),
            (true, _) => format!("{prefix}-{number}"),
        };
        let hint = self.hint.as_ref().filter(|hint| !hint.content.is_empty()).map(|hint| Hint {
            id: format!("{id}-item-hint"),
            classes: words(&[&part("hint"), &hint.classes]),
            ..hint.clone()
        });
        let conditional = format!("conditional-{id}");
        let is_conditional = !self.conditional.is_empty();
        let attributes = class(&part("input"), "")
            .with("id", &id)
            .with("name", if self.name.is_empty() { name } else { &self.name })
            .with("type", input)
            .with("value", &self.value)
            .with_flag("checked", is_chosen)
            .with_flag("disabled", self.disabled)
            .with_some("data-aria-controls", is_conditional.then_some(conditional.as_str()))
            .with_any("data-behaviour", &self.behaviour)
            .with_any(
                "aria-describedby",
                &words(&[described_by, hint.as_ref().map_or("", |hint| &hint.id)]),
            )
            .and(&self.attributes);
        let label = Label {
            content: self.content.clone(),
            classes: words(&[&part("label"), &self.label.classes]),
            attributes: self.label.attributes.clone(),
            ..Label::default().of(&id)
        };
        let hidden = if is_chosen { String::new() } else { part("conditional--hidden") };
        html! {
            div class=(part("item")) {
                (void("input", &attributes))
                (label)
                @if let Some(hint) = hint { (hint) }
            }
            @if is_conditional {
                div class=(words(&[&part("conditional"), &hidden])) id=(conditional) { (self.conditional) }
            }
        }
    }

    fn is_chosen(&self, is_among: impl FnOnce(&str) -> bool) -> bool {
        self.checked.unwrap_or_else(|| is_among(&self.value))
    }
}

/// The element around the answers.
fn answers(kind: &str, (classes, attributes): (&str, &Attributes), content: &Markup) -> Markup {
    let own = format!("govuk-{kind}");
    let attributes = class(&own, classes).and(attributes).with("data-module", &own);
    element("div", &attributes, content)
}

impl Render for Radios {
    fn render(&self) -> Markup {
        let prefix = if self.id_prefix.is_empty() { &self.name } else { &self.id_prefix };
        let others = self.fieldset.as_ref().map_or("", |fieldset| &fieldset.described_by);
        let notes = Notes::new(prefix, others, self.hint.as_ref(), self.error_message.as_ref());
        let question =
            Question { kind: "radios", input: "radio", name: &self.name, prefix, described_by: "" };
        let chosen = |value: &str| !self.value.is_empty() && value == self.value;
        let content = html! {
            (self.form_group.before)
            @for (item, number) in self.items.iter().zip(1..) {
                (item.render_in(&question, number, item.is_chosen(chosen)))
            }
            (self.form_group.after)
        };
        let fields = answers("radios", (&self.classes, &self.attributes), &content);
        let role = self.fieldset.as_ref().map_or("", |fieldset| &fieldset.role);
        gathered(self.fieldset.as_ref(), role, &self.form_group, &notes, &fields)
    }
}

impl Render for Checkboxes {
    fn render(&self) -> Markup {
        let prefix = if self.id_prefix.is_empty() { &self.name } else { &self.id_prefix };
        let fieldset = self.fieldset.as_ref();
        let others = fieldset.map(|fieldset| fieldset.described_by.as_str());
        let others = others.filter(|ids| !ids.is_empty()).unwrap_or(&self.described_by);
        let notes = Notes::new(prefix, others, self.hint.as_ref(), self.error_message.as_ref());
        let question = Question {
            kind: "checkboxes",
            input: "checkbox",
            name: &self.name,
            prefix,
            described_by: if fieldset.is_some() { "" } else { &notes.described_by },
        };
        let chosen = |value: &str| self.values.iter().any(|chosen| chosen == value);
        let content = html! {
            (self.form_group.before)
            @for (item, number) in self.items.iter().zip(1..) {
                (item.render_in(&question, number, item.is_chosen(chosen)))
            }
            (self.form_group.after)
        };
        let fields = answers("checkboxes", (&self.classes, &self.attributes), &content);
        let role = fieldset.map_or("", |fieldset| &fieldset.role);
        gathered(fieldset, role, &self.form_group, &notes, &fields)
    }
}
