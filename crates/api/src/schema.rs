//! The JSON Schema (2020-12) of everything that the API says, made from the types.
//!
//! `schemas/api.v1.json` is [`document`], written down; a test compares the two. A referral inside a
//! reply is the document that `schemas/referral.v1.json` describes, by reference.

use std::borrow::Cow;

use lambda_kit::http::ProblemBody;
use locality::registry::service::{Service, ServicePage};
use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::{
    Accepted, Amended, AuthorityList, BatchResults, Entry, FigureList, Finding, InboxPage,
    LogReceipt, OpenedEntry, PossibleMatchPage, SentPage, Status,
};

/// A type that is the whole body of an answer.
struct Body {
    name: fn() -> Cow<'static, str>,
    add: fn(&mut SchemaGenerator) -> Schema,
}

const fn body<T: JsonSchema>() -> Body {
    Body { name: T::schema_name, add: SchemaGenerator::subschema_for::<T> }
}

const BODIES: [Body; 16] = [
    body::<Accepted<'_>>(),
    body::<BatchResults<'_>>(),
    body::<Status<'_>>(),
    body::<SentPage<'_>>(),
    body::<Amended<'_>>(),
    body::<ServicePage<'_>>(),
    body::<Service<'_>>(),
    body::<InboxPage<'_>>(),
    body::<OpenedEntry<'_>>(),
    body::<Entry<'_>>(),
    body::<LogReceipt<'_>>(),
    body::<Finding<'_>>(),
    body::<AuthorityList<'_>>(),
    body::<PossibleMatchPage<'_>>(),
    body::<FigureList<'_>>(),
    body::<ProblemBody<'_>>(),
];

/// The names of the definitions that are a whole body of an answer; every other one is a part.
pub fn bodies() -> impl Iterator<Item = Cow<'static, str>> {
    BODIES.iter().map(|body| (body.name)())
}

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
    for body in &BODIES {
        // The reference that is returned is to the definition, which the generator keeps.
        let _ = (body.add)(&mut generator);
    }
    generator.take_definitions(true)
}

/// Closes an object: it has the fields that its type has, and no others.
fn close(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), false.into());
    }
}
