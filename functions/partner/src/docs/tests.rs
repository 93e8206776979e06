//! Tests that the page has everything that the contract has.

use serde_json::Value;

use super::*;

fn contract() -> Value {
    serde_json::from_str(DOCUMENT).unwrap()
}

#[test]
fn every_operation_and_every_schema_has_its_place_and_every_link_leads_to_one() {
    let (contract, page) = (contract(), render(&contract()));
    let mut ids: Vec<String> = Vec::new();
    for path in contract["paths"].as_object().unwrap().values() {
        for operation in path.as_object().unwrap().values() {
            ids.push(text(operation, "operationId").to_owned());
        }
    }
    let schemas = contract["components"]["schemas"].as_object().unwrap();
    ids.extend(schemas.keys().map(|name| format!("schema-{name}")));
    for id in ids {
        assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
    }
    for link in page.split("href=\"#").skip(1) {
        let to = link.split('"').next().unwrap();
        assert!(page.contains(&format!("id=\"{to}\"")), "{to}");
    }
}

#[test]
fn nothing_is_inline_and_words_are_escaped() {
    let page = render(&contract());
    assert!(!page.contains("style=") && !page.contains("onclick"));
    assert_eq!(page.matches("<script").count(), 2, "the layout's own");
    assert!(words("a < b `x`").into_string().contains("a &lt; b <code>x</code>"));
}

#[test]
fn the_page_is_one_that_a_phone_can_load() {
    assert!(render(&contract()).len() < 400_000);
}
