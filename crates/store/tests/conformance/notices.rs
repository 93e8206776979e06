//! Tests of notices: one goes once, whichever step fails, and none goes after a bereavement.

use pipeline::due::{Due, DueRow};
use pipeline::rows::TellBy;
use pipeline::telling::{Sent, Told};

use super::webhooks::{AWAY, LOST, Teller};
use super::*;

/// A choice, as it is sealed.
fn chosen() -> TellBy {
    let choice = br#"{"v":1,"chosen":{"family_text":"+447700900982"}}"#;
    TellBy::Notice(choice.to_vec())
}

impl Teller {
    /// The mark after the one that is seen: the sweep has handed the work on once more.
    async fn next_mark(&self) -> DueRow {
        let seen = self.due(1).await.unwrap();
        let next = Due { attempts: seen.due.attempts + 1, ..seen.due };
        assert!(self.store.defer(&seen, &next).await.unwrap());
        self.due(1).await.unwrap()
    }

    fn is_answered(&self, outcome: Result<(), pipeline::ports::NotSent>) {
        self.outcomes.lock().unwrap().push(outcome);
    }

    fn count(&self) -> usize {
        self.notices.lock().unwrap().len()
    }
}

#[tokio::test]
async fn a_notice_goes_once_however_often_its_message_comes() {
    let teller = Teller::new().await;
    let row = teller.routed_and_told(1, chosen()).await;
    assert_eq!(teller.store.state(row.id).await.unwrap().unwrap().told, Some(chosen()));
    // An answer that is lost: the same message comes again, and another one with the next mark.
    teller.is_answered(Err(LOST));
    assert_eq!(teller.tell(1).await, Told::ByNotice(Sent::Later(LOST)));
    assert_eq!(teller.tell(1).await, Told::ByNotice(Sent::Busy));
    teller.next_mark().await;
    assert_eq!(teller.tell(1).await, Told::ByNotice(Sent::Taken));
    assert_eq!((teller.count(), teller.due(1).await), (1, None));
    assert_eq!(teller.tell(1).await, Told::Already);
    let notice = teller.notices.lock().unwrap()[0].clone();
    assert_eq!(notice.values.len(), 1, "the reference, and nothing else");
    assert_eq!(notice.values[0].1.expose(), &row.reference.to_string());
}

#[tokio::test]
async fn an_outage_loses_no_notice_until_a_day_is_over() {
    let teller = Teller::new().await;
    teller.routed_and_told(1, chosen()).await;
    for _ in 0..3 {
        teller.is_answered(Err(AWAY));
        assert_eq!(teller.tell(1).await, Told::ByNotice(Sent::Later(AWAY)));
        teller.next_mark().await;
    }
    assert_eq!(teller.tell(1).await, Told::ByNotice(Sent::Taken));
    assert_eq!(teller.count(), 1);

    teller.routed_and_told(2, chosen()).await;
    let seen = teller.due(2).await.unwrap();
    let last = Due { at: later(24 * 3_600 + 1), attempts: 15 };
    assert!(teller.store.defer(&seen, &last).await.unwrap());
    teller.is_answered(Err(AWAY));
    assert_eq!(teller.tell(2).await, Told::ByNotice(Sent::GivenUp(AWAY)));
    assert_eq!((teller.count(), teller.due(2).await), (1, None));
}

#[tokio::test]
async fn nobody_is_written_to_after_a_bereavement() {
    let teller = Teller::new().await;
    teller.routed_and_told(1, chosen()).await;
    // It was opened again: the mark of its log stays.
    let log = LogMarks { no_contact: true, ..LogMarks::default() };
    let reopened = EntryRow { log, ..entry(1, Priority::Routine, now()) };
    teller.store.commit(&[Write::Insert(Row::Entry(reopened))]).await.unwrap();
    assert_eq!(teller.tell(1).await, Told::ByNotice(Sent::Stopped));
    assert_eq!((teller.count(), teller.due(1).await), (0, None));
}
