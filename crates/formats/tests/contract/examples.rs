//! Documents that must be accepted, and documents that must not.

use serde_json::{Value, json};

/// The example of the contract, as partners are shown it.
pub(crate) const CONTRACT: &str = r#"{"referrer": {"kind": "school", "organisation": {"name": "Example Primary School", "urn": "100001"}, "name": "A. Teacher", "role": "SENCO", "email": "senco@school.example", "phone": "01632 960 001", "record": "S-1042"},
 "agreement": {"status": "agreed", "by": "parent_with_pr", "on": "2026-11-20"},
 "household": {"address": {"lines": ["12 Example Street"], "town": "London", "postcode": "SW1V 2AA"}, "language": "en", "interpreter_needed": false},
 "adults": [{"name": {"given": "Amina", "family": "Okafor"}, "relationship": "mother", "phone": "07700 900 982", "safe_to": ["call", "text"]}],
 "children": [{"name": {"given": "Tobi", "family": "Okafor"}, "date_of_birth": "2021-03-04"}, {"due_date": "2027-02-01"}],
 "needs": ["speech_and_language", "parenting"], "reason": "Free text.", "urgency": "routine", "safeguarding_concern": false}"#;

/// The smallest document that is a referral.
pub(crate) fn minimal() -> Value {
    json!({
        "referrer": {"kind": "gp"},
        "agreement": {"status": "not_asked"},
        "household": {},
        "children_not_known": true,
        "safeguarding_concern": true
    })
}

pub(crate) fn contract() -> Value {
    serde_json::from_str(CONTRACT).unwrap()
}

/// The contract's example, with the value put in at the JSON pointer, whose last step may be new.
pub(crate) fn with(pointer: &str, value: Value) -> Value {
    let mut document = contract();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap();
    match parent {
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
        _ => parent[key] = value,
    }
    document
}

fn without(pointer: &str) -> Value {
    let mut document = contract();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    document
}

fn child(child: Value) -> Value {
    with("/children", Value::Array(vec![child]))
}

fn household(household: Value) -> Value {
    with("/household", household)
}

pub(crate) fn accepted() -> Vec<Value> {
    let mut documents = vec![contract(), minimal()];
    documents.extend(["/adults", "/reason", "/urgency", "/safeguarding_concern"].map(without));
    documents.extend(["/adults/0/safe_to", "/referrer/organisation", "/agreement/by"].map(without));
    documents.extend(
        [
            json!({}),
            json!({"address": {}}),
            json!({"address": {"postcode": ""}}),
            json!({"address": {"postcode": "EH1"}}),
            json!({"address": {"postcode": "gir0aa"}}),
            json!({"address": {"postcode": "sw1v-2", "uprn": "010033544886"}}),
            json!({"address": {"postcode": "ZZ99 9ZZ", "town": "London", "lines": []}, "authority": "E09000033"}),
            json!({"address": {"lines": ["1", "2", "3", "4", "5", "6"]}}),
            json!({"no_fixed_address": true}),
            json!({"no_fixed_address": true, "authority": "e09000033"}),
            json!({"concealed": true, "address": null}),
            json!({"concealed": true, "no_fixed_address": false, "authority": "E09000033"}),
            json!({"authority": "E10000012", "language": "bfi", "interpreter_needed": true}),
            json!({"accessibility": ["step_free"], "accessibility_note": "Ramp", "parents_disagree_on_residence": true}),
        ]
        .map(household),
    );
    documents.extend(
        [
            json!({}),
            json!({"name": {"given": "X"}}),
            json!({"name": {"family": "O’Neill-Ó Súilleabháin 3rd", "known_as": "Mo"}}),
            json!({"name": {}, "date_of_birth": "2020-02-29"}),
            json!({"date_of_birth": "1990-01-01", "due_date": "", "born_about": " "}),
            json!({"born_about": "2021"}),
            json!({"born_about": "٢٠٢١–٠٣"}),
            json!({"nhs_number": "943 476 5910", "upn": "A801200005001", "school_urn": "100001"}),
            json!({"upn": "B80120000500A", "send": true, "ehcp": true, "adopted": true, "restricted": true}),
            json!({"send": false, "ehcp": false}),
            json!({"ehcp": true}),
        ]
        .map(child),
    );
    documents.extend([
        with("/needs", json!(["not_sure"])),
        with("/needs", json!(["housing", "housing"])),
        with("/children_not_known", json!(false)),
        with("/urgency", Value::Null),
        with("/level_of_need", json!("specialist")),
        with("/agreement", json!({"status": "declined", "reason": "Not now.\nMaybe later."})),
        with("/referrer", json!({"kind": "other", "anonymous": true, "name": " ", "email": null})),
        with("/referrer/helped_by", json!({"setting": "Library"})),
        with("/referrer/organisation", json!({"ods": "a81001"})),
        with("/referrer/phone", json!("+44 (0)20 7946 0000 ext 12")),
        with("/adults/0/safety_confirmed", json!({"by": "Health visitor", "on": "2026-11-21"})),
        with("/adults/0/parental_responsibility", json!(true)),
        with("/adults/0/safe_to", json!([])),
        with("/adults/0/safe_to", Value::Null),
        with(
            "/must_not_know",
            json!([{"name": {"given": "Sam"}, "relationship": "father", "note": "Lives near."}]),
        ),
        with("/adults/0/phone", json!("\u{202d}07700 900982\u{202c}")),
        with("/adults/0/phone", json!("٠٧٧٠٠ ٩٠٠٩٨٢")),
        with("/adults/0/phone", json!("7700900982")),
        with("/adults/0/phone", json!("07700 900982 / 01632 960001")),
        with("/adults/0/phone", json!("07700 900982 01632 960001")),
        with("/referrer/phone", json!("101 ext 12345")),
        with("/referrer/email", json!("\u{feff}senco＠school.example")),
        with("/agreement/on", json!("٢٠٢٦–١١–٢٠")),
        with("/household/address/postcode", json!("ＳＷ１Ｖ ２ＡＡ")),
        with("/household/address", json!({"postcode": "ZZZSECUR"})),
        with("/reason", json!("x".repeat(2_000))),
        with("/adults/0/name/given", json!("é".repeat(100))),
    ]);
    documents
}

