//! Parents: one of them is the same, or each record names one whom the other does not.

use super::given;
use crate::level::Level;
use crate::profile::{Grown, Role};
use crate::similar::edits;

/// The nearest two of them: the same full name, a name that is alike, or nobody in common.
pub(super) fn compare(a: &[Grown], b: &[Grown]) -> Level {
    let mut nearest = Level::Missing;
    for (one, other) in a.iter().flat_map(|one| b.iter().map(move |other| (one, other))) {
        match likeness(one, other) {
            Level::Same => return Level::Same,
            Level::Part => nearest = Level::Part,
            _ if nearest == Level::Missing && may_be_one(one, other) => nearest = Level::Different,
            _ => {}
        }
    }
    nearest
}

/// Whether each record names a parent whom the other does not, the nearest two being so near: a mother
/// where the other's mother is somebody else, whatever the fathers. Cousins of one home have other
/// mothers.
pub(super) fn differ(a: &[Grown], b: &[Grown], nearest: Level) -> bool {
    let differs = |role: Role| {
        let of_role = |grown: &&Grown| grown.role == role;
        let mut pairs = a.iter().filter(of_role).flat_map(|one| {
            b.iter().filter(of_role).map(move |other| likeness(one, other) == Level::Different)
        });
        pairs.next().is_some_and(|first| first && pairs.all(|differs| differs))
    };
    match nearest {
        Level::Missing => false,
        Level::Different => true,
        _ => differs(Role::Mother) || differs(Role::Father),
    }
}

/// A mother is no father; a parent of no said kind may be either.
fn may_be_one(a: &Grown, b: &Grown) -> bool {
    a.role == b.role || a.role == Role::Other || b.role == Role::Other
}

/// Two grown-ups' names: the same, with no date of birth that says otherwise; alike; or different.
fn likeness(a: &Grown, b: &Grown) -> Level {
    let same_day = match (a.born, b.born) {
        (Some(a), Some(b)) => Some(a == b),
        _ => None,
    };
    let given_same = a.given.spelling == b.given.spelling && !a.given.is_initial();
    if given_same && a.family == b.family && same_day != Some(false) {
        Level::Same
    } else if given_same
        || ((same_day == Some(true) || edits(&a.family, &b.family, 1) <= 1)
            && given::alike(&a.given, &b.given).agrees())
    {
        Level::Part
    } else {
        Level::Different
    }
}
