//! The fields of one object of the document, taken by name and type. Keys that are never taken are
//! unknown.

use referral::Invalid;
use referral::text::clean_text;

use super::{Object, Tree, shown_key};
use crate::errors::Position;

const NOT_TEXT: &str = "This must be text, in quotation marks.";

/// An object that is being read. Without one (its type was wrong), every field counts as left out.
pub(super) struct Fields<'a> {
    position: Position<'a>,
    object: Option<&'a Object>,
    known: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    pub(super) fn of(tree: &'a Tree, position: Position<'a>) -> Self {
        let object = match tree {
            Tree::Object(object) => Some(object),
            _ => wrong_type(&position, "This must be an object, in { and }."),
        };
        Self { position, object, known: Vec::new() }
    }

    /// The value of a field, unless it is left out or `null`.
    fn take(&mut self, name: &'static str) -> Option<&'a Tree> {
        self.known.push(name);
        self.object?.get(name).filter(|value| **value != Tree::Null)
    }

    /// The text of a field, cleaned before any code reads it.
    pub(super) fn text(&mut self, name: &'static str) -> Option<String> {
        let value = self.take(name)?;
        text_of(value, &self.position.field(name))
    }

    pub(super) fn flag(&mut self, name: &'static str) -> Option<bool> {
        match self.take(name)? {
            Tree::Flag(flag) => Some(*flag),
            _ => wrong_type(&self.position.field(name), "This must be true or false."),
        }
    }

    /// The flag of a field, false when left out.
    pub(super) fn set(&mut self, name: &'static str) -> bool {
        self.flag(name).unwrap_or_default()
    }

    pub(super) fn object<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(Fields<'a>) -> T,
    ) -> Option<T> {
        let tree = self.take(name)?;
        Some(read(Fields::of(tree, self.position.field(name))))
    }

    /// Reads an object as [`Fields::object`] does, with an error when it is left out.
    pub(super) fn required<T: Default>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(Fields<'a>) -> T,
    ) -> T {
        let value = self.object(name, read);
        if value.is_none() && self.object.is_some() {
            self.position.field(name).required("This must be given; it may be an empty object.");
        }
        value.unwrap_or_default()
    }

    pub(super) fn objects<T>(
        &mut self,
        name: &'static str,
        max: usize,
        read: impl Fn(Fields<'a>) -> T,
    ) -> Vec<T> {
        let position = self.position.field(name);
        let items = self.list(name, max).iter().enumerate();
        items.map(|(at, item)| read(Fields::of(item, position.index(at)))).collect()
    }

    /// Reads texts as [`Fields::texts`] does; `None` when the list is left out, but not when it is
    /// empty.
    pub(super) fn answer(&mut self, name: &'static str, max: usize) -> Option<Vec<String>> {
        let is_given = self.object?.get(name).is_some_and(|value| *value != Tree::Null);
        let texts = self.texts(name, max);
        is_given.then_some(texts)
    }

    pub(super) fn texts(&mut self, name: &'static str, max: usize) -> Vec<String> {
        let position = self.position.field(name);
        let items = self.list(name, max).iter().enumerate();
        items.map(|(at, item)| text_of(item, &position.index(at)).unwrap_or_default()).collect()
    }

    fn list(&mut self, name: &'static str, max: usize) -> &'a [Tree] {
        let Some(tree) = self.take(name) else { return &[] };
        let position = self.position.field(name);
        match tree {
            Tree::List(items) => position.at_most(items, max),
            _ => wrong_type(&position, "This must be a list, in [ and ].").unwrap_or_default(),
        }
    }

    /// Adds an error for every field that nobody asked for.
    pub(super) fn end(self) {
        let Some(object) = self.object else { return };
        for key in object.keys().filter(|key| !self.known.contains(&key.as_str())) {
            let known = self.known.join(", ");
            let message = format!("There is no such field here. There are: {known}.");
            self.position.field(&shown_key(key)).fault(Invalid::with("unknown_field", message));
        }
    }
}

/// The text of a value. In a concern a number is read by its digits, so that missing quotation
/// marks do not stop it. Any other sender is asked for them, as a number has lost the zeros that it
/// began with.
fn text_of(value: &Tree, position: &Position<'_>) -> Option<String> {
    match value {
        Tree::Text(text) => Some(clean_text(text)),
        Tree::Number(digits) if position.keeps_unread() => Some(digits.clone()),
        _ => wrong_type(position, NOT_TEXT),
    }
}

fn wrong_type<T>(position: &Position<'_>, message: &'static str) -> Option<T> {
    position.fault(Invalid::new("wrong_type", message));
    None
}
