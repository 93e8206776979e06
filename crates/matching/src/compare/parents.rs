//! Parents: one of them is the same, or each record names one whom the other does not.

use super::given;
use crate::level::Level;
use crate::profile::{Grown, Role};
use crate::similar::edits;

/// The nearest two of them: the same full name, a name that is alike, or nobody in common.
pub(super) fn compare(a: &[Grown], b: &[Grown]) -> Level {
    let mut nearest = Level::Missing;
    for (one, other) in pairs(a, b) {
        match likeness(one, other) {
            Level::Same => return Level::Same,
            Level::Part => nearest = Level::Part,
            _ if nearest == Level::Missing && may_be_one(one, other) => nearest = Level::Different,
            _ => {}
        }
    }
    nearest
}

/// Whether each record names a parent whom the other does not: nobody of one is anybody of the other,
/// or the mothers are two, whatever the fathers. Cousins of one home have other mothers, and mothers'
/// names may be as like as children's.
pub(super) fn differ(a: &[Grown], b: &[Grown]) -> bool {
    let are_others = |mut comparable: Box<dyn Iterator<Item = (&Grown, &Grown)> + '_>| {
        comparable
            .next()
            .is_some_and(|(a, b)| !is_one(a, b) && !comparable.any(|(a, b)| is_one(a, b)))
    };
    let of_role = |role: Role| {
        Box::new(pairs(a, b).filter(move |(one, other)| one.role == role && other.role == role))
    };
    are_others(Box::new(pairs(a, b).filter(|(one, other)| may_be_one(one, other))))
        || are_others(of_role(Role::Mother))
        || are_others(of_role(Role::Father))
}

fn pairs<'a>(a: &'a [Grown], b: &'a [Grown]) -> impl Iterator<Item = (&'a Grown, &'a Grown)> {
    a.iter().flat_map(move |one| b.iter().map(move |other| (one, other)))
}

/// A mother is no father; a parent of no said kind may be either.
fn may_be_one(a: &Grown, b: &Grown) -> bool {
    a.role == b.role || a.role == Role::Other || b.role == Role::Other
}

/// Two grown-ups' full names: the same, with no date of birth that says otherwise; alike; or
/// different.
fn likeness(a: &Grown, b: &Grown) -> Level {
    let given = given::whole(&a.given, &b.given);
    let same_given = matches!(given, Level::Same | Level::Variant);
    let one_day = one_day(a, b);
    if same_given && a.family == b.family && one_day != Some(false) {
        Level::Same
    } else if given.agrees() && (same_given || one_day == Some(true) || are_alike(a, b)) {
        Level::Part
    } else {
        Level::Different
    }
}

/// Whether two names may be one person's: given names that are the same, or of which one has a further
/// one; a family name no more than a slip away; and no two days of birth.
fn is_one(a: &Grown, b: &Grown) -> bool {
    let given = match given::whole(&a.given, &b.given) {
        Level::Same | Level::Variant => true,
        Level::Part => given::is_shortened(&a.given, &b.given),
        _ => false,
    };
    given && are_alike(a, b) && one_day(a, b) != Some(false)
}

fn are_alike(a: &Grown, b: &Grown) -> bool {
    edits(&a.family, &b.family, 1) <= 1
}

fn one_day(a: &Grown, b: &Grown) -> Option<bool> {
    Some(a.born? == b.born?)
}
