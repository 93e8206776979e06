//! Which person of the document stands in which columns, and which column a field came from.
//!
//! People are counted in the file as their columns are, and in the document without gaps: where
//! `child1_…` is blank and `child2_…` is not, the second is `children[0]`.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Found, Group, Kind, groups, singles};
use super::{Cell, cells};

/// The numbers of the people of each list, in their order.
pub(super) struct Naming(BTreeMap<&'static str, Vec<usize>>);

impl Naming {
    /// The people about whom a row says something. A "no" alone says nothing of anybody: it may have
    /// been filled down a column.
    pub(super) fn of(cells: &[Cell]) -> Self {
        let mut people: BTreeMap<&'static str, BTreeSet<usize>> = BTreeMap::new();
        for Cell { at, text } in cells {
            if let Found::Of(group, number, column) = at.column {
                let is_no =
                    matches!(column.kind, Kind::YesNo) && cells::yes_or_no(text) == Some(false);
                if !is_no {
                    people.entry(group.list).or_default().insert(number);
                }
            }
        }
        Self(
            people
                .into_iter()
                .map(|(list, numbers)| (list, numbers.into_iter().collect()))
                .collect(),
        )
    }

    /// The paths of all people, such as `children[0]`.
    pub(super) fn people(&self) -> impl Iterator<Item = String> {
        self.0.iter().flat_map(|(list, numbers)| {
            (0..numbers.len()).map(move |index| format!("{list}[{index}]"))
        })
    }

    /// The place of a person in the document.
    pub(super) fn index(&self, group: &Group, number: usize) -> Option<usize> {
        self.0.get(group.list)?.iter().position(|one| *one == number)
    }

    /// The column of a field of the document. A field that no column fills in alone has the first of
    /// its columns.
    pub(super) fn column_of(&self, path: &str) -> String {
        for group in groups() {
            let of_person = path.strip_prefix(group.list).and_then(|rest| rest.strip_prefix('['));
            if let Some((index, rest)) = of_person.and_then(|rest| rest.split_once(']')) {
                let number =
                    index.parse().ok().and_then(|index: usize| self.0.get(group.list)?.get(index));
                let number = number.copied().unwrap_or(1);
                let rest = rest.trim_start_matches('.');
                let column = group.columns.iter().find(|column| is_of(column.path, rest));
                let name = column.or(group.columns.first()).map_or("", |column| column.name);
                return format!("{}{number}_{name}", group.name);
            }
        }
        if path == "children" {
            return super::columns::NOT_KNOWN.name.to_owned();
        }
        let column = singles().find(|column| is_of(column.path, path));
        column.map_or(path, |column| column.name).to_owned()
    }
}

/// Whether a column fills in a field, a part of it, or what it is a part of.
fn is_of(column: &str, path: &str) -> bool {
    let within = |outer: &str, inner: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    !column.is_empty() && (within(column, path) || within(path, column))
}
