//! Tests that nothing which a family or a referrer said leaks: not into an answer, not into a log,
//! not into a table unsealed, not from a list.

use std::fs;
use std::sync::{Arc, Mutex};

use e2e::api::new_key;
use e2e::family;
use e2e::family::example;
use e2e::http::Answer;
use e2e::relay::{Engine, Relay};
use e2e::stack::Stack;
use e2e::visitor::Answers;
use serde_json::{Value, json};

use crate::form::sent_to;
use crate::professional::{answers, senco_of, submit, walk};
use crate::stack;

/// The mark in every text of a referral that may hold anything.
const MARK: &str = "Zqcanary";

/// Values that have a shape of their own, as they are sent and as they may be written down.
const SHAPED: [&str; 16] = [
    "07700900913",
    "07700 900 913",
    "+447700900913",
    "01632960777",
    "01632 960 777",
    "+441632960777",
    "9434765919",
    "943 476 5919",
    "B803214070051",
    "100023336956",
    "147258",
    "NW8 8DE",
    "nw8",
    "2019-07-13",
    "1987-05-29",
    "RZQ47",
];

/// A referral with a canary in every field.
fn canaries() -> Value {
    let mark = |what: &str| format!("{MARK} {what}");
    let name =
        |what: &str| json!({"given": mark(what), "family": mark(what), "known_as": mark(what)});
    json!({
        "referrer": {"kind": "school", "name": mark("referrer"), "role": mark("role"),
            "organisation": {"name": mark("organisation"), "urn": "147258", "ods": "RZQ47"},
            "email": format!("{MARK}@school.example"), "phone": "01632 960 777",
            "record": mark("record"),
            "helped_by": {"setting": mark("setting"), "organisation": mark("charity"), "name": mark("helper")}},
        "agreement": {"status": "agreed", "by": "parent_with_pr", "on": "2026-11-20", "reason": mark("why")},
        "household": {"address": {"lines": [mark("street"), mark("house")], "town": mark("town"),
            "postcode": "nw8 8de", "uprn": "100023336956"}, "language": "ur",
            "interpreter_needed": true, "accessibility_note": mark("access")},
        "adults": [{"name": name("adult"), "relationship": "mother", "date_of_birth": "1987-05-29",
            "phone": "07700 900 913", "email": format!("{MARK}.adult@home.example"),
            "safe_to": ["call"], "best_times": mark("times"),
            "safety_confirmed": {"by": mark("confirmer"), "on": "2026-11-20"}}],
        "must_not_know": [{"name": name("avoided"), "relationship": "father", "note": mark("note")}],
        "children": [{"name": name("child"), "date_of_birth": "2019-07-13", "nhs_number": "943 476 5919",
            "upn": "B803214070051", "school_urn": "147258"}],
        "needs": ["parenting"], "reason": mark("reason"), "already_tried": mark("tried"),
        "others_helping": mark("others"), "family_voice": mark("voice"), "urgency": "soon",
        "safeguarding_concern": false
    })
}

/// Collects the path of every text in a document.
fn texts(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| texts(value, &format!("{at}/{name}"), found));
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, value)| texts(value, &format!("{at}/{index}"), found));
        }
        Value::String(_) => found.push(at.to_owned()),
        _ => {}
    }
}

/// The canaries that stand in `text`. A short one comes by chance in ids and fractions of a second:
/// it counts where it stands alone.
fn leaks(text: &str) -> Vec<&'static str> {
    let stands = |canary: &&str| {
        text.match_indices(*canary).any(|(at, found)| {
            let before = text[..at].chars().next_back();
            let after = text[at + found.len()..].chars().next();
            let alone = [before, after].iter().flatten().all(|c| !c.is_alphanumeric());
            found.len() > 6 || (alone && before != Some('.'))
        })
    };
    [MARK].into_iter().chain(SHAPED).filter(stands).collect()
}

#[track_caller]
fn tells_nothing(answer: &Answer) {
    let told = format!("{:?} {}", answer.headers, answer.body);
    assert_eq!(leaks(&told), [""; 0], "{told}");
}

fn send(stack: &Stack, body: impl Into<Vec<u8>>) -> Answer {
    let call = stack.post("/v1/referrals").by(stack.partner("school"));
    call.header("idempotency-key", &new_key()).body("application/json", body).send()
}

