//! Tests of the files: each is read whole, and every language has the same messages with the same
//! values.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::Language;

/// A message: its words with its values left out, and the names of these.
#[derive(Debug, Default)]
pub(super) struct Message {
    words: String,
    values: BTreeSet<String>,
}

/// The messages of a language by their ids.
pub(super) fn messages(language: &Language) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for (area, file) in language.files {
        let read = FluentResource::try_new((*file).to_owned());
        let read = read.unwrap_or_else(|(_, errors)| panic!("{} {area} {errors:?}", language.tag));
        for entry in read.entries() {
            let Entry::Message(entry) = entry else { continue };
            let mut message = Message::default();
            if let Some(pattern) = &entry.value {
                collect(pattern, &mut message);
            }
            let other = messages.insert(entry.id.name.to_owned(), message);
            assert!(other.is_none(), "{} has {} twice", language.tag, entry.id.name);
        }
    }
    messages
}

fn collect(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.words.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                message.values.extend(value(inline));
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                message.values.extend(value(selector));
                for variant in variants {
                    collect(&variant.value, message);
                }
            }
        }
    }
}

fn value(expression: &InlineExpression<&str>) -> Option<String> {
    match expression {
        InlineExpression::VariableReference { id } => Some(id.name.to_owned()),
        _ => None,
    }
}

/// The numbers in a text, in the digits of English.
fn numbers(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).collect()
}

#[test]
fn every_language_has_the_same_messages_with_the_same_values() {
    let english = messages(Language::ENGLISH);
    for language in Language::all() {
        let own = messages(language);
        let missing: Vec<_> = english.keys().filter(|id| !own.contains_key(*id)).collect();
        let more: Vec<_> = own.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && more.is_empty(), "{}: {missing:?} {more:?}", language.tag);
        for (id, message) in &own {
            assert_eq!(message.values, english[id].values, "{} {id}", language.tag);
        }
    }
}

#[test]
fn no_message_is_empty_and_each_number_to_call_stays_as_it_is() {
    let english = messages(Language::ENGLISH);
    for language in Language::all() {
        for (id, message) in messages(language) {
            let said = !message.words.trim().is_empty() || !message.values.is_empty();
            assert!(said, "{} {id} is empty", language.tag);
            let missing: Vec<_> = numbers(&english[&id].words)
                .difference(&numbers(&message.words))
                .copied()
                .collect();
            // A small number may be a word: "w 3 minuty", "twice".
            let to_call = missing.iter().all(|number| number.len() < 3);
            assert!(to_call, "{} {id} lacks {missing:?}", language.tag);
        }
    }
}

#[test]
fn a_translation_is_in_its_own_script() {
    for language in &Language::all()[1..] {
        let english = messages(Language::ENGLISH);
        let same = |(id, message): &(&String, &Message)| english[*id].words == message.words;
        let own = messages(language);
        let untranslated: Vec<_> =
            own.iter().filter(same).map(|(id, _)| id).filter(|id| !is_a_name(id)).collect();
        assert!(untranslated.is_empty(), "{}: {untranslated:?}", language.tag);
    }
}

/// Whether a message is only names, which may be the same in every language.
fn is_a_name(id: &str) -> bool {
    let english = &messages(Language::ENGLISH)[id];
    let mut words = english.words.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    id.ends_with("-name") || words.all(|word| word.starts_with(char::is_uppercase))
}
