//! The schemas of what partners' and hubs' systems send, but for the referral. The functions read these bodies themselves: the test of
//! the contract against the running stack holds the two together.

use referral::code_list::CodeList;
use referral::text::{FREE_TEXT_MAX, LINE_MAX};
use referral::{
    AskedFor, ClosingOutcome, ContactDirection, ContactLog, ContactWay, ContactWith,
    DecliningReason, LookReason, Need, OnwardAgreement, OnwardAnswer, RedirectReason, ScorePoint,
    TakeOverReason, WithdrawalReason,
};
use serde_json::{Map, Value, json};

/// The highest version that can be named: the last whole number that every reader of JSON keeps exactly.
const LAST_VERSION: u64 = (1 << 53) - 1;

/// Every body, by its name.
pub(super) fn schemas() -> Map<String, Value> {
    [
        ("ServiceId", json!({
            "type": "string", "description": "The id of a service: a UUID version 8.",
            "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
        })),
        ("Rows", json!({"type": "string", "description": "A CSV file: a row of column names, then a row for each referral."})),
        ("Lines", json!({"type": "string", "description": "A referral in JSON on each line."})),
        ("Withdrawal", object(
            &["reason"],
            json!({"reason": codes::<WithdrawalReason>(), "text": words(false, "More about it, for the workers.")}),
            "Why a referral is withdrawn.",
        )),
        ("Change", change(&[], json!({}), "A change that needs nothing but its name.")),
        ("TakeOver", change(&["reason"], json!({"reason": codes::<TakeOverReason>()}), "Why the work is taken over.")),
        ("Redirect", change(
            &["reason", "to"],
            json!({"reason": codes::<RedirectReason>(), "to": inbox()}),
            "Why the entry is sent on, and to which inbox.",
        )),
        ("Decline", change(
            &["reason"],
            json!({"reason": codes::<DecliningReason>(), "to": or_null(&inbox())}),
            "Why the entry is declined; and to which inbox it goes, where the reason leaves a choice.",
        )),
        ("Close", change(&["outcome"], json!({"outcome": codes::<ClosingOutcome>()}), "How the work ended.")),
        ("Decide", change(
            &["verdict"],
            json!({"verdict": one_of(&["same", "different", "undecided"])}),
            "Whether the two entries are about the same child.",
        )),
        ("Access", access()),
        ("Handover", object(&["step"], json!({"step": one_of(&["offer", "take_back", "take"])}), "A step of handing over.")),
        ("LogAsked", log()),
    ]
    .map(|(name, schema)| (name.to_owned(), schema))
    .into_iter()
    .collect()
}

fn object(required: &[&str], properties: Value, says: &str) -> Value {
    let mut object = json!({"type": "object", "additionalProperties": false, "description": says});
    object["properties"] = properties;
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    object
}

/// The body of a change, with the version that the caller looked at.
fn change(required: &[&str], mut properties: Value, says: &str) -> Value {
    properties["version"] = json!({
        "type": ["integer", "null"], "minimum": 0, "maximum": LAST_VERSION,
        "description": "The version that the caller decided on: 409 if it has changed since. Left \
            out: whatever the version is.",
    });
    object(required, properties, says)
}

fn one_of(codes: &[&str]) -> Value {
    json!({"type": "string", "enum": codes})
}

fn codes<T: CodeList>() -> Value {
    one_of(&T::all().iter().map(|member| member.code()).collect::<Vec<_>>())
}

fn or_null(schema: &Value) -> Value {
    json!({"anyOf": [schema, {"type": "null"}]})
}

fn inbox() -> Value {
    super::answers::schema("InboxId")
}

fn words(required: bool, says: &str) -> Value {
    let mut words = json!({"type": "string", "maxLength": FREE_TEXT_MAX, "description": says});
    if required {
        words["minLength"] = 1.into();
        words
    } else {
        words["type"] = json!(["string", "null"]);
        words
    }
}

fn access() -> Value {
    let of = |changes: &[&str], required: &[&str], reason: Value, worker: Value| {
        let properties = json!({"change": one_of(changes), "reason": reason, "worker": worker});
        object(&[&["change"], required].concat(), properties, "")
    };
    let text = || json!({"type": ["string", "null"]});
    let name = json!({"type": "string", "description": "The worker, as in the entry’s list of conflicts."});
    json!({
        "description": "A change of who may see an entry.",
        "anyOf": [
            of(&["declare_conflict", "restrict", "lift_restriction"], &[], text(), text()),
            of(&["lift_conflict"], &["worker"], text(), name),
            of(&["ask_access"], &["reason"], codes::<LookReason>(), text()),
        ],
    })
}

fn log() -> Value {
    let day = |says: &str| json!({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$", "description": says});
    let of = |kind: &str, required: &[&str], mut properties: Value| {
        properties["kind"] = json!({"const": kind});
        let replaced = super::answers::schema("Id");
        let must_replace = required.contains(&"replaces");
        properties["replaces"] = if must_replace { replaced } else { or_null(&replaced) };
        object(&[&["kind"], required].concat(), properties, "")
    };
    let some = || words(false, "More about it.");
    let must = || words(true, "The words themselves.");
    json!({
        "description": "An item for the log of an entry. `replaces` is the id of the item that it corrects.",
        "anyOf": [
            of("contact", &["code", "direction", "way", "with", "on"], json!({
                "code": codes::<ContactLog>(),
                "direction": codes::<ContactDirection>(),
                "way": codes::<ContactWay>(),
                "with": codes::<ContactWith>(),
                "on": day("The day of the contact."),
                "at": {"type": ["string", "null"], "pattern": "^([01]?[0-9]|2[0-3])[:.][0-5]?[0-9]$", "description": "The time of day."},
                "words": some(),
            })),
            of("note", &["words"], json!({"words": must()})),
            of("task", &["words"], json!({
                "words": must(),
                "due": or_null(&day("The day by which it is to be done.")),
                "done": {"type": ["boolean", "null"]},
            })),
            of("onward", &["need", "partner", "agreement", "answer"], json!({
                "need": codes::<Need>(),
                "partner": {"type": "string", "minLength": 1, "maxLength": LINE_MAX, "description": "The name of the service that is told of the family."},
                "agreement": codes::<OnwardAgreement>(),
                "answer": codes::<OnwardAnswer>(),
                "words": some(),
            })),
            of("postcode", &["postcode"], json!({
                "postcode": {"type": "string", "minLength": 1, "maxLength": 60, "description": "The postcode as it should have been."},
                "words": some(),
            })),
            of("sender_asked", &["about", "words"], json!({"about": codes::<AskedFor>(), "words": must()})),
            of("score", &["scale", "score", "point", "on"], json!({
                "scale": {"type": "string", "minLength": 1, "maxLength": LINE_MAX, "description": "The name of the scale that the hub uses."},
                "score": {"type": "integer", "minimum": 0, "maximum": 10, "description": "The score; more is better."},
                "point": codes::<ScorePoint>(),
                "on": day("The day on which it was taken."),
                "words": some(),
            })),
            of("retracted", &["replaces"], json!({"words": some()})),
        ],
    })
}
