//! Comparison of homes: the same house, only the same road, or neither.

use crate::level::Level;
use crate::place::Home;
use crate::similar::edits;

/// The level of two homes: the same house and road (the flat too, where both give one), the same
/// road, or another. A road without a house is no home.
pub(super) fn homes(a: Option<&Home>, b: Option<&Home>) -> Level {
    if one_property(a, b) {
        return Level::Same;
    }
    let (Some(a), Some(b)) = (a, b) else { return Level::Missing };
    if a.road.is_empty() || b.road.is_empty() {
        return Level::Missing;
    }
    match (one_road(a, b), one_house(a, b)) {
        (true, true) => Level::Same,
        (true, false) => Level::Part,
        _ => Level::Different,
    }
}

/// Whether two homes that compare as the same are under one postcode, or under two that differ by
/// one character. That counts as a slip only where the road is the same to the letter. The same
/// property number is always enough.
pub(super) fn one_home(a: Option<&Home>, b: Option<&Home>, postcode: Level) -> bool {
    let to_the_letter =
        || matches!((a, b), (Some(a), Some(b)) if a.road == b.road && a.kind == b.kind);
    match postcode {
        Level::Same => true,
        Level::DigitOff => one_property(a, b) || to_the_letter(),
        _ => one_property(a, b),
    }
}

/// Whether both homes have the same unique property reference number (UPRN).
fn one_property(a: Option<&Home>, b: Option<&Home>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.uprn.is_some() && a.uprn == b.uprn)
}

/// Whether two roads are one: the names are the same word by word but for a slip in a longer word,
/// and so are the kinds, where both give one. Where one gives no kind, a town may follow on its
/// line, so only as many words are compared as both have.
fn one_road(a: &Home, b: &Home) -> bool {
    let alike = |(one, other): (&String, &String)| {
        let most = usize::from(one.chars().count().min(other.chars().count()) > 3);
        edits(one, other, most) <= most
    };
    let one_kind = a.kind.is_some() && a.kind == b.kind && a.road.len() == b.road.len();
    (one_kind || a.kind.is_none() || b.kind.is_none()) && a.road.iter().zip(&b.road).all(alike)
}

/// Whether the house has the same number in both homes. A flat that one of them leaves out is no
/// difference.
fn one_house(a: &Home, b: &Home) -> bool {
    let flats = a.flat.is_none() || b.flat.is_none() || a.flat == b.flat;
    flats && a.house.is_some() && a.house == b.house
}
