//! Several lines of text, counted or not.

use std::collections::BTreeMap;

use maud::{Markup, Render, html};

use super::group::{Notes, labelled};
use super::{ErrorMessage, FormGroup, Hint, Label};
use crate::markup::{Attributes, class, element, words};

/// Several lines of text.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct Textarea {
    /// The id; the name where it is empty.
    pub id: String,
    /// The name that its value is sent under.
    pub name: String,
    /// The value at first.
    pub value: String,
    /// The number of lines shown: 5 if none is given.
    pub rows: Option<u32>,
    /// The field's label.
    pub label: Label,
    /// Help with answering.
    pub hint: Option<Hint>,
    /// The error message for the field.
    pub error_message: Option<ErrorMessage>,
    /// The autofill token of the answer.
    pub autocomplete: String,
    /// The direction of the value, such as `auto`: what is typed may be in another language.
    pub dir: String,
    /// Whether spelling is checked, if that is said.
    pub spellcheck: Option<bool>,
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

impl Render for Textarea {
    fn render(&self) -> Markup {
        let id = if self.id.is_empty() { &self.name } else { &self.id };
        let (hint, error) = (self.hint.as_ref(), self.error_message.as_ref());
        let notes = Notes::new(id, &self.described_by, hint, error);
        let wrong = if error.is_some() { "govuk-textarea--error" } else { "" };
        let attributes = class("govuk-textarea", &words(&[wrong, &self.classes]))
            .with("id", id)
            .with("name", &self.name)
            .with("rows", self.rows.unwrap_or(5).to_string())
            .with_some("spellcheck", self.spellcheck.map(|checked| checked.to_string()))
            .with_flag("disabled", self.disabled)
            .with_any("aria-describedby", &notes.described_by)
            .with_any("autocomplete", &self.autocomplete)
            .with_any("dir", &self.dir)
            .and(&self.attributes);
        let field = html! {
            (self.form_group.before)
            (element("textarea", &attributes, &self.value))
            (self.form_group.after)
        };
        labelled((id, &self.label), &self.form_group, &notes, &field)
    }
}

/// Several lines of text whose characters or words are counted where scripts run.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct CharacterCount {
    /// The id; the name where it is empty.
    pub id: String,
    /// The name that its value is sent under.
    pub name: String,
    /// The value at first.
    pub value: String,
    /// The number of lines shown: 5 if none is given.
    pub rows: Option<u32>,
    /// The most characters that may be written.
    pub maxlength: Option<u32>,
    /// The most words that may be written.
    pub maxwords: Option<u32>,
    /// The part of the most, in per cent, from which on the count is shown.
    pub threshold: Option<u32>,
    /// The unit that is counted, `characters` or `words`: the one that has a most where it is empty.
    pub count_type: String,
    /// The field's label.
    pub label: Label,
    /// Help with answering.
    pub hint: Option<Hint>,
    /// The error message for the field.
    pub error_message: Option<ErrorMessage>,
    /// The direction of the value, such as `auto`: what is typed may be in another language.
    pub dir: String,
    /// Whether spelling is checked, if that is said.
    pub spellcheck: Option<bool>,
    /// The group around it all.
    pub form_group: FormGroup,
    /// Further classes of the element.
    pub classes: String,
    /// Further attributes of the element.
    pub attributes: Attributes,
    /// Further classes of the count.
    pub count_message: CountMessage,
    /// The words that say how much may be written; `%{count}` is the most.
    pub textarea_description_text: String,
    /// The count's words below the most characters, by plural rule.
    pub characters_under_limit_text: BTreeMap<String, String>,
    /// The count's words at the most characters.
    pub characters_at_limit_text: String,
    /// The count's words above the most characters, by plural rule.
    pub characters_over_limit_text: BTreeMap<String, String>,
    /// The count's words below the most words, by plural rule.
    pub words_under_limit_text: BTreeMap<String, String>,
    /// The count's words at the most words.
    pub words_at_limit_text: String,
    /// The count's words above the most words, by plural rule.
    pub words_over_limit_text: BTreeMap<String, String>,
}

/// The look of a count.
#[derive(Debug, Clone, Default)]
#[cfg_attr(
    test,
    derive(serde::Deserialize),
    serde(default, rename_all = "camelCase", deny_unknown_fields)
)]
pub struct CountMessage {
    /// Further classes of the element.
    pub classes: String,
}

impl CharacterCount {
    fn counted(&self) -> &str {
        match (self.count_type.as_str(), self.maxwords) {
            ("", Some(_)) => "words",
            (counted, _) => counted,
        }
    }

    fn most(&self) -> Option<u32> {
        self.maxwords.or(self.maxlength)
    }

    /// Settings that the script reads.
    fn settings(&self) -> Attributes {
        let number = |number: Option<u32>| number.map(|number| number.to_string());
        let mut settings = Attributes::new()
            .with("data-module", "govuk-character-count")
            .with_some("data-maxlength", number(self.maxlength))
            .with_some("data-maxwords", number(self.maxwords))
            .with_some("data-threshold", number(self.threshold))
            .with_any("data-count-type", self.counted());
        if self.most().is_none() {
            let key = "data-i18n.textarea-description.other";
            settings = settings.with_any(key, &self.textarea_description_text);
        }
        settings = settings
            .with_any("data-i18n.characters-at-limit", &self.characters_at_limit_text)
            .with_any("data-i18n.words-at-limit", &self.words_at_limit_text);
        let by_plural = [
            ("characters-under-limit", &self.characters_under_limit_text),
            ("characters-over-limit", &self.characters_over_limit_text),
            ("words-under-limit", &self.words_under_limit_text),
            ("words-over-limit", &self.words_over_limit_text),
        ];
        by_plural
            .iter()
            .flat_map(|(key, texts)| texts.iter().map(move |(rule, text)| (key, rule, text)))
            .fold(settings, |settings, (key, rule, text)| {
                settings.with(&format!("data-i18n.{key}.{rule}"), text)
            })
    }

    /// The hint on how much may be written.
    fn message(&self, id: &str) -> Hint {
        let kind = if self.counted() == "words" { "words" } else { "characters" };
        let usual = format!("You can enter up to %{{count}} {kind}");
        let given = &self.textarea_description_text;
        let text = if given.is_empty() { &usual } else { given };
        let text = self.most().map(|most| text.replace("%{count}", &most.to_string()));
        Hint {
            id: format!("{id}-info"),
            content: text.unwrap_or_default().into(),
            classes: words(&["govuk-character-count__message", &self.count_message.classes]),
            ..Hint::default()
        }
    }
}

impl Render for CharacterCount {
    fn render(&self) -> Markup {
        let id = if self.id.is_empty() { &self.name } else { &self.id };
        let message = self.message(id);
        Textarea {
            id: id.clone(),
            name: self.name.clone(),
            value: self.value.clone(),
            rows: self.rows,
            label: self.label.clone(),
            hint: self.hint.clone(),
            error_message: self.error_message.clone(),
            dir: self.dir.clone(),
            spellcheck: self.spellcheck,
            described_by: message.id.clone(),
            form_group: FormGroup {
                classes: words(&["govuk-character-count", &self.form_group.classes]),
                attributes: self.settings().and(&self.form_group.attributes),
                before: self.form_group.before.clone(),
                after: html! { (message) (self.form_group.after) }.into(),
            },
            classes: words(&["govuk-js-character-count", &self.classes]),
            attributes: self.attributes.clone(),
            ..Textarea::default()
        }
        .render()
    }
}
