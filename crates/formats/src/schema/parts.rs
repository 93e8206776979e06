//! The parts of which a schema is put together. `null` is allowed wherever a field may be left out.

use referral::code_list::CodeList;
use serde_json::{Value, json};

pub(super) fn object(required: &[&str], properties: Value) -> Value {
    let mut object = json!({"type": "object", "additionalProperties": false});
    object["properties"] = properties;
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    object
}

pub(super) fn optional(mut object: Value) -> Value {
    object["type"] = json!(["object", "null"]);
    object
}

pub(super) fn list(max: usize, items: Value) -> Value {
    let mut list = json!({"type": ["array", "null"], "maxItems": max});
    list["items"] = items;
    list
}

pub(super) fn text(max: usize, description: &str) -> Value {
    json!({"type": ["string", "null"], "maxLength": max, "description": description})
}

pub(super) fn flag(description: &str) -> Value {
    json!({"type": ["boolean", "null"], "description": description})
}

/// The schema of a text that is blank or matches the pattern as a whole.
pub(super) fn pattern(max: usize, pattern: &str, description: &str) -> Value {
    let mut schema = text(max, description);
    schema["pattern"] = json!(format!(r"^(?:\s*|{pattern})$"));
    schema
}

/// The schema of a text that is left out or nothing but white space.
pub(super) fn blank() -> Value {
    json!({"type": ["string", "null"], "pattern": r"^\s*$"})
}

pub(super) fn reference(definition: &str) -> Value {
    json!({"$ref": format!("#/$defs/{definition}")})
}

pub(super) fn required_code<T: CodeList>() -> Value {
    json!({"type": "string", "enum": list_of::<T>()})
}

pub(super) fn code<T: CodeList>(description: &str) -> Value {
    let mut members = list_of::<T>();
    members.push(Value::Null);
    json!({"type": ["string", "null"], "enum": members, "description": description})
}

pub(super) fn codes<T: CodeList>(max: usize) -> Value {
    list(max, required_code::<T>())
}

fn list_of<T: CodeList>() -> Vec<Value> {
    T::all().iter().map(|member| json!(member.code())).collect()
}

/// The rule that two fields never both have these values.
pub(super) fn never_both(one: (&str, &Value), other: (&str, &Value)) -> Value {
    json!({"not": {"required": [one.0, other.0], "properties": {one.0: one.1, other.0: other.1}}})
}
