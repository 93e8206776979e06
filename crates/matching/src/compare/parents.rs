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

/// Whether each names a mother, a father or a parent of no said kind, and nobody's name is like
/// another's among them: cousins of one home have other mothers.
pub(super) fn differ(a: &[Grown], b: &[Grown]) -> bool {
    [Role::Mother, Role::Father].into_iter().any(|role| {
        let of_role = |grown: &&Grown| grown.role == role;
        let (ours, theirs) = (a.iter().filter(of_role), b.iter().filter(of_role));
        ours.clone().next().is_some()
            && theirs.clone().next().is_some()
            && !ours
                .into_iter()
                .any(|one| theirs.clone().any(|other| likeness(one, other) != Level::Different))
    }) || compare(a, b) == Level::Different
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
    let given_alike = given_same || given::alike(&a.given, &b.given).agrees();
    let family_alike = edits(&a.family, &b.family, 1) <= 1;
    if given_same && a.family == b.family && same_day != Some(false) {
        Level::Same
    } else if given_alike && (family_alike || given_same || same_day == Some(true)) {
        Level::Part
    } else {
        Level::Different
    }
}
