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
pub const MERGE: f64 = 18.0;
/// The same for two with the same given name and the same date of birth, who are no twins.
pub const MERGE_ALIKE: f64 = 14.0;
/// A family name that so many people bear at most is not shared by chance in one home.
const RARE_ENOUGH: f64 = 0.001;
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
        return Judgement {
            outcome: Outcome::New,
            bits,
            guards: vec![Guard::Protected],
            comparison,
        };
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
    if guards.contains(&Guard::IdentifierOfAnother) {
        return Outcome::Possible;
    }
    if guards.contains(&Guard::DifferentGivenName) {
        // Another child: of the same family, or a stranger.
        let family = !protected && is_household(comparison);
        return if family { Outcome::Household } else { Outcome::New };
    }
    let alike = is_named_and_born_alike(comparison) || is_born_on_a_wrong_day(comparison);
    let enough = if alike { MERGE_ALIKE } else { MERGE };
    if bits >= enough && guards.is_empty() && is_sure(comparison) {
        return Outcome::SameChild;
    }
    if bits >= SHOW && is_worth_a_look(comparison) {
        return Outcome::Possible;
    }
    if !protected && is_household(comparison) { Outcome::Household } else { Outcome::New }
}

fn is_named_and_born_alike(comparison: &Comparison) -> bool {
    let level = |field| comparison.level(field);
    let named = matches!(level(Field::Given), Level::Same | Level::Variant | Level::Swapped);
    let near = has_anchor(comparison)
        || level(Field::Postcode).agrees()
        || level(Field::Home).agrees()
        || level(Field::Parent).agrees();
    named && level(Field::Birth) == Level::Same && near
}

/// The home, a contact or a number of the child's own is the same.
fn has_anchor(comparison: &Comparison) -> bool {
    [Field::Home, Field::Phone, Field::Email, Field::NhsNumber, Field::Upn]
        .into_iter()
        .any(|field| comparison.level(field) == Level::Same)
}

/// Whether names and dates of birth may be those of one child. The same day, or as much as two
/// slips leave of it; where it agrees less, the home or a contact must be the same: cousins share a
/// name, and neighbours may.
fn is_sure(comparison: &Comparison) -> bool {
    let level = |field| comparison.level(field);
    let anchored = has_anchor(comparison);
    let unopposed = level(Field::Postcode).agrees()
        && level(Field::Home) != Level::Different
        && level(Field::Parent) != Level::Different;
    let postcode = level(Field::Postcode).agrees();
    // The postcode, and nothing against its being one home.
    let near = level(Field::Postcode) == Level::Same
        && level(Field::Home) != Level::Different
        && level(Field::Parent) != Level::Different;
    if level(Field::Given) == Level::Swapped {
        return match level(Field::Birth) {
            Level::Same => anchored || postcode,
            Level::Swapped | Level::DigitOff => anchored || near,
            Level::Missing | Level::Part | Level::Around => near || (anchored && postcode),
            _ => false,
        };
    }
    let family = matches!(level(Field::Family), Level::Same | Level::Misspelt);
    match level(Field::Birth) {
        Level::Same => true,
        Level::Swapped | Level::DigitOff => anchored || unopposed,
        // Little or nothing says that it is another day: both names, and the home or the road.
        Level::Missing | Level::Part | Level::Around => match level(Field::Given) {
            Level::Same | Level::Variant => family && (anchored || near),
            Level::Misspelt => family && anchored && postcode,
            _ => false,
        },
        _ => is_born_on_a_wrong_day(comparison),
    }
}

/// Whether the day of birth alone is wrong: a name that is rare and the same, in one home. Fathers
/// and sons, cousins and brothers of one name share it where names are common.
fn is_born_on_a_wrong_day(comparison: &Comparison) -> bool {
    let level = |field| comparison.level(field);
    level(Field::Birth) == Level::Different
        && level(Field::Given) == Level::Same
        && !comparison.is_shared_name
        && matches!(level(Field::Family), Level::Same | Level::Misspelt)
        && comparison.family_share.is_none_or(|share| share <= RARE_ENOUGH)
        && level(Field::Postcode).agrees()
        && level(Field::Home) == Level::Same
        && [Field::Phone, Field::Email, Field::Parent]
            .into_iter()
            .all(|field| level(field) != Level::Different)
}

/// Whether a person could make something of it. Where the dates of birth differ wholly, only for
/// the same given name in one home; where one is missing, only near one home.
fn is_worth_a_look(comparison: &Comparison) -> bool {
    let level = |field| comparison.level(field);
    let parent = level(Field::Parent) == Level::Same;
    match level(Field::Birth) {
        Level::Different => {
            level(Field::Given) == Level::Same && (has_anchor(comparison) || parent)
        }
        Level::Missing | Level::Part => {
            has_anchor(comparison) || parent || level(Field::Postcode) == Level::Same
        }
        _ => true,
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
    ((name || parent) && (home || contact || near))
        || (home && (contact || level(Field::Postcode).agrees()))
        // Twins whose address or names were written differently.
        || (name && born && (level(Field::Home) == Level::Part || level(Field::Postcode).agrees()))
        || (born && near && level(Field::Home) != Level::Different)
}
