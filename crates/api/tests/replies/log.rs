//! A log with an item of each kind.

use jiff::civil::{date, time};
use pipeline::collect::{
    Appended, Contact, CorrectedPostcode, LogItem, LogThread, Logged, Onward, ScoreTaken,
    SenderAsked, Task,
};
use pipeline::rows::Actor;
use referral::{
    AskedFor, ContactDirection, ContactLog, ContactWay, ContactWith, FreeText, Line, LogId, Need,
    OnwardAgreement, OnwardAnswer, OutcomeScore, Postcode, ScorePoint,
};

use crate::answers::{entry, moment, worker};

fn item(id: u8, said: Option<Logged>) -> LogItem {
    let by = if id.is_multiple_of(2) { worker().actor.id } else { Actor::family().id };
    let said = said.map(|said| (by, said));
    LogItem { id: LogId::from_random([id; 16]), written_at: moment(), said }
}

pub(crate) fn threads() -> Vec<LogThread> {
    let words = FreeText::parse("She will call on Monday.").unwrap();
    let contact = Logged::Contact(Contact {
        code: ContactLog::MessageLeftSafe,
        direction: ContactDirection::ToFamily,
        way: ContactWay::Voicemail,
        with: ContactWith::Parent,
        on: date(2026, 11, 21),
        at: Some(time(9, 30, 0, 0)),
        words: Some(words.clone()),
    });
    let task = Task { words: words.clone(), due: Some(date(2026, 12, 1)), done: false };
    let onward = Logged::Onward(Onward {
        need: Need::Housing,
        partner: Line::parse("A charity").unwrap(),
        agreement: OnwardAgreement::Agreed,
        answer: OnwardAnswer::Accepted,
        words: None,
    });
    let done = Logged::Task(Task { done: true, ..task.clone() });
    let corrected = Logged::Postcode(CorrectedPostcode {
        postcode: Postcode::parse("CM1 1LH").unwrap(),
        authority: "E10000012".parse().ok(),
        words: None,
    });
    let asked = Logged::SenderAsked(SenderAsked { about: AskedFor::Home, words: words.clone() });
    let scale = Line::parse("Outcomes Star").unwrap();
    let score = OutcomeScore::new(scale, 4, ScorePoint::Start).unwrap();
    let taken = Logged::Score(ScoreTaken { score, on: date(2026, 11, 21), words: None });
    vec![
        LogThread { now: item(40, Some(contact)), earlier: Vec::new() },
        LogThread { now: item(41, Some(done)), earlier: vec![item(42, Some(Logged::Task(task)))] },
        LogThread { now: item(43, Some(onward)), earlier: Vec::new() },
        LogThread {
            now: item(44, Some(Logged::Retracted { words: None })),
            earlier: vec![item(45, Some(Logged::Note { words }))],
        },
        LogThread { now: item(46, None), earlier: Vec::new() },
        LogThread { now: item(47, Some(corrected)), earlier: Vec::new() },
        LogThread { now: item(48, Some(asked)), earlier: Vec::new() },
        LogThread { now: item(49, Some(taken)), earlier: Vec::new() },
    ]
}

pub(crate) fn appended() -> Appended {
    Appended { entry: entry(7), item: LogId::from_random([40; 16]) }
}
