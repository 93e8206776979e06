//! The JSON Schema of a rulebook file, made from the same code lists as the reader. TOML's dates
//! and times stand as texts, as editors and converters show them.
//!
//! `schemas/rulebook.v1.json` is this schema, written down; a test compares the two, and the fields
//! with those that the reader knows. The reader checks what a schema cannot say (that a hub is in
//! the file, that a code exists).

use referral::{AccessNeed, Need, ReferrerKind, Urgency, code_list::CodeList};
use serde_json::{Map, Value, json};

use super::parse::DAYS;

/// The schema (JSON Schema 2020-12).
pub fn schema() -> Value {
    let mut schema = object(
        &["authority", "front_door", "triage"],
        json!({
            "authority": authority(),
            "front_door": object(&["name", "in_hours", "out_of_hours"], json!({
                "name": name("As people know it."),
                "in_hours": phone("The number in office hours."),
                "out_of_hours": phone("The number at all other times."),
            })),
            "triage": triage(),
            "hub": list(hub()),
            "override": list(overriding()),
            "rule": list(rule()),
            "catchment": list(catchment()),
            "contact": list(object(&["council", "name", "phone"], json!({
                "council": gss("The other council."),
                "name": name("Who answers there."),
                "phone": phone("Their number."),
            }))),
            "public": public(),
        }),
    );
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["$id"] = json!("urn:hubward:schema:rulebook:v1");
    schema["title"] = json!("Rulebook");
    schema["description"] =
        json!("One local authority's Family Hubs, and which families each of them serves.");
    schema
}

fn authority() -> Value {
    object(
        &["id", "code", "version"],
        json!({
            "id": slug("First part of every inbox id."),
            "code": gss("The council that runs children's services."),
            "version": {
                "type": "string",
                "pattern": "^[A-Za-z0-9.-]{1,20}$",
                "description": "The edition, as its owner names it.",
            },
        }),
    )
}

/// The details of the authority that the public is told.
fn public() -> Value {
    let language = object(
        &["tag", "reviewed_by", "on"],
        json!({
            "tag": {"type": "string", "description": "Such as `ur`."},
            "reviewed_by": name("Who read the translation."),
            "on": day("When it was read."),
        }),
    );
    let mut public = object(
        &["name", "email", "phone", "post", "data_protection_officer", "complaints"],
        json!({
            "name": name("The organisation that answers for the pages."),
            "email": {"type": "string", "maxLength": 120, "pattern": "^\\s*[^\\s@]+@[^\\s@]+\\.[^\\s@]+\\s*$"},
            "phone": phone("For questions about the pages."),
            "post": text(200, "The postal address, in one line."),
            "data_protection_officer": text(200, "Who it is, and how to reach them."),
            "complaints": text(200, "How to complain."),
            "retention": text(200, "For how long what a family sends is kept."),
            "accessibility_checked": day("When the pages were last checked."),
            "language": list(language),
        }),
    );
    public["description"] = json!("Shown on the families' pages.");
    public
}

fn triage() -> Value {
    let mut triage = object(
        &["name"],
        json!({
            "name": name("As people know it."),
            "opening": list(opening()),
            "closed": list(closure()),
        }),
    );
    triage["description"] = json!("Its hours are the front door's too, and of hubs without any.");
    triage
}

fn closure() -> Value {
    object(
        &["from", "to", "reason"],
        json!({"from": day("First day."), "to": day("Last day."), "reason": text(80, "Why.")}),
    )
}

fn opening() -> Value {
    object(
        &["days", "from", "to"],
        json!({
            "days": {"type": "array", "minItems": 1, "items": {"enum": DAYS.map(|(name, _)| name)}},
            "from": time(),
            "to": time(),
        }),
    )
}

fn hub() -> Value {
    let capacity = object(
        &["state"],
        json!({
            "state": {"enum": ["open", "full"], "description": "Whether it has room."},
            "weekly": {"type": "integer", "minimum": 0, "description": "Families it can take a week."},
            "on": day("When this was declared."),
        }),
    );
    let site = somewhere(object(
        &["name"],
        json!({"name": name("Its name."), "postcode": text(10, "In full."), "grid": grid()}),
    ));
    somewhere(object(
        &["id", "name"],
        json!({
            "id": slug("Second part of its inbox id."),
            "name": name("As people know it."),
            "description": text(300, "What it is, in a sentence or two."),
            "address": text(120, "Where it is, in words."),
            "postcode": text(10, "In full."),
            "phone": phone("Its number."),
            "email": text(120, "Its e-mail address."),
            "website": {"type": "string", "maxLength": 200, "pattern": "^\\s*https://\\S+\\s*$"},
            "grid": grid(),
            "site": list(site),
            "needs": codes::<Need>("What it helps with. Left out: everything."),
            "ages": ages(),
            "languages": languages("What its staff speak. Never a reason to turn a family away."),
            "access": codes::<AccessNeed>("What it offers. Left out: not known, so never a reason."),
            "opening": list(opening()),
            "opens": day("First day on which it takes families."),
            "closes": day("First day on which it no longer does."),
            "closed": list(closure()),
            "capacity": capacity,
            "partners": {"type": "array", "items": {"type": "string"}, "description": "Hubs that help out, in order."},
        }),
    ))
}

/// A table whose place must be given, as a grid reference or as a postcode.
fn somewhere(mut table: Value) -> Value {
    table["anyOf"] = json!([{"required": ["grid"]}, {"required": ["postcode"]}]);
    table
}