/// Sends valid input, and input that is wrong in every way, and checks every answer.
fn send_everything(stack: &Stack) {
    let good = send(stack, canaries().to_string());
    tells_nothing(&good);
    let id = e2e::api::accepted(&good);
    stack.wait_until_in_inbox(&id, "westminster-portman");
    tells_nothing(&stack.get(format!("/v1/referrals/{id}")).by(stack.partner("school")).send());
    tells_nothing(&send(stack, family::with_concern(canaries()).to_string()));

    // Every text, one after the other, gets the wrong content, a content far too long, and a wrong
    // type.
    let mut places = Vec::new();
    texts(&canaries(), "", &mut places);
    for place in places {
        let wrong =
            [json!(format!("{MARK}\u{7}{{}}")), json!(MARK.repeat(400)), json!({ MARK: MARK })];
        for wrong in wrong {
            let mut referral = canaries();
            *referral.pointer_mut(&place).unwrap() = wrong;
            tells_nothing(&send(stack, referral.to_string()));
        }
    }
    let mut unknown = canaries();
    unknown[format!("{MARK} field")] = json!(MARK);
    tells_nothing(&send(stack, unknown.to_string()));
    let whole = canaries().to_string();
    for broken in [
        whole[..whole.len() / 2].to_owned(),
        whole.replace("{\"", "{\"Zqcanary\":1,\"Zqcanary\":2,\""),
    ] {
        let answer = send(stack, broken);
        assert_eq!(answer.status, 400, "{answer:?}");
        tells_nothing(&answer);
    }
    tells_nothing(&send(stack, format!("{whole}{}", " ".repeat(256 * 1024))));
    around_the_body(stack, &whole);
    nhs_messages(stack);
    rows(stack);
    pages(stack);
    professionals_pages(stack);
}

/// Sends a file with a canary in every column, and one whose columns are canaries.
fn rows(stack: &Stack) {
    let send = |file: String| {
        let call = stack.post("/v1/referrals/batch").by(stack.partner("school"));
        call.header("idempotency-key", &new_key()).body("text/csv", file).send()
    };
    let template = stack.get("/v1/referrals/batch-template").send().body;
    let names = template.trim().trim_start_matches('\u{feff}');
    let marks = vec![MARK; names.split(',').count()].join(",");
    let refused = send(format!("{names}\n{marks}\n"));
    tells_nothing(&refused);
    assert_eq!(refused.json()["refused"], 1, "{refused:?}");
    let kept = format!(
        "referrer_kind,referrer_name,agreement,needs,children_not_known,reason\n\
         school,{MARK},agreed,parenting,yes,{MARK}\n"
    );
    let kept = send(kept);
    tells_nothing(&kept);
    assert_eq!(kept.json()["accepted"], 1, "{kept:?}");
    tells_nothing(&send(format!("{MARK},{MARK}\n{MARK},{MARK}\n")));
}

/// Writes of a family on the professionals' pages. The one who wrote it sees it there, and nobody else.
fn professionals_pages(stack: &Stack) {
    let mut visitor = senco_of(stack);
    let answers = answers(MARK).with(&[("what-is-happening", MARK), ("family-name", MARK)]);
    walk(&mut visitor, &answers);
    submit(&mut visitor, "/send", &Answers::default());
    assert_eq!(visitor.path, "/refer/professional/sent", "{:?}", visitor.page);
    let listed = visitor.get("/refer/professional/referrals").clone();
    assert_eq!(listed.status, 200, "{listed:?}");
    tells_nothing(&listed);
}

/// Sends messages of the NHS with a canary in each text, one after the other, and in their ids.
fn nhs_messages(stack: &Stack) {
    const MESSAGE: &str = include_str!("../../crates/formats/tests/fhir/messages/child.json");
    let send = |ids: [&str; 2], body: String| {
        let call = stack.post("/fhir/$process-message").by(stack.partner("health"));
        let call = call.header("x-request-id", ids[0]).header("x-correlation-id", ids[1]);
        let answer = call.body("application/fhir+json", body).send();
        tells_nothing(&answer);
        answer.status
    };
    let message: Value = serde_json::from_str(MESSAGE).unwrap();
    let mut places = Vec::new();
    texts(&message, "", &mut places);
    let mut taken = 0;
    for (at, place) in places.iter().enumerate() {
        let mut message = message.clone();
        message["entry"][1]["resource"]["identifier"][0]["value"] = json!(format!("{MARK} {at}"));
        *message.pointer_mut(place).unwrap() = json!(format!("{MARK} {at}"));
        let ids = format!("60e0b220-8136-4ca5-ae46-{at:012x}");
        taken += usize::from(send([&ids, &ids], message.to_string()) == 200);
    }
    assert!(taken > places.len() / 2, "most texts are kept, whatever they say: {taken}");
    let id = "60e0b220-8136-4ca5-ae46-1d97ef59d068";
    assert_eq!(send([MARK, id], MESSAGE.to_owned()), 400);
    assert_eq!(send([id, id], MESSAGE.replace("\"type\"", "\"Zqcanary\"")), 400);
}

