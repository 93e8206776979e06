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

/// The example, of a family that no other test knows: names, dates, house and phone are its own,
/// so that nothing takes it for another.
pub fn family() -> Value {
    let mut referral = example();
    let (own, number) = unique_numbered();
    let family = format!("Okafor{own}");
    referral["children"][0]["name"] = json!({"given": "Tobi", "family": family});
    let (year, month, day) = (2010 + number % 14, 1 + number % 12, 1 + number % 28);
    referral["children"][0]["date_of_birth"] = json!(format!("{year}-{month:02}-{day:02}"));
    referral["adults"][0]["name"]["family"] = json!(family);
    referral["adults"][0]["phone"] = json!(format!("07700 {:06}", 900_000 + number));
    referral["household"]["address"]["lines"] = json!([format!("{} {own} Street", 1 + number)]);
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
    unique_numbered().0
}

/// Letters that this process has not used yet, and the number they stand for. Each digit is a
/// syllable with a sound of its own.
fn unique_numbered() -> (String, u32) {
    const SYLLABLES: [&str; 10] = ["ba", "da", "fa", "ga", "la", "ma", "ra", "sa", "bo", "do"];
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let digits = number.to_string();
    let word = digits.bytes().map(|digit| SYLLABLES[usize::from(digit - b'0')]).collect();
    (word, number)
}

fn in_ten_weeks() -> String {
    #[expect(clippy::disallowed_methods, reason = "a due date is measured from today")]
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    today.saturating_add(10.weeks()).to_string()
}
