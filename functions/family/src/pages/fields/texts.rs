//! Answers that are typed: a line, or a text whose characters are counted.

use ::pages::components::{CharacterCount, Input};
use maud::{Markup, Render};
use referral::text::FREE_TEXT_MAX;

use super::Ask;
use crate::language::Language;

/// The direction of what is typed, which may be in another language than the page.
const AUTO: &str = "auto";

impl Ask<'_> {
    pub(super) fn line(self) -> Markup {
        // A browser has nothing to offer about a child, and only what is somebody's own where they ask
        // for others: a helper's organisation is, a phone number is not.
        let is_own = self.question.path.starts_with("referrer");
        let is_of_others = self.fields.answers.is_for_others() && !is_own;
        let usual = if self.is_of_child { "off" } else { "" };
        let autofill = self.question.autofill.unwrap_or(usual);
        let (inputmode, classes) = match autofill {
            "tel" | "email" => (autofill, ""),
            "postal-code" => ("", "govuk-input--width-10"),
            _ => ("", ""),
        };
        Input {
            value: Some(self.fields.answers.value(&self.name).to_owned()),
            label: self.label(),
            hint: self.hint(),
            error_message: self.error(),
            classes: classes.to_owned(),
            autocomplete: if is_of_others { "off" } else { autofill }.to_owned(),
            inputmode: inputmode.to_owned(),
            dir: AUTO.to_owned(),
            attributes: self.fields.invalid(&self.name),
            name: self.name,
            ..Input::default()
        }
        .render()
    }

    pub(super) fn text(self) -> Markup {
        CharacterCount {
            value: self.fields.answers.value(&self.name).to_owned(),
            label: self.label(),
            hint: self.hint(),
            error_message: self.error(),
            attributes: self.fields.invalid(&self.name),
            name: self.name,
            ..counted(self.fields.visit.language)
        }
        .render()
    }
}

/// A text whose characters are counted, in the words of a language.
pub(in crate::pages) fn counted(language: &Language) -> CharacterCount {
    // The script puts the number in the place of this.
    let count = |id: &str| language.with(id, &[("count", "%{count}")]);
    let counted = |one: &str, other: &str| {
        let form =
            |form: &&str| ((*form).to_owned(), count(if *form == "one" { one } else { other }));
        language.plurals().iter().map(form).collect()
    };
    CharacterCount {
        maxlength: u32::try_from(FREE_TEXT_MAX).ok(),
        dir: AUTO.to_owned(),
        textarea_description_text: count("count-most"),
        characters_under_limit_text: counted("count-left-one", "count-left"),
        characters_at_limit_text: language.text("count-none-left"),
        characters_over_limit_text: counted("count-over-one", "count-over"),
        ..CharacterCount::default()
    }
}
