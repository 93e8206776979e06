//! The plain form of a sealed log item, in JSON, under a version of its own.

use serde::{Deserialize, Serialize};

use super::{Logged, NewItem};
use crate::ports::Fault;
use crate::rows::{Actor, ActorId};

const VERSION: u8 = 1;

#[derive(Serialize)]
struct Out<'a> {
    v: u8,
    by: &'a ActorId,
    said: &'a Logged,
}

#[derive(Deserialize)]
struct In {
    v: u8,
    by: ActorId,
    said: Logged,
}

pub(super) fn write(by: &Actor, item: &NewItem) -> Result<Vec<u8>, Fault> {
    serde_json::to_vec(&Out { v: VERSION, by: &by.id, said: &item.said })
        .map_err(|_| Fault::Broken("a log item cannot be written"))
}

// serde_json's own error may quote the item: it is dropped.
pub(super) fn read(plain: &[u8]) -> Result<(ActorId, Logged), Fault> {
    const UNREADABLE: Fault = Fault::Broken("a log item cannot be read");
    let found: In = serde_json::from_slice(plain).map_err(|_| UNREADABLE)?;
    if found.v == VERSION { Ok((found.by, found.said)) } else { Err(UNREADABLE) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use referral::{
        AskedFor, ContactDirection, ContactLog, ContactWay, ContactWith, FreeText, GssCode, Line,
        Need, OnwardAgreement, OnwardAnswer, OutcomeScore, Postcode, ScorePoint,
    };

    use super::super::{Contact, CorrectedPostcode, Onward, ScoreTaken, SenderAsked, Task};
    use super::*;

    #[test]
    fn each_kind_of_item_is_read_as_it_was_written() {
        let words = FreeText::parse("Sie ruft zurück.\nمحمد").unwrap();
        let actor = Actor::person("https://issuer.example", "ada", "hub");
        for said in [
            Logged::Contact(Contact {
                code: ContactLog::MessageLeftSafe,
                direction: ContactDirection::ToFamily,
                way: ContactWay::Voicemail,
                with: ContactWith::Parent,
                on: date(2026, 11, 21),
                at: Some(time(9, 30, 0, 0)),
                words: Some(words.clone()),
            }),
            Logged::Note { words: words.clone() },
            Logged::Task(Task { words: words.clone(), due: Some(date(2026, 12, 1)), done: true }),
            Logged::Onward(Onward {
                need: Need::Housing,
                partner: Line::parse("Shelter").unwrap(),
                agreement: OnwardAgreement::Agreed,
                answer: OnwardAnswer::Accepted,
                words: None,
            }),
            Logged::Postcode(CorrectedPostcode {
                postcode: Postcode::parse("SW1V 2JD").unwrap(),
                authority: GssCode::parse("E09000033").ok(),
                words: None,
            }),
            Logged::SenderAsked(SenderAsked { about: AskedFor::Home, words: words.clone() }),
            Logged::Score(ScoreTaken {
                score: OutcomeScore::new(
                    Line::parse("Outcomes Star").unwrap(),
                    4,
                    ScorePoint::Review,
                )
                .unwrap(),
                on: date(2026, 11, 21),
                words: None,
            }),
            Logged::Retracted { words: None },
        ] {
            let item = NewItem { said: said.clone(), replaces: None };
            assert_eq!(read(&write(&actor, &item).unwrap()), Ok((actor.id.clone(), said)));
        }
    }

    #[test]
    fn an_item_of_a_later_version_is_not_read() {
        let later = br#"{"v":2,"by":"ada","said":{"kind":"retracted","words":null}}"#;
        assert!(matches!(read(later), Err(Fault::Broken(_))));
    }
}
