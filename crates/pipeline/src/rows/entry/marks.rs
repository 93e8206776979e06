//! The marks that an entry's log leaves on the entry: how much there is to read, on which days
//! somebody tried to reach the family, whether nobody may, and its scores. They hold codes, ids, days and
//! scores alone.

use std::collections::BTreeSet;

use jiff::civil::Date;
use referral::{
    ClosingOutcome, ContactDirection, ContactLog, GssCode, LogId, OutcomeScore, ScorePoint,
};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::rows::ActorId;

/// The marks of an entry's log.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogMarks {
    /// The number of items on the log.
    #[serde(default)]
    pub items: u16,
    /// The contacts that tell whether the family can be reached, in the order of their days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<ContactMark>,
    /// Whether nobody may get in touch with the family: it ended once by a bereavement.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_contact: bool,
    /// The named worker who offers to hand the work over, for as long as the claim is theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offered_by: Option<ActorId>,
    /// The correction of the postcode that is in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<PostcodeMark>,
    /// The scores of how the family is doing, in the order of their days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<ScoreMark>,
}

/// A score of how the family is doing. The name of its scale and the words about it are sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreMark {
    /// The day on which it was taken.
    pub on: Date,
    /// The log item that tells of it.
    pub item: LogId,
    /// The point at which it was taken.
    pub at: ScorePoint,
    /// The score, from 0 to 10.
    pub value: u8,
    /// A number that stands for the scale's name, whatever its case.
    pub scale: u16,
}

impl ScoreMark {
    /// The mark of a score.
    pub fn of(item: LogId, score: &OutcomeScore, on: Date) -> Self {
        let digest = Sha256::digest(score.scale.as_str().to_lowercase());
        let scale = digest.first_chunk().map_or(0, |bytes| u16::from_be_bytes(*bytes));
        Self { on, item, at: score.at, value: score.value, scale }
    }
}

/// A correction of the postcode. The postcode itself is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostcodeMark {
    /// The log item that has the postcode.
    pub item: LogId,
    /// The authority that runs children's services there, by its code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<GssCode>,
}

/// A contact that reached the family, or a safe attempt that did not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ContactMark {
    /// The day of the contact.
    pub on: Date,
    /// The log item that tells of it.
    pub item: LogId,
    /// Whether the family was reached.
    pub reached: bool,
}

/// The refusal of an outcome that needs more attempts to reach the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{there} of {needed} safe attempts on different days are on the log")]
pub struct TooFewAttempts {
    /// The number of different days on which there was an attempt.
    pub there: u8,
    /// The number that the outcome needs.
    pub needed: u8,
}

impl LogMarks {
    /// The most contacts that are kept, so that the row stays small.
    const MOST_CONTACTS: usize = 40;

    /// The most scores that are kept, for the same reason.
    const MOST_SCORES: usize = 20;

    /// The number of days with a safe attempt, since the day on which the family was last reached.
    pub fn attempt_days(&self) -> u8 {
        let reached = self.contacts.iter().filter(|one| one.reached).map(|one| one.on).max();
        let attempts = self.contacts.iter().filter(|one| !one.reached);
        let since = attempts.filter(|one| reached.is_none_or(|day| one.on > day));
        let days: BTreeSet<Date> = since.map(|one| one.on).collect();
        u8::try_from(days.len()).unwrap_or(u8::MAX)
    }

    /// Whether the work may end in this way.
    pub fn allows(&self, outcome: ClosingOutcome) -> Result<(), TooFewAttempts> {
        let (there, needed) = (self.attempt_days(), outcome.attempts_needed());
        if there < needed { Err(TooFewAttempts { there, needed }) } else { Ok(()) }
    }

    /// Adds the mark of a contact, if it has one.
    pub(crate) fn add(&mut self, mark: Option<ContactMark>) {
        self.contacts.extend(mark);
        self.contacts.sort_unstable();
        if self.contacts.len() > Self::MOST_CONTACTS {
            // Of the day with most of them one is spared, so that no day is lost.
            let on_its_day =
                |mark: &ContactMark| self.contacts.iter().filter(|one| one.on == mark.on).count();
            let spared = self.contacts.iter().max_by_key(|mark| (!mark.reached, on_its_day(mark)));
            let spared = spared.map(|mark| mark.item);
            self.contacts.retain(|mark| Some(mark.item) != spared);
        }
    }

    /// Adds the mark of a score. Of too many the second one is spared: the first is where the family
    /// started, and the last how it is.
    pub(crate) fn add_score(&mut self, mark: ScoreMark) {
        self.scores.push(mark);
        // Of two on one day the one that was written down later stays later.
        self.scores.sort_by_key(|score| score.on);
        if self.scores.len() > Self::MOST_SCORES {
            self.scores.remove(1);
        }
    }

