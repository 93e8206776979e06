//! FHIR in JSON, read into elements.

use referral::{FieldError, Invalid};

use super::element::Element;
use super::{MAX_DEPTH, is_name};
use crate::document::{Object, Tree};
use crate::json::parse::{Limits, parse_within};

const NAME: Invalid =
    Invalid::new("structure", "A name here is not the name of an element of FHIR.");
const SHAPE: Invalid =
    Invalid::new("structure", "This is not a resource of FHIR in JSON: see its JSON format.");

/// Reads the bytes of one resource.
pub(super) fn parse(bytes: &[u8]) -> Result<Element, Vec<FieldError>> {
    let tree = parse_within(bytes, Limits { depth: MAX_DEPTH, shown_key })?;
    let found = match &tree {
        Tree::Object(object) => resource(object, ""),
        _ => None.ok_or_else(|| SHAPE.at("")),
    };
    found.map_err(|fault| vec![fault])
}

/// A key as an error may show it: a name that FHIR could have, and no other text.
fn shown_key(key: &str) -> String {
    if is_name(key.trim_start_matches('_')) { key.to_owned() } else { "(another)".to_owned() }
}

fn resource(object: &Object, path: &str) -> Result<Element, FieldError> {
    match object.get("resourceType") {
        Some(Tree::Text(name)) if is_name(name) => {
            let element = Element { children: children(object, path)?, ..Element::named(name) };
            if element.is_resource() { Ok(element) } else { Err(SHAPE.at(path)) }
        }
        _ => Err(SHAPE.at(path)),
    }
}

/// The fields of an object. The extensions of a primitive stand beside it, under its name with a `_`.
fn children(object: &Object, path: &str) -> Result<Vec<Element>, FieldError> {
    let mut found = Vec::new();
    for (key, value) in object.iter().filter(|(key, _)| *key != "resourceType") {
        let name = key.trim_start_matches('_');
        let path = format!("{path}.{}", shown_key(name));
        if !is_name(name) || key.len() > name.len() + 1 {
            return Err(NAME.at(path));
        }
        let beside = object.get(&format!("_{name}"));
        if key.starts_with('_') {
            if !object.contains_key(name) {
                found.extend(values(name, None, beside, &path)?);
            }
        } else {
            found.extend(values(name, Some(value), beside, &path)?);
        }
    }
    Ok(found)
}

/// The elements of one name: each value, with what stands beside it.
fn values(
    name: &str,
    value: Option<&Tree>,
    beside: Option<&Tree>,
    path: &str,
) -> Result<Vec<Element>, FieldError> {
    let (values, besides) = (items(value), items(beside));
    let pair = |at: usize| (values.get(at), besides.get(at));
    let pairs = (0..values.len().max(besides.len())).map(pair);
    pairs.map(|(value, beside)| element(name, value, beside, path)).collect()
}

fn items(tree: Option<&Tree>) -> &[Tree] {
    match tree {
        Some(Tree::List(items)) => items,
        Some(one) => std::slice::from_ref(one),
        None => &[],
    }
}

fn element(
    name: &str,
    value: Option<&Tree>,
    beside: Option<&Tree>,
    path: &str,
) -> Result<Element, FieldError> {
    let mut element = match value {
        None | Some(Tree::Null) => Element::named(name),
        Some(Tree::Flag(flag)) => Element::leaf(name, flag.to_string()),
        Some(Tree::Number(text) | Tree::Text(text)) => Element::leaf(name, text.clone()),
        Some(Tree::Object(object)) if object.contains_key("resourceType") => {
            Element { children: vec![resource(object, path)?], ..Element::named(name) }
        }
        Some(Tree::Object(object)) => {
            Element { children: children(object, path)?, ..Element::named(name) }
        }
        Some(Tree::List(_)) => return Err(SHAPE.at(path)),
    };
    match beside {
        None | Some(Tree::Null) => {}
        Some(Tree::Object(object)) => element.children.extend(children(object, path)?),
        Some(_) => return Err(SHAPE.at(path)),
    }
    Ok(element)
}
