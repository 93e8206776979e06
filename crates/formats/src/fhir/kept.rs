//! What a message says beyond the fields of a referral, as text for the people who work on it.

use std::collections::BTreeMap;

use referral::text::clean_text;
use referral::{FieldError, Invalid};

use super::bundle::Bundle;
use super::element::Element;
use super::sources::Sources;

/// The most characters that are kept of one message beside its fields, names of elements included.
const MOST: usize = 200_000;

const TOO_LONG: Invalid = Invalid::new(
    "too_long",
    "This message says more than can be kept with a referral. Leave out what is not about it.",
);

/// The values of every resource that no field holds, a line each, under the name of the resource:
/// `Observation[1]` is the second of them. Nothing is left out: a message that says too much is an
/// error.
pub(super) fn beside(
    bundle: &Bundle<'_>,
    sources: &mut Sources,
) -> Result<Vec<(String, String)>, FieldError> {
    let mut kept = Vec::new();
    let mut lines = Lines::default();
    let own = |child: &&Element| child.name != "entry";
    lines.children(bundle.root.element.children.iter().filter(own), "")?;
    // An entry without a resource has a name all the same.
    for entry in bundle.root.all("entry") {
        if entry.first("resource").and_then(|at| at.resource()).is_none() {
            lines.children(entry.element.children.iter(), "entry")?;
        }
    }
    lines.end("Bundle".to_owned(), &mut kept);
    let name = |at: usize| bundle.entries[at].resource.element.name.as_str();
    let names = indexed((0..bundle.entries.len()).map(name));
    for (entry, name) in bundle.entries.iter().zip(names) {
        sources.note(name.clone(), &entry.resource.path);
        let around = |child: &&Element| child.name != "resource";
        lines.children(entry.entry.element.children.iter().filter(around), "")?;
        lines.children(entry.resource.element.children.iter(), "")?;
        lines.end(name, &mut kept);
    }
    Ok(kept)
}

/// The names, with an index each where one is there several times.
fn indexed<'n>(names: impl Iterator<Item = &'n str> + Clone) -> Vec<String> {
    let mut counts = BTreeMap::new();
    for name in names.clone() {
        *counts.entry(name).or_insert(0_usize) += 1;
    }
    let mut before = BTreeMap::new();
    names
        .map(|name| {
            let at = before.entry(name).or_insert(0_usize);
            *at += 1;
            if counts[name] > 1 { format!("{name}[{}]", *at - 1) } else { name.to_owned() }
        })
        .collect()
}

/// The lines of one resource, and the number of characters of all.
#[derive(Default)]
struct Lines {
    text: String,
    length: usize,
}

impl Lines {
    fn children<'e>(
        &mut self,
        children: impl Iterator<Item = &'e Element> + Clone,
        path: &str,
    ) -> Result<(), FieldError> {
        let dot = if path.is_empty() { "" } else { "." };
        let names = indexed(children.clone().map(|child| child.name.as_str()));
        for (child, name) in children.zip(names) {
            self.element(child, &format!("{path}{dot}{name}"))?;
        }
        Ok(())
    }

    fn element(&mut self, element: &Element, path: &str) -> Result<(), FieldError> {
        let value = element.value.as_deref().filter(|_| !element.is_taken.get());
        if let Some(value) = value.map(clean_text).filter(|value| !value.is_empty()) {
            let line = format!("{path}: {value}\n");
            self.length += line.chars().count();
            if self.length > MOST {
                return Err(TOO_LONG.at(""));
            }
            self.text.push_str(&line);
        }
        self.children(element.children.iter(), path)
    }

    fn end(&mut self, name: String, kept: &mut Vec<(String, String)>) {
        let text = std::mem::take(&mut self.text);
        if !text.is_empty() {
            kept.push((name, text.trim_end().to_owned()));
        }
    }
}
