//! Homes: one house, one road, or neither.

use crate::level::Level;
use crate::place::Home;
use crate::similar::edits;

/// How two homes compare: the same house and road (the flat too, where both give one), the same road,
/// or another.
pub(super) fn homes(a: Option<&Home>, b: Option<&Home>) -> Level {
    if one_property(a, b) {
        return Level::Same;
    }
    let (Some(a), Some(b)) = (a, b) else { return Level::Missing };
    if a.words.is_empty() || b.words.is_empty() {
        return Level::Missing;
    }
    match (one_road(a, b), one_house(a, b)) {
        (true, true) => Level::Same,
        (true, false) => Level::Part,
        _ => Level::Different,
    }
}

/// The property's own number is the same.
pub(super) fn one_property(a: Option<&Home>, b: Option<&Home>) -> bool {
    let number = |home: Option<&Home>| home.and_then(|home| home.uprn.clone());
    a.is_some() && number(a).is_some() && number(a) == number(b)
}

fn one_road(a: &Home, b: &Home) -> bool {
    let telling = |word: &&String| word.chars().count() > 3 && !is_kind_of_road(word);
    a.words
        .iter()
        .filter(telling)
        .any(|word| b.words.iter().any(|other| edits(word, other, 1) <= 1 && telling(&other)))
}

/// The house has the same number, or none and the same name; a flat that one leaves out is no
/// difference.
fn one_house(a: &Home, b: &Home) -> bool {
    let flats = match (&a.flat, &b.flat) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    let names = |a: &Home, b: &Home| a.words.iter().all(|word| b.words.contains(word));
    let houses = match (&a.house, &b.house) {
        (Some(a), Some(b)) => a == b,
        (None, None) => names(a, b) || names(b, a),
        _ => false,
    };
    flats && houses
}

fn is_kind_of_road(word: &str) -> bool {
    matches!(
        word,
        "road"
            | "street"
            | "avenue"
            | "close"
            | "court"
            | "crescent"
            | "drive"
            | "gardens"
            | "lane"
            | "place"
            | "square"
            | "terrace"
            | "house"
            | "north"
            | "south"
            | "east"
            | "west"
    )
}
