//! Outcomes: the scores of a family at the start, at a review and at the close.

use serde::{Deserialize, Serialize};

use crate::code_list;
use crate::error::Invalid;
use crate::text::Line;

code_list! {
    /// The point at which a score was taken.
    pub enum ScorePoint {
        Start => "start", "At the start";
        Review => "review", "At a review";
        Close => "close", "At the close";
    }
}

/// A score of 0 to 10 on a named scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeScore {
    /// The name of the scale.
    pub scale: Line,
    /// The score, from 0 to 10.
    pub value: u8,
    /// The point at which the score was taken.
    pub at: ScorePoint,
}

impl OutcomeScore {
    /// Makes a score, which must be from 0 to 10.
    pub fn new(scale: Line, value: u8, at: ScorePoint) -> Result<Self, Invalid> {
        if value > 10 {
            return Err(Invalid::new("score_range", "A score is a whole number from 0 to 10."));
        }
        Ok(Self { scale, value, at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_from_0_to_10() {
        let scale = Line::parse("Outcomes star").unwrap();
        assert!(OutcomeScore::new(scale.clone(), 10, ScorePoint::Close).is_ok());
        assert_eq!(
            OutcomeScore::new(scale, 11, ScorePoint::Start).unwrap_err().code,
            "score_range"
        );
    }
}
