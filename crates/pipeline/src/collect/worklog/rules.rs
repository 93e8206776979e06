//! The rules of a log: which item may be written, which may stand for which, and what it leaves on the
//! entry.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use referral::{LogId, NextStep};

use super::{Contact, Logged, NewItem, ScoreTaken};
use crate::rows::{ContactMark, EntryRow, Escalation, MOST_LOGGED, ScoreMark};

/// The fault of an item that cannot be written as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Unfit {
    /// The field that is at fault.
    pub field: &'static str,
    /// The code of the fault.
    pub code: &'static str,
    /// The fault in words, and what to do about it.
    pub message: &'static str,
}

impl Unfit {
    const fn new(field: &'static str, code: &'static str, message: &'static str) -> Self {
        Self { field, code, message }
    }

    pub(super) const NO_SUCH_ITEM: Self =
        Self::new("replaces", "no_such_item", "There is no such item on the log of this entry.");
    const OTHER_KIND: Self = Self::new(
        "replaces",
        "other_kind",
        "An item is corrected by one of its own kind. Say that it was written in error instead.",
    );
    const RETRACTED: Self =
        Self::new("replaces", "retracted", "That item was written in error. Write a new one.");
    const NOTHING_TO_RETRACT: Self =
        Self::new("replaces", "required", "Say which item was written in error.");
    const IN_THE_FUTURE: Self =
        Self::new("on", "in_the_future", "Give the day on which it was: today or earlier.");
    const NOT_AGREED: Self = Self::new(
        "answer",
        "not_agreed",
        "Nothing is sent to a partner service unless the family agrees. Ask the family first, or \
         choose ‘Not sent’.",
    );
    const FULL: Self = Self::new(
        "",
        "log_is_full",
        "The log of this entry is full. Close it, and write in your own records.",
    );
}

/// Whether an item may be written now, whatever the entry is.
pub(super) fn fits(item: &NewItem, now: Timestamp) -> Result<(), Unfit> {
    match &item.said {
        Logged::Contact(Contact { on, .. }) | Logged::Score(ScoreTaken { on, .. })
            if *on > uk_day(now) =>
        {
            Err(Unfit::IN_THE_FUTURE)
        }
        Logged::Onward(onward) if !onward.answer.may_follow(onward.agreement) => {
            Err(Unfit::NOT_AGREED)
        }
        Logged::Retracted { .. } if item.replaces.is_none() => Err(Unfit::NOTHING_TO_RETRACT),
        _ => Ok(()),
    }
}

/// Whether an item may stand for an earlier one.
pub(super) fn may_replace(earlier: &Logged, said: &Logged) -> Result<(), Unfit> {
    match (earlier, said) {
        (Logged::Retracted { .. }, _) => Err(Unfit::RETRACTED),
        (_, Logged::Retracted { .. }) => Ok(()),
        _ if earlier.kind() == said.kind() => Ok(()),
        _ => Err(Unfit::OTHER_KIND),
    }
}

/// The entry with the marks of an item.
pub(super) fn marked(entry: &EntryRow, id: LogId, item: &NewItem) -> Result<EntryRow, Unfit> {
    if entry.log.items >= MOST_LOGGED {
        return Err(Unfit::FULL);
    }
    let mut next = EntryRow { version: entry.version + 1, ..entry.clone() };
    next.log.items += 1;
    if let Some(earlier) = item.replaces {
        next.log.remove(earlier);
    }
    // A contact from before the referral came tells nothing of it.
    if let Logged::Contact(contact) = &item.said
        && contact.on >= uk_day(entry.received_at)
    {
        next.log.add(ContactMark::of(id, contact.code, contact.direction, contact.on));
    }
    next.clock.is_tried = !next.log.contacts.is_empty();
    // The attempt is what was waited for.
    let waited_for_it = |first: &mut Escalation| first.step == NextStep::Contact;
    if next.clock.is_tried {
        next.clock.escalated.take_if(waited_for_it);
    }
    if let Logged::Score(taken) = &item.said {
        next.log.add_score(ScoreMark::of(id, &taken.score, taken.on));
    }
    Ok(next)
}

/// The day in the United Kingdom.
fn uk_day(at: Timestamp) -> Date {
    let uk = TimeZone::posix("GMT0BST,M3.5.0/1,M10.5.0").unwrap_or(TimeZone::UTC);
    at.to_zoned(uk).date()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use referral::{
        ContactDirection, ContactLog, ContactWay, ContactWith, FreeText, Line, Need,
        OnwardAgreement, OnwardAnswer,
    };

    use super::super::{Onward, Task};
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn contact(on: Date) -> Logged {
        Logged::Contact(Contact {
            code: ContactLog::NoAnswer,
            direction: ContactDirection::ToFamily,
            way: ContactWay::Call,
            with: ContactWith::Nobody,
            on,
            at: None,
            words: None,
        })
    }

    fn new(said: Logged) -> NewItem {
        NewItem { said, replaces: None }
    }

    #[test]
    fn the_day_is_the_one_in_the_united_kingdom() {
        assert_eq!(uk_day(at("2026-07-01T23:30:00Z")), date(2026, 7, 2));
        assert_eq!(uk_day(at("2026-11-21T23:30:00Z")), date(2026, 11, 21));
        assert_eq!(uk_day(at("2026-03-29T00:59:59Z")), date(2026, 3, 29));
    }

    #[test]
    fn a_contact_of_tomorrow_is_refused() {
        let now = at("2026-07-01T23:30:00Z");
        assert_eq!(fits(&new(contact(date(2026, 7, 2))), now), Ok(()));
        assert_eq!(fits(&new(contact(date(2026, 7, 3))), now), Err(Unfit::IN_THE_FUTURE));
    }

    #[test]
    fn nothing_goes_onward_unless_the_family_agrees() {
        let onward = |agreement, answer| {
            let partner = Line::parse("Homestart").unwrap();
            new(Logged::Onward(Onward {
                need: Need::Housing,
                partner,
                agreement,
                answer,
                words: None,
            }))
        };
        let now = at("2026-11-21T12:00:00Z");
        let unasked = onward(OnwardAgreement::NotAsked, OnwardAnswer::Sent);
        assert_eq!(fits(&unasked, now), Err(Unfit::NOT_AGREED));
        assert_eq!(fits(&onward(OnwardAgreement::NotAgreed, OnwardAnswer::NotSent), now), Ok(()));
        assert_eq!(fits(&onward(OnwardAgreement::Agreed, OnwardAnswer::Sent), now), Ok(()));
    }

    #[test]
    fn an_item_is_corrected_by_its_own_kind_and_a_retracted_one_not_at_all() {
        let words = FreeText::parse("Call the school").unwrap();
        let task = Logged::Task(Task { words: words.clone(), due: None, done: false });
        let note = Logged::Note { words };
        let gone = Logged::Retracted { words: None };
        assert_eq!(may_replace(&task, &task), Ok(()));
        assert_eq!(may_replace(&task, &note), Err(Unfit::OTHER_KIND));
        assert_eq!(may_replace(&note, &gone), Ok(()));
        assert_eq!(may_replace(&gone, &note), Err(Unfit::RETRACTED));
        let now = at("2026-11-21T12:00:00Z");
        assert_eq!(fits(&new(gone), now), Err(Unfit::NOTHING_TO_RETRACT));
    }
}
