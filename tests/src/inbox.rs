//! The inbox, as its own client sees it.

use serde_json::{Value, json};

use crate::http::{Answer, Call};
use crate::service::Service;
use crate::tables::Tables;

/// One inbox, which its client sees.
#[derive(Debug, Clone, Copy)]
pub struct Inbox<'a> {
    service: &'a Service,
    id: &'a str,
}

impl Service {
    /// The inbox with this id.
    pub fn inbox<'a>(&'a self, id: &'a str) -> Inbox<'a> {
        Inbox { service: self, id }
    }

    /// Waits until a referral is in an inbox, and returns its entry there.
    #[track_caller]
    pub fn wait_until_in_inbox(&self, referral: &str, inbox: &str) -> Value {
        let tables = Tables::of(self);
        self.wait(&format!("{referral} to be in {inbox}"), || {
            (tables.state_of(referral).as_deref() == Some("routed")).then_some(())
        });
        // Once it is routed, the referral is in an entry.
        self.inbox(inbox).entry_with(referral).unwrap_or_else(|| {
            panic!("{referral} is not in {inbox} but in {:?}", self.entries_with(referral))
        })
    }

    /// Every entry in any inbox that holds a referral, each with its inbox.
    pub fn entries_with(&self, referral: &str) -> Vec<(String, Value)> {
        let inboxes = self.credentials().inboxes();
        let found = inboxes.into_iter().flat_map(|inbox| {
            let entries = self.inbox(&inbox).entries();
            let holding = entries.into_iter().filter(|entry| holds(entry, referral));
            holding.map(|entry| (inbox.clone(), entry)).collect::<Vec<_>>()
        });
        found.collect()
    }
}

impl Inbox<'_> {
    /// Every entry of the inbox, over all pages.
    #[track_caller]
    pub fn entries(&self) -> Vec<Value> {
        self.pages("limit=100").into_iter().flatten().collect()
    }

    /// The pages that a query gives, following `next`.
    #[track_caller]
    pub fn pages(&self, query: &str) -> Vec<Vec<Value>> {
        let mut pages = Vec::new();
        let mut cursor = String::new();
        loop {
            let answer = self.list(&format!("{query}{cursor}"));
            assert_eq!(answer.status, 200, "{answer:?}");
            let page = answer.json();
            pages.push(page["entries"].as_array().expect("a list of entries").clone());
            assert!(pages.len() < 1000, "the pages have no end");
            match page.get("next").expect("next is there, if only as null") {
                Value::Null => return pages,
                next => cursor = format!("&cursor={}", next.as_str().expect("a cursor")),
            }
        }
    }

    /// Sends a request for the list.
    pub fn list(&self, query: &str) -> Answer {
        self.service.get(format!("/v1/inbox?{query}")).by(self.worker()).send()
    }

    /// The entry of the inbox that holds a referral.
    pub fn entry_with(&self, referral: &str) -> Option<Value> {
        self.entries().into_iter().find(|entry| holds(entry, referral))
    }

    /// Opens an entry, and returns the answer.
    pub fn open(&self, entry: &Value) -> Answer {
        self.service.get(format!("/v1/inbox/{}", id(entry))).by(self.worker()).send()
    }

    /// Changes an entry, on the version that was seen.
    pub fn change(&self, entry: &Value, action: &str) -> Answer {
        let mut body = what(action);
        body["version"] = entry["version"].clone();
        self.post(entry, action).json(&body).send()
    }

    /// Changes an entry, whatever its version.
    pub fn change_unseen(&self, entry: &Value, action: &str) -> Answer {
        self.post(entry, action).json(&what(action)).send()
    }

    fn post(&self, entry: &Value, action: &str) -> Call<'_> {
        // The same item is sent again with the same key.
        let call = self.service.post(format!("/v1/inbox/{}/{action}", id(entry)));
        call.header("idempotency-key", action).by(self.worker())
    }

    fn worker(&self) -> &str {
        self.service.worker_of(self.id)
    }
}

/// The body of a change: some need a code. What is sent on goes to review, where any entry may go.
fn what(action: &str) -> Value {
    match action {
        "close" => json!({"outcome": "supported"}),
        "redirect" => json!({"reason": "better_fit", "to": "review"}),
        "decline" => json!({"reason": "unsafe_here"}),
        "take_over" => json!({"reason": "absent"}),
        "log" => json!({"kind": "note", "words": "Rang the school."}),
        _ => json!({}),
    }
}

/// The id of an entry.
pub fn id(entry: &Value) -> &str {
    entry["id"].as_str().expect("an entry's id")
}

/// Whether an entry holds a referral.
pub fn holds(entry: &Value, referral: &str) -> bool {
    entry["referral_ids"].as_array().expect("a list of ids").iter().any(|id| id == referral)
}

/// The codes of an entry's or a placement's reasons; each has a text for people.
pub fn reason_codes(of: &Value) -> Vec<&str> {
    let reasons = of["reasons"].as_array().expect("a list of reasons").iter();
    let codes = reasons.map(|reason| {
        assert!(reason["text"].as_str().is_some_and(|text| !text.is_empty()), "{reason}");
        reason["code"].as_str().expect("a code")
    });
    codes.collect()
}

/// The texts of the reasons, joined into one.
pub fn reason_texts(of: &Value) -> String {
    let reasons = of["reasons"].as_array().expect("a list of reasons").iter();
    reasons.filter_map(|reason| reason["text"].as_str()).collect::<Vec<_>>().join(" ")
}
