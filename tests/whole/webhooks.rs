//! Tests of webhooks: a partner's system on this machine is told how its referrals stand, by the real
//! functions.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use e2e::api::{accepted, new_key};
use e2e::family::family;
use e2e::receiver::{Received, Receiver};
use e2e::stack::Stack;
use e2e::tables::Tables;
use e2e::{binaries, project};
use serde_json::{Value, json};

const INBOX: &str = "westminster-bessborough";

/// The stream of changes to partners.
const PARTNERS: &str = "68756277-6172-4420-b061-72746e657273";

/// A stack that sweeps every second, with one partner who has a webhook.
struct Told {
    stack: Stack,
    receiver: Receiver,
    key: String,
    secret: String,
}

impl Told {
    fn start(path: &str) -> Self {
        let stack = Stack::start_with(|_| vec!["--schedule-every".to_owned(), "1".to_owned()]);
        let receiver = Receiver::start();
        let add = ["add", "st-marys", "--name", "St Mary's", "--kinds", "school"];
        let key = done(&stack, &add)["key"].as_str().unwrap().to_owned();
        let set = done(&stack, &["webhook", "set", "st-marys", &receiver.url(path)]);
        let secret = set["secret"].as_str().unwrap().to_owned();
        Self { stack, receiver, key, secret }
    }

    /// Sends a referral with the partner's key, and returns its id.
    fn send(&self, referral: &Value) -> String {
        let call = self.stack.post("/v1/referrals").bearing(&self.key);
        accepted(&call.header("idempotency-key", &new_key()).json(referral).send())
    }

    /// Waits for as many messages about a referral.
    fn messages(&self, id: &str, count: usize) -> Vec<Received> {
        self.stack.wait(&format!("{count} messages about {id}"), || {
            Some(self.receiver.about(id)).filter(|all| all.len() >= count)
        })
    }

    /// Waits until nothing is due to be told about a referral.
    fn settled(&self, id: &str) {
        self.stack.wait(&format!("nothing to be due for {id}"), || {
            due(&self.stack, id).is_none().then_some(())
        });
    }

    /// Brings the next try forward.
    fn try_now(&self, id: &str) {
        try_now(&self.stack, id);
    }

    fn status(&self, id: &str) -> Value {
        self.stack.get(format!("/v1/referrals/{id}")).bearing(&self.key).send().json()
    }
}

/// Brings the next try to tell the sender of a referral forward: the mark is moved to now.
pub(crate) fn try_now(stack: &Stack, id: &str) {
    let row = stack.wait(&format!("{id} to be due later"), || {
        due(stack, id).filter(|row| row["attempts"]["N"] != "0" && row["due_at"]["N"] != "1")
    });
    let tables = Tables::of(stack);
    tables.call(
        "UpdateItem",
        &json!({"TableName": tables.table("due"), "Key": {"work": row["work"]},
            "UpdateExpression": "SET due_at = :now",
            "ExpressionAttributeValues": {":now": {"N": "1"}}}),
    );
}

/// The row by which the sender of a referral is to be told.
pub(crate) fn due(stack: &Stack, id: &str) -> Option<Value> {
    let rows = Tables::of(stack).dump("due");
    rows.into_iter().find(|row| row["work"]["S"] == format!("webhook#{id}"))
}

fn hubward(stack: &Stack, arguments: &[&str]) -> Output {
    let mut command = Command::new(binaries().join("hubward"));
    command.arg("partner").args(arguments).args(["--json", "--state"]).arg(stack.state());
    if arguments != ["list"] {
        command.args(["--by", "asha"]);
    }
    command.output().unwrap()
}