pub(crate) fn refused() -> Vec<Value> {
    let mut documents = vec![json!(null), json!([]), json!("referral"), json!({})];
    documents.extend(
        [
            "/referrer",
            "/referrer/kind",
            "/agreement",
            "/agreement/status",
            "/household",
            "/children",
            "/needs",
        ]
        .map(without),
    );
    documents.extend(
        [
            json!(null),
            json!([]),
            json!({"concealed": true, "address": {"postcode": "SW1V 2AA"}}),
            json!({"concealed": true, "address": {}}),
            json!({"concealed": true, "no_fixed_address": true}),
            json!({"no_fixed_address": true, "address": {"town": "London"}}),
            json!({"address": "12 Example Street"}),
            json!({"address": {"postcode": "nonsense"}}),
            json!({"address": {"postcode": "SW1V 2A"}}),
            json!({"address": {"postcode": 12}}),
            json!({"address": {"lines": "12 Example Street"}}),
            json!({"address": {"lines": [null]}}),
            json!({"address": {"lines": ["", "", "", "", "", "", ""]}}),
            json!({"address": {"lines": ["x".repeat(101)]}}),
            json!({"address": {"uprn": "1234567890123"}}),
            json!({"address": {"uprn": "000"}}),
            json!({"address": {"country": "UK"}}),
            json!({"authority": "Westminster"}),
            json!({"authority": "É09000033"}),
            json!({"language": "English language"}),
            json!({"language": "en-x"}),
            json!({"interpreter_needed": "yes"}),
            json!({"accessibility": ["ramp"]}),
        ]
        .map(household),
    );
    documents.extend(refused_children().map(child));
    documents.extend([
        with("/children", json!([])),
        with("/children", json!(vec![json!({}); 21])),
        with("/children_not_known", json!(true)),
        with("/needs", json!([])),
        with("/needs", json!(["Parenting"])),
        with("/needs", json!("parenting")),
        with("/needs", json!(vec!["parenting"; 26])),
        with("/urgency", json!("safeguarding")),
        with("/urgency", json!("")),
        with("/level_of_need", json!(4)),
        with("/agreement/on", json!("2026-11-22")),
        with("/agreement/on", json!("1999-12-31")),
        with("/agreement/by", json!("mother")),
        with("/referrer/kind", json!("teacher")),
        with("/referrer/kind", json!("")),
        with("/referrer/anonymous", json!(true)),
        with("/referrer/email", json!("senco")),
        with("/referrer/email", json!("senco@school..example")),
        with("/referrer/phone", json!("ask at the desk")),
        with("/referrer/phone", json!("12")),
        with("/referrer/phone", json!("flat 1, floor 2, door 3")),
        with("/referrer/organisation/urn", json!(100_001)),
        with("/referrer/organisation/ods", json!("A8")),
        with("/referrer/organisation/ods", json!("É81001")),
        with("/adults", json!({})),
        with("/adults/0/safe_to", json!(["phone"])),
        with("/adults/0/relationship", json!("mum")),
        with("/adults/0/parental_responsibility", json!("yes")),
        with("/reason", json!("x".repeat(2_001))),
        with("/safeguarding_concern", json!("false")),
        with("/colour", json!("blue")),
    ]);
    documents
}

/// Children that are refused.
fn refused_children() -> [Value; 24] {
    [
        json!("Tobi"),
        json!({"name": "Tobi"}),
        json!({"name": {"first": "Tobi"}}),
        json!({"name": {"given": "x".repeat(101)}}),
        json!({"date_of_birth": "04/03/2021"}),
        json!({"date_of_birth": "04-03-2021"}),
        json!({"date_of_birth": "2021-02-30"}),
        json!({"date_of_birth": "2026-11-22"}),
        json!({"date_of_birth": "1899-12-31"}),
        json!({"date_of_birth": "2021-03-04", "due_date": "2027-02-01"}),
        json!({"date_of_birth": "2021-03-04", "born_about": "2021"}),
        json!({"born_about": "2021", "due_date": "2027-02-01"}),
        json!({"born_about": "about 3"}),
        json!({"born_about": "2021-3"}),
        json!({"born_about": "2021-13"}),
        json!({"born_about": "2999"}),
        json!({"due_date": "2028-02-01"}),
        json!({"due_date": "2021-02-01"}),
        json!({"nhs_number": "943 476 591"}),
        json!({"upn": "801200005001"}),
        json!({"upn": "É801200005001"}),
        json!({"school_urn": "one"}),
        json!({"send": false, "ehcp": true}),
        json!({"adopted": 1}),
    ]
}
