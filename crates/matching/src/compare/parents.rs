//! Comparison of parents: one of them is the same, or each record names one whom the other does
//! not.

use super::given;
use crate::level::Level;
use crate::profile::{Grown, Role};
use crate::similar::edits;

/// The result of comparing the parents of two records.
pub(super) struct Parents {
    /// The level of the nearest two: the same full name, a name that is alike, or nobody in common.
    pub(super) nearest: Level,
    /// Whether each record names a parent whom the other does not: no parent of one may be a parent
    /// of the other, or the mothers, or the fathers, are two people. Cousins in one home have
    /// different mothers, whose names may be as alike as children's.
    pub(super) differ: bool,
}

/// Compares the parents of two records.
pub(super) fn compare(a: &[Grown], b: &[Grown]) -> Parents {
    let mut nearest = Level::Missing;
    // For parents of any kind, for mothers and for fathers: whether there is a pair to compare, and
    // whether a pair may be one person.
    let mut seen = [(false, false); 3];
    for (one, other) in a.iter().flat_map(|one| b.iter().map(move |other| (one, other))) {
        let names = Names::of(one, other);
        let comparable = may_be_one(one, other);
        nearest = match (names.likeness(), nearest) {
            (Level::Same, _) | (_, Level::Same) => Level::Same,
            (Level::Part, _) | (_, Level::Part) => Level::Part,
            _ if comparable => Level::Different,
            _ => nearest,
        };
        let is_one = comparable && names.may_be_one();
        let both = |role| one.role == role && other.role == role;
        let counts = [comparable, both(Role::Mother), both(Role::Father)];
        for (seen, counts) in seen.iter_mut().zip(counts) {
            *seen = (seen.0 || counts, seen.1 || (counts && is_one));
        }
    }
    Parents { nearest, differ: seen.contains(&(true, false)) }
}

/// Whether two grown-ups may be one person by their roles: a mother is no father, and a parent of
/// unknown kind may be either.
fn may_be_one(a: &Grown, b: &Grown) -> bool {
    a.role == b.role || a.role == Role::Other || b.role == Role::Other
}

/// The names of two grown-ups, compared.
struct Names {
    given: Level,
    /// Whether one given name has every word of the other.
    shortened: bool,
    same_family: bool,
    /// Whether the given names agree and the family names are no more than a slip apart.
    alike_family: bool,
    one_day: Option<bool>,
}

impl Names {
    fn of(a: &Grown, b: &Grown) -> Self {
        let given = given::whole(&a.given, &b.given);
        let days = a.born.zip(b.born);
        Self {
            given,
            shortened: given == Level::Part && given::is_shortened(&a.given, &b.given),
            same_family: a.family == b.family,
            alike_family: given.agrees() && edits(&a.family, &b.family, 1) <= 1,
            one_day: days.map(|(one, other)| one == other),
        }
    }

    fn same_given(&self) -> bool {
        matches!(self.given, Level::Same | Level::Variant)
    }

    /// The level of the two names: the same full name, unless two dates of birth differ; alike; or
    /// different.
    fn likeness(&self) -> Level {
        if self.same_given() && self.same_family && self.one_day != Some(false) {
            Level::Same
        } else if self.given.agrees()
            && (self.same_given() || self.alike_family || self.one_day == Some(true))
        {
            Level::Part
        } else {
            Level::Different
        }
    }

    /// Whether the two names may be one person's: the given names are the same, or one has further
    /// words; the family names are no more than a slip apart; and no two days of birth differ.
    fn may_be_one(&self) -> bool {
        (self.same_given() || self.shortened) && self.alike_family && self.one_day != Some(false)
    }
}
