//! Imports HSDS services as hubs of a rulebook file, and names everything that could not be taken
//! over. It makes hubs, never catchments or rules: who goes where is the council's decision.

mod hub;

use std::collections::BTreeSet;

use referral::Postcode;
use serde::Serialize;
use serde_json::{Value, json};

use self::hub::Reading;
use crate::Grid;

/// Services imported as the hubs of a rulebook file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// The `[[hub]]` tables, in TOML.
    pub hubs: String,
    /// The number of hubs.
    pub count: usize,
    /// The hubs, with the names of the fields that each has from its service.
    pub taken: Vec<Taken>,
    /// The details that were left behind.
    pub lost: Vec<Loss>,
}

/// A hub made of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The service's name.
    pub service: String,
    /// The fields of the hub, as a rulebook file names them.
    pub fields: Vec<&'static str>,
}

/// A detail of a service that a rulebook has no place for, or that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Loss {
    /// The service's name, or its place in the file.
    pub service: String,
    /// The name of the field.
    pub field: String,
    /// The reason why it was left behind.
    pub why: &'static str,
}

/// Reads a whole feed: pages of services, lists of them, or one; services at locations too. `locate`
/// gives the place of a postcode, for places that are given without latitude and longitude.
pub fn import(document: &Value, locate: impl Fn(&Postcode) -> Option<Grid>) -> Imported {
    let services = with_their_places(&in_pages(document));
    let mut imported =
        Imported { hubs: String::new(), count: 0, taken: Vec::new(), lost: Vec::new() };
    let mut ids = BTreeSet::new();
    for (number, service) in (1..).zip(services) {
        let name = text(&service, "name").unwrap_or_else(|| format!("service {number}"));
        let mut reading = Reading::new(name, &locate);
        if reading.hub(&service, &mut ids).is_some() {
            imported.hubs.push_str(&reading.hub);
            imported.count += 1;
            imported.taken.push(Taken { service: reading.name, fields: reading.fields });
        }
        imported.lost.append(&mut reading.lost);
    }
    imported.lost.sort();
    imported
}

/// The services of a document: of each page of a list, of a page, or the one that it is.
fn in_pages(document: &Value) -> Vec<&Value> {
    match document.as_array().or_else(|| document.get("contents")?.as_array()) {
        Some(contents) => contents.iter().flat_map(in_pages).collect(),
        None => vec![document],
    }
}

/// Services that stand by themselves as they are, and those that stand in services at locations
/// with each of their locations: one service at two locations is one service.
fn with_their_places(documents: &[&Value]) -> Vec<Value> {
    let mut services: Vec<Value> = Vec::new();
    for document in documents {
        let Some(service) = document.get("service").filter(|service| service.is_object()) else {
            services.push((*document).clone());
            continue;
        };
        let same = |one: &&mut Value| one.get("id").is_some() && one.get("id") == service.get("id");
        let place = json!({ "location": document.get("location") });
        if let Some(known) = services.iter_mut().find(same) {
            if let Some(places) = known["service_at_locations"].as_array_mut() {
                places.push(place);
            }
        } else {
            let mut service = service.clone();
            service["service_at_locations"] = json!([place]);
            services.push(service);
        }
    }
    services
}

fn text(value: &Value, field: &str) -> Option<String> {
    value.get(field)?.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn list<'a>(value: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    value.get(field).and_then(Value::as_array).into_iter().flatten()
}
