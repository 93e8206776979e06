//! What two children are to each other, as far as a machine may say.

use crate::compare::{Comparison, compare};
use crate::evidence::{self, Evidence};
use crate::guard::{Guard, guards};
use crate::level::{Field, Level};
use crate::profile::Profile;
use crate::weights::Weights;

/// What follows from comparing two. In order: what is further down needs more evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Strangers, as far as known.
    New,
    /// Two children of one family: linked, never merged.
    Household,
    /// A person decides.
    Possible,
    /// One child.
    SameChild,
    /// The same referral, sent again under another key.
    Replay,
}

impl Outcome {
    /// Its name in records.
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

/// Two children, judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// What follows.
    pub outcome: Outcome,
    /// The sum of the weights, in bits: ranks, and says what is worth a look.
    pub bits: f64,
    /// Why the machine does not join them, if it does not.
    pub guards: Vec<Guard>,
    /// How they compare.
    pub comparison: Comparison,
}

impl Judgement {
    /// The evidence by field.
    pub fn evidence(&self) -> Vec<Evidence> {
        evidence::of(&self.comparison)
    }
}

/// From here on a person is asked (bits).
pub const SHOW: f64 = 14.0;

/// Judges two children. Symmetric.
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

/// Whether a person could make something of it. Where the dates of birth differ wholly, only for
/// the same given name in one home; where one is missing or says little, only near one home.
fn is_worth_a_look(comparison: &Comparison) -> bool {
    let level = |field| comparison.level(field);
    let parent = level(Field::Parent) == Level::Same;
    if comparison.unborn && level(Field::Given) == Level::Missing {
        // A baby without a name is like every other: only the mother or the home tells which.
        return parent || comparison.same_home;
    }
    let anchored = [Field::Home, Field::Phone, Field::Email, Field::NhsNumber, Field::Upn]
        .map(level)
        .contains(&Level::Same);
    let near = anchored || parent || level(Field::Postcode) == Level::Same;
    match level(Field::Birth) {
        Level::Different => level(Field::Given) == Level::Same && (anchored || parent),
        Level::Missing | Level::Part => near,
        // A first of January or a given name alone is many a child's.
        _ => near || !(comparison.weak_day || level(Field::Family) == Level::Different),
    }
}

/// Whether two children may be of one family: a contact, a home or a parent is the same. A parent's
/// name alone may be another's far away.
pub fn is_household(comparison: &Comparison) -> bool {
    let level = |field| comparison.level(field);
    let parent = level(Field::Parent) == Level::Same
        && (level(Field::Postcode).agrees() || level(Field::Home).agrees());
    parent || comparison.same_home || [Field::Phone, Field::Email].map(level).contains(&Level::Same)
}
