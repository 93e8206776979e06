//! The law of joining, case by case: names, homes and parents, days and numbers, and the whole entry.

#![expect(clippy::unwrap_used, reason = "a test may")]

mod days_and_numbers;
mod names;
mod shared_life;

use matching::{Outcome, Profile, Weights, judge};

fn weights() -> &'static Weights {
    Weights::standard()
}

fn set_of(json: &serde_json::Value) -> Profile {
    let referral =
        formats::json::read(json.to_string().as_bytes(), synthetic_families::TODAY).unwrap();
    Profile::all(&referral, synthetic_families::TODAY).remove(0)
}

fn named(given: &str, more: &serde_json::Value) -> serde_json::Value {
    let mut child = serde_json::json!({
        "name": {"given": given, "family": "Okafor"}, "date_of_birth": "2021-03-04",
    });
    for (key, value) in more.as_object().unwrap() {
        child[key] = value.clone();
    }
    serde_json::json!({
        "referrer": {"kind": "school"}, "agreement": {"status": "agreed"}, "needs": ["parenting"],
        "household": {"address": {"lines": ["12 Lupus Street"], "postcode": "SW1V 3EG"}},
        "adults": [{"name": {"given": "Amina", "family": "Okafor"}, "relationship": "mother",
            "phone": "07700 900 982"}],
        "children": [child],
    })
}

fn outcome(a: &str, b: &str) -> Outcome {
    let none = serde_json::json!({});
    judge(&set_of(&named(a, &none)), &set_of(&named(b, &none)), weights()).outcome
}
