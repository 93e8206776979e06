//! Words that have broken other programs, in every field that takes words.

use e2e::api::new_key;
use e2e::family::family;
use serde_json::{Value, json};

use crate::{clear, stack};

const WORDS: &[&str] = &[
    "",
    " ",
    "\t\r\n",
    "undefined",
    "null",
    "NaN",
    "-1",
    "1e400",
    "0x0",
    "true",
    "'; DROP TABLE referrals; --",
    "\" or \"\"=\"",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{7*7}}${7*7}#{7*7}%{7*7}",
    "../../../../etc/passwd",
    "$(touch /tmp/x)`id`",
    "%00%0d%0aSet-Cookie: a=b",
    "\u{0}",
    "a\u{0}b",
    "\u{1}\u{7}\u{8}\u{1b}[31m",
    "\u{7f}\u{80}\u{85}\u{9f}",
    "\u{200b}\u{200d}\u{feff}\u{2060}",
    "\u{202e}txt.exe\u{202c}\u{2066}a\u{2069}",
    "\u{d7ff}\u{e000}\u{fffd}\u{ffff}",
    "\u{10ffff}\u{f0000}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "ﬃ Ⅷ ㎏ ½ ①",
    "İıſß\u{1e9e}",
    "👨‍👩‍👧‍👦🏳️‍🌈🧑🏿‍🦽",
    "田中さん",
    "محمد \u{061c}بن",
    "नमस्ते",
    "O\u{2019}Brien-Smith 3rd",
    "=1+1",
    "@SUM(A1:A9)",
    "http://169.254.169.254/",
    "SW1V 2AA SW1V 2AA",
    "２０２１-０３-０４",
    "9999999999999999999999",
    "2021-02-30",
    "+447700900982;ext=1",
    "\\u0000\\ud800",
];

/// The paths to the strings of a value.
fn strings(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(path.to_owned()),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                strings(item, &format!("{path}/{at}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                strings(field, &format!("{path}/{name}"), found);
            }
        }
        _ => {}
    }
}

/// Sends each field with a third of the words, so that every word meets many fields. Answers how
/// many.
pub(crate) fn in_every_field() -> usize {
    let mut paths = Vec::new();
    strings(&family(), "", &mut paths);
    let long: Vec<String> = ["a", "é", "𐌰", "\u{301}"].map(|letter| letter.repeat(3000)).into();
    let words: Vec<&str> = WORDS.iter().copied().chain(long.iter().map(String::as_str)).collect();
    let mut sent = 0;
    for (at, path) in paths.iter().enumerate() {
        for word in words.iter().skip(at % 3).step_by(3) {
            let mut referral = family();
            *referral.pointer_mut(path).expect("it was found there") = json!(word);
            let answer = stack().referral(&new_key(), &referral).send();
            clear(&answer, &format!("{path}: {word:?}"));
            sent += 1;
        }
    }
    sent
}
