//! Evidence in words: why two children were matched or kept apart. It names fields and how they
//! compare, never a value.

use serde::{Deserialize, Serialize};

use crate::compare::Comparison;
use crate::level::{Field, Level};

/// The comparison of one field, in codes and in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The field's name in records.
    pub field: String,
    /// The level's name in records.
    pub level: String,
    /// The comparison in words: `date of birth: day and month swapped`.
    pub text: String,
}

/// The evidence of a comparison, in the order of the fields. Missing fields are left out, except
/// the names and the date of birth.
pub fn of(comparison: &Comparison) -> Vec<Evidence> {
    Field::ALL
        .into_iter()
        .map(|field| (field, comparison.level(field)))
        .filter(|(field, level)| {
            *level != Level::Missing || matches!(field, Field::Given | Field::Family | Field::Birth)
        })
        .map(|(field, level)| Evidence {
            field: field.code().to_owned(),
            level: level.code().to_owned(),
            text: format!("{}: {}", field.label(), words(field, level)),
        })
        .collect()
}

/// The evidence for a field and a level, by their names in records; none where a name is unknown.
pub fn of_codes(field: &str, level: &str) -> Option<Evidence> {
    let field = Field::ALL.into_iter().find(|known| known.code() == field)?;
    let level = Level::of_code(level)?;
    Some(Evidence {
        field: field.code().to_owned(),
        level: level.code().to_owned(),
        text: format!("{}: {}", field.label(), words(field, level)),
    })
}

const fn words(field: Field, level: Level) -> &'static str {
    match (field, level) {
        (_, Level::Missing) => "missing in one of the two",
        (_, Level::Same) => "the same",
        (_, Level::Variant) => "another spelling of the same name",
        (_, Level::Nickname) => "perhaps a short form, or what the child is called",
        (Field::Given, Level::Misspelt) => "alike: perhaps misspelt, perhaps another child's",
        (_, Level::Misspelt) => "nearly the same, perhaps misspelt",
        (Field::Given, Level::Part) => "one of several given names is the same",
        (Field::Birth, Level::Swapped) => "day and month swapped",
        (_, Level::Swapped) => "given and family name swapped",
        (_, Level::Initial) => "only a first letter to compare",
        (Field::Birth, Level::DigitOff) => "one digit differs, or two are exchanged",
        (_, Level::DigitOff) => "one character differs, or two are exchanged",
        (Field::Birth, Level::Part) => "two of day, month and year are the same",
        (Field::Family, Level::Part) => "one part of a longer name is the same",
        (Field::Postcode, Level::Part) => "the same area",
        (Field::Home, Level::Part) => "the same road",
        (Field::Parent, Level::Part) => "alike",
        (_, Level::Part) => "partly the same",
        (_, Level::Around) => "a due date that fits",
        (_, Level::Different) => "different",
    }
}
