//! What a walk asks of its stack past all pages: to be told, or to do, what only tables can.

use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::{Value, json};

/// Does what is asked for, and tells.
pub(crate) fn tell(stack: &Stack, asked: &str) -> Value {
    match asked {
        "forget drafts" => json!(forget(&Tables::of(stack), "drafts")),
        "drafts" => json!(Tables::of(stack).dump("drafts").len()),
        "log" => json!(stack.log()),
        other => panic!("a walk asks for {other}"),
    }
}

/// Deletes every row of a table, as if each had expired, and returns how many there were.
fn forget(tables: &Tables, table: &str) -> usize {
    let rows = tables.dump(table);
    for row in &rows {
        let mut key = json!({ "pk": row["pk"] });
        if let Some(sort) = row.get("sk") {
            key["sk"] = sort.clone();
        }
        tables.call("DeleteItem", &json!({"TableName": tables.table(table), "Key": key}));
    }
    rows.len()
}
