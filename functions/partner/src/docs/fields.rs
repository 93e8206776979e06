//! The schemas of the contract, as lists of fields.

use maud::{Markup, html};
use serde_json::Value;

use super::{object, text, words};

/// A section with every schema.
pub(super) fn all(contract: &Value) -> Markup {
    html! {
        section id="fields" {
            h2 { "Fields" }
            @for (name, schema) in object(&contract["components"]["schemas"]) {
                h3 id={ "schema-" (name) } { (name) }
                @if !text(schema, "description").is_empty() {
                    p { (words(text(schema, "description"))) }
                }
                @if !is_described_by_fields(schema) { p { (kind(schema)) } }
                (of_object(schema))
            }
        }
    }
}

fn is_described_by_fields(schema: &Value) -> bool {
    schema.get("properties").is_some()
        || schema["anyOf"].as_array().is_some_and(|any| any.iter().any(is_described_by_fields))
}

/// The fields of an object; of each kind of object, where there are several.
fn of_object(schema: &Value) -> Markup {
    let required = |name: &String| {
        schema["required"].as_array().is_some_and(|list| list.iter().any(|one| one == name))
    };
    html! {
        @if !object(&schema["properties"]).is_empty() {
            dl {
                @for (name, field) in object(&schema["properties"]) {
                    dt { code { (name) } }
                    dd {
                        (kind(field))
                        @if required(name) { ", required" }
                        @if !text(field, "description").is_empty() {
                            br; (words(text(field, "description")))
                        }
                        (of_object(field))
                        (of_object(&field["items"]))
                    }
                }
            }
        } @else if schema["anyOf"].is_array() {
            @for one in schema["anyOf"].as_array().into_iter().flatten() {
                @if is_described_by_fields(one) { p { "One kind:" } (of_object(one)) }
            }
        }
    }
}

/// The kind of value that a schema is of, in words.
pub(super) fn kind(schema: &Value) -> Markup {
    if let Some(to) = schema["$ref"].as_str() {
        return link(to);
    }
    if let Some(codes) = schema["enum"].as_array() {
        return html! {
            "one of "
            @for (at, code) in codes.iter().filter(|code| !code.is_null()).enumerate() {
                @if at > 0 { ", " }
                code { (plain(code)) }
            }
        };
    }
    if let Some(only) = schema.get("const") {
        return html! { code { (plain(only)) } };
    }
    let several = ["anyOf", "oneOf"].iter().find_map(|key| schema[key].as_array());
    if let Some(several) = several.filter(|_| schema.get("properties").is_none()) {
        let told = several.iter().filter(|one| one["type"] != "null" && one["maxLength"] != 0);
        return html! {
            @for (at, one) in told.enumerate() {
                @if at > 0 { " or " }
                (kind(one))
            }
        };
    }
    let types = match &schema["type"] {
        Value::Array(types) => {
            types.iter().filter_map(Value::as_str).filter(|one| *one != "null").collect()
        }
        Value::String(one) => vec![one.as_str()],
        _ => Vec::new(),
    };
    html! {
        @match types.as_slice() {
            ["array"] => { "list of " (kind(&schema["items"])) }
            [] => "anything",
            types => (types.join(" or ")),
        }
        @if let Some(format) = schema["format"].as_str() { " (" (format) ")" }
        @if let Some(most) = schema["maxLength"].as_u64() { ", at most " (most) " characters" }
    }
}

/// A link to the schema that a reference leads to.
fn link(to: &str) -> Markup {
    let name = to.rsplit('/').next().unwrap_or_default();
    html! { a href={ "#schema-" (name) } { (name) } }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned)
}
