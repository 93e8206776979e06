//! Referrals to send: the contract's example, and families that no other test uses.

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
            {"due_date": in_days(70)}],
        "needs": ["speech_and_language", "parenting"], "reason": "Free text.", "urgency": "routine",
        "safeguarding_concern": false
    })
}

/// The example, for a family that no other test uses: names, dates, house and phone are its own, so
/// that nothing takes it for another family.
pub fn family() -> Value {
    let mut referral = example();
    let number = next();
    let (given, family) = (word(number, 1), word(number, 2));
    referral["children"][0]["name"] = json!({"given": given, "family": family});
    // The days of birth are many, so that the families do not all share a few.
    let days = spread(number);
    let (year, month, day) = (2010 + days % 14, 1 + days / 14 % 12, 1 + days / 168 % 28);
    referral["children"][0]["date_of_birth"] = json!(format!("{year}-{month:02}-{day:02}"));
    referral["children"][1]["due_date"] = json!(in_days(14 + days % 210));
    referral["adults"][0]["name"] = json!({"given": word(number, 3), "family": family});
    referral["adults"][0]["phone"] = json!(format!("07700 {:06}", 900_000 + number));
    let road = format!("{} {} Street", 1 + number, word(number, 4));
    referral["household"]["address"]["lines"] = json!([road]);
    referral
}

/// A referral like [`family`]'s, for a family living at a postcode.
pub fn family_at(postcode: &str) -> Value {
    let mut referral = family();
    referral["household"]["address"]["postcode"] = json!(postcode);
    referral
}

/// A referral like [`family`]'s, with the given household.
pub fn family_of(household: Value) -> Value {
    let mut referral = family();
    referral["household"] = household;
    referral
}

/// The referral with a safeguarding concern.
pub fn with_concern(mut referral: Value) -> Value {
    referral["safeguarding_concern"] = json!(true);
    referral
}

/// The referral as a client of this kind sends it: the example's referrer is a school's.
pub fn sent_by(kind: &str, referral: &Value) -> Value {
    let mut referral = referral.clone();
    if referral["referrer"]["kind"] == "school" {
        referral["referrer"]["kind"] = json!(match kind {
            "health" => "health_visitor",
            "council" => "council_service",
            "community" => "voluntary_or_community",
            other => other,
        });
    }
    referral
}

/// A name that this process has not used yet, and that is unlike every other.
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
    let digits = format!("{:05}", (spread(number) + kind * 24_683) % 99_991);
    let word: String = digits.bytes().map(|digit| SYLLABLES[usize::from(digit - b'0')]).collect();
    word[..1].to_uppercase() + &word[1..]
}

/// A different number for each number: multiplying by one prime modulo another takes neighbours far
/// apart.
fn spread(number: u32) -> u32 {
    (number + 1) * 7_919 % 99_991
}

fn in_days(days: u32) -> String {
    #[expect(clippy::disallowed_methods, reason = "a due date is measured from today")]
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    today.saturating_add(i64::from(days).days()).to_string()
}
