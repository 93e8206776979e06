//! The JSON Schema (2020-12) of everything that the API says, made from the types.
//!
//! `schemas/api.v1.json` is [`document`], written down; a test compares the two. A referral inside a
//! reply is the document that `schemas/referral.v1.json` describes, by reference.

use lambda_kit::http::ProblemBody;
use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::{Accepted, Entry, InboxPage, OpenedEntry, PossibleMatchPage, Status};

/// The names of what is a whole body of an answer; every other definition is a part of one.
pub const BODIES: [&str; 7] =
    ["Accepted", "Entry", "InboxPage", "OpenedEntry", "PossibleMatchPage", "Problem", "Status"];

/// The schema of all bodies: each is a definition of its own.
pub fn document() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:hubward:schema:api:v1",
        "title": "Replies of the API",
        "description": "Each body of an answer, and each part of one, is a definition. A referral \
            in a reply is urn:hubward:schema:referral:v1, the document that was sent.",
        "$defs": definitions("/$defs"),
    })
}

/// The schemas of all bodies and of their parts, by name. A part is referred to under `path`, such as
/// `/$defs` in a schema or `/components/schemas` in an OpenAPI document.
pub fn definitions(path: &'static str) -> Map<String, Value> {
    let settings = SchemaSettings::draft2020_12().for_serialize().with(|settings| {
        settings.definitions_path = path.into();
        settings.meta_schema = None;
    });
    let mut generator = settings.with_transform(RecursiveTransform(close)).into_generator();
    add::<Accepted<'_>>(&mut generator);
    add::<Status<'_>>(&mut generator);
    add::<InboxPage<'_>>(&mut generator);
    add::<OpenedEntry<'_>>(&mut generator);
    add::<Entry<'_>>(&mut generator);
    add::<PossibleMatchPage<'_>>(&mut generator);
    add::<ProblemBody<'_>>(&mut generator);
    generator.take_definitions(true)
}

fn add<T: JsonSchema>(generator: &mut SchemaGenerator) {
    // The reference that is returned is to the definition, which the generator keeps.
    let _ = generator.subschema_for::<T>();
}

/// Closes an object: it has the fields that its type has, and no others.
fn close(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), false.into());
    }
}
