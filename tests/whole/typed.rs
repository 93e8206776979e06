//! Tests of input as people really type it, at the partner's channel: it is read however it was typed,
//! or kept, and the answer says so.

use e2e::api::{accepted, new_key};
use e2e::family::{family, family_at, family_of, with_concern};
use e2e::http::Answer;
use e2e::inbox::reason_codes;
use serde_json::{Value, json};

use crate::stack;

/// The answer to a referral and its warnings, by path and code, which are the same when it is sent
/// again.
fn sent(client: &str, referral: &Value) -> (Answer, Vec<(String, String)>) {
    let key = new_key();
    let send = || {
        let call = stack().post("/v1/referrals").by(stack().partner(client));
        call.header("idempotency-key", &key).json(referral).send()
    };
    let answer = send();
    accepted(&answer);
    assert_eq!(send().body, answer.body, "sending again gets the same answer");
    let warnings = answer.json()["warnings"].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let warnings = warnings.iter().map(|one| (text(&one["path"]), text(&one["code"])));
    let warnings = warnings.collect();
    (answer, warnings)
}

/// The referral as a hub is shown it.
fn opened(answer: &Answer, inbox: &str) -> Value {
    let id = accepted(answer);
    let entry = stack().wait_until_in_inbox(&id, inbox);
    let opened = stack().inbox(inbox).open(&entry).json();
    let referrals = opened["referrals"].as_array().unwrap().clone();
    referrals.into_iter().find(|one| one["id"] == id).unwrap()
}

#[test]
fn numbers_dates_and_names_are_read_however_they_are_typed() {
    let mut referral = family();
    let name = "ශ්\u{200d}රී O\u{2019}Neill-Šmit 3rd";
    let adult = |phone: &str| json!({"phone": phone, "safe_to": ["call"]});
    referral["adults"] = [
        "\u{202d}07700 900982\u{202c}",
        "٠٧٧٠٠ ٩٠٠٩٨٢",
        "7700900982",
        "+44 (0)1534 960001",
        "07700 900982 (mum)",
    ]
    .map(adult)
    .into();
    referral["children"][0] = json!({
        "name": {"given": format!("\u{202b}{name}\u{feff}"), "family": "प्रिया", "known_as": "X"},
        "date_of_birth": "٢٠٢١–٠٣–٠٤", "nhs_number": "\u{200e}９９９ ０００\u{a0}００１８",
    });
    referral["referrer"]["email"] = json!("senco\u{ad}＠school.example");
    let (answer, warnings) = sent("school", &referral);
    assert_eq!(warnings, []);
    let shown = &opened(&answer, "westminster-bessborough")["referral"];
    let phones: Vec<_> =
        shown["adults"].as_array().unwrap().iter().map(|adult| &adult["phone"]).collect();
    let mobile = "+447700900982";
    assert_eq!(phones, [mobile, mobile, mobile, "+441534960001", "07700 900982 (mum)"]);
    let child = &shown["children"][0];
    assert_eq!(child["name"], json!({"given": name, "family": "प्रिया", "known_as": "X"}));
    assert_eq!(
        (&child["date_of_birth"], &child["nhs_number"]),
        (&json!("2021-03-04"), &json!("9990000018"))
    );
    assert_eq!(shown["referrer"]["email"], "senco@school.example");
}

#[test]
fn a_postcode_is_read_as_it_was_meant_and_the_answer_says_so() {
    for (typed, meant, inbox) in [
        ("SWIV 2AA", "SW1V 2AA", "westminster-bessborough"),
        ("SW1V 2AA London", "SW1V 2AA", "westminster-bessborough"),
        ("ＳＷ１Ｖ ２ＡＡ", "SW1V 2AA", "westminster-bessborough"),
        ("P030 2AX", "PO30 2AX", "isle-of-wight-newport"),
        ("0L16 1AB", "OL16 1AB", "rochdale-castlemere"),
    ] {
        let (answer, warnings) = sent("school", &family_at(typed));
        let warning = [("household.address.postcode".to_owned(), "read_as".to_owned())];
        assert_eq!(warnings, warning, "{typed}");
        assert!(answer.json()["warnings"][0]["message"].as_str().unwrap().contains(meant));
        let shown = opened(&answer, inbox);
        assert_eq!(shown["referral"]["household"]["address"]["postcode"], meant);
        assert_eq!(shown["as_given"][0]["text"], typed);
    }
    let refused = |postcode: &str| {
        let answer = stack().referral(&new_key(), &family_at(postcode)).send();
        assert_eq!(answer.problem_paths(422), ["household.address.postcode"]);
        answer.json()["errors"][0]["message"].as_str().unwrap().to_owned()
    };
    assert_eq!(refused("SW1V 2AA or PO30 2AX"), "Did you mean PO30 2AX or SW1V 2AA?");
    assert!(refused("SWIV 9ZZ").starts_with("Give a UK postcode"));
}

