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

/// Sets apart a value with any letter that is written from right to left.
fn among_left_to_right<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::String(text) if text.chars().any(is_right_to_left) => Some(set_apart(text)),
        _ => None,
    }
}

/// Sets apart a value, unless its letters are all written from right to left.
fn among_right_to_left<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let goes_along = |text: &str| {
        let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(is_right_to_left)
    };
    match value {
        FluentValue::String(text) if !goes_along(text) => Some(set_apart(text)),
        _ => None,
    }
}

/// The text between an isolate of the direction of its first letter and its end. A text without letters,
/// which may stand for markup, gets FIRST STRONG ISOLATE: the browser looks for its direction, but not
/// within what is set apart in it, which is why the others are named.
fn set_apart(text: &str) -> String {
    let isolate = match text.chars().find(|c| c.is_alphabetic()) {
        Some(letter) if is_right_to_left(letter) => '\u{2067}',
        Some(_) => '\u{2066}',
        None => '\u{2068}',
    };
    format!("{isolate}{text}\u{2069}")
}

/// Whether a letter is written from right to left, by the blocks that Unicode keeps for such scripts.
pub(super) fn is_right_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
