//! Judges what two children are to each other, as far as a machine may say.

use crate::compare::{Comparison, compare};
use crate::evidence::{self, Evidence};
use crate::guard::{Guard, guards};
use crate::level::{Field, Level};
use crate::profile::Profile;
use crate::weights::Weights;

/// The outcome of comparing two children. The variants are in order: a later one needs more
/// evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The two are strangers, as far as is known.
    New,
    /// The two are children of one family, to be linked and never merged.
    Household,
    /// A person decides whether the two are one child.
    Possible,
    /// The two are one child.
    SameChild,
    /// The same referral was sent again under another key.
    Replay,
}

impl Outcome {
    /// The outcome's name in records.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Household => "household",
            Self::Possible => "possible",
            Self::SameChild => "same_child",
            Self::Replay => "replay",
        }
    }
}

/// The judgement on two children.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// The outcome that follows from the comparison.
    pub outcome: Outcome,
    /// The sum of the weights, in bits. It ranks, and says which pairs are worth a look.
    pub bits: f64,
    /// The guards that keep the machine from joining the two; empty where there are none.
    pub guards: Vec<Guard>,
    /// The comparison of the two, field by field.
    pub comparison: Comparison,
}

impl Judgement {
    /// The evidence of the comparison, field by field.
    pub fn evidence(&self) -> Vec<Evidence> {
        evidence::of(&self.comparison)
    }
}

/// The sum of weights from which on a person is asked, in bits.
pub(crate) const SHOW: f64 = 14.0;

/// Judges two children. The order of the two does not matter.
pub fn judge(a: &Profile, b: &Profile, weights: &Weights) -> Judgement {
    let comparison = compare(a, b);
    let bits = weights.sum(&comparison);
    if a.adopted || b.adopted {
        // Identities before and after adoption are never linked, not even as a question.
        let guards = vec![Guard::Protected];
        return Judgement { outcome: Outcome::New, bits, guards, comparison };
    }
    let guards = guards(a, b, &comparison);
    let outcome = outcome(&comparison, bits, &guards);
    Judgement { outcome, bits, guards, comparison }
}

fn outcome(comparison: &Comparison, bits: f64, guards: &[Guard]) -> Outcome {
    let met = |guard| guards.contains(&guard);
    if guards.is_empty() {
        return Outcome::SameChild;
    }
    if met(Guard::IdentifierOfAnother) {
        return Outcome::Possible;
    }
    if !met(Guard::DifferentGivenName) && bits >= SHOW && is_worth_a_look(comparison) {
        return Outcome::Possible;
    }
    let family = !met(Guard::Protected) && is_household(comparison);
    if family { Outcome::Household } else { Outcome::New }
}

/// Whether a person could make something of the comparison. Where the dates of birth differ wholly,
/// that needs the same given name and a shared home, contact, number or parent; where one is
/// missing or only part agrees, one of these or the postcode.
fn is_worth_a_look(comparison: &Comparison) -> bool {
    let level = |field| comparison.level(field);
    let parent = level(Field::Parent) == Level::Same;
    if comparison.unborn && level(Field::Given) == Level::Missing {
        // A baby without a name is like every other: only the mother or the home tells them apart.
        return parent || comparison.same_home;
    }
    let anchored = [Field::Home, Field::Phone, Field::Email, Field::NhsNumber, Field::Upn]
        .map(level)
        .contains(&Level::Same);
    let near = anchored || parent || level(Field::Postcode) == Level::Same;
    match level(Field::Birth) {
        Level::Different => level(Field::Given) == Level::Same && (anchored || parent),
        Level::Missing | Level::Part => near,
        // Many children share a first of January, or a given name alone.
        _ => near || !(comparison.weak_day || level(Field::Family) == Level::Different),
    }
}

/// Whether two children may be of one family: a contact, a home or a parent is the same. A parent's
/// name counts only where postcode or home agree too: alone it may be somebody else's, far away.
pub(crate) fn is_household(comparison: &Comparison) -> bool {
    let level = |field| comparison.level(field);
    let parent = level(Field::Parent) == Level::Same
        && (level(Field::Postcode).agrees() || level(Field::Home).agrees());
    parent || comparison.same_home || [Field::Phone, Field::Email].map(level).contains(&Level::Same)
}
