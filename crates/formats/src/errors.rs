//! The errors gathered while a document is read, and the place in it that is being read.

use std::cell::RefCell;

use referral::code_list::CodeList;
use referral::{AsGiven, FieldError, Invalid, Personal, Treatment};

use crate::Context;

/// The most errors that are told at once; no person reads a document with more.
const MOST: usize = 500;

/// The most characters that are kept as they were given in one referral, so that it can be stored.
const AS_GIVEN_MAX: usize = 40_000;

/// The errors so far. The first error of a field stands: errors that follow from it are not told.
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

/// Whether a path is the same field as another, or one within it.
fn covers(outer: &str, path: &str) -> bool {
    path.strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']) || outer.is_empty())
}

/// The findings of reading one document: errors, and fields that do not simply hold what was sent.
#[derive(Debug)]
pub(crate) struct Findings<'a> {
    context: Context<'a>,
    /// Whether optional fields that cannot be read are kept as they were given: in a safeguarding
    /// concern, and in a message of a standard, whose sender cannot word it for us.
    keeps_unread: bool,
    errors: Errors,
    as_given: RefCell<Vec<AsGiven>>,
}

impl<'a> Findings<'a> {
    pub(crate) fn new(context: Context<'a>, keeps_unread: bool) -> Self {
        Self { context, keeps_unread, errors: Errors::default(), as_given: RefCell::default() }
    }

    pub(crate) fn into_inner(self) -> (Vec<FieldError>, Vec<AsGiven>) {
        (self.errors.into_inner(), self.as_given.into_inner())
    }
}

/// A place in the document, with the findings to which it adds.
#[derive(Debug, Clone)]
pub(crate) struct Position<'a> {
    findings: &'a Findings<'a>,
    path: String,
}

impl<'a> Position<'a> {
    pub(crate) fn root(findings: &'a Findings<'a>) -> Self {
        Self { findings, path: String::new() }
    }

    pub(crate) fn field(&self, name: &str) -> Self {
        let path =
            if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        Self { path, ..self.clone() }
    }

    /// The place at a path from the root, such as `adults[0].phone`.
    pub(crate) fn at(&self, path: &str) -> Self {
        Self { path: path.to_owned(), ..self.clone() }
    }

    pub(crate) fn index(&self, index: usize) -> Self {
        Self { path: format!("{}[{index}]", self.path), ..self.clone() }
    }

    /// The facts beside the document.
    pub(crate) fn context(&self) -> Context<'a> {
        self.findings.context
    }

    /// Whether optional fields that cannot be read are kept as they were given.
    pub(crate) fn keeps_unread(&self) -> bool {
        self.findings.keeps_unread
    }

    /// Adds an error at this place.
    pub(crate) fn fault(&self, fault: Invalid) {
        self.findings.errors.push(fault.at(self.path.clone()));
    }

    /// Adds the error that something is missing at this place.
    pub(crate) fn required(&self, message: &'static str) {
        self.fault(Invalid::new("required", message));
    }

    /// Takes note that this optional field cannot be read. Where such fields are kept, it is kept as it was given,
    /// as far as there is room for it. A blank field has nothing to keep, and counts as left out.
    pub(crate) fn unread(&self, text: &str, fault: Invalid) {
        if self.keeps_unread() && text.is_empty() {
            return;
        }
        let kept = self.findings.as_given.borrow().iter().fold(0, |sum, one| {
            sum + one.text.as_ref().map_or(0, |text| text.expose().chars().count())
        });
        if self.keeps_unread() && kept + text.chars().count() <= AS_GIVEN_MAX {
            self.note(Treatment::Kept, Some(text));
        } else {
            self.fault(fault);
        }
    }

    /// Takes note that this field does not simply hold what was sent.
    pub(crate) fn note(&self, treatment: Treatment, text: Option<&str>) {
        let text = text.map(|text| Personal::new(text.to_owned()));
        let note = AsGiven { path: self.path.clone(), treatment, text };
        self.findings.as_given.borrow_mut().push(note);
    }

    /// Reads the text of a field; a blank one counts as left out.
    pub(crate) fn read<T>(
        &self,
        name: &str,
        text: Option<&str>,
        parse: impl FnOnce(&str) -> Result<T, Invalid>,
    ) -> Option<T> {
        self.field(name).value(text?, parse)
    }

    /// Reads the text of this place, as [`Position::read`] does that of a field.
    pub(crate) fn value<T>(
        &self,
        text: &str,
        parse: impl FnOnce(&str) -> Result<T, Invalid>,
    ) -> Option<T> {
        if text.is_empty() {
            return None;
        }
        parse(text).map_err(|fault| self.unread(text, fault)).ok()
    }

    /// Reads the code of a field that may be left out. A blank text is a code of no list.
    pub(crate) fn code<T: CodeList>(&self, name: &str, code: Option<&str>) -> Option<T> {
        let code = code?;
        code.parse().map_err(|fault| self.field(name).unread(code, fault)).ok()
    }

    /// Reads the code of a field that must be there.
    pub(crate) fn required_code<T: CodeList>(
        &self,
        name: &str,
        code: Option<&str>,
        message: &'static str,
    ) -> Option<T> {
        let field = self.field(name);
        let Some(code) = code else {
            field.required(message);
            return None;
        };
        code.parse().map_err(|fault| field.fault(fault)).ok()
    }

    /// The first items of a list, as many as may be given, with an error if there are more.
    pub(crate) fn at_most<'l, T>(&self, items: &'l [T], max: usize) -> &'l [T] {
        if items.len() > max {
            self.fault(Invalid::with("too_many", format!("Give at most {max} of these.")));
        }
        &items[..items.len().min(max)]
    }

    /// Reads a list of codes into the order of their code list, each once.
    pub(crate) fn codes<T: CodeList + Ord>(&self, name: &str, codes: &[String]) -> Vec<T> {
        let list = self.field(name);
        let read = |(index, code): (usize, &String)| {
            code.parse().map_err(|fault| list.index(index).unread(code, fault)).ok()
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
    fn errors_within_a_field_that_has_one_are_not_told() {
        let findings = Findings::new(date(2026, 11, 21).into(), false);
        let root = Position::root(&findings);
        let referrer = root.field("referrer");
        referrer.required("first");
        referrer.field("kind").required("second");
        referrer.required("third");
        root.field("referrers").required("another field");
        root.field("adults").index(1).field("name").required("deep");
        let paths: Vec<_> = findings.into_inner().0.into_iter().map(|e| e.path).collect();
        assert_eq!(paths, ["referrer", "referrers", "adults[1].name"]);
    }

    #[test]
    fn a_concern_keeps_unreadable_fields_as_far_as_there_is_room() {
        let findings = Findings::new(date(2026, 11, 21).into(), true);
        let root = Position::root(&findings);
        let fault = || Invalid::new("shape", "Not so.");
        root.field("one").unread("canary", fault());
        root.field("two").unread(&"x".repeat(AS_GIVEN_MAX), fault());
        let (errors, as_given) = findings.into_inner();
        assert_eq!(errors.iter().map(|e| e.path.as_str()).collect::<Vec<_>>(), ["two"]);
        assert_eq!(as_given.len(), 1);
        assert_eq!(as_given[0].text.as_ref().unwrap().expose(), "canary");
    }
}
