//! The pairs of similar given names in `crates/matching/tests/pairs.txt`, each with the outcome
//! that two records with these names may have.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The outcome for two records that agree in everything but the given name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// The names are of two children, who are never merged.
    Two,
    /// The names are perhaps one child's: never merged, and a person is asked.
    Ask,
    /// The names are one name, and may be merged.
    Same,
}

/// A pair of similar names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The culture in which the names are in use.
    pub culture: &'static str,
    /// The first name of the pair.
    pub first: Name,
    /// The second name of the pair.
    pub second: Name,
    /// The outcome that is expected.
    pub expected: Expected,
}

/// A name as somebody writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The given name or names.
    pub given: String,
    /// The family name, where the pair says it.
    pub family: Option<String>,
}

/// All pairs, in the order of the file. The file is part of the program: a line that cannot be read
/// is a mistake in it.
pub fn all() -> &'static [Pair] {
    static PAIRS: OnceLock<Vec<Pair>> = OnceLock::new();
    PAIRS.get_or_init(|| {
        include_str!("../../matching/tests/pairs.txt")
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .map(|line| {
                read(line).unwrap_or_else(|| unreachable!("a pair that cannot be read: {line}"))
            })
            .collect()
    })
}

fn read(line: &'static str) -> Option<Pair> {
    let mut columns = line.split(" | ");
    let culture = columns.next()?;
    let (first, second) = (name(columns.next()?)?, name(columns.next()?)?);
    let expected = match columns.next()? {
        "two" => Expected::Two,
        "ask" => Expected::Ask,
        "same" => Expected::Same,
        _ => return None,
    };
    Some(Pair { culture, first, second, expected })
}

fn name(text: &str) -> Option<Name> {
    let text = unescaped(text)?;
    Some(match text.split_once(" + ") {
        Some((given, family)) => Name { given: given.to_owned(), family: Some(family.to_owned()) },
        None => Name { given: text, family: None },
    })
}

/// The text with each `\u{...}` replaced by its character.
fn unescaped(text: &str) -> Option<String> {
    let mut parts = text.split("\\u{");
    let mut whole = parts.next()?.to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}')?;
        whole.push(char::from_u32(u32::from_str_radix(code, 16).ok()?)?);
        whole.push_str(rest);
    }
    Some(whole)
}

/// Pairs of names in Latin letters that two children bear, each with its culture.
pub(crate) fn of_two_children() -> impl Iterator<Item = (&'static str, &'static str, &'static str)>
{
    let is_latin =
        |name: &str| name.chars().all(|c| c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c));
    all()
        .iter()
        .filter(|pair| pair.expected == Expected::Two)
        .map(|pair| (pair.culture, pair.first.given.as_str(), pair.second.given.as_str()))
        .filter(move |(_, first, second)| is_latin(first) && is_latin(second))
}

/// The names of a culture's pairs that two children bear, in Latin letters.
pub(crate) fn names_of(culture: &str) -> &'static [&'static str] {
    static NAMES: OnceLock<BTreeMap<&'static str, Vec<&'static str>>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let mut names: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
        for (culture, first, second) in of_two_children() {
            names.entry(culture).or_default().extend([first, second]);
        }
        names
    });
    names.get(culture).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_enough_pairs_of_each_kind_and_no_pair_twice() {
        let count = |expected| all().iter().filter(|pair| pair.expected == expected).count();
        assert!(count(Expected::Two) >= 110);
        assert!(count(Expected::Ask) >= 55);
        assert!(count(Expected::Same) >= 25);
        let cultures: BTreeSet<&str> = all().iter().map(|pair| pair.culture).collect();
        assert!(cultures.len() >= 12);
        let mut seen = BTreeSet::new();
        for pair in all() {
            let (a, b) = (format!("{:?}", pair.first), format!("{:?}", pair.second));
            let pair = if a < b { (a, b) } else { (b, a) };
            assert!(seen.insert(pair.clone()), "twice: {pair:?}");
        }
    }

    #[test]
    fn characters_are_written_by_number_where_they_look_alike() {
        assert_eq!(unescaped("Zoe\\u{308}").as_deref(), Some("Zoe\u{308}"));
        assert_eq!(unescaped("\\u{zz}"), None);
    }
}