#[track_caller]
fn done(stack: &Stack, arguments: &[&str]) -> Value {
    let output = hubward(stack, arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Whether the guide's own verifier takes a message.
fn verified(message: &Received, body: &[u8], secret: &str) -> bool {
    let guide = fs::read_to_string(project().join("docs/guides/api-webhooks.md")).unwrap();
    let (_, verifier) = guide.split_once("```python\n").unwrap();
    let (verifier, _) = verifier.split_once("```").unwrap();
    let headers =
        json!(message.headers.iter().cloned().collect::<std::collections::BTreeMap<_, _>>());
    let script = format!(
        "{verifier}\nimport json, sys\nheaders = json.loads(sys.argv[1])\n\
         print(is_from_hubward(sys.argv[2], headers, sys.stdin.buffer.read()))"
    );
    let mut python = Command::new("python3")
        .args(["-c", &script, &headers.to_string(), secret])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    python.stdin.take().unwrap().write_all(body).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().trim() == "True"
}

#[test]
fn a_partner_is_told_what_it_could_ask_for_and_nothing_of_the_work() {
    let told = Told::start("/hooks/token-of-the-partner");
    let referral = family();
    let id = told.send(&referral);
    let message = told.messages(&id, 1).remove(0);
    let status = told.status(&id);
    let body = message.json();
    assert_eq!(
        body,
        json!({"type": "referral.changed", "timestamp": body["timestamp"],
            "data": {"id": id, "status": status["status"], "version": status["version"]}})
    );
    assert_eq!((&body["data"]["status"], &body["data"]["version"]), (&json!("routed"), &json!(1)));
    assert_eq!(message.path, "/hooks/token-of-the-partner");
    assert_eq!(message.header("content-type"), "application/json");
    assert!(verified(&message, &message.body, &told.secret));
    assert!(!verified(&message, b"{}", &told.secret), "another body");
    assert!(!verified(&message, &message.body, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));

    // The work in the hub is not told, as it is not to be asked for.
    let inbox = told.stack.inbox(INBOX);
    let entry = inbox.entry_with(&id).unwrap();
    for action in ["claim", "accept", "close"] {
        assert_eq!(inbox.change_unseen(&entry, action).status, 200, "{action}");
    }
    // A further referral of the same child, and of one who is not known, are told of alike.
    let known = told.send(&referral);
    let unknown = told.send(&family());
    let without_own = |id: &str| {
        let mut body = told.messages(id, 1).remove(0).json();
        (body["data"]["id"], body["timestamp"]) = (Value::Null, Value::Null);
        body
    };
    assert_eq!(without_own(&known), without_own(&unknown));

    // Withdrawing changes what can be asked for, and is told.
    let withdrawn = told.stack.post(format!("/v1/referrals/{id}/withdrawal")).bearing(&told.key);
    let withdrawn = withdrawn.header("idempotency-key", "away").header("if-match", "\"1\"");
    let answer = withdrawn.json(&json!({"reason": "entered_in_error"})).send();
    assert_eq!(answer.status, 200, "{answer:?}");
    let all = told.messages(&id, 2);
    assert_eq!(all[1].json()["data"], json!({"id": id, "status": "withdrawn", "version": 2}));
    told.settled(&id);
    assert_eq!(told.receiver.about(&id).len(), 2, "the work was not told");

    // Nothing of the address, the secret or the family is said elsewhere.
    let log = told.stack.log();
    let listed = done(&told.stack, &["list"]).to_string();
    let rows = format!(
        "{:?}{:?}",
        Tables::of(&told.stack).dump("audit"),
        Tables::of(&told.stack).dump("due")
    );
    for hidden in ["token-of-the-partner", &told.secret[6..]] {
        assert!(
            !log.contains(hidden) && !listed.contains(hidden) && !rows.contains(hidden),
            "{hidden}"
        );
    }
    assert!(!format!("{:?}", Tables::of(&told.stack).dump("partners")).contains(&told.secret[6..]));
}

#[test]
fn what_is_not_taken_is_sent_again_under_the_same_id_and_no_redirect_is_followed() {
    let told = Told::start("/hooks");
    told.receiver.answer_next(&["500 Oh", "302 Found\r\nlocation: /elsewhere"]);
    let id = told.send(&family());
    told.messages(&id, 1);
    told.try_now(&id);
    told.messages(&id, 2);
    told.try_now(&id);
    let all = told.messages(&id, 3);
    told.settled(&id);
    assert!(all.iter().all(|one| one.path == "/hooks"), "{all:?}");
    let first = all[0].header("webhook-id");
    assert!(all.iter().all(|one| one.header("webhook-id") == first && one.body == all[0].body));
    assert!(all.iter().all(|one| verified(one, &one.body, &told.secret)));
    let log = told.stack.log();
    assert!(log.contains("\"webhook.status\":500") && log.contains("\"webhook.status\":302"));
    assert!(log.contains("WebhooksFailed"));
}

#[test]
fn a_webhook_that_is_gone_is_told_nothing_until_it_is_enabled() {
    let told = Told::start("/hooks");
    told.receiver.answer_next(&["410 Gone"]);
    let first = told.send(&family());
    told.messages(&first, 1);
    told.settled(&first);
    let listed = || done(&told.stack, &["list"])[0]["webhook"].clone();
    assert!(listed()["disabled_at"].is_string(), "{}", listed());
    let second = told.send(&family());
    told.stack.wait(&format!("{second} to be routed"), || {
        (told.status(&second)["status"] == "routed").then_some(())
    });
    told.settled(&second);
    assert_eq!(told.receiver.about(&second).len(), 0);

    done(&told.stack, &["webhook", "enable", "st-marys"]);
    assert_eq!(listed()["disabled_at"], Value::Null);
    let third = told.send(&family());
    told.messages(&third, 1);
    assert_eq!(told.receiver.received().len(), 2);
}

#[test]
fn a_secret_is_replaced_while_both_sign_and_a_webhook_is_removed() {
    let told = Told::start("/hooks");
    let before = told.send(&family());
    told.messages(&before, 1);
    let rotated = done(&told.stack, &["webhook", "rotate", "st-marys"]);
    let next = rotated["secret"].as_str().unwrap();
    assert_ne!(next, told.secret);
    assert!(!hubward(&told.stack, &["webhook", "rotate", "st-marys"]).status.success());
    let id = told.send(&family());
    let both = told.messages(&id, 1).remove(0);
    for secret in [next, &told.secret] {
        assert!(verified(&both, &both.body, secret));
    }
    done(&told.stack, &["webhook", "retire", "st-marys"]);
    let id = told.send(&family());
    let one = told.messages(&id, 1).remove(0);
    assert!(verified(&one, &one.body, next) && !verified(&one, &one.body, &told.secret));

    // Another address keeps the secret; a partner that has none is not due to be told.
    let moved = done(&told.stack, &["webhook", "set", "st-marys", &told.receiver.url("/moved")]);
    assert!(moved.get("secret").is_none(), "{moved}");
    let id = told.send(&family());
    assert_eq!(told.messages(&id, 1)[0].path, "/moved");
    done(&told.stack, &["webhook", "remove", "st-marys"]);
    let silent = told.send(&family());
    told.stack.wait(&format!("{silent} to be routed"), || {
        (told.status(&silent)["status"] == "routed").then_some(())
    });
    assert!(due(&told.stack, &silent).is_none());
    assert_eq!(told.receiver.about(&silent).len(), 0);
    // Each change is an event of the partners' stream, with the name of the address and not its path.
    let mut events = Tables::of(&told.stack).dump("audit");
    events.retain(|row| row["stream"]["S"] == PARTNERS);
    events.sort_by_key(|row| row["seq"]["N"].as_str().unwrap().to_owned());
    let changes: Vec<_> = events.iter().map(|row| &row["facts"]["M"]["change"]["S"]).collect();
    let set =
        ["add", "webhook-set", "webhook-rotate", "webhook-retire", "webhook-set", "webhook-remove"];
    assert_eq!(changes, set);
    assert_eq!(events[1]["facts"]["M"]["origin"]["S"], told.receiver.url(""));
    for wrong in ["http://mis.example/#x", "ftp://mis.example/", "https://a:b@mis.example/"] {
        assert!(!hubward(&told.stack, &["webhook", "set", "st-marys", wrong]).status.success());
    }
}
