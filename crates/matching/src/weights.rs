//! The weights: for each level of each field, how often it is seen between records of one child (m)
//! and between strangers (u). The table has a version, and `train` makes it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::OnceLock;

use crate::compare::Comparison;
use crate::level::{Field, Level};

/// A table of weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    version: String,
    probabilities: BTreeMap<(Field, Level), (f64, f64)>,
    bits: [[f64; 11]; Field::ALL.len()],
}

/// The ways in which a table can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeightsError {
    /// A line is not `field level m u`.
    #[error("line {0} of the weights is not: field level m u")]
    Line(usize),
    /// A field's level is missing.
    #[error("the weights have no line for {0} {1}")]
    Gap(&'static str, &'static str),
}

/// The most bits by which one field may speak against: people move, and parents part.
const MOST_AGAINST: f64 = 8.0;
/// The most bits by which a common family name counts less than a rare one.
const MOST_DISCOUNT: f64 = 5.0;
/// The share of people, roughly, who bear a family name that is not in the table.
const RARE_SHARE: f64 = 0.000_1;

impl Weights {
    /// The table that this version of Hubward comes with.
    pub fn standard() -> &'static Self {
        static STANDARD: OnceLock<Weights> = OnceLock::new();
        STANDARD.get_or_init(|| {
            Self::parse(include_str!("../data/weights.txt"))
                .unwrap_or_else(|error| unreachable!("{error}"))
        })
    }

    /// Reads a table from its text.
    pub fn parse(text: &str) -> Result<Self, WeightsError> {
        let mut version = String::new();
        let mut probabilities = BTreeMap::new();
        for (at, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix("version ") {
                name.clone_into(&mut version);
                continue;
            }
            let parts: Vec<&str> = line.split_whitespace().collect();
            let read = || {
                let [field, level, m, u] = parts[..] else { return None };
                let field = Field::ALL.into_iter().find(|known| known.code() == field)?;
                Some(((field, Level::of_code(level)?), (m.parse().ok()?, u.parse().ok()?)))
            };
            let (key, value) = read().ok_or(WeightsError::Line(at))?;
            probabilities.insert(key, value);
        }
        Self::new(version, probabilities)
    }

    /// Makes a table from m and u for each level of each field.
    pub fn new(
        version: String,
        probabilities: BTreeMap<(Field, Level), (f64, f64)>,
    ) -> Result<Self, WeightsError> {
        let mut bits = [[0.0; 11]; Field::ALL.len()];
        for field in Field::ALL {
            for &level in field.levels() {
                let Some(&(m, u)) = probabilities.get(&(field, level)) else {
                    return Err(WeightsError::Gap(field.code(), level.code()));
                };
                let weight: f64 = (m.max(1e-9) / u.max(1e-9)).log2();
                // A level that agrees never speaks against, and one that differs never speaks for.
                bits[field as usize][level as usize] =
                    if level.agrees() { weight.max(0.0) } else { weight.clamp(-MOST_AGAINST, 0.0) };
            }
        }
        Ok(Self { version, probabilities, bits })
    }

    /// The version of the table.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The bits that one field adds to the sum.
    pub fn bits(&self, comparison: &Comparison, field: Field) -> f64 {
        let level = comparison.level(field);
        let weight = self.bits[field as usize][level as usize];
        match (field, comparison.family_share) {
            (Field::Family, Some(share)) if level.agrees() => {
                let discount = (share / RARE_SHARE).log2().clamp(0.0, MOST_DISCOUNT);
                (weight - discount).max(0.0)
            }
            _ => weight,
        }
    }

    /// The sum over all fields, in bits. Postcode, house, phone, e-mail and parent go together in
    /// one household, so the strongest of them counts whole and the others a quarter.
    pub fn sum(&self, comparison: &Comparison) -> f64 {
        const HOUSEHOLD: [Field; 5] =
            [Field::Postcode, Field::Home, Field::Phone, Field::Email, Field::Parent];
        let bits = |field| self.bits(comparison, field);
        let own: f64 = [Field::Given, Field::Family, Field::Birth, Field::NhsNumber, Field::Upn]
            .into_iter()
            .map(bits)
            .sum();
        let best = HOUSEHOLD.into_iter().map(bits).fold(0.0, f64::max);
        let all: f64 = HOUSEHOLD.into_iter().map(bits).filter(|bits| *bits > 0.0).sum();
        let against: f64 = HOUSEHOLD.into_iter().map(bits).filter(|bits| *bits < 0.0).sum();
        own + best + (all - best) * 0.25 + against
    }

    /// The table as text, as `parse` reads it.
    pub fn to_text(&self) -> String {
        let mut text = format!("version {}\n", self.version);
        for field in Field::ALL {
            for &level in field.levels() {
                let (m, u) = self.probabilities.get(&(field, level)).copied().unwrap_or_default();
                // Writing to a String cannot fail.
                let _ = writeln!(text, "{} {} {m:.6} {u:.8}", field.code(), level.code());
            }
        }
        text
    }

    /// The probabilities m and u of one level.
    pub fn probability(&self, field: Field, level: Level) -> Option<(f64, f64)> {
        self.probabilities.get(&(field, level)).copied()
    }
}
