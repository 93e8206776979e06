//! Tests of every way a message can go wrong, and of the report that follows.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

fn batch(bodies: &[&str]) -> SqsEvent {
    let records = bodies.iter().enumerate().map(|(number, body)| {
        let mut record = SqsMessage::default();
        record.message_id = Some(format!("m-{number}"));
        record.body = Some((*body).to_owned());
        record.attributes.insert("ApproximateReceiveCount".to_owned(), "3".to_owned());
        record
    });
    let mut event = SqsEvent::default();
    event.records = records.collect();
    event
}

async fn run<H, F>(bodies: &[&str], left: Duration, limits: Limits, handler: H) -> Vec<String>
where
    H: Fn(Message) -> F,
    F: Future<Output = Result<(), Failure>>,
{
    let response = handle(batch(bodies), Deadline::after(left), limits, &handler).await.unwrap();
    let mut failed: Vec<_> =
        response.batch_item_failures.into_iter().map(|item| item.item_identifier).collect();
    failed.sort();
    failed
}

async fn by_body(message: Message) -> Result<(), Failure> {
    match message.body.as_str() {
        "fail" => Err(Failure::new("refused", "as asked")),
        "panic" => panic!("as asked"),
        "hang" => std::future::pending().await,
        _ => Ok(()),
    }
}

const PLENTY: Duration = Duration::from_secs(30);

#[tokio::test]
async fn a_batch_that_worked_reports_nothing() {
    assert_eq!(run(&["ok", "ok"], PLENTY, Limits::default(), by_body).await, [""; 0]);
}

#[tokio::test]
async fn a_failure_is_reported_alone() {
    assert_eq!(run(&["ok", "fail", "ok"], PLENTY, Limits::default(), by_body).await, ["m-1"]);
}

#[tokio::test]
async fn a_panic_fails_its_own_record_only() {
    for concurrency in [1, 5] {
        let limits = Limits { concurrency, ..Limits::default() };
        assert_eq!(run(&["panic", "ok", "panic"], PLENTY, limits, by_body).await, ["m-0", "m-2"]);
    }
}

#[tokio::test]
async fn a_panic_before_the_first_await_is_caught_too() {
    let handler = |message: Message| {
        assert_ne!(message.body, "panic", "as asked");
        std::future::ready(Ok(()))
    };
    assert_eq!(run(&["ok", "panic"], PLENTY, Limits::default(), handler).await, ["m-1"]);
}

#[tokio::test]
async fn near_the_deadline_nothing_is_started_and_all_is_reported() {
    let started = AtomicUsize::new(0);
    let handler = |_: Message| {
        started.fetch_add(1, Ordering::Relaxed);
        std::future::ready(Ok(()))
    };
    let failed = run(&["ok", "ok"], Duration::from_secs(1), Limits::default(), handler).await;
    assert_eq!(failed, ["m-0", "m-1"]);
    assert_eq!(started.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn a_hanging_record_is_given_up_in_time_and_the_rest_is_not_started() {
    let limits = Limits {
        concurrency: 1,
        start_margin: Duration::from_secs(1),
        answer_margin: Duration::from_millis(500),
    };
    let failed = run(&["ok", "hang", "ok"], Duration::from_secs(2), limits, by_body).await;
    assert_eq!(failed, ["m-1", "m-2"]);
}

#[tokio::test]
async fn a_record_without_an_id_returns_the_whole_batch() {
    for id in [None, Some(String::new())] {
        let mut event = batch(&["ok", "ok"]);
        event.records[1].message_id = id;
        let outcome = handle(event, Deadline::after(PLENTY), Limits::default(), &by_body).await;
        assert_eq!(outcome.unwrap_err(), UnreadableBatch);
    }
}

#[tokio::test]
async fn the_handler_sees_how_often_a_message_was_received() {
    let handler = |message: Message| {
        std::future::ready(if message.receive_count == 3 {
            Ok(())
        } else {
            Err(Failure::new("count", message.receive_count))
        })
    };
    assert_eq!(run(&["ok"], PLENTY, Limits::default(), handler).await, [""; 0]);
}
