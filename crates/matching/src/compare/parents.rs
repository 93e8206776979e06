//! Parents: one of them is the same, or each record names one whom the other does not.

use super::given;
use crate::level::Level;
use crate::profile::{Grown, Role};
use crate::similar::edits;

/// How the parents of two records compare.
pub(super) struct Parents {
    /// The nearest two: the same full name, a name that is alike, or nobody in common.
    pub(super) nearest: Level,
    /// Each record names a parent whom the other does not: nobody of one is anybody of the other, or
    /// the mothers are two, whatever the fathers. Cousins of one home have other mothers, and mothers'
    /// names may be as like as children's.
    pub(super) differ: bool,
}

/// Compares the parents of two records.
pub(super) fn compare(a: &[Grown], b: &[Grown]) -> Parents {
    let mut nearest = Level::Missing;
    // Whether there are two to compare, and two who may be one: of any kind, mothers, fathers.
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

/// A mother is no father; a parent of no said kind may be either.
fn may_be_one(a: &Grown, b: &Grown) -> bool {
    a.role == b.role || a.role == Role::Other || b.role == Role::Other
}

/// Two grown-ups' names, side by side.
struct Names {
    given: Level,
    /// One given name has every word of the other.
    shortened: bool,
    same_family: bool,
    /// The family names are no more than a slip apart.
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

    /// The same full name, with no date of birth that says otherwise; alike; or different.
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

    /// Whether they may be one person's: the given names are the same, or one has a further one; the
    /// family name is no more than a slip away; and there are no two days of birth.
    fn may_be_one(&self) -> bool {
        (self.same_given() || self.shortened) && self.alike_family && self.one_day != Some(false)
    }
}
