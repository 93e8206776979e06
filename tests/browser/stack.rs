//! What a walk asks of its stack past all pages: to be told, or to do, what only tables can.

use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::{Value, json};

const DRAFTS: &str = "drafts";
const INBOX: &str = "inbox";
const HUB: &str = "westminster-bessborough";
const WEEK: i64 = 7 * 24 * 60 * 60 * 1000; // milliseconds

/// Does what is asked for, and tells.
pub(crate) fn tell(stack: &Stack, asked: &str) -> Value {
    match asked {
        "forget drafts" => json!(forget(&Tables::of(stack))),
        "drafts" => json!(Tables::of(stack).dump(DRAFTS).len()),
        "make an entry a week old" => json!(make_a_week_old(&Tables::of(stack))),
        "log" => json!(stack.log()),
        other => panic!("a walk asks for {other}"),
    }
}

/// Deletes every row of drafts, as if each had expired, and returns how many there were. What is counted
/// for an hour goes with them.
fn forget(tables: &Tables) -> usize {
    let rows = tables.dump(DRAFTS);
    for row in &rows {
        let request = json!({"TableName": tables.table(DRAFTS), "Key": {"id": row["id"]}});
        tables.call("DeleteItem", &request);
    }
    rows.len()
}

/// Moves the start of a new entry's clock to a week ago, as nobody can wait for it, and returns its id.
fn make_a_week_old(tables: &Tables) -> String {
    // One that was never raised: its only clock began when it was received.
    let is_new = |row: &&Value| {
        row["state"]["S"] == "new" && row["inbox"]["S"] == HUB && row["raised"].is_null()
    };
    let row = tables.dump(INBOX).iter().find(is_new).unwrap().clone();
    let earlier = |at: &Value| {
        let millis: i64 = at["N"].as_str().unwrap().parse().unwrap();
        json!({"N": (millis - WEEK).to_string()})
    };
    let request = json!({
        "TableName": tables.table(INBOX), "Key": {"entry": row["entry"]},
        "UpdateExpression": "SET received_at = :at",
        "ExpressionAttributeValues": {":at": earlier(&row["received_at"])},
    });
    tables.call("UpdateItem", &request);
    row["entry"]["S"].as_str().unwrap().to_owned()
}
