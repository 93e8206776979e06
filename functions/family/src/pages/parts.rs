//! The parts of a form, after the GOV.UK patterns: a label or legend, a hint, the error in the
//! same words as in the summary, and the answer kept.
//!
//! The element that an error links to has the field's name as its id.

use maud::{Markup, html};

use crate::filled::Filled;

/// One question.
#[derive(Clone, Copy, Default)]
pub(super) struct Ask<'a> {
    /// The field's name.
    pub(super) name: &'a str,
    /// The question.
    pub(super) label: &'a str,
    /// What helps to answer it.
    pub(super) hint: Option<&'a str>,
    /// What the browser may fill in.
    pub(super) autocomplete: Option<&'a str>,
    /// Which keyboard a phone shows.
    pub(super) inputmode: Option<&'a str>,
    /// How wide the answer looks: `short`, or as wide as the page.
    pub(super) class: Option<&'a str>,
}

/// A question's answers: value and words.
pub(super) type Answers<'a> = &'a [(&'a str, &'a str)];

/// A line of text.
pub(super) fn line(filled: &Filled, ask: Ask<'_>) -> Markup {
    let Ask { name, autocomplete, inputmode, class, .. } = ask;
    around(
        filled,
        ask,
        &html! {
            input type="text" id=(name) name=(name) value=(filled.value(name)) class=[class]
                autocomplete=[autocomplete] inputmode=[inputmode]
                aria-describedby=[described_by(filled, &ask)] aria-invalid=[invalid(filled, name)];
        },
    )
}

/// Several lines of text.
pub(super) fn text(filled: &Filled, ask: Ask<'_>) -> Markup {
    let name = ask.name;
    around(
        filled,
        ask,
        &html! {
            textarea id=(name) name=(name) rows="5"
                aria-describedby=[described_by(filled, &ask)] aria-invalid=[invalid(filled, name)]
                { (filled.value(name)) }
        },
    )
}

/// One of a long list.
pub(super) fn select(filled: &Filled, ask: Ask<'_>, answers: Answers<'_>) -> Markup {
    let name = ask.name;
    around(
        filled,
        ask,
        &html! {
            select id=(name) name=(name)
                aria-describedby=[described_by(filled, &ask)] aria-invalid=[invalid(filled, name)] {
                option value="" { "Choose, or leave empty" }
                @for (value, words) in answers {
                    option value=(value) selected[filled.chose(name, value)] { (words) }
                }
            }
        },
    )
}

/// One of a few.
pub(super) fn radios(filled: &Filled, ask: Ask<'_>, answers: Answers<'_>) -> Markup {
    group(filled, ask, &choices(filled, "radio", ask.name, answers))
}

/// Any of some.
pub(super) fn checkboxes(filled: &Filled, ask: Ask<'_>, answers: Answers<'_>) -> Markup {
    group(filled, ask, &choices(filled, "checkbox", ask.name, answers))
}

/// A yes, or nothing.
pub(super) fn tick(filled: &Filled, name: &str, words: &str) -> Markup {
    html! {
        @if let Some(error) = filled.error(name) { (error_line(name, error)) }
        (choices(filled, "checkbox", name, &[("yes", words)]))
    }
}

fn choices(filled: &Filled, kind: &str, name: &str, answers: Answers<'_>) -> Markup {
    html! {
        @for (index, (value, words)) in answers.iter().enumerate() {
            @let id = if index == 0 { name.to_owned() } else { format!("{name}-{}", index + 1) };
            div class="choice" {
                input type=(kind) id=(id) name=(name) value=(value)
                    checked[filled.chose(name, value)];
                label for=(id) { (words) }
            }
        }
    }
}

/// A label around one field.
fn around(filled: &Filled, ask: Ask<'_>, field: &Markup) -> Markup {
    let Ask { name, label, hint, .. } = ask;
    html! {
        div class=(field_class(filled.error(name).is_some())) {
            label for=(name) { (label) }
            @if let Some(hint) = hint { (hint_line(name, hint)) }
            @if let Some(error) = filled.error(name) { (error_line(name, error)) }
            (field)
        }
    }
}

/// A legend around several fields.
pub(super) fn group(filled: &Filled, ask: Ask<'_>, fields: &Markup) -> Markup {
    let Ask { name, label, hint, .. } = ask;
    html! {
        div class=(field_class(filled.error(name).is_some())) {
            fieldset aria-describedby=[described_by(filled, &ask)] {
                legend { (label) }
                @if let Some(hint) = hint { (hint_line(name, hint)) }
                @if let Some(error) = filled.error(name) { (error_line(name, error)) }
                (fields)
            }
        }
    }
}

/// The class of what is around a question. It is never a `fieldset`'s own: its border would start
/// beside the middle of the legend.
pub(super) fn field_class(wrong: bool) -> &'static str {
    if wrong { "field wrong" } else { "field" }
}

pub(super) fn error_line(name: &str, error: &str) -> Markup {
    html! { p class="error" id={ (name) "-error" } { span class="unseen" { "Error: " } (error) } }
}

pub(super) fn hint_line(name: &str, hint: &str) -> Markup {
    html! { p class="hint" id={ (name) "-hint" } { (hint) } }
}

fn invalid(filled: &Filled, name: &str) -> Option<&'static str> {
    filled.error(name).map(|_| "true")
}

/// The ids of a field's hint and error.
fn described_by(filled: &Filled, ask: &Ask<'_>) -> Option<String> {
    let name = ask.name;
    let ids = [ask.hint.map(|_| "hint"), filled.error(name).map(|_| "error")];
    let ids: Vec<_> = ids.into_iter().flatten().map(|part| format!("{name}-{part}")).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
