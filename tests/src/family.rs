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
            {"due_date": in_weeks(10)}],
        "needs": ["speech_and_language", "parenting"], "reason": "Free text.", "urgency": "routine",
        "safeguarding_concern": false
    })
}

/// The example, of a family that no other test knows: names, dates, house and phone are its own,
/// so that nothing takes it for another.
pub fn family() -> Value {
    let mut referral = example();
    let number = next();
    let (given, family) = (word(number, 1), word(number, 2));
    referral["children"][0]["name"] = json!({"given": given, "family": family});
    let (year, month, day) = (2010 + number % 14, 1 + number * 5 % 12, 1 + number * 11 % 28);
    referral["children"][0]["date_of_birth"] = json!(format!("{year}-{month:02}-{day:02}"));
    referral["children"][1]["due_date"] = json!(in_weeks(2 + number % 30));
    referral["adults"][0]["name"] = json!({"given": word(number, 3), "family": family});
    referral["adults"][0]["phone"] = json!(format!("07700 {:06}", 900_000 + number));
    let road = format!("{} {} Street", 1 + number, word(number, 4));
    referral["household"]["address"]["lines"] = json!([road]);
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

/// A name that this process has not used yet, and that is like no other.
pub fn unique() -> String {
    word(next(), 0)
}

fn next() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// A name for a number: two numbers, or two kinds, differ in most of their syllables.
fn word(number: u32, kind: u32) -> String {
    const SYLLABLES: [&str; 10] =
        ["ba", "kel", "min", "tor", "zug", "fi", "lom", "ras", "pod", "wen"];
    // Multiplying by a prime modulo another spreads neighbours far apart and keeps each its own.
    let spread = (number + 1) * 7_919 % 99_991;
    let digits = format!("{:05}", (spread + kind * 24_683) % 99_991);
    let word: String = digits.bytes().map(|digit| SYLLABLES[usize::from(digit - b'0')]).collect();
    word[..1].to_uppercase() + &word[1..]
}

fn in_weeks(weeks: u32) -> String {
    #[expect(clippy::disallowed_methods, reason = "a due date is measured from today")]
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    today.saturating_add(i64::from(weeks).weeks()).to_string()
}
