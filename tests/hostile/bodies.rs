//! Bodies, forms, queries and changes that are wrong as a whole.

use e2e::api::new_key;
use e2e::family::family;
use serde_json::{Value, json};

use crate::{clear, stack};

/// Sends bodies that are not JSON, are too large, or hold something else. Answers how many.
pub(crate) fn of_every_kind() -> usize {
    let deep = |open: &str, close: &str, times: usize| {
        format!("{{\"reason\":{}1{}}}", open.repeat(times), close.repeat(times))
    };
    let good = family().to_string();
    let mut bodies: Vec<Vec<u8>> = [
        String::new(),
        "null".into(),
        "true".into(),
        "0".into(),
        "\"\"".into(),
        "[]".into(),
        "{}".into(),
        "[[[]]]".into(),
        "{".into(),
        "}".into(),
        "{\"a\"".into(),
        "NaN".into(),
        "-".into(),
        "1e999999999".into(),
        "\"\\ud800\"".into(),
        "\"\\x\"".into(),
        "{\"\":{}}".into(),
        "{\"\\u0000\":1}".into(),
        "{\"reason\":\"\\ud800\"}".into(),
        "{\"reason\":\"\\udfff\\ud800\"}".into(),
        "// no\n{}".into(),
        "{'a':1}".into(),
        deep("[", "]", 15),
        deep("[", "]", 17),
        deep("[", "]", 30_000),
        deep("{\"a\":", "}", 5_000),
        format!("{{\"needs\":[{}]}}", vec!["\"parenting\""; 4000].join(",")),
        format!("{{\"children\":[{}]}}", vec!["{}"; 15_000].join(",")),
        format!("{{{}}}", (0..5000).map(|n| format!("\"f{n}\":1")).collect::<Vec<_>>().join(",")),
        format!("{{\"reason\":{}}}", "9".repeat(60_000)),
        format!("{good}{good}"),
        format!("\u{feff}{good}"),
        good[..good.len() - 1].to_owned(),
        " ".repeat(256 * 1024 + 1),
        "x".repeat(5 * 1024 * 1024),
        "[".repeat(60_000),
    ]
    .map(String::into_bytes)
    .into();
    bodies.extend([
        vec![0xff, 0xfe, b'{', 0, b'}', 0],
        vec![0; 1000],
        b"{\"reason\":\"\xc3\x28\"}".to_vec(),
        b"{\"reason\":\"\xed\xa0\x80\"}".to_vec(),
        b"{\"reason\":\"\xf8\x88\x80\x80\x80\"}".to_vec(),
        good.bytes().map(|byte| byte ^ 0x80).collect(),
    ]);
    // These are cut off, or have a flipped bit, in many places.
    bodies.extend((1..40).map(|part| good.as_bytes()[..good.len() * part / 40].to_vec()));
    for at in (0..good.len()).step_by(29) {
        let mut flipped = good.clone().into_bytes();
        flipped[at] ^= 1 << (at % 8);
        bodies.push(flipped);
    }
    let school = stack().partner(e2e::api::SENDER);
    for body in &bodies {
        let call = stack().post("/v1/referrals").by(school).header("idempotency-key", &new_key());
        let answer = call.body("application/json", body.clone()).send();
        clear(&answer, &String::from_utf8_lossy(body));
    }
    // Every field is sent as every other type.
    let mut wrong = 0;
    for name in family().as_object().expect("an object").keys() {
        for value in [
            json!(null),
            json!(1e300),
            json!(-1),
            json!(""),
            json!([]),
            json!([[]]),
            json!({}),
            json!(true),
        ] {
            let mut referral = family();
            referral[name] = value;
            clear(&stack().referral(&new_key(), &referral).send(), &referral.to_string());
            wrong += 1;
        }
    }
    bodies.len() + wrong
}

