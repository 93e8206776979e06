//! Tests of batches: each row of a spreadsheet or of JSON lines is accepted or refused on its own.

use std::collections::BTreeSet;

use e2e::api::{accepted, new_key};
use e2e::family::{family, with_concern};
use e2e::http::{Answer, Call};
use serde_json::{Value, json};

use crate::stack;

const CSV: &str = "text/csv";
const NDJSON: &str = "application/x-ndjson";
const HEAD: &str = "referrer_kind,agreement,postcode,needs,reason,child1_given_name,\
    child1_family_name,child1_date_of_birth,child1_nhs_number,safeguarding_concern";

fn batch(kind: &str, body: impl Into<Vec<u8>>) -> Call<'static> {
    let school = stack().partner("school");
    stack().post("/v1/referrals/batch").by(school).body(kind, body)
}

/// A row about a child that no other test knows.
fn row(more: &str) -> String {
    let child = &family()["children"][0];
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let (given, family) = (text(&child["name"]["given"]), text(&child["name"]["family"]));
    format!("School,agreed,SW1V 2AA,parenting,,{given},{family},03/04/2019,{more}")
}

#[track_caller]
fn results(answer: &Answer) -> Vec<Value> {
    assert_eq!(answer.status, 200, "{answer:?}");
    answer.json()["rows"].as_array().unwrap().clone()
}

fn column<'a>(results: &'a [Value], name: &str) -> Vec<&'a Value> {
    results.iter().map(|row| &row[name]).collect()
}

#[test]
fn each_row_is_accepted_or_refused_on_its_own_and_a_repetition_makes_none() {
    let bad = row("9.43477E+09,").replace("03/04/2019", "43558");
    let concern = row(",yes").replace("03/04/2019", "some day in spring");
    let text = format!("\u{feff}{HEAD}\r\n{}\r\n{bad}\r\n\r\n{concern}\r\n", row(","));
    let key = new_key();
    let first = batch(CSV, text.clone()).header("idempotency-key", &key).send();
    let rows = results(&first);
    assert_eq!(column(&rows, "row"), [&json!(2), &json!(3), &json!(5)]);
    assert_eq!(column(&rows, "status"), ["accepted", "refused", "accepted"]);
    let errors = rows[1]["errors"].as_array().unwrap();
    let told: Vec<_> = errors.iter().map(|error| (&error["path"], &error["code"])).collect();
    let told: Vec<_> = told.iter().map(|(path, code)| (path.as_str(), code.as_str())).collect();
    assert_eq!(
        told,
        [
            (Some("child1_date_of_birth"), Some("date_as_number")),
            (Some("child1_nhs_number"), Some("digits_lost")),
        ]
    );
    assert!(!first.body.contains("43558") && !first.body.contains("9.43"), "{first:?}");
    assert_eq!(rows[2]["phone_now"]["in_hours"], "020 7946 0101");
    let warned: Vec<_> =
        rows[2]["warnings"].as_array().unwrap().iter().map(|w| &w["path"]).collect();
    assert!(warned.contains(&&json!("child1_date_of_birth")), "{warned:?}");

    // The columns in another order, another row between: the same rows are the same referrals.
    let again = format!("{HEAD}\n{}\n{concern}\n", row(","));
    let again = results(&batch(CSV, again).header("idempotency-key", &key).send());
    assert_eq!(column(&again, "status"), ["accepted", "replayed"]);
    assert_eq!(again[1]["id"], rows[2]["id"]);
    let id = rows[0]["id"].as_str().unwrap();
    assert_eq!(stack().status_once_routed(id)["placement"]["hub"], "westminster-bessborough");
    let concern = rows[2]["id"].as_str().unwrap();
    assert_eq!(stack().status_once_routed(concern)["placement"]["hub"], "westminster-front-door");
}

#[test]
fn a_file_sent_by_many_at_once_makes_each_referral_once() {
    let rows: Vec<_> = (0..20).map(|_| row(",")).collect();
    // The last row says the same as the first.
    let text = format!("{HEAD}\n{}\n{}\n", rows.join("\n"), rows[0]);
    let key = new_key();
    let answers = std::thread::scope(|scope| {
        let send = || results(&batch(CSV, text.clone()).header("idempotency-key", &key).send());
        let senders: Vec<_> = (0..6).map(|_| scope.spawn(send)).collect();
        senders.into_iter().map(|sender| sender.join().unwrap()).collect::<Vec<_>>()
    });
    let ids = |rows: &[Value]| -> Vec<String> {
        rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    };
    let first = ids(&answers[0]);
    assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), 20);
    assert_eq!(first[0], first[20]);
    assert!(answers.iter().all(|rows| ids(rows) == first));
    let all = answers.iter().flatten().filter(|row| row["status"] == "accepted").count();
    assert_eq!(all, 20, "each is new once");
}

