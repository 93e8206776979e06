//! The answers of a form, as fields and values in the order they were given.

use formats::form::questions::{self as ask, MOST_CHILDREN, OF_A_CHILD};
use referral::postcode::typed;
use referral::text::clean_text;
use serde::{Deserialize, Serialize};

/// The name of the page about one child.
pub const CHILD: &str = "child";
/// The field by which a family keeps a postcode that was asked about: the postcode as it was read.
pub const KEPT: &str = "postcode-kept";

/// The answers of a form. They have no `Debug`: they are what a family typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(Vec<(String, String)>);

impl Answers {
    /// The first answer of a field; empty when there is none.
    pub fn value(&self, name: &str) -> &str {
        first(&self.0, name)
    }

    /// Every answer of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether an answer of a field was chosen.
    pub fn chose(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|chosen| chosen == value)
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.value(name).is_empty()
    }

    /// Whether any of these fields has an answer.
    pub fn has_any(&self, names: &[String]) -> bool {
        names.iter().any(|name| !clean_text(self.value(name)).is_empty())
    }

    /// Whether somebody asks for a family that is not their own.
    pub fn is_for_others(&self) -> bool {
        ask::is_for_others(self.value(ask::WHO.name))
    }

    /// Whether there may be an address to ask for.
    pub fn may_have_an_address(&self) -> bool {
        let place = self.value(ask::WHERE.name);
        ![ask::WHERE_NO_FIXED, ask::WHERE_CONCEALED].contains(&place)
            && !typed::is_concealed(self.value(ask::POSTCODE.name))
    }

    /// Puts one answer in place of what a field held.
    pub fn put(&mut self, name: &str, value: &str) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// Takes one answer of a field away, and leaves its others.
    pub fn take_away(&mut self, name: &str, value: &str) {
        self.0.retain(|(known, held)| known != name || held != value);
    }

    /// Keeps so many characters of each answer at most.
    pub fn shorten(&mut self, most: usize) {
        for (_, value) in &mut self.0 {
            *value = start_of(value, most);
        }
    }

    /// Puts what a page sent in place of what its fields held. A field that was left empty holds
    /// nothing.
    pub fn replace(&mut self, names: &[String], sent: &[(String, String)]) {
        let is_asked = |name: &String| names.contains(name);
        self.0.retain(|(name, _)| !is_asked(name));
        let given = sent.iter().filter(|(name, value)| is_asked(name) && !value.is_empty());
        self.0.extend(given.cloned());
    }

    /// The fields and values.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The number of children on the list: up to the last of whom anything was said or chosen.
    pub fn children(&self) -> usize {
        let is_told = |number: &usize| self.has_any(&of_child(*number));
        (1..=MOST_CHILDREN).rev().find(is_told).unwrap_or(0)
    }

    /// Takes a child away; those after it move up by one.
    pub fn remove_child(&mut self, number: usize) {
        let gone = of_child(number);
        self.0.retain(|(name, _)| !gone.contains(name));
        for (name, _) in &mut self.0 {
            let moved = child_of(name).filter(|(at, _)| *at > number);
            if let Some((at, rest)) = moved {
                *name = format!("child-{}-{rest}", at - 1);
            }
        }
    }
}

/// The first value of a field; empty when there is none.
pub fn first<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

/// The first characters of a text.
pub fn start_of(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// The fields of a child.
pub fn of_child(number: usize) -> Vec<String> {
    OF_A_CHILD.iter().map(|question| question.of_child(number)).collect()
}

/// The number of the child that a field is about, and the rest of the field's name.
pub fn child_of(name: &str) -> Option<(usize, &str)> {
    let (number, rest) = name.strip_prefix("child-")?.split_once('-')?;
    Some((number.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, &str)]) -> Answers {
        let mut answers = Answers::default();
        for (name, value) in pairs {
            answers.put(name, value);
        }
        answers
    }

    #[test]
    fn a_page_replaces_its_own_answers_and_no_others() {
        let mut answers = with(&[("phone", "1"), ("email", "a@b.example")]);
        let sent = [("phone", ""), ("safe-to", "call"), ("safe-to", "text"), ("who", "x")];
        let sent = sent.map(|(name, value)| (name.to_owned(), value.to_owned()));
        answers.replace(&["phone".to_owned(), "safe-to".to_owned()], &sent);
        let pairs: Vec<_> = answers.pairs().collect();
        assert_eq!(pairs, [("email", "a@b.example"), ("safe-to", "call"), ("safe-to", "text")]);
    }

    #[test]
    fn the_children_after_one_that_is_removed_move_up_with_all_their_answers() {
        let mut answers = with(&[
            ("child-1-given-name", "Tobi"),
            ("child-2-given-name", "Ada"),
            ("child-2-birth", "due"),
            ("child-3-given-name", "Nguyễn"),
            ("child-3-day", "1"),
            ("child-4-given-name", "محمد"),
        ]);
        assert_eq!(answers.children(), 4);
        answers.remove_child(2);
        assert_eq!(answers.children(), 3);
        let pairs: Vec<_> = answers.pairs().collect();
        let expected = [
            ("child-1-given-name", "Tobi"),
            ("child-2-given-name", "Nguyễn"),
            ("child-2-day", "1"),
            ("child-3-given-name", "محمد"),
        ];
        assert_eq!(pairs, expected);
    }
}
