//! The JSON Schema of the referral document, made from the same code lists and limits as the reader.
//!
//! `schemas/referral.v1.json` is this schema, written down; a test compares the two. Rules that a
//! schema cannot say (a date in the future, a day that is not in the calendar) are left to the
//! reader.

mod parts;

use referral::text::{FREE_TEXT_MAX, LINE_MAX, TOKEN_MAX};
use referral::{
    AccessNeed, AgreementBy, AgreementStatus, ContactMethod, LevelOfNeed, Need, ReferrerKind,
    Relationship, Urgency,
};
use serde_json::{Value, json};

use crate::unchecked::{CODES_MAX, LINES_MAX, PEOPLE_MAX};
use parts::{
    blank, code, codes, flag, list, never_both, object, optional, pattern, reference,
    required_code, text,
};

/// The most characters in an e-mail address.
const EMAIL_MAX: usize = 254;
/// Anything that may stand between two characters of a number: white space, dashes, and invisible
/// characters.
const GAP: &str = r"[\s\p{C}\p{Pd}\u2043\u2212\uFE00-\uFE0F]*";

/// The schema of a referral (JSON Schema 2020-12).
pub fn referral() -> Value {
    let mut schema = object(
        &["referrer", "agreement", "household"],
        json!({
            "referrer": referrer(),
            "agreement": agreement(),
            "household": household(),
            "adults": list(PEOPLE_MAX, adult()),
            "must_not_know": list(PEOPLE_MAX, must_not_know()),
            "children": list(PEOPLE_MAX, child()),
            "children_not_known": flag("Says that the children are not known."),
            "needs": codes::<Need>(CODES_MAX),
            "reason": text(FREE_TEXT_MAX, "Why, in the referrer's words."),
            "already_tried": text(FREE_TEXT_MAX, "What was already tried."),
            "others_helping": text(FREE_TEXT_MAX, "Who else helps."),
            "family_voice": text(FREE_TEXT_MAX, "What would help most, in the family's own words."),
            "urgency": code::<Urgency>("How soon. Left out: not answered."),
            "level_of_need": code::<LevelOfNeed>("Where a professional assessed it. Specialist goes to the front door."),
            "safeguarding_concern": flag("Somebody may be at risk of harm: goes to the front door."),
        }),
    );
    let some = |field: &str| json!({"required": [field], "properties": {field: {"type": "array", "minItems": 1}}});
    let set = |field: &str| json!({"required": [field], "properties": {field: {"const": true}}});
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["$id"] = json!("urn:hubward:schema:referral:v1");
    schema["title"] = json!("Referral");
    schema["description"] = json!(
        "A request that a Family Hub support a family. null and a blank text count as left out. \
         \
         Characters that cannot be seen are taken out, and spaces, dashes and digits of any script \
         are read as plain ones, before a field is read. With safeguarding_concern true an optional \
         field that cannot be read is kept as text, with a warning, and what is refused here may \
         be accepted. At most 256 KiB, 16 deep, no key twice."
    );
    schema["oneOf"] = json!([some("children"), set("children_not_known")]);
    schema["anyOf"] = json!([some("needs"), set("safeguarding_concern")]);
    schema["$defs"] = definitions();
    schema
}

fn definitions() -> Value {
    let digits = |count: &str| format!(r"{GAP}(\p{{Nd}}{GAP}){count}");
    let letter = format!(r"{GAP}\p{{L}}");
    json!({
        "day": pattern(TOKEN_MAX, &digits("{8}"), "A day: 2021-03-04."),
        "born_about": pattern(
            TOKEN_MAX,
            &format!("{}(?:{})?", digits("{4}"), digits("{2}")),
            "Roughly when a child was born, where the day is not known: 2021, or 2021-03. It is never compared as a date of birth.",
        ),
        "phone": pattern(TOKEN_MAX, r"\P{Nd}*(\p{Nd}\P{Nd}*){3,}", "Anything a person could dial: a UK number, any number from +, a short code. What is no full number is kept as given."),
        "email": pattern(EMAIL_MAX, r"[\s\S]*[@＠﹫][\s\S]*", "An e-mail address."),
        "language": text(TOKEN_MAX, "A BCP 47 tag; bfi is British Sign Language."),
        "postcode": text(TOKEN_MAX, "A UK postcode, or its first part, in any case and spacing. Where a letter was typed for a digit or a town stands behind it, the one postcode that exists is read, with a warning. ZZZSECUR is a concealed address."),
        "authority": pattern(TOKEN_MAX, &format!("{letter}{}", digits("{8}")), "The council, by its GSS code: E09000033."),
        "uprn": pattern(TOKEN_MAX, &digits("{1,12}"), "Unique property reference number."),
        "urn": pattern(TOKEN_MAX, &digits("{6,7}"), "A school's unique reference number."),
        "ods": pattern(TOKEN_MAX, &format!(r"{GAP}([\p{{L}}\p{{Nd}}]{GAP}){{3,12}}"), "A health organisation's ODS code."),
        "nhs_number": pattern(TOKEN_MAX, &digits("{10}"), "Ten digits; a wrong check digit is taken, with a warning."),
        "upn": pattern(
            TOKEN_MAX,
            &format!(r"{letter}{}[\p{{L}}\p{{Nd}}]{GAP}", digits("{11}")),
            "Unique pupil number; a wrong check letter is taken, with a warning.",
        ),
        "name": optional(object(&[], json!({
            "given": text(LINE_MAX, "Given name or names."),
            "family": text(LINE_MAX, "Family name or names."),
            "known_as": text(LINE_MAX, "What they are called."),
        }))),
        "relationship": code::<Relationship>("What they are to the children."),
    })
}

