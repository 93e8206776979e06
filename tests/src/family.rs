//! Referrals to send: the contract's example, and families that no other test knows.

use std::sync::atomic::{AtomicU32, Ordering};

use jiff::{Timestamp, ToSpan as _, tz::TimeZone};
use serde_json::{Value, json};

/// The contract's example. Its due date is always some weeks ahead, so that it stays valid.
pub fn example() -> Value {
    json!({
        "referrer": {"kind": "school", "organisation": {"name": "Example Primary School", "urn": "100001"},
            "name": "A. Teacher", "role": "SENCO", "email": "senco@school.example",
            "phone": "01632 960 001", "record": "S-1042"},
        "agreement": {"status": "agreed", "by": "parent_with_pr", "on": "2026-11-20"},
        "household": {"address": {"lines": ["12 Example Street"], "town": "London", "postcode": "SW1V 2AA"},
            "language": "en", "interpreter_needed": false},
        "adults": [{"name": {"given": "Amina", "family": "Okafor"}, "relationship": "mother",
            "phone": "07700 900 982", "safe_to": ["call", "text"]}],
        "children": [{"name": {"given": "Tobi", "family": "Okafor"}, "date_of_birth": "2021-03-04"},
            {"due_date": in_ten_weeks()}],
        "needs": ["speech_and_language", "parenting"], "reason": "Free text.", "urgency": "routine",
        "safeguarding_concern": false
    })
}

/// The example, of a family that no other test knows.
pub fn family() -> Value {
    let mut referral = example();
    referral["children"][0]["name"]["given"] = json!(format!("Tobi {}", unique()));
    referral
}

/// As [`family`], living at a postcode.
pub fn family_at(postcode: &str) -> Value {
    let mut referral = family();
    referral["household"]["address"]["postcode"] = json!(postcode);
    referral
}

/// As [`family`], with a household of its own.
pub fn family_of(household: Value) -> Value {
    let mut referral = family();
    referral["household"] = household;
    referral
}

/// As [`family`], with a safeguarding concern.
pub fn with_concern(mut referral: Value) -> Value {
    referral["safeguarding_concern"] = json!(true);
    referral
}

/// Letters that this process has not used yet.
pub fn unique() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'k')).collect()
}

fn in_ten_weeks() -> String {
    #[expect(clippy::disallowed_methods, reason = "a due date is measured from today")]
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    today.saturating_add(10.weeks()).to_string()
}
