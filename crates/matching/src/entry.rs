//! An entry as a whole: a referral joins it only where none of its records says otherwise.

use crate::judge::{Outcome, judge};
use crate::level::{Field, Level};
use crate::profile::Profile;
use crate::weights::Weights;

/// Whether a referral's children contradict those of a record: a child of one and a child of the
/// other, with no counterpart of their own, whose names are like one child's and whose numbers,
/// parents or further names are not. A twin whom the record names beside the child is no
/// contradiction.
pub fn contradicts(own: &[Profile], held: &[Profile], weights: &Weights) -> bool {
    let is_one = |a: &Profile, b: &Profile| judge(a, b, weights).outcome >= Outcome::SameChild;
    let alone = |child: &&Profile, others: &[Profile]| !others.iter().any(|it| is_one(child, it));
    let held_alone: Vec<&Profile> = held.iter().filter(|child| alone(child, own)).collect();
    own.iter().filter(|child| alone(child, held)).any(|child| {
        held_alone.iter().any(|other| {
            let judgement = judge(child, other, weights);
            let level = |field| judgement.comparison.level(field);
            let may_be_one =
                level(Field::Given).agrees() && level(Field::Birth) != Level::Different;
            may_be_one && judgement.guards.iter().any(|guard| guard.contradicts())
        })
    })
}
