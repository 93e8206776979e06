//! Tests of what is counted for an hour: sendings from a source, and tries.

use futures::future::join_all;
use pipeline::pace;
use pipeline::ports::CounterStore as _;

use super::drafts::{Family, HOUR};
use super::*;

fn token(byte: u8) -> Token {
    Token::from_bytes(&[byte; 32])
}

#[tokio::test]
async fn sendings_are_counted_by_source_and_hour() {
    let family = Family::new().await;
    for expected in 1..=3 {
        assert_eq!(pace::count(&family, "192.0.2.7").await, Ok(expected));
    }
    assert_eq!(pace::count(&family, "192.0.2.8").await, Ok(1));
    assert_eq!(pace::count(family.at(HOUR - 1), "192.0.2.7").await, Ok(4));
    assert_eq!(pace::count(family.at(HOUR), "192.0.2.7").await, Ok(1));
}

#[tokio::test]
async fn sendings_at_the_same_time_are_all_counted() {
    let family = Family::new().await;
    let mut counts: Vec<u32> = join_all((0..20).map(|_| pace::count(&family, "192.0.2.7")))
        .await
        .into_iter()
        .collect::<Result<_, _>>()
        .unwrap();
    counts.sort_unstable();
    assert_eq!(counts, (1..=20).collect::<Vec<_>>());
}

#[tokio::test]
async fn tries_at_the_same_time_do_not_pass_the_limit_together() {
    let store = engine::store().await;
    let (one, two) = (token(1), token(2));
    let tries = (0..20).map(|_| store.count_try(&one, now(), 5, later(HOUR)));
    let allowed = join_all(tries).await.into_iter().filter(|allowed| *allowed == Ok(true));
    assert_eq!(allowed.count(), 5);
    assert_eq!(store.count_try(&one, now(), 5, later(HOUR)).await, Ok(false));
    assert_eq!(store.count_try(&two, now(), 5, later(HOUR)).await, Ok(true));
    assert_eq!(store.count_try(&one, later(HOUR), 5, later(2 * HOUR)).await, Ok(true));
    store.forget_try(&one, now()).await.unwrap();
    assert_eq!(store.count_try(&one, now(), 5, later(HOUR)).await, Ok(true));
    assert_eq!(store.count_try(&one, now(), 5, later(HOUR)).await, Ok(false));
}

#[tokio::test]
async fn a_count_that_is_not_there_is_not_taken_from() {
    let store = engine::store().await;
    store.forget_try(&token(1), now()).await.unwrap();
    for expected in [true, true, false] {
        assert_eq!(store.count_try(&token(1), now(), 2, later(HOUR)).await, Ok(expected));
    }
}