/// Sends the pages of the family's form with values that no browser sends. Answers how many.
pub(crate) fn forms() -> usize {
    let mut sent = 0;
    for page in ["who", "where", "contact", "child/1", "children", "help", "words", "language"] {
        let path = format!("/form/{page}");
        let mut visitor = stack().visitor().begin("full");
        visitor.get(&path);
        let form = visitor.form();
        let mark = form.fields.iter().find(|(name, _)| name == "form").unwrap().1.clone();
        let mut bodies: Vec<Vec<u8>> =
            ["", "&&&&", "====", "%", "%%%", "%zz=%zz", "a=%ff%fe", "%00=%00", "token=", "a;b;c"]
                .map(|body| body.as_bytes().to_vec())
                .into();
        bodies.push(b"\xff\xfe\xfd=\xff".to_vec());
        bodies.push(vec![b'&'; 60_000]);
        bodies.push("a=1&".repeat(15_000).into_bytes());
        bodies.push(vec![b'a'; 300_000]);
        bodies.push(vec![b'"'; 2_000_000]);
        for name in &form.names {
            for value in [
                "%00",
                "%ff",
                "%F0%9F%91%A8%E2%80%8D",
                "%0d%0aSet-Cookie:+a=b",
                "99999999999999999999",
            ] {
                bodies.push(format!("{name}={value}&{name}={value}&form={mark}").into_bytes());
            }
        }
        for body in &bodies {
            let call = visitor.call(&path, &[]);
            let answer = call.body("application/x-www-form-urlencoded", body.clone()).send();
            let about = String::from_utf8_lossy(body);
            // The page is shown again, or another one, or the body is refused.
            assert!(
                answer.status == 303 || (400..500).contains(&answer.status),
                "{about}: {answer:?}"
            );
            let leads_to = answer.header("location").unwrap_or("/");
            assert!(leads_to.starts_with('/') && !leads_to.starts_with("//"), "{leads_to}");
            // What was kept of it can be shown.
            if answer.status == 303 {
                let shown = visitor.get(&path).status;
                assert_eq!(shown, 200, "{about}");
            }
        }
        sent += bodies.len();
    }
    sent
}

/// Sends wrong queries and changes of a hub. Answers how many.
pub(crate) fn queries_and_changes() -> usize {
    let worker = stack().worker_of("westminster-bessborough");
    let entry = "11111111-2222-4333-8444-555555555555";
    let mut sent = 0;
    for query in [
        "limit=0",
        "limit=-1",
        "limit=99999999999999999999",
        "limit=",
        "limit=1&limit=2",
        "state=",
        "state=nothing",
        "cursor=",
        "cursor=%00",
        "cursor=%ff",
        "cursor=..",
        "cursor=AAAA",
        "a=b",
        "%",
        "&&&",
        "state=%F0%9F%91%A8",
    ] {
        let answer = stack().get(format!("/v1/inbox?{query}")).by(worker).send();
        assert!(answer.status == 200 || (400..500).contains(&answer.status), "{query}: {answer:?}");
        sent += 1;
    }
    let bodies = [
        json!({"version": -1}),
        json!({"version": 1e300}),
        json!({"version": "1"}),
        json!([]),
        json!({"version": {"version": 1}}),
        json!({"outcome": "\u{0}"}),
        Value::Null,
        json!(7),
    ];
    for action in ["claim", "accept", "close", "nothing", "%00", "%ff", "claim%2F..", "CLAIM"] {
        for body in &bodies {
            let path = format!("/v1/inbox/{entry}/{action}");
            let answer = stack().post(path).by(worker).json(body).send();
            assert!((400..500).contains(&answer.status), "{action} {body}: {answer:?}");
            sent += 1;
        }
    }
    for id in
        ["0", "%00", "%ff", "..", "null", "11111111222243338444555555555555", &"9".repeat(3000)]
    {
        for path in [format!("/v1/referrals/{id}"), format!("/v1/inbox/{id}")] {
            let client = if path.contains("inbox") { worker } else { stack().partner("school") };
            let answer = stack().get(path).by(client).send();
            assert!((400..500).contains(&answer.status), "{id}: {answer:?}");
            sent += 1;
        }
    }
    sent
}
