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
    /// The sum of the weights, in bits.
    pub bits: f64,
    /// Why the machine does not merge them, if it does not.
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

/// From here on a pair is one child, if no guard says otherwise (bits).
pub const MERGE: f64 = 20.0;
/// From here on a person is asked (bits).
pub const SHOW: f64 = 14.0;
/// What must speak for it besides an identifier (bits).
const BESIDES: f64 = 6.0;

/// Judges two children. Symmetric.
pub fn judge(a: &Profile, b: &Profile, weights: &Weights) -> Judgement {
    let comparison = compare(a, b);
    let bits = weights.sum(&comparison);
    if a.adopted || b.adopted {
        // Identities before and after adoption are never linked, not even as a question.
        return Judgement { outcome: Outcome::New, bits, guards: vec![Guard::Protected], comparison };
    }
    let mut guards = guards(a, b, &comparison);
    let identifiers: f64 = [Field::NhsNumber, Field::Upn]
        .into_iter()
        .map(|field| weights.bits(&comparison, field).max(0.0))
        .sum();
    if bits >= MERGE && identifiers > 0.0 && bits - identifiers < BESIDES {
        guards.push(Guard::IdentifierAlone);
    }
    let outcome = outcome(&comparison, bits, &guards);
    Judgement { outcome, bits, guards, comparison }
}

fn outcome(comparison: &Comparison, bits: f64, guards: &[Guard]) -> Outcome {
    let protected = guards.contains(&Guard::Protected);
    let level = |field| comparison.level(field);
    if guards.contains(&Guard::IdentifierOfAnother) {
        return Outcome::Possible;
    }
    if guards.contains(&Guard::DifferentGivenName) {
        // Another child: of the same family, or a stranger.
        let family = !protected && is_household(comparison);
        return if family { Outcome::Household } else { Outcome::New };
    }
    if bits >= MERGE && guards.is_empty() && is_sure_of_birth(comparison) {
        return Outcome::SameChild;
    }
    if bits >= SHOW {
        return Outcome::Possible;
    }
    if !protected && is_household(comparison) { Outcome::Household } else { Outcome::New }
}

/// Whether the dates of birth may be those of one child. Where they agree only in part, or one is
/// missing, the names must be the same and so must the home or a contact: cousins share a name.
fn is_sure_of_birth(comparison: &Comparison) -> bool {
    let level = |field| comparison.level(field);
    match level(Field::Birth) {
        Level::Same | Level::Swapped | Level::DigitOff => true,
        Level::Missing | Level::Part => {
            let names = matches!(level(Field::Given), Level::Same | Level::Variant)
                && matches!(level(Field::Family), Level::Same | Level::Misspelt);
            let home = [Field::Home, Field::Phone, Field::Email].map(level).contains(&Level::Same);
            names && home && !comparison.further_names_differ
        }
        _ => false,
    }
}

/// Whether two children live in one family: the same home or contact, with a name or a parent.
pub fn is_household(comparison: &Comparison) -> bool {
    let level = |field| comparison.level(field);
    let name = level(Field::Family).agrees();
    let parent = level(Field::Parent).agrees();
    let contact = [Field::Phone, Field::Email].map(level).contains(&Level::Same);
    let home = level(Field::Home) == Level::Same;
    let near = level(Field::Postcode) == Level::Same;
    let born = matches!(level(Field::Birth), Level::Same | Level::Swapped);
    (name && (home || contact || near))
        || (parent && (home || contact || near))
        || (home && (contact || level(Field::Postcode).agrees()))
        // Twins whose address or names were written differently.
        || (name && born && (level(Field::Home) == Level::Part || level(Field::Postcode).agrees()))
        || (born && near && level(Field::Home) != Level::Different)
}
