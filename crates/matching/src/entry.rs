//! Checks an entry as a whole: a referral joins it only where none of its records contradicts it.

use crate::guard::Guard;
use crate::judge::{Outcome, judge};
use crate::level::{Field, Level};
use crate::profile::Profile;
use crate::weights::Weights;

/// Whether a referral's children contradict those of a record. They do where a child of one and a
/// child of the other, both without a counterpart, have names like one child's, but other numbers,
/// parents or further names. A twin whom the record names beside the child is no contradiction.
pub fn contradicts(own: &[Profile], held: &[Profile], weights: &Weights) -> bool {
    let is_one = |a: &Profile, b: &Profile| judge(a, b, weights).outcome >= Outcome::SameChild;
    let alone = |child: &&Profile, others: &[Profile]| !others.iter().any(|it| is_one(child, it));
    let held_alone: Vec<&Profile> = held.iter().filter(|child| alone(child, own)).collect();
    own.iter().filter(|child| alone(child, held)).any(|child| {
        held_alone.iter().any(|other| {
            let judgement = judge(child, other, weights);
            let level = |field| judgement.comparison.level(field);
            let is_same = matches!(level(Field::Given), Level::Same | Level::Variant);
            // With the same given name, another day of birth means another child. With names that
            // are only alike it means a sister or brother, who contradicts nothing.
            let may_be_one = if level(Field::Birth) == Level::Different {
                is_same
            } else {
                level(Field::Given).agrees()
            };
            let says_otherwise = |guard: &Guard| {
                let unknown = *guard == Guard::DateOfBirthNotTheSame
                    && matches!(level(Field::Birth), Level::Missing | Level::Around);
                guard.contradicts() && !unknown
            };
            may_be_one && judgement.guards.iter().any(says_otherwise)
        })
    })
}
