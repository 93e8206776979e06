//! What a walk asks of its stack past all pages: to be told, or to do, what only tables can.

use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::{Value, json};

const DRAFTS: &str = "drafts";

/// Does what is asked for, and tells.
pub(crate) fn tell(stack: &Stack, asked: &str) -> Value {
    match asked {
        "forget drafts" => json!(forget(&Tables::of(stack))),
        "drafts" => json!(Tables::of(stack).dump(DRAFTS).len()),
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