/// Sends canaries in paths, queries, headers and tokens.
fn around_the_body(stack: &Stack, whole: &str) {
    let school = stack.partner("school");
    let worker = stack.worker_of("review");
    for call in [
        stack.get(format!("/{MARK}")),
        stack.get(format!("/v1/referrals/{MARK}")).by(school),
        stack.get(format!("/v1/inbox/{MARK}")).by(worker),
        stack.get(format!("/v1/inbox?state={MARK}&cursor={MARK}&limit={MARK}")).by(worker),
        stack.get(format!("/v1/matches?cursor={MARK}&limit={MARK}")).by(worker),
        stack.post(format!("/v1/inbox/{MARK}/{MARK}")).by(worker),
        stack.get("/v1/inbox").header("authorization", &format!("Bearer {MARK}.{MARK}.{MARK}")),
        stack.post("/v1/referrals").by(school).body("text/plain", whole),
        stack.post("/v1/referrals").by(school).body("application/json", whole),
        stack
            .post("/v1/referrals")
            .by(school)
            .header("idempotency-key", &MARK.repeat(40))
            .body("application/json", whole),
        stack.post("/oauth2/token").form(&[("client_id", MARK), ("client_secret", MARK)]),
        stack.get(format!("/assets/{MARK}")),
        stack.get(format!("/hub/entries/{MARK}")).header("cookie", &format!("a={MARK}")),
        stack.get(format!("/hub/entries/{MARK}/close?outcome={MARK}&version={MARK}")),
    ] {
        let answer = call.send();
        assert!(answer.status >= 300, "{answer:?}");
        tells_nothing(&answer);
    }
}

/// Checks the pages: a text that a family typed comes back into its own form, but goes nowhere
/// else.
fn pages(stack: &Stack) {
    let answers = |who: &str| {
        Answers::of(&[
            ("who", who),
            ("given-name", MARK),
            ("family-name", MARK),
            ("phone", "07700 900 913"),
            ("email", "Zqcanary@home.example"),
            ("safe-to", "call"),
            ("safe-to", "email"),
            ("must-not-know", MARK),
            ("address-line-1", MARK),
            ("address-line-2", MARK),
            ("town", MARK),
            ("where", "address"),
            ("postcode", "NW8 8DE"),
            ("child-1-given-name", MARK),
            ("child-1-family-name", MARK),
            ("child-1-birth", "born"),
            ("child-1-day", "13"),
            ("child-1-month", "7"),
            ("child-1-year", "2019"),
            ("needs", "parenting"),
            ("what-is-happening", MARK),
            ("best-times", MARK),
            ("access-note", MARK),
            ("what-would-help", MARK),
            ("already-tried", MARK),
            ("who-else-helps", MARK),
            ("helper-setting", MARK),
            ("helper-organisation", MARK),
            ("helper-name", MARK),
            ("family-asked", "agreed"),
            ("agree", "yes"),
            ("agree-reason", MARK),
        ])
    };
    for who in ["self_parent", "helped_by"] {
        let confirmed = sent_to(stack, &answers(who));
        assert_eq!(confirmed.status, 200, "{confirmed:?}");
        tells_nothing(&confirmed);
    }
    // A form that is left half-way, with answers that are wrong.
    let mut visitor = stack.visitor().begin("full");
    for page in ["who", "where", "council", "contact", "child/1", "help", "wait", "language"] {
        visitor.get(&format!("/form/{page}"));
        let wrong = visitor.form().fields.into_iter().map(|(name, value)| {
            if value.is_empty() { (name, MARK.to_owned()) } else { (name, value) }
        });
        let wrong: Vec<_> = wrong.collect();
        let answer = visitor.answer_to_post(&format!("/form/{page}"), &wrong);
        tells_nothing(&answer);
        assert_eq!(answer.status, 303, "{page}: {answer:?}");
    }
    for path in ["/hub/sign-in", "/hub/sign-in/begin", "/hub/sign-in/answer"] {
        let query = format!("to=/hub/entries/{MARK}&code={MARK}&state={MARK}&error={MARK}");
        tells_nothing(&stack.get(format!("{path}?{query}")).send());
    }
}

