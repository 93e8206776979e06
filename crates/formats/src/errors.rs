//! Errors gathered while a document is read, and the place in it that is being read.

use std::cell::RefCell;

use jiff::civil::Date;
use referral::code_list::CodeList;
use referral::text::clean_line;
use referral::{Fault, FieldError};

/// Most errors that are told at once; a document with more is not read by a person.
const MOST: usize = 500;

/// What is wrong so far. The first error of a field stands: what follows from it is not told again.
#[derive(Debug, Default)]
pub(crate) struct Errors(RefCell<Vec<FieldError>>);

impl Errors {
    pub(crate) fn push(&self, error: FieldError) {
        let mut errors = self.0.borrow_mut();
        if errors.len() < MOST && !errors.iter().any(|earlier| covers(&earlier.path, &error.path)) {
            errors.push(error);
        }
    }

    pub(crate) fn into_inner(self) -> Vec<FieldError> {
        self.0.into_inner()
    }
}

/// The same field, or one within it.
fn covers(outer: &str, path: &str) -> bool {
    path.strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']) || outer.is_empty())
}

/// A place in the document, and where its errors go.
#[derive(Debug, Clone)]
pub(crate) struct Scope<'a> {
    errors: &'a Errors,
    path: String,
    /// The day it is read on.
    pub(crate) today: Date,
}

impl<'a> Scope<'a> {
    pub(crate) fn root(errors: &'a Errors, today: Date) -> Self {
        Self { errors, path: String::new(), today }
    }

    pub(crate) fn field(&self, name: &str) -> Self {
        let path =
            if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        Self { path, ..self.clone() }
    }

    pub(crate) fn index(&self, index: usize) -> Self {
        Self { path: format!("{}[{index}]", self.path), ..self.clone() }
    }

    /// Something is wrong here.
    pub(crate) fn fault(&self, fault: Fault) {
        self.errors.push(fault.at(self.path.clone()));
    }

    /// Something that must be here is not.
    pub(crate) fn required(&self, message: &'static str) {
        self.fault(Fault::new("required", message));
    }

    /// Reads the text of a field; a blank one counts as left out.
    pub(crate) fn read<T>(
        &self,
        name: &str,
        text: Option<&str>,
        parse: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Option<T> {
        let text = text.filter(|text| !clean_line(text).is_empty())?;
        parse(text).map_err(|fault| self.field(name).fault(fault)).ok()
    }

    /// Reads the code of a field. A blank one is not in any list.
    pub(crate) fn code<T: CodeList>(&self, name: &str, code: Option<&str>) -> Option<T> {
        code?.parse().map_err(|fault| self.field(name).fault(fault)).ok()
    }

    /// Reads a list of codes into the list's own order, each once.
    pub(crate) fn codes<T: CodeList + Ord>(&self, name: &str, codes: &[String]) -> Vec<T> {
        let list = self.field(name);
        let read = |(index, code): (usize, &String)| {
            code.parse().map_err(|fault| list.index(index).fault(fault)).ok()
        };
        let mut members: Vec<T> = codes.iter().enumerate().filter_map(read).collect();
        members.sort_unstable();
        members.dedup();
        members
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_follows_from_an_error_is_not_told_again() {
        let errors = Errors::default();
        let root = Scope::root(&errors, date(2026, 11, 21));
        let referrer = root.field("referrer");
        referrer.required("first");
        referrer.field("kind").required("second");
        referrer.required("third");
        root.field("referrers").required("another field");
        root.field("adults").index(1).field("name").required("deep");
        let paths: Vec<_> = errors.into_inner().into_iter().map(|e| e.path).collect();
        assert_eq!(paths, ["referrer", "referrers", "adults[1].name"]);
    }
}
