//! What a walk asks of its stack past all pages: to be told, or to do, what only tables can.

use e2e::stack::Stack;
use e2e::tables::Tables;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

const DRAFTS: &str = "drafts";
const INBOX: &str = "inbox";
const HUB: &str = "westminster-bessborough";
const DAY: i64 = 24 * 60 * 60 * 1000; // milliseconds

/// Does what is asked for, and tells.
pub(crate) fn tell(stack: &Stack, asked: &str) -> Value {
    match asked {
        "forget drafts" => json!(forget(&Tables::of(stack))),
        "drafts" => json!(Tables::of(stack).dump(DRAFTS).len()),
        "make an entry a week old" => json!(make_a_week_old(&Tables::of(stack))),
        "log" => json!(stack.log()),
        other => match other.split_once(": ") {
            Some(("let its clock run out", entry)) => json!(let_its_clock_run_out(stack, entry)),
            Some(("let it run out again", entry)) => json!(let_it_run_out_again(stack, entry)),
            _ => panic!("a walk asks for {other}"),
        },
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
    begin_earlier(tables, &row, 7);
    row["entry"]["S"].as_str().unwrap().to_owned()
}

/// Moves the start of an entry's clock so many days back.
fn begin_earlier(tables: &Tables, row: &Value, days: i64) {
    let millis: i64 = row["received_at"]["N"].as_str().unwrap().parse().unwrap();
    let at = json!({"N": (millis - days * DAY).to_string()});
    change(tables, INBOX, &json!({"entry": row["entry"]}), "received_at", &at);
}

/// Lets the clock of an entry begin a fortnight ago, and waits until the sweep found that it ran out.
fn let_its_clock_run_out(stack: &Stack, entry: &str) {
    let tables = Tables::of(stack);
    begin_earlier(&tables, &row(&tables, entry), 14);
    look_now(&tables, entry);
    stack.wait("a clock to ring", || mark(&tables, entry));
}

/// Lets it have rung ten days ago, and waits until it rings for the triage.
fn let_it_run_out_again(stack: &Stack, entry: &str) {
    let tables = Tables::of(stack);
    let rang: Timestamp =
        mark(&tables, entry).unwrap()["since"]["S"].as_str().unwrap().parse().unwrap();
    let earlier = json!({"S": (rang - SignedDuration::from_hours(240)).to_string()});
    change(&tables, INBOX, &json!({"entry": {"S": entry}}), "clock.escalated.since", &earlier);
    look_now(&tables, entry);
    stack.wait("a clock to ring again", || {
        mark(&tables, entry).filter(|mark| !mark["again"].is_null())
    });
}

fn row(tables: &Tables, entry: &str) -> Value {
    tables.dump(INBOX).into_iter().find(|row| row["entry"]["S"] == entry).unwrap()
}

/// The mark of a clock that ran out, if the entry has one.
fn mark(tables: &Tables, entry: &str) -> Option<Value> {
    let found = row(tables, entry)["clock"]["M"]["escalated"]["M"].clone();
    (!found.is_null()).then_some(found)
}

/// Makes the look at an entry's clock due, which the sweep then hands on.
fn look_now(tables: &Tables, entry: &str) {
    let key = json!({"work": {"S": format!("clock#{entry}")}});
    change(tables, "due", &key, "due_at", &json!({"N": "1"}));
}

/// Sets an attribute of a row that is there.
fn change(tables: &Tables, table: &str, key: &Value, attribute: &str, value: &Value) {
    let name = key.as_object().unwrap().keys().next().unwrap();
    let request = json!({
        "TableName": tables.table(table), "Key": key,
        "UpdateExpression": format!("SET {attribute} = :value"),
        "ConditionExpression": "attribute_exists(#key)",
        "ExpressionAttributeNames": {"#key": name},
        "ExpressionAttributeValues": {":value": value},
    });
    tables.call("UpdateItem", &request);
}