fn rule() -> Value {
    one_target(object(
        &["id", "when", "reason"],
        json!({
            "id": slug("Its name in reasons and reports."),
            "when": when(),
            "hub": {"type": "string", "description": "The hub it leads to."},
            "to": {"const": "triage"},
            "reason": text(120, "Why, as hub and referrer read it."),
        }),
    ))
}

fn overriding() -> Value {
    one_target(object(
        &["id", "from", "until", "owner", "reason"],
        json!({
            "id": slug("Its name in reasons and reports."),
            "from": day("First day."),
            "until": day("Last day."),
            "owner": name("Who answers for it."),
            "reason": text(120, "Why, as hub and referrer read it."),
            "when": when(),
            "beyond": {"type": "boolean", "description": "Also for families of other councils."},
            "hub": {"type": "string", "description": "The hub it leads to."},
            "to": {"const": "triage"},
        }),
    ))
}

fn when() -> Value {
    object(
        &[],
        json!({
            "districts": gss_list(""),
            "wards": gss_list("E05|W05|S13"),
            "lsoas": gss_list("E01|W01|S01"),
            "postcodes": {"type": "array", "items": {"type": "string"}, "description": "In full."},
            "area": object(&["file"], json!({
                "file": {"type": "string", "description": "A GeoJSON file beside this one."},
                "feature": {"type": "string", "description": "Only the features of this name."},
            })),
            "needs": codes::<Need>("One of these is wanted."),
            "ages": ages(),
            "sources": codes::<ReferrerKind>("One of these sent it."),
            "urgency": codes::<Urgency>("How soon."),
            "languages": languages("The family speaks one of these."),
            "interpreter": {"type": "boolean"},
            "access": codes::<AccessNeed>("One of these is needed."),
            "schools": {"type": "array", "items": {"type": "string"}, "description": "URNs."},
            "gps": {"type": "array", "items": {"type": "string"}, "description": "ODS codes."},
        }),
    )
}

fn catchment() -> Value {
    let of = |kind: &str, required: &[&str], mut fields: Value| {
        fields["kind"] = json!({"const": kind});
        object(&[&["kind"], required].concat(), fields)
    };
    let hub = json!({"type": "string", "description": "Whose it is."});
    json!({"oneOf": [
        of("authority", &["hub"], json!({"hub": hub})),
        of("district", &["district", "hub"], json!({"district": gss("Which."), "hub": hub})),
        of("wards", &["wards", "hub"], json!({"wards": gss_list("E05|W05|S13"), "hub": hub})),
        of("lsoas", &["lsoas", "hub"], json!({"lsoas": gss_list("E01|W01|S01"), "hub": hub})),
        of("polygon", &["file", "hub"], json!({
            "file": {"type": "string", "description": "A GeoJSON file beside this one."},
            "feature": {"type": "string", "description": "Only the features of this name."},
            "hub": hub,
        })),
        of("nearest", &[], json!({
            "hubs": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        })),
    ]})
}

fn object(required: &[&str], properties: Value) -> Value {
    let mut object = Map::new();
    object.insert("type".to_owned(), json!("object"));
    object.insert("additionalProperties".to_owned(), json!(false));
    object.insert("properties".to_owned(), properties);
    if !required.is_empty() {
        object.insert("required".to_owned(), json!(required));
    }
    Value::Object(object)
}

fn one_target(mut object: Value) -> Value {
    object["oneOf"] = json!([{"required": ["hub"]}, {"required": ["to"]}]);
    object
}

fn list(items: Value) -> Value {
    let mut list = json!({"type": "array"});
    list["items"] = items;
    list
}

fn text(longest: usize, description: &str) -> Value {
    json!({"type": "string", "pattern": "\\S", "maxLength": longest, "description": description})
}

fn name(description: &str) -> Value {
    text(50, description)
}

fn phone(description: &str) -> Value {
    json!({"type": "string", "pattern": "^[0-9 +]*$", "description": description})
}

fn slug(description: &str) -> Value {
    json!({
        "type": "string",
        "pattern": "^[a-z0-9]([a-z0-9-]{0,29}[a-z0-9])?$",
        "description": description,
    })
}

fn gss(description: &str) -> Value {
    json!({"type": "string", "pattern": "^[A-Z][0-9]{8}$", "description": description})
}

fn gss_list(starts: &str) -> Value {
    let pattern = if starts.is_empty() {
        "^[A-Z][0-9]{8}$".to_owned()
    } else {
        format!("^({starts})[0-9]{{6}}$")
    };
    json!({"type": "array", "items": {"type": "string", "pattern": pattern}})
}

fn day(description: &str) -> Value {
    json!({"type": "string", "format": "date", "description": description})
}

fn time() -> Value {
    json!({"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$"})
}

fn grid() -> Value {
    let metres = |most: u32| json!({"type": "integer", "minimum": 1, "maximum": most});
    object(
        &["easting", "northing"],
        json!({"easting": metres(700_000), "northing": metres(1_300_000)}),
    )
}

fn ages() -> Value {
    let years = json!({"type": "integer", "minimum": 0, "maximum": 25});
    let mut ages = object(
        &[],
        json!({
            "unborn": {"type": "boolean"},
            "from": years,
            "to": years,
            "to_with_send": years,
        }),
    );
    ages["description"] = json!("Of the children. Left out: before birth to 19, to 25 with SEND.");
    ages
}

fn languages(description: &str) -> Value {
    json!({"type": "array", "items": {"type": "string"}, "description": description})
}

fn codes<C: CodeList>(description: &str) -> Value {
    let codes: Vec<&str> = C::all().iter().map(|one| one.code()).collect();
    json!({"type": "array", "items": {"enum": codes}, "description": description})
}