/// Writes canaries on the log of an entry, and sends what cannot be written.
fn log_everything(stack: &Stack, entry: &Value) {
    let worker = stack.worker_of("westminster-portman");
    let log = |item: Value| {
        let call = stack.post(format!("/v1/inbox/{}/log", e2e::inbox::id(entry))).by(worker);
        call.header("idempotency-key", &new_key()).json(&item).send()
    };
    for item in [
        json!({"kind": "note", "words": MARK}),
        json!({"kind": "onward", "need": "housing", "partner": MARK, "agreement": "agreed",
            "answer": "sent", "words": MARK}),
        json!({"kind": "score", "scale": MARK, "score": 4, "point": "start", "on": "2025-01-02",
            "words": MARK}),
    ] {
        let written = log(item);
        assert_eq!(written.status, 200, "{written:?}");
        tells_nothing(&written);
    }
    for wrong in [
        json!({"kind": MARK, "words": MARK}),
        json!({"kind": "contact", "code": MARK, "on": MARK, "at": MARK, "replaces": MARK}),
        json!({"kind": "note", "words": [MARK]}),
    ] {
        let refused = log(wrong);
        assert_eq!(refused.status, 422, "{refused:?}");
        tells_nothing(&refused);
    }
}

#[test]
fn nothing_that_was_said_leaks_into_answers_logs_or_tables() {
    let queued = Arc::<Mutex<Vec<String>>>::default();
    let mut stack = Stack::start_with(|state| {
        let queued = Arc::clone(&queued);
        let relay = Relay::before(Engine::Queues, state.to_owned(), move |call| {
            queued.lock().unwrap().push(call.body.to_string());
            call.pass_on()
        });
        relay.arguments().to_vec()
    });
    send_everything(&stack);
    let portman = stack.inbox("westminster-portman");
    let entries = stack.wait("the form's referral to be there as well", || {
        Some(portman.entries()).filter(|all| all.len() >= 2)
    });
    assert_eq!(leaks(&json!(entries).to_string()), [""; 0], "a list tells nothing of a family");

    // The hub sees all of it, so the canaries were really there.
    let opened = entries.iter().map(|entry| portman.open(entry).json()).collect::<Vec<_>>();
    let opened = json!(opened).to_string();
    for there in [MARK, "2019-07-13", "NW8 8DE", "B803214070051"] {
        assert!(opened.contains(there), "{there}");
    }
    // Another of these referrals may be told to this entry just now, which changes its version.
    stack.wait("a claim to be accepted", || {
        (portman.change_unseen(&entries[0], "claim").status == 200).then_some(())
    });
    log_everything(&stack, &entries[0]);
    let clients = stack.credentials().0.clone();
    let tokens: Vec<String> =
        ["school", "hub-review"].iter().map(|client| stack.token(client)).collect();
    stack.stop();

    let queued = queued.lock().unwrap();
    assert!(queued.iter().any(|message| message.contains("referral")), "messages went by");
    assert_eq!(queued.iter().flat_map(|message| leaks(message)).collect::<Vec<_>>(), [""; 0]);
    let log = stack.log();
    assert!(log.contains("request answered") && log.contains("routed"), "the log is the stack's");
    let lines = log.lines().filter(|line| !leaks(line).is_empty());
    assert_eq!(lines.collect::<Vec<_>>(), [""; 0]);
    let keys = fs::read(stack.state().join("keys.json")).unwrap();
    let keys: serde_json::Value = serde_json::from_slice(&keys).unwrap();
    let own = keys["hub-client"]["1"].as_str().unwrap().to_owned();
    let secrets = clients.iter().map(|client| &client.secret).chain(&tokens).chain([&own]);
    for secret in secrets {
        assert!(!log.contains(secret), "a secret or a token is in the log");
    }
    for file in fs::read_dir(stack.state()).unwrap() {
        let path = file.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        // Short canaries come by chance in keys and ids.
        let found = leaks(&text).into_iter().filter(|canary| canary.len() > 6);
        assert_eq!(found.collect::<Vec<_>>(), [""; 0], "{}", path.display());
    }
}

#[test]
fn a_reason_for_a_place_holds_no_postcode() {
    let id = stack().post_referral(&example());
    let entry = stack().wait_until_in_inbox(&id, "westminster-bessborough");
    let status = stack().status_once_routed(&id);
    for told in [entry.to_string(), status.to_string()] {
        assert!(!told.contains("SW1V") && !told.contains("Okafor"), "{told}");
    }
}
