//! Referrals to try things out with, each with its documented outcome. The families do not exist, and
//! the phone numbers are of ranges kept for drama.

use serde_json::{Value, json};

use super::Example;

/// A family in Pimlico, which is Westminster's: its hub is Bessborough.
pub fn placed() -> Value {
    json!({
        "referrer": {
            "kind": "school",
            "organisation": {"name": "Example Primary School", "urn": "100001"},
            "name": "A. Teacher",
            "role": "SENCO",
            "phone": "01632 960 001",
            "record": "S-1042",
        },
        "agreement": {"status": "agreed", "by": "parent_with_pr"},
        "household": {
            "address": {"lines": ["12 Example Street"], "town": "London", "postcode": "SW1V 2AA"},
            "language": "en",
            "interpreter_needed": false,
        },
        "adults": [{
            "name": {"given": "Amina", "family": "Okafor"},
            "relationship": "mother",
            "phone": "07700 900 982",
            "safe_to": ["call", "text"],
        }],
        "children": [{"name": {"given": "Tobi", "family": "Okafor"}, "date_of_birth": "2021-03-04"}],
        "needs": ["speech_and_language", "parenting"],
        "reason": "Tobi finds it hard to make himself understood.",
        "urgency": "routine",
        "safeguarding_concern": false,
    })
}

/// The sample of [`placed`], for another family: names, address, phone and date of birth.
fn of(family: &str, given: [&str; 2], home: [&str; 2], phone: &str, born: &str) -> Value {
    let mut sample = placed();
    sample["household"]["address"] = json!({"lines": [home[0]], "postcode": home[1]});
    sample["adults"][0]["name"] = json!({"given": given[0], "family": family});
    sample["adults"][0]["phone"] = phone.into();
    sample["children"][0] =
        json!({"name": {"given": given[1], "family": family}, "date_of_birth": born});
    sample["reason"] = "They ask for help with everyday life.".into();
    sample
}

/// The same child as in [`placed`], told of by another school in other words.
pub fn same_child() -> Value {
    let mut sample = placed();
    sample["referrer"]["organisation"] = json!({"name": "Example Nursery School", "urn": "100002"});
    sample["referrer"]["record"] = "N-77".into();
    sample["household"]["address"]["postcode"] = "sw1v2aa".into();
    sample["adults"][0]["phone"] = "+44 7700 900982".into();
    sample["children"][0]["date_of_birth"] = "2021-03-04".into();
    sample["needs"] = json!(["play_and_early_learning"]);
    sample["reason"] = "Tobi starts nursery and speaks little.".into();
    sample
}

/// A family that was not asked, for a good reason: the council's triage decides.
pub fn triage() -> Value {
    let mut sample = of(
        "Nguyễn",
        ["Thị Mai", "Anh"],
        ["3 Sample Road", "SW1V 2JD"],
        "07700 900 311",
        "2019-01-01",
    );
    sample["agreement"] = json!({
        "status": "not_asked_unsafe",
        "reason": "A letter about this at home could put the mother at risk.",
    });
    sample
}

/// A family whose postcode tells nothing: a person finds the hub.
pub fn review() -> Value {
    let mut sample =
        of("Kowalska", ["Ewa", "Jan"], ["Flat 9", "ZZ99 3VZ"], "07700 900 412", "2016-06-30");
    sample["household"] = json!({"no_fixed_address": true, "language": "pl"});
    sample
}

/// A family of another council's: it is handed over, with that council named.
pub fn out_of_area() -> Value {
    of("Begum", ["Rahima", "محمد"], ["40 Sample Lane", "W10 4AL"], "07700 900 513", "2020-11-12")
}

/// A worry about somebody's safety: it goes to the front door, and the answer has numbers to ring.
pub fn concern() -> Value {
    let mut sample =
        of("Smith", ["Jo", "Sam"], ["8 Sample Close", "SW1V 2AA"], "07700 900 614", "2018-08-09");
    sample["safeguarding_concern"] = true.into();
    sample["urgency"] = "urgent".into();
    sample["reason"] = "Sam says that he is afraid to go home.".into();
    sample
}

/// An optional number with a slip in it: accepted, with a warning that names the field.
pub fn warned() -> Value {
    let mut sample =
        of("Wójcik", ["Ola", "Iga"], ["5 Sample Way", "NW8 8DE"], "07700 900 715", "2022-02-02");
    sample["children"][0]["nhs_number"] = "943 476 5918".into();
    sample
}

/// Three faults, all told at once.
pub fn faulty() -> Value {
    let mut sample = placed();
    sample["needs"] = json!([]);
    sample["children"][0]["date_of_birth"] = "2031-03-04".into();
    sample["household"]["address"]["postcode"] = "nowhere near here".into();
    sample
}

/// A referral of a kind of referrer that a school may not send for.
pub fn not_yours() -> Value {
    let mut sample = placed();
    sample["referrer"]["kind"] = "police".into();
    sample
}

/// Every sample with its outcome for a school on a machine that runs the sample councils.
pub fn all() -> Vec<Example> {
    let example = |name, status, says, body| Example { name, says, status, body };
    vec![
        example(
            "placed",
            202,
            "Placed at the hub of its place: westminster-bessborough.",
            placed(),
        ),
        example(
            "same_child",
            202,
            "The same child again: it joins the open entry. The answer is as for anybody.",
            same_child(),
        ),
        example("triage", 202, "The family was not asked: westminster-triage decides.", triage()),
        example("review", 202, "No place is known: a person finds the hub, in review.", review()),
        example(
            "out_of_area",
            202,
            "Another council’s family: handed over, out-of-area, to Brent.",
            out_of_area(),
        ),
        example(
            "concern",
            202,
            "A safeguarding concern: westminster-front-door at once, and phone_now has numbers to ring.",
            concern(),
        ),
        example(
            "warned",
            202,
            "Accepted, with a warning about the NHS number: westminster-portman.",
            warned(),
        ),
        example(
            "faulty",
            422,
            "Refused: needs, a date of birth in the future and a postcode, all told at once.",
            faulty(),
        ),
        example(
            "not_yours",
            403,
            "Refused: a school’s client may not send for the police.",
            not_yours(),
        ),
    ]
}

/// A message of the NHS about a child, as small as one may be.
pub(super) fn message() -> Value {
    json!({"resourceType": "Bundle", "type": "message", "entry": [
        {"resource": {
            "resourceType": "MessageHeader",
            "eventCoding": {
                "system": "https://fhir.nhs.uk/CodeSystem/message-events-bars",
                "code": "servicerequest-request",
            },
            "source": {"endpoint": "https://fhir.nhs.uk/Id/dos-service-id|2222222222"},
            "reason": {"coding": [{"code": "new"}]},
        }},
        {"resource": {
            "resourceType": "ServiceRequest",
            "identifier": [{"system": "https://sender.example/Id/request", "value": "request-0001"}],
            "status": "active",
            "intent": "plan",
            "priority": "routine",
            "subject": {"reference": "Patient/child"},
            "reasonCode": [{
                "coding": [{"system": "urn:hubward:need", "code": "speech_and_language"}],
                "text": "Says few words at three.",
            }],
        }},
        {"resource": {
            "resourceType": "Patient",
            "id": "child",
            "name": [{"family": "Okafor", "given": ["Tobi"]}],
            "birthDate": "2023-03-04",
            "address": [{"line": ["12 Example Street"], "postalCode": "SW1V 2AA"}],
        }},
    ]})
}
