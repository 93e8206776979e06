//! The columns of a file of referrals: their names, the field that each fills in, and what stands in
//! it. The template and the guide's table are made of this.

mod table;

use std::fmt::Write as _;

pub(super) use self::table::{CONCERN, KEY, NOT_KNOWN};
use self::table::{GROUPS, SINGLE};
use crate::unchecked::PEOPLE_MAX;

/// A column, or the part of a column's name that stands behind `child1_`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) name: &'static str,
    /// The path of the field in the document; within the person, for a column about one.
    pub(super) path: &'static str,
    pub(super) kind: Kind,
    pub(super) example: &'static str,
    pub(super) meaning: &'static str,
}

/// What stands in a cell.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// Text as it was typed.
    Text,
    /// A name of a person.
    Name,
    /// A number, a postcode or a code that a spreadsheet may take for a number.
    Number,
    /// A day.
    Day,
    /// A month of a year, or a year.
    Month,
    /// Yes or no.
    YesNo,
    /// One code of a list, or its plain words.
    Code(fn() -> Vec<Word>),
    /// Any codes of a list.
    Codes(fn() -> Vec<Word>),
    /// Any codes of a list, or `none`, which is an answer.
    CodesOrNone(fn() -> Vec<Word>),
    /// The sender's name for the row, which is no field of the referral.
    Key,
}

/// A code, and its plain words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) code: &'static str,
    pub(super) label: &'static str,
}

/// Columns that are there for each of several people.
#[derive(Debug)]
pub(super) struct Group {
    /// The word in the names of the columns, such as `child` in `child1_given_name`.
    pub(super) name: &'static str,
    /// The list in the document.
    pub(super) list: &'static str,
    pub(super) columns: &'static [Column],
    /// The number of people for whom the template has columns. More may be added.
    in_template: usize,
}

/// A column that was found by its name in a file.
#[derive(Debug, Clone, Copy)]
pub(super) enum Found {
    Single(&'static Column),
    /// A column about a person, who has this number from 1.
    Of(&'static Group, usize, &'static Column),
}

/// The name of a column without case, spaces and punctuation: `Child 1: given name` is
/// `child1_given_name`.
pub(super) fn normal(name: &str) -> String {
    let mut normal = String::new();
    for c in referral::text::clean_token(name).chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            let after_gap = normal.ends_with('_');
            // "child 1" is "child1".
            if after_gap && c.is_ascii_digit() {
                normal.pop();
            }
            normal.push(c);
        } else if !normal.is_empty() && !normal.ends_with('_') {
            normal.push('_');
        }
    }
    normal.trim_end_matches('_').to_owned()
}

impl Found {
    /// The one name of the column, however it is spelt in a file.
    pub(super) fn name(self) -> String {
        match self {
            Self::Single(column) => column.name.to_owned(),
            Self::Of(group, number, column) => format!("{}{number}_{}", group.name, column.name),
        }
    }
}

/// The column of a name, however it is spelt.
pub(super) fn found(name: &str) -> Option<Found> {
    let name = table::alias(name);
    if let Some(column) = SINGLE.iter().find(|column| spelt(column.name) == spelt(name)) {
        return Some(Found::Single(column));
    }
    let spelt_name = spelt(name);
    GROUPS.iter().find_map(|group| {
        let rest = spelt_name.strip_prefix(&spelt(group.name))?;
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = rest.split_at(digits);
        let number = number.parse().ok().filter(|number| (1..=PEOPLE_MAX).contains(number))?;
        let rest = table::alias_of_person(rest);
        let column = group.columns.iter().find(|column| spelt(column.name) == spelt(rest))?;
        Some(Found::Of(group, number, column))
    })
}

/// A name without its underscores: `child1_givenname` is taken for `child1_given_name`.
fn spelt(name: &str) -> String {
    name.replace('_', "")
}

/// The columns that are there once.
pub(super) fn singles() -> impl Iterator<Item = &'static Column> {
    SINGLE.iter()
}

/// The columns about people.
pub(super) fn groups() -> impl Iterator<Item = &'static Group> {
    GROUPS.iter()
}

/// The known column whose name is most like this one, if any is alike.
pub(super) fn nearest(name: &str) -> Option<String> {
    let words: Vec<_> = name.split('_').filter(|word| word.len() > 2).collect();
    let shared = |known: &String| {
        let own: Vec<_> = known.split('_').collect();
        words.iter().filter(|word| own.contains(word)).count()
    };
    names().filter(|known| shared(known) > 0).rev().max_by_key(shared)
}

/// The names of the template's columns, in its order.
fn names() -> impl DoubleEndedIterator<Item = String> {
    let single = SINGLE.iter().map(|column| column.name.to_owned());
    let of_people = GROUPS.iter().flat_map(|group| {
        (1..=group.in_template).flat_map(move |number| {
            let names = group.columns.iter();
            names.map(move |column| format!("{}{number}_{}", group.name, column.name))
        })
    });
    let all: Vec<_> = single.chain(of_people).collect();
    all.into_iter()
}

/// The template: a file with a header and no row, with the byte order mark by which Excel knows that
/// it is UTF-8.
pub fn template() -> String {
    format!("\u{feff}{}\r\n", names().collect::<Vec<_>>().join(","))
}

/// The columns as a table in Markdown, for the guide.
pub fn markdown() -> String {
    let mut text =
        String::from("| Column | For example | What stands in it | Field |\n|---|---|---|---|\n");
    for column in SINGLE {
        line(&mut text, column.name, column.path, column);
    }
    for group in GROUPS {
        for column in group.columns {
            let name = format!("{}1_{}", group.name, column.name);
            line(&mut text, &name, &format!("{}[0].{}", group.list, column.path), column);
        }
    }
    text
}

fn line(text: &mut String, name: &str, path: &str, column: &Column) {
    let codes = match column.kind {
        Kind::Code(words) | Kind::Codes(words) | Kind::CodesOrNone(words) => {
            let codes: Vec<_> = words().iter().map(|word| format!("`{}`", word.code)).collect();
            format!(" {}.", codes.join(", "))
        }
        _ => String::new(),
    };
    let example =
        if column.example.is_empty() { String::new() } else { format!("`{}`", column.example) };
    let path = if path.is_empty() { "–".to_owned() } else { format!("`{path}`") };
    // Writing to a string cannot fail.
    let _ = writeln!(text, "| `{name}` | {example} | {}{codes} | {path} |", column.meaning);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_known_however_its_name_is_spelt() {
        for (given, name) in [
            ("Postcode", "postcode"),
            (" Child 1: Given name ", "child1_given_name"),
            ("child1_givenname", "child1_given_name"),
            ("CHILD 2 DOB", "child2_date_of_birth"),
            ("Child 20 First Name", "child20_given_name"),
            ("must not know 1 note", "must_not_know1_note"),
            ("\u{feff}Safeguarding concern?", "safeguarding_concern"),
        ] {
            assert_eq!(found(&normal(given)).unwrap().name(), name, "{given}");
        }
        for unknown in ["", "child_given_name", "child0_given_name", "child21_upn", "shoe_size"] {
            assert!(found(&normal(unknown)).is_none(), "{unknown}");
        }
    }

    #[test]
    fn every_column_of_the_template_is_known_by_its_own_name_and_no_other() {
        let all: Vec<_> = names().collect();
        for name in &all {
            assert_eq!(&found(name).unwrap().name(), name);
            assert_eq!(&normal(name), name);
        }
        let mut once = all.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), all.len());
    }
}
