//! Laws of every reply: its schema accepts it, and refuses it with a field missing or one too many.

use std::collections::BTreeSet;

use jsonschema::{Registry, Validator};
use serde_json::{Map, Value, json};

use crate::committed::sorted;
use crate::examples::{self, Example};

/// The fields that may be left out. Every other field is always there, if only as null.
const MAY_BE_LEFT_OUT: [&str; 17] = [
    "accessibility",
    "addresses",
    "available",
    "considered",
    "detail",
    "email",
    "errors",
    "in_hours_of",
    "latitude",
    "longitude",
    "maximum",
    "out_of_hours_of",
    "phone_now",
    "phones",
    "updated",
    "url",
    "warnings",
];

fn validator(body: &str) -> Validator {
    let registry = Registry::new()
        .add("urn:hubward:schema:api:v1", api::schema::document())
        .and_then(|registry| {
            registry.add("urn:hubward:schema:referral:v1", formats::schema::referral())
        })
        .and_then(jsonschema::RegistryBuilder::prepare)
        .unwrap();
    let reference = json!({"$ref": format!("urn:hubward:schema:api:v1#/$defs/{body}")});
    jsonschema::options().with_registry(&registry).build(&reference).unwrap()
}

#[test]
fn every_reply_is_as_its_schema_says() {
    for Example { body, written, .. } in examples::all() {
        let told: Vec<_> = validator(body).iter_errors(&written).map(|e| e.to_string()).collect();
        assert_eq!(told, [""; 0], "{body}: {written:#}");
    }
}

#[test]
fn every_body_and_every_field_has_an_example() {
    let examples = examples::all();
    let shown: BTreeSet<_> = examples.iter().map(|example| example.body.into()).collect();
    assert_eq!(shown, api::schema::bodies().collect());
    let mut shown = BTreeSet::new();
    for Example { written, .. } in &examples {
        for pointer in objects(written, "") {
            let fields = written.pointer(&pointer).unwrap().as_object().unwrap().iter();
            shown.extend(fields.filter(|(_, value)| !value.is_null()).map(|(key, _)| key.clone()));
        }
    }
    for (name, definition) in api::schema::definitions("/$defs") {
        let fields = definition["properties"].as_object().cloned().unwrap_or_default();
        for field in fields.keys() {
            assert!(shown.contains(field), "no example shows {field} of {name}");
        }
    }
}

#[test]
fn a_field_too_many_is_refused() {
    for Example { body, written, .. } in examples::all() {
        let validator = validator(body);
        for pointer in objects(&written, "") {
            let mut changed = written.clone();
            object(&mut changed, &pointer).insert("extra".to_owned(), json!(1));
            assert!(!validator.is_valid(&changed), "{body} may have a field at {pointer:?}");
        }
    }
}

#[test]
fn a_missing_field_is_refused_unless_it_may_be_left_out() {
    let mut left_out = BTreeSet::new();
    for Example { body, written, .. } in examples::all() {
        let validator = validator(body);
        let own =
            |pointer: &String| !pointer.ends_with("/referral") && !pointer.contains("/referral/");
        for pointer in objects(&written, "").into_iter().filter(own) {
            for field in object(&mut written.clone(), &pointer).keys() {
                let mut changed = written.clone();
                object(&mut changed, &pointer).remove(field);
                if validator.is_valid(&changed) {
                    left_out.insert(field.clone());
                }
            }
        }
    }
    assert_eq!(left_out, BTreeSet::from(MAY_BE_LEFT_OUT.map(str::to_owned)));
}

#[test]
fn replies_are_written_as_the_contract_has_them() {
    for Example { body, case, written } in examples::all() {
        let text = serde_json::to_string_pretty(&sorted(&written)).unwrap();
        insta::assert_snapshot!(format!("{body}_{case}"), text);
    }
}

fn object<'a>(document: &'a mut Value, pointer: &str) -> &'a mut Map<String, Value> {
    document.pointer_mut(pointer).unwrap().as_object_mut().unwrap()
}

/// A pointer to every object of a document.
fn objects(value: &Value, at: &str) -> Vec<String> {
    let mut all = Vec::new();
    match value {
        Value::Object(fields) => {
            all.push(at.to_owned());
            all.extend(
                fields.iter().flat_map(|(key, value)| objects(value, &format!("{at}/{key}"))),
            );
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            all.extend(items.flat_map(|(index, value)| objects(value, &format!("{at}/{index}"))));
        }
        _ => {}
    }
    all
}