#[test]
fn a_postcode_that_is_a_secret_conceals_the_home_and_the_address_is_not_kept() {
    let household = json!({"authority": "E09000033",
        "address": {"lines": ["77 Secluded Street"], "town": "Hideham", "postcode": "zzzsecur"}});
    let (answer, warnings) = sent("school", &family_of(household));
    assert_eq!(warnings, [("household.address".to_owned(), "left_out".to_owned())]);
    let entry = stack().wait_until_in_inbox(&accepted(&answer), "westminster-triage");
    assert!(reason_codes(&entry).contains(&"address_concealed"), "{entry}");
    let shown = opened(&answer, "westminster-triage");
    assert_eq!(shown["referral"]["household"]["concealed"], true);
    for kept in ["Secluded", "Hideham", "SECUR"] {
        assert!(!shown.to_string().to_lowercase().contains(&kept.to_lowercase()), "{shown}");
    }
}

#[test]
fn a_concern_with_unreadable_parts_is_taken_and_a_person_sees_them() {
    let mut referral = with_concern(family());
    referral["referrer"] = json!({"kind": "police", "phone": "101 ext 12345"});
    let (answer, warnings) = sent("police", &referral);
    assert_eq!(warnings, []);
    let shown = opened(&answer, "westminster-front-door");
    assert_eq!(shown["referral"]["referrer"]["phone"], "101 ext 12345");
    assert_eq!(shown["as_given"], json!([]));

    referral["referrer"] =
        json!({"kind": "police", "phone": "ask the desk", "email": "desk sergeant"});
    referral["adults"][0]["date_of_birth"] = json!("about 1990");
    referral["children"][0]["nhs_number"] = json!("not to hand");
    referral["household"]["language"] = json!("something Slavic");
    referral["needs"] = json!(["parenting", "shelter"]);
    referral["reason"] = json!("অ".repeat(2_001));
    let (answer, warnings) = sent("police", &referral);
    let kept = [
        "referrer.email",
        "referrer.phone",
        "household.language",
        "adults[0].date_of_birth",
        "children[0].nhs_number",
        "needs[1]",
        "reason",
    ];
    let expected = kept.map(|path| (path.to_owned(), "kept_as_given".to_owned()));
    assert_eq!(warnings, expected);
    assert!(!answer.body.contains("sergeant"));
    let shown = opened(&answer, "westminster-front-door");
    assert_eq!(shown["as_given"][1]["text"], "ask the desk");
    assert_eq!(shown["as_given"][6]["text"], json!("অ".repeat(2_001)));
    assert_eq!(shown["referral"]["needs"], json!(["parenting"]));

    // The same referral without a concern is refused, with all errors at once.
    referral["safeguarding_concern"] = json!(false);
    let call = stack().post("/v1/referrals").by(stack().partner("police"));
    let refused = call.header("idempotency-key", &new_key()).json(&referral).send();
    assert_eq!(refused.problem_paths(422), kept);
}

#[test]
fn a_concern_is_not_refused_for_answers_that_do_not_go_together() {
    let mut referral = with_concern(family());
    referral["referrer"] = json!({"kind": "police", "anonymous": true, "name": "P. C. Unnamed"});
    referral["children_not_known"] = json!(true);
    referral["adults"][0]["phone"] = json!(7_700_900_982_u64);
    referral["adults"][0]["safe_to"] = json!(["call", "in person"]);
    let (answer, warnings) = sent("police", &referral);
    let expected = [
        ("referrer.name", "left_out"),
        ("adults[0].safe_to", "kept_as_given"),
        ("children_not_known", "left_out"),
    ];
    assert_eq!(warnings, expected.map(|(path, code)| (path.to_owned(), code.to_owned())));
    let shown = opened(&answer, "westminster-front-door");
    assert!(!shown.to_string().contains("Unnamed"), "{shown}");
    let said = &shown["referral"];
    assert_eq!(said["adults"][0]["phone"], "+447700900982");
    assert_eq!(said["adults"][0].get("safe_to"), None, "a part of the ways is no answer");
    assert_eq!(shown["as_given"][1]["text"], "call, in person");
    assert_eq!(said["children"][0]["name"], referral["children"][0]["name"]);
}

#[test]
fn two_numbers_in_one_field_are_taken_from_anybody_and_shown() {
    let both = "07700 900982 01632 960001";
    let mut referral = family();
    referral["adults"][0]["phone"] = json!(both);
    let (answer, warnings) = sent("school", &referral);
    assert_eq!(warnings, []);
    let shown = opened(&answer, "westminster-bessborough");
    assert_eq!(shown["referral"]["adults"][0]["phone"], both);
}

#[test]
fn a_safe_way_without_its_number_is_told_to_the_sender() {
    let mut referral = family();
    referral["adults"][0]["safe_to"] = json!(["call", "email"]);
    let (_, warnings) = sent("school", &referral);
    let expected = [("adults[0].safe_to".to_owned(), "safe_way_without_contact".to_owned())];
    assert_eq!(warnings, expected);
}

#[test]
fn seven_long_texts_in_bengali_are_taken_whole() {
    let text = json!("ক".repeat(2_000));
    let mut referral = family();
    for field in ["reason", "already_tried", "others_helping", "family_voice"] {
        referral[field] = text.clone();
    }
    referral["household"]["accessibility_note"] = text.clone();
    referral["adults"][0]["best_times"] = text.clone();
    referral["must_not_know"] = json!([{"note": text}]);
    let (answer, warnings) = sent("school", &referral);
    assert_eq!(warnings, []);
    let shown = &opened(&answer, "westminster-bessborough")["referral"];
    assert_eq!((&shown["reason"], &shown["must_not_know"][0]["note"]), (&text, &text));
}
