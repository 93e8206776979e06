//! Tests of the index of the entries about which a triage is to decide.

use pipeline::rows::{MatchDecision, TriageMark};

use super::*;

#[tokio::test]
async fn an_entry_with_a_possible_match_is_marked_for_its_triage_until_it_is_decided_or_closed() {
    let store = engine::store().await;
    let triage = InboxId::parse("westminster-triage").unwrap();
    let found = possible_match(9, &triage);
    let marked = |byte, priority| {
        let row = entry(byte, priority, now());
        EntryRow { matches: vec![found.clone()], ..row }
    };
    let rows = [marked(1, Priority::Urgent), marked(2, Priority::Routine)];
    let certain = entry(3, Priority::Urgent, now());
    for row in rows.iter().chain([&certain]) {
        store.commit(&[Write::Insert(Row::Entry(row.clone()))]).await.unwrap();
    }
    let [first, second] = rows.each_ref().map(|row| TriageMark { rank: row.rank(), entry: row.id });
    let all = [first.clone(), second.clone()];
    assert_eq!(store.awaiting_triage(&triage, None, 10).await.unwrap(), all);
    assert_eq!(
        store.awaiting_triage(&triage, None, 1).await.unwrap(),
        std::slice::from_ref(&first)
    );
    let after = store.awaiting_triage(&triage, Some(&first.rank), 10).await.unwrap();
    assert_eq!(after, std::slice::from_ref(&second));
    assert_eq!(store.awaiting_triage(&inbox(), None, 10).await.unwrap(), []);
    let mut row = rows[0].clone();
    row.version = 2;
    let Actor { id: by, client } = person("worker");
    row.matches[0].decision = Some(MatchDecision { same: true, by, client, at: now() });
    store.commit(&[Write::Entry { row: row.clone(), seen: 1 }]).await.unwrap();
    assert_eq!(
        store.awaiting_triage(&triage, None, 10).await.unwrap(),
        std::slice::from_ref(&second)
    );
    row.version = 3;
    row.matches[0].decision = None;
    store.commit(&[Write::Entry { row: row.clone(), seen: 2 }]).await.unwrap();
    assert_eq!(store.awaiting_triage(&triage, None, 10).await.unwrap(), all);
    let closed = EntryRow { state: EntryState::Closed, version: 4, ..row };
    store.commit(&[Write::Entry { row: closed, seen: 3 }]).await.unwrap();
    assert_eq!(
        store.awaiting_triage(&triage, None, 10).await.unwrap(),
        std::slice::from_ref(&second)
    );
}