fn referrer() -> Value {
    let mut referrer = object(
        &["kind"],
        json!({
            "kind": required_code::<ReferrerKind>(),
            "organisation": optional(object(&[], json!({
                "name": text(LINE_MAX, "As it calls itself."),
                "urn": reference("urn"),
                "ods": reference("ods"),
            }))),
            "name": text(LINE_MAX, "The referrer's name."),
            "role": text(LINE_MAX, "The referrer's role."),
            "email": reference("email"),
            "phone": reference("phone"),
            "record": text(LINE_MAX, "The number of the referrer's own record."),
            "anonymous": flag("The referrer does not say who they are."),
            "helped_by": optional(object(&[], json!({
                "setting": text(LINE_MAX, "Where: a library, a church, a community space."),
                "organisation": text(LINE_MAX, "Whom the helper works or volunteers for."),
                "name": text(LINE_MAX, "The helper's name."),
            }))),
        }),
    );
    referrer["if"] =
        json!({"required": ["anonymous"], "properties": {"anonymous": {"const": true}}});
    referrer["then"] = json!({"properties": {"name": blank(), "email": blank(), "phone": blank()}});
    referrer
}

fn agreement() -> Value {
    object(
        &["status"],
        json!({
            "status": required_code::<AgreementStatus>(),
            "by": code::<AgreementBy>("Who agreed, or was asked."),
            "on": reference("day"),
            "reason": text(FREE_TEXT_MAX, "In words, mostly why not."),
        }),
    )
}

fn household() -> Value {
    let mut household = object(
        &[],
        json!({
            "address": optional(object(&[], json!({
                "lines": list(LINES_MAX, json!({"type": "string", "maxLength": LINE_MAX})),
                "town": text(LINE_MAX, "Town or city."),
                "postcode": reference("postcode"),
                "uprn": reference("uprn"),
            }))),
            "no_fixed_address": flag("There is no fixed address: leave the address out."),
            "concealed": flag("The address must not be known: leave it out and give the authority."),
            "authority": reference("authority"),
            "language": reference("language"),
            "interpreter_needed": flag("An interpreter is needed. Left out: not answered."),
            "accessibility": codes::<AccessNeed>(CODES_MAX),
            "accessibility_note": text(FREE_TEXT_MAX, "The same in words."),
            "parents_disagree_on_residence": flag("The parents disagree on where a child lives."),
        }),
    );
    let when = |field: &str| json!({"required": [field], "properties": {field: {"const": true}}});
    household["allOf"] = json!([
        {"if": when("concealed"), "then": {"properties": {"address": {"type": "null"}, "no_fixed_address": {"enum": [false, null]}}}},
        {"if": when("no_fixed_address"), "then": {"properties": {"address": {"type": "null"}}}},
    ]);
    household
}

fn adult() -> Value {
    object(
        &[],
        json!({
            "name": reference("name"),
            "relationship": reference("relationship"),
            "parental_responsibility": flag("Left out: not answered."),
            "date_of_birth": reference("day"),
            "phone": reference("phone"),
            "email": reference("email"),
            "safe_to": safe_ways(),
            "best_times": text(FREE_TEXT_MAX, "When it is safe or best to try."),
            "safety_confirmed": optional(object(&[], json!({
                "by": text(LINE_MAX, "Who confirmed that it is safe."),
                "on": reference("day"),
            }))),
        }),
    )
}

fn safe_ways() -> Value {
    let mut ways = codes::<ContactMethod>(CODES_MAX);
    ways["description"] = json!(
        "Ways that are safe; one missing from the list is not. [] says that none is. \
         Left out: not answered."
    );
    ways
}

fn must_not_know() -> Value {
    object(
        &[],
        json!({
            "name": reference("name"),
            "relationship": reference("relationship"),
            "note": text(FREE_TEXT_MAX, "What to be careful about."),
        }),
    )
}

fn child() -> Value {
    let mut child = object(
        &[],
        json!({
            "name": reference("name"),
            "date_of_birth": reference("day"),
            "born_about": reference("born_about"),
            "due_date": reference("day"),
            "nhs_number": reference("nhs_number"),
            "upn": reference("upn"),
            "school_urn": reference("urn"),
            "send": flag("Special educational needs or a disability. Left out: not answered."),
            "ehcp": flag("Has an education, health and care plan."),
            "adopted": flag("Adopted, or being adopted."),
            "restricted": flag("Access to the child's record is restricted."),
        }),
    );
    let given = json!({"type": "string", "pattern": r"\S"});
    child["allOf"] = json!([
        never_both(("date_of_birth", &given), ("due_date", &given)),
        never_both(("date_of_birth", &given), ("born_about", &given)),
        never_both(("born_about", &given), ("due_date", &given)),
        never_both(("send", &json!({"const": false})), ("ehcp", &json!({"const": true}))),
    ]);
    child
}
