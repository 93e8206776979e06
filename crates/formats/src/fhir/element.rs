//! An element of a FHIR resource, in one shape whether it was sent as JSON or as XML, and the places
//! in it from which the mapping reads.
//!
//! The mapping marks each value that it takes into a field of the referral; all values without a mark
//! are kept as they were given (`super::kept`).

use std::cell::Cell;

use referral::text::clean_text;

/// An element with its value and its children, in the order in which they were sent.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// The name of the element, or the type of the resource.
    pub(super) name: String,
    /// The value of a primitive, as it was sent.
    pub(super) value: Option<String>,
    /// The elements within, with an item of a list each. A resource stands within the element that
    /// holds it.
    pub(super) children: Vec<Element>,
    /// Whether the value is in a field of the referral, and need not be kept beside it.
    pub(super) is_taken: Cell<bool>,
}

impl Element {
    pub(super) fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// An element that has a value and no children.
    pub(super) fn leaf(name: impl Into<String>, value: String) -> Self {
        Self { value: Some(value), ..Self::named(name) }
    }

    /// Whether the element is a resource: types begin with a capital letter, and no other name does.
    pub(super) fn is_resource(&self) -> bool {
        self.name.starts_with(|first: char| first.is_ascii_uppercase())
    }

    /// Marks every value in the element as taken.
    pub(super) fn take_whole(&self) {
        self.is_taken.set(true);
        self.children.iter().for_each(Self::take_whole);
    }
}

/// An element, and its path as `OperationOutcome.issue.expression` names it.
#[derive(Debug, Clone)]
pub(super) struct At<'a> {
    pub(super) element: &'a Element,
    pub(super) path: String,
}

impl<'a> At<'a> {
    pub(super) fn root(element: &'a Element) -> Self {
        Self { element, path: element.name.clone() }
    }

    /// The children of this name, in order. Their paths have an index where there are several.
    pub(super) fn all(&self, name: &str) -> Vec<At<'a>> {
        let named = || self.element.children.iter().filter(|child| child.name == name);
        let several = named().count() > 1;
        let place = |(index, element): (usize, &'a Element)| {
            let index = if several { format!("[{index}]") } else { String::new() };
            At { element, path: format!("{}.{name}{index}", self.path) }
        };
        named().enumerate().map(place).collect()
    }

    /// The first child of this name.
    pub(super) fn first(&self, name: &str) -> Option<At<'a>> {
        self.all(name).into_iter().next()
    }

    /// The first element at the end of the names, each within the one before it.
    pub(super) fn within(&self, names: &[&str]) -> Option<At<'a>> {
        names.iter().try_fold(self.clone(), |at, name| at.first(name))
    }

    /// The resource that this element holds. It has the path of the element.
    pub(super) fn resource(&self) -> Option<At<'a>> {
        let element = self.element.children.iter().find(|child| child.is_resource())?;
        Some(At { element, path: self.path.clone() })
    }

    /// The value, cleaned as every channel cleans text; `None` where it is blank.
    pub(super) fn value(&self) -> Option<String> {
        let text = clean_text(self.element.value.as_deref()?);
        Some(text).filter(|text| !text.is_empty())
    }

    /// The value of the first child of this name.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.first(name)?.value()
    }

    /// The value, which is marked as taken.
    pub(super) fn take(&self) -> Option<String> {
        let value = self.value()?;
        self.element.is_taken.set(true);
        Some(value)
    }

    /// Whether any coding of the concept has one of these codes, in any system whose name ends as
    /// `system` does.
    pub(super) fn has_code(&self, system: &str, codes: &[&str]) -> bool {
        self.codings().iter().any(|coding| {
            let is_of = coding.text("system").is_some_and(|uri| uri.ends_with(system));
            is_of && coding.text("code").is_some_and(|code| codes.contains(&code.as_str()))
        })
    }

    /// The codings of a concept.
    pub(super) fn codings(&self) -> Vec<At<'a>> {
        self.all("coding")
    }

    /// The words of a concept, as people read it: its text, or else what its codings display.
    pub(super) fn words(&self) -> Option<At<'a>> {
        let shown = || self.codings().iter().find_map(|coding| coding.first("display"));
        self.first("text").or_else(shown).filter(|at| at.value().is_some())
    }
}