    /// Takes the mark of an item away, which another one replaces.
    pub(crate) fn remove(&mut self, item: LogId) {
        self.contacts.retain(|mark| mark.item != item);
        self.scores.retain(|mark| mark.item != item);
    }
}

impl ContactMark {
    /// The mark of a contact; `None` where it tells neither way. An attempt is the hub's own.
    pub fn of(
        item: LogId,
        code: ContactLog,
        direction: ContactDirection,
        on: Date,
    ) -> Option<Self> {
        let is_ours = direction == ContactDirection::ToFamily;
        let tells = code.reached_the_family() || (code.is_attempt() && is_ours);
        tells.then_some(Self { on, item, reached: code.reached_the_family() })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const OUTCOME: ClosingOutcome = ClosingOutcome::CouldNotReach;

    fn marks(contacts: &[(ContactLog, i8)]) -> LogMarks {
        let mut marks = LogMarks::default();
        for ((code, day), item) in contacts.iter().zip(1..) {
            let item = LogId::from_random([item; 16]);
            let on = date(2026, 11, *day);
            marks.add(ContactMark::of(item, *code, ContactDirection::ToFamily, on));
        }
        marks
    }

    #[test]
    fn an_outcome_that_needs_attempts_has_them_on_different_days() {
        use ContactLog::{DidNotAttend, NoAnswer, SentSafe, WrongDetails};
        for (contacts, days) in [
            (&[][..], 0),
            (&[(NoAnswer, 1), (NoAnswer, 1), (SentSafe, 1)], 1),
            (&[(NoAnswer, 1), (WrongDetails, 2), (SentSafe, 3)], 2),
            (&[(NoAnswer, 3), (DidNotAttend, 1), (SentSafe, 2)], 3),
        ] {
            let marks = marks(contacts);
            assert_eq!(marks.attempt_days(), days, "{contacts:?}");
            let refused = (days < 3).then_some(TooFewAttempts { there: days, needed: 3 });
            assert_eq!(marks.allows(OUTCOME).err(), refused);
            assert_eq!(marks.allows(ClosingOutcome::FamilyDeclined), Ok(()));
        }
    }

    #[test]
    fn attempts_from_before_the_family_was_reached_do_not_count() {
        use ContactLog::{NoAnswer, SpokeParent};
        let marks = marks(&[(NoAnswer, 1), (NoAnswer, 2), (SpokeParent, 3), (NoAnswer, 4)]);
        assert_eq!(marks.attempt_days(), 1);
    }

    #[test]
    fn a_family_that_calls_was_reached_and_its_message_is_no_attempt() {
        let of = |code| {
            let item = LogId::from_random([1; 16]);
            ContactMark::of(item, code, ContactDirection::FromFamily, date(2026, 11, 1))
        };
        assert_eq!(of(ContactLog::SentSafe), None);
        assert!(of(ContactLog::SpokeParent).unwrap().reached);
    }

    #[test]
    fn many_contacts_of_one_day_push_no_other_day_out() {
        let mut contacts = vec![(ContactLog::NoAnswer, 1), (ContactLog::NoAnswer, 2)];
        contacts.extend([(ContactLog::NoAnswer, 3); 100]);
        let marks = marks(&contacts);
        assert_eq!((marks.attempt_days(), marks.contacts.len()), (3, 40));
    }

    #[test]
    fn a_replaced_attempt_does_not_count() {
        let mut marks = marks(&[(ContactLog::NoAnswer, 1), (ContactLog::NoAnswer, 2)]);
        marks.remove(LogId::from_random([2; 16]));
        assert_eq!(marks.attempt_days(), 1);
    }

    #[test]
    fn scores_stand_by_their_days_and_the_first_one_stays() {
        let scale = |name| referral::Line::parse(name).unwrap();
        let score = |day: i8, number: u8, name| {
            let score = OutcomeScore::new(scale(name), number % 11, ScorePoint::Review).unwrap();
            ScoreMark::of(LogId::from_random([number; 16]), &score, date(2026, 11, day))
        };
        let mut marks = LogMarks::default();
        let first = score(1, 200, "Outcomes Star");
        marks.add_score(score(9, 201, "outcomes star"));
        marks.add_score(first);
        assert_eq!((marks.scores[0], marks.scores[1].scale), (first, first.scale));
        assert_ne!(first.scale, score(1, 200, "Another scale").scale);
        (0..40).for_each(|number| marks.add_score(score(20, number, "Outcomes Star")));
        assert_eq!((marks.scores.len(), marks.scores[0]), (20, first));
        marks.remove(first.item);
        assert!(!marks.scores.contains(&first));
    }

    #[test]
    fn marks_that_were_never_written_are_none() {
        assert_eq!(serde_json::from_str::<LogMarks>("{}").unwrap(), LogMarks::default());
    }
}
