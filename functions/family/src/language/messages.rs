//! The messages of one language, as Fluent keeps them.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use pages::Direction;
use unic_langid::LanguageIdentifier;

use super::Language;

/// The messages of a language.
pub(super) struct Messages(FluentBundle<FluentResource>);

impl Messages {
    /// Reads a language's files. What cannot be read is left out: a test finds it.
    pub(super) fn read(language: &Language) -> Self {
        let tag = language.lang.parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Fluent would set every value apart; the formatter sets apart those that need it.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language.direction {
            Direction::LeftToRight => among_left_to_right,
            Direction::RightToLeft => among_right_to_left,
        }));
        for (_, file) in language.files {
            let resource = FluentResource::try_new((*file).to_owned());
            bundle.add_resource_overriding(resource.unwrap_or_else(|(part, _)| part));
        }
        Self(bundle)
    }

    /// A message with its values; `None` where there is none, or one of its values was not given.
    pub(super) fn find(&self, id: &str, values: &[(&str, &str)]) -> Option<String> {
        let pattern = self.0.get_message(id)?.value()?;
        let args: FluentArgs<'_> =
            values.iter().map(|(name, given)| (*name, value(given))).collect();
        let (mut text, mut errors) = (String::new(), Vec::new());
        self.0.write_pattern(&mut text, pattern, Some(&args), &mut errors).ok()?;
        errors.is_empty().then_some(text)
    }
}

/// A value as Fluent takes it: a number only if writing it gives the same text again.
fn value(text: &str) -> FluentValue<'_> {
    match text.parse::<u32>() {
        Ok(number) if number.to_string() == text => FluentValue::from(number),
        _ => FluentValue::from(text),
    }
}

/// Sets apart a value that holds letters written from right to left.
fn among_left_to_right<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::String(text) if text.chars().any(is_right_to_left) => Some(set_apart(text)),
        _ => None,
    }
}

/// Sets apart any value.
fn among_right_to_left<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::String(text) => Some(set_apart(text)),
        _ => None,
    }
}

/// The text between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
fn set_apart(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Whether a letter is written from right to left, by the blocks that Unicode keeps for such scripts.
pub(super) fn is_right_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