#[test]
fn json_lines_have_keys_of_their_own_which_are_those_of_single_referrals() {
    let (one, other) = (family(), with_concern(family()));
    let key = new_key();
    let single = accepted(&stack().referral(&key, &one).send());
    let line = |referral: &Value, key: &str| {
        let mut line = referral.clone();
        line["idempotency_key"] = json!(key);
        line.to_string()
    };
    let lines = [
        line(&one, &key),
        line(&other, &key),
        line(&other, &new_key()),
        "{\"idempotency_key\": \"x\"".to_owned(),
        line(&json!({"referrer": {"kind": "police"}}), &new_key()),
    ];
    let rows = results(&batch(NDJSON, lines.join("\n")).send());
    let statuses = column(&rows, "status");
    assert_eq!(statuses, ["replayed", "refused", "accepted", "refused", "refused"]);
    assert_eq!(rows[0]["id"], single.as_str());
    assert_eq!(rows[1]["errors"][0]["code"], "reused");
    assert_eq!(rows[3]["errors"][0]["code"], "not_json");
    let paths = column(rows[4]["errors"].as_array().unwrap(), "path");
    assert!(paths.contains(&&json!("children")), "{paths:?}");
}

#[test]
fn a_sender_who_may_not_send_for_a_kind_is_told_at_the_row() {
    let rows = [row(","), row(",").replace("School", "police")].join("\n");
    let call = batch(CSV, format!("{HEAD}\n{rows}\n")).header("idempotency-key", &new_key());
    let rows = results(&call.send());
    assert_eq!(column(&rows, "status"), ["accepted", "refused"]);
    assert_eq!(rows[1]["errors"][0]["path"], "referrer_kind");
}

#[test]
fn a_batch_that_cannot_be_told_apart_is_refused_whole_and_by_name() {
    let code = |call: Call<'_>, status: u16| {
        let answer = call.send();
        let first = answer.problem(status).into_iter().next().map(|(_, code)| code);
        first.unwrap_or_else(|| answer.json()["code"].as_str().unwrap().to_owned())
    };
    let keyed = |kind: &str, body: String| batch(kind, body).header("idempotency-key", "refused");
    let good = row(",");
    assert_eq!(code(keyed("application/json", "{}".into()), 415), "unsupported_media_type");
    assert_eq!(code(batch(CSV, format!("{HEAD}\n{good}\n")), 400), "missing");
    assert_eq!(code(keyed(CSV, format!("{HEAD},shoe_size\n{good},7\n")), 422), "unknown_column");
    assert_eq!(code(keyed(CSV, "amina,okafor\n".into()), 422), "no_header");
    let latin = [HEAD.as_bytes(), b"\nSchool,agreed,,parenting,,Zo\xeb\n"].concat();
    assert_eq!(code(batch(CSV, latin).header("idempotency-key", "refused"), 422), "not_utf8");
    assert_eq!(code(keyed(CSV, format!("{HEAD}\n")), 422), "no_rows");
    let many = "x\n".repeat(501);
    assert_eq!(code(keyed(NDJSON, many), 413), "too_many_rows");
    assert_eq!(code(keyed(NDJSON, "x".repeat(1024 * 1024 + 1)), 413), "too_large");
    let worker = stack().worker_of("westminster-bessborough");
    let by_worker = stack().post("/v1/referrals/batch").by(worker);
    by_worker.body(CSV, HEAD).header("idempotency-key", "refused").send().problem(403);
    let nobody = stack().post("/v1/referrals/batch").body(CSV, HEAD);
    nobody.send().problem(401);
}

#[test]
fn anybody_may_have_the_template_and_it_is_a_file_that_can_be_sent() {
    let template = stack().get("/v1/referrals/batch-template").send();
    assert_eq!(template.status, 200);
    assert!(template.header("content-type").unwrap().starts_with("text/csv"));
    let said = template.header("content-disposition").unwrap();
    assert!(said.contains("attachment; filename=\"hubward-referrals.csv\""), "{said}");
    let columns = template.body.trim_end().split(',').count();
    let mut cells = vec![""; columns];
    let of = |name| {
        let names = template.body.trim_start_matches('\u{feff}').trim_end();
        names.split(',').position(|column| column == name).unwrap()
    };
    for (name, text) in [
        ("referrer_kind", "School"),
        ("agreement", "agreed"),
        ("needs", "parenting"),
        ("postcode", "SW1V 2AA"),
        ("child2_given_name", "Siân"),
        ("child2_born_about", "2021"),
        ("safeguarding_concern", "no"),
        ("adult1_safe_to", "none"),
    ] {
        cells[of(name)] = text;
    }
    let file = format!("{}{}\r\n", template.body, cells.join(","));
    let rows = results(&batch(CSV, file).header("idempotency-key", &new_key()).send());
    assert_eq!(column(&rows, "status"), ["accepted"], "{rows:?}");
}
