//! The committed schema is the one that the types make.

use std::path::Path;

use serde_json::Value;

#[test]
fn the_written_schema_is_the_one_made_from_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas/api.v1.json");
    let made = serde_json::to_string_pretty(&sorted(&api::schema::document())).unwrap() + "\n";
    #[expect(clippy::disallowed_methods, reason = "a switch for the person who runs this test")]
    let update = std::env::var_os("UPDATE_SCHEMA").is_some();
    if update {
        std::fs::write(&path, &made).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    let first = written.lines().zip(made.lines()).find(|(written, made)| written != made);
    assert!(
        written == made,
        "schemas/api.v1.json is not what the types say; the first difference is {first:?}. \
         Write it anew with: UPDATE_SCHEMA=1 cargo test -p api schema"
    );
}

/// The document with its keys in order, whatever `serde_json`'s features are.
pub(crate) fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(key, _)| key.as_str());
            fields.into_iter().map(|(key, value)| (key.clone(), sorted(value))).collect()
        }
        Value::Array(items) => items.iter().map(sorted).collect(),
        scalar => scalar.clone(),
    }
}

#[test]
fn the_schema_is_itself_valid() {
    jsonschema::meta::validate(&api::schema::document()).unwrap();
}

#[test]
fn an_openapi_document_can_hold_the_definitions() {
    let definitions = api::schema::definitions("/components/schemas");
    let text = serde_json::to_string(&definitions).unwrap();
    assert!(text.contains("#/components/schemas/Entry") && !text.contains("$defs"));
    assert!(api::schema::bodies().all(|body| definitions.contains_key(&*body)));
}

#[test]
fn no_two_types_share_the_name_of_their_definition() {
    // The second type of a name would be numbered.
    let definitions = api::schema::definitions("/$defs");
    let numbered = definitions.keys().filter(|name| name.ends_with(|c: char| c.is_ascii_digit()));
    assert_eq!(numbered.collect::<Vec<_>>(), [""; 0]);
}
