//! Tests of drafts on the real stack: what is stored of them, and their end by the sweep.

use e2e::service::Service;
use e2e::tables::Tables;
use serde_json::{Value, json};

/// A form that was begun: the id in the cookie, and the keys of its rows.
struct Begun {
    id: String,
    rows: Vec<String>,
}

/// Begins a form, and answers what the tables have then and had not before.
fn begin(service: &Service, tables: &Tables) -> Begun {
    let before = keys(tables);
    let call = service.post("/start").header("sec-fetch-site", "same-origin");
    let answer = call.form(&[("way", "short")]).send();
    assert_eq!(answer.status, 303, "{answer:?}");
    let cookie = answer.header("set-cookie").unwrap();
    let (name, rest) = cookie.split_once('=').unwrap();
    assert_eq!(name, "__Host-form");
    let id = rest.split(';').next().unwrap().to_owned();
    assert!(!rest.to_lowercase().contains("max-age"), "it ends with the browser: {rest}");
    let rows = keys(tables).into_iter().filter(|key| !before.contains(key)).collect();
    Begun { id, rows }
}

/// The keys of all drafts, and of the work that ends them.
fn keys(tables: &Tables) -> Vec<String> {
    let text = |rows: Vec<Value>, key: &str, begins: &str| {
        let keys = rows.into_iter().map(|row| row[key]["S"].as_str().unwrap().to_owned());
        keys.filter(|key| key.starts_with(begins)).collect::<Vec<_>>()
    };
    let mut keys = text(tables.dump("drafts"), "id", "D#");
    keys.extend(text(tables.dump("due"), "work", "draft#"));
    keys
}

/// Writes a row again with another time.
fn set(tables: &Tables, table: &str, key: (&str, &str), time: &str) {
    let row = tables.dump(table).into_iter().find(|row| row[key.0]["S"] == key.1);
    let mut row = row.unwrap();
    row[time] = json!({"N": "1"});
    tables.call("PutItem", &json!({"TableName": tables.table(table), "Item": row}));
}

#[test]
fn a_draft_is_stored_under_its_digest_and_ended_by_the_sweep_once_it_is_idle() {
    let stack =
        e2e::stack::Stack::start_with(|_| ["--schedule-every", "1"].map(str::to_owned).to_vec());
    let tables = Tables::of(&stack);
    let (left, used) = (begin(&stack, &tables), begin(&stack, &tables));
    for Begun { id, rows } in [&left, &used] {
        let [draft, work] = rows.as_slice() else { panic!("{rows:?}") };
        assert_eq!(draft.strip_prefix("D#"), work.strip_prefix("draft#"));
        let all = format!("{:?}{:?}", tables.dump("drafts"), tables.dump("due"));
        assert!(!all.contains(id), "the id is in the browser alone");
    }
    // Both are due, and one of them is idle.
    set(&tables, "drafts", ("id", &left.rows[0]), "idle_until");
    for begun in [&left, &used] {
        set(&tables, "due", ("work", &begun.rows[1]), "due_at");
    }
    stack.wait("the idle draft to end", || (keys(&tables).len() == 2).then_some(()));
    assert_eq!(keys(&tables), used.rows);
    stack.wait("the other's mark to move", || {
        let due = tables.dump("due");
        let row = due.iter().find(|row| row["work"]["S"] == used.rows[1].as_str())?;
        (row["due_at"]["N"] != "1").then_some(())
    });
}
