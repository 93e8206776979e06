//! Fills a document from the cells of a row.

use super::columns::{Column, Found, Kind};
use super::naming::Naming;
use super::{Cell, cells};
use crate::document::{Object, Tree, put};
use crate::errors::Position;

/// The parts that a document must have, though a row may say nothing in them.
const PARTS: [&str; 3] = ["referrer", "agreement", "household"];

/// The document of a row. A cell that cannot be read is noted at `position`, and counts as left out.
pub(super) fn document(row: &[Cell], naming: &Naming, position: &Position<'_>) -> Tree {
    let mut document = Object::new();
    for part in PARTS {
        document.insert(part.to_owned(), Tree::Object(Object::new()));
    }
    // Everybody has a place, even if nothing about them can be read.
    for path in naming.people() {
        put(&mut document, &path, Tree::Object(Object::new()));
    }
    for Cell { at, text } in row {
        match at.column {
            Found::Single(column) => fill(&mut document, column.path, column, text, position),
            Found::Of(group, number, column) => {
                // A person about whom nothing is said but "no" is none.
                if let Some(index) = naming.index(group, number) {
                    let path = format!("{}[{index}].{}", group.list, column.path);
                    fill(&mut document, &path, column, text, position);
                }
            }
        }
    }
    Tree::Object(document)
}

fn fill(document: &mut Object, path: &str, column: &Column, text: &str, position: &Position<'_>) {
    if matches!(column.kind, Kind::Key) {
        return;
    }
    match cells::read(column.kind, text) {
        Ok(value) => put(document, path, value),
        // Whether there is a concern is never guessed.
        Err(fault) if path == super::columns::CONCERN.path => position.at(path).fault(fault),
        Err(fault) => position.at(path).unread(text, fault),
    }
}
