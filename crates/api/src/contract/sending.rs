//! The schemas of what partners send: the referral's own, as components.

use formats::schema::referral;
use serde_json::{Map, Value};

/// The beginning of the reference to a part in the referral's own schema.
const PART: &str = "#/$defs/";

/// The referral's schema and its parts. A part's name begins with `Referral`: `ReferralNhsNumber`.
pub(super) fn schemas() -> Map<String, Value> {
    let mut whole = referral();
    let mut schemas = Map::new();
    if let Some(fields) = whole.as_object_mut() {
        // A component is a schema of the document: it has no address of its own.
        fields.remove("$schema");
        fields.remove("$id");
        if let Some(Value::Object(parts)) = fields.remove("$defs") {
            for (name, mut part) in parts {
                refer_to_components(&mut part);
                schemas.insert(component(&name), part);
            }
        }
    }
    refer_to_components(&mut whole);
    schemas.insert("Referral".to_owned(), whole);
    schemas
}

fn refer_to_components(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            for (key, value) in fields {
                let part =
                    value.as_str().filter(|_| key == "$ref").and_then(|to| to.strip_prefix(PART));
                match part.map(component) {
                    Some(name) => *value = format!("#/components/schemas/{name}").into(),
                    None => refer_to_components(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(refer_to_components),
        _ => {}
    }
}

fn component(part: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    part.split('_').fold("Referral".to_owned(), |name, word| name + &capital(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_that_is_referred_to_is_a_component() {
        let schemas = schemas();
        let text = serde_json::to_string(&schemas).unwrap();
        assert!(!text.contains("$defs") && !text.contains("urn:hubward"));
        for reference in text.split("#/components/schemas/").skip(1) {
            let name = reference.split('"').next().unwrap();
            assert!(schemas.contains_key(name), "{name}");
        }
        assert!(schemas.contains_key("ReferralNhsNumber"));
    }
}
