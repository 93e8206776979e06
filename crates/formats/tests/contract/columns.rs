//! The guide's table of columns, and the fields that columns fill in.

use std::fs;
use std::path::Path;

use formats::csv::columns;
use serde_json::Value;

fn file(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

#[test]
fn the_guide_has_the_columns_of_the_code() {
    let path = file("docs/guides/columns.md");
    let guide = fs::read_to_string(&path).unwrap();
    let words = guide.split("| Column |").next().unwrap();
    let made = format!("{words}{}", columns::markdown());
    #[expect(clippy::disallowed_methods, reason = "a test's own settings")]
    let is_update = std::env::var_os("UPDATE_SCHEMA").is_some();
    if is_update {
        return fs::write(&path, &made).unwrap();
    }
    assert!(guide == made, "columns.md is old: UPDATE_SCHEMA=1 writes it anew");
}

#[test]
fn every_field_of_the_schema_has_a_column() {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(file("schemas/referral.v1.json")).unwrap())
            .unwrap();
    let guide = columns::markdown();
    let mut missing = Vec::new();
    walk(&schema, &schema, "", &mut |path: &str| {
        let listed = path.replace("[]", "[0]");
        if !guide.contains(&format!("| `{listed}` |")) {
            missing.push(path.to_owned());
        }
    });
    // Somebody who helps a family with its own form is asked there; an anonymous professional has
    // nobody who could be asked.
    let no_columns = [
        "referrer.anonymous",
        "referrer.helped_by.name",
        "referrer.helped_by.organisation",
        "referrer.helped_by.setting",
        "must_not_know[].name.known_as",
    ];
    missing.retain(|path| !no_columns.contains(&path.as_str()));
    assert_eq!(missing, [""; 0]);
}

/// Tells the path of every field that has no fields of its own.
fn walk(root: &Value, schema: &Value, path: &str, tell: &mut dyn FnMut(&str)) {
    if let Some(name) = schema["$ref"].as_str() {
        return walk(root, &root["$defs"][name.rsplit('/').next().unwrap()], path, tell);
    }
    if let Some(one) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()).and_then(|all| {
        all.iter().find(|one| one["$ref"].is_string() || one["properties"].is_object())
    }) {
        return walk(root, one, path, tell);
    }
    let (properties, items) = (&schema["properties"], &schema["items"]);
    if let Some(fields) = properties.as_object() {
        for (name, field) in fields {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            walk(root, field, &path, tell);
        }
    } else if items["properties"].is_object() || items["$ref"].is_string() {
        walk(root, items, &format!("{path}[]"), tell);
    } else {
        tell(path);
    }
}
