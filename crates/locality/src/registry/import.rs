//! Imports HSDS services as hubs of a rulebook file, and names everything that could not be taken
//! over. It makes hubs, never catchments or rules: who goes where is the council's decision.

use std::{collections::BTreeSet, fmt::Write};

use referral::{AccessNeed, LanguageTag, Need, Postcode};
use serde::Serialize;
use serde_json::{Value, json};

use super::export::DAYS;
use crate::{Grid, geo::to_grid};

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

/// The fields that are read, or that say nothing about the service itself.
const READ: [&str; 14] = [
    "id",
    "name",
    "description",
    "status",
    "minimum_age",
    "maximum_age",
    "organization",
    "url",
    "email",
    "phones",
    "service_at_locations",
    "schedules",
    "languages",
    "attributes",
];

/// The statuses of services that are given no more.
const ENDED: [&str; 2] = ["inactive", "defunct"];

const NO_PLACE: &str = "a rulebook has no place for it";
/// The types of phones that a person answers.
const SPOKEN: [&str; 3] = ["voice", "cell", "sms"];

const UNREADABLE: &str = "it cannot be read as the standard has it";

/// Reads a whole feed: pages of services, lists of them, or one; services at locations too. `locate`
/// gives the place of a postcode, for places that are given without latitude and longitude.
pub fn import(document: &Value, locate: impl Fn(&Postcode) -> Option<Grid>) -> Imported {
    let services = with_their_places(&in_pages(document));
    let mut imported =
        Imported { hubs: String::new(), count: 0, taken: Vec::new(), lost: Vec::new() };
    let mut ids = BTreeSet::new();
    for (number, service) in (1..).zip(services) {
        let name = text(&service, "name").unwrap_or_else(|| format!("service {number}"));
        let mut reading = Import { name, fields: Vec::new(), lost: Vec::new(), locate: &locate };
        if let Some(hub) = reading.hub(&service, &mut ids) {
            imported.hubs.push_str(&hub);
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

struct Import<F> {
    name: String,
    fields: Vec<&'static str>,
    lost: Vec<Loss>,
    locate: F,
}

impl<F: Fn(&Postcode) -> Option<Grid>> Import<F> {
    fn lose(&mut self, field: impl Into<String>, why: &'static str) {
        self.lost.push(Loss { service: self.name.clone(), field: field.into(), why });
    }

    fn hub(&mut self, service: &Value, ids: &mut BTreeSet<String>) -> Option<String> {
        if text(service, "status").is_some_and(|status| ENDED.contains(&status.as_str())) {
            self.lose("status", "the service is given no more: not imported");
            return None;
        }
        let fields = service.as_object().into_iter().flatten();
        for (field, value) in fields.filter(|(field, _)| !READ.contains(&field.as_str())) {
            if !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()) {
                self.lose(field, NO_PLACE);
            }
        }
        let mut places =
            list(service, "service_at_locations").filter_map(|at| Some((at, at.get("location")?)));
        let found = places.by_ref().find_map(|(at, place)| Some((at, place, self.grid(place)?)));
        let Some((at, first, place)) = found else {
            self.lose("service_at_locations", "no place in Great Britain: not imported");
            return None;
        };
        let mut hub = String::from("[[hub]]\n");
        let mut fields = Vec::new();
        let mut put = |name: &'static str, value: String| {
            fields.push(name);
            // Writing to a text cannot fail.
            let _ = writeln!(hub, "{name} = {value}");
        };
        // Details of the place stand for those that the service has none of.
        let said_by = [service, at, first];
        put("id", quoted(&slug(&self.name, ids)));
        put("name", quoted(&self.shortened("name", &self.name.clone(), 50)));
        for (field, name, most) in [("description", "description", 300), ("email", "email", 120)] {
            if let Some(value) = text(service, field) {
                put(name, quoted(&self.shortened(field, &value, most)));
            }
        }
        if let Some(address) = list(first, "addresses").next() {
            if let Some(line) = text(address, "address_1") {
                put("address", quoted(&self.shortened("address_1", &line, 120)));
            }
            let postcode = text(address, "postal_code");
            match postcode.as_deref().map(Postcode::parse) {
                Some(Ok(postcode)) => put("postcode", quoted(&postcode.to_string())),
                Some(Err(_)) => self.lose("postal_code", UNREADABLE),
                None => {}
            }
        }
        let phones = said_by.into_iter().flat_map(|one| list(one, "phones"));
        let mut spoken = phones
            .filter(|phone| text(phone, "type").is_none_or(|kind| SPOKEN.contains(&kind.as_str())));
        if let Some(number) = spoken.find_map(|phone| text(phone, "number")) {
            let number: String =
                number.chars().filter(|c| c.is_ascii_digit() || " +".contains(*c)).collect();
            put("phone", quoted(number.trim()));
        }
        match text(service, "url") {
            Some(url) if url.starts_with("https://") => put("website", quoted(&url)),
            Some(_) => self.lose("url", "a page must begin with https://"),
            None => {}
        }
        put("grid", place);
        let number = |field: &str| service.get(field).and_then(Value::as_f64);
        if let (Some(from), Some(to)) = (number("minimum_age"), number("maximum_age")) {
            if (0.0..=25.0).contains(&from) && (from..=25.0).contains(&to) {
                put(
                    "ages",
                    format!(
                        "{{ from = {from:.0}, to = {:.0}, to_with_send = {to:.0} }}",
                        to.min(19.0).max(from)
                    ),
                );
            } else {
                self.lose("minimum_age", "a Family Hub's ages end at 25");
            }
        }
        let tags = self.codes(service, "languages", "code", |tag| LanguageTag::parse(tag).is_ok());
        if !tags.is_empty() {
            put("languages", tags);
        }
        let needs = self.codes(service, "attributes", "value", |code| code.parse::<Need>().is_ok());
        if !needs.is_empty() {
            put("needs", needs);
        }
        let is_access = |code: &str| code.parse::<AccessNeed>().is_ok();
        let access = self.codes(first, "accessibility", "details", is_access);
        if !access.is_empty() {
            put("access", access);
        }
        let schedules = said_by.into_iter().map(|one| list(one, "schedules").collect::<Vec<_>>());
        let mut schedules = schedules.filter(|list| !list.is_empty());
        let schedules = schedules.next().unwrap_or_default();
        let opening: Vec<String> =
            schedules.into_iter().filter_map(|one| self.opening(one)).collect();
        if !opening.is_empty() {
            put("opening", format!("[{}]", opening.join(", ")));
        }
        for (_, place) in places {
            match (self.grid(place), text(place, "name")) {
                (Some(grid), Some(name)) => {
                    let name = quoted(&self.shortened("location", &name, 50));
                    let _ = write!(hub, "\n[[hub.site]]\nname = {name}\ngrid = {grid}\n");
                }
                _ => self.lose("service_at_locations", UNREADABLE),
            }
        }
        self.fields = fields;
        hub.push('\n');
        Some(hub)
    }

    /// The place of a location, by its latitude and longitude or by its postcode.
    fn grid(&self, location: &Value) -> Option<String> {
        let degrees = |field: &str| location.get(field).and_then(Value::as_f64);
        if let (Some(longitude), Some(latitude)) = (degrees("longitude"), degrees("latitude")) {
            let here = (-9.5..=2.5).contains(&longitude) && (49.5..=61.5).contains(&latitude);
            let (easting, northing) = to_grid(longitude, latitude);
            return here.then(|| format!("{{ easting = {easting:.0}, northing = {northing:.0} }}"));
        }
        let mut postcodes = list(location, "addresses").filter_map(|one| text(one, "postal_code"));
        let Grid { easting, northing } =
            postcodes.find_map(|code| (self.locate)(&Postcode::parse(&code).ok()?))?;
        Some(format!("{{ easting = {easting}, northing = {northing} }}"))
    }

    /// The codes of a list that are known here, as TOML; the others are noted as lost.
    fn codes(
        &mut self,
        value: &Value,
        field: &str,
        part: &str,
        known: impl Fn(&str) -> bool,
    ) -> String {
        let mut codes = Vec::new();
        for one in list(value, field) {
            match text(one, part) {
                Some(code) if known(&code) => codes.push(quoted(&code)),
                _ => self.lose(field, "its code is not one of ours"),
            }
        }
        if codes.is_empty() { String::new() } else { format!("[{}]", codes.join(", ")) }
    }

    fn opening(&mut self, schedule: &Value) -> Option<String> {
        let read = || {
            let days = text(schedule, "byday")?;
            let days: Option<Vec<String>> = days
                .split(',')
                .map(|day| {
                    let at = DAYS.iter().position(|(_, name)| *name == day.trim())?;
                    Some(quoted(crate::rulebook::day_code(at)?))
                })
                .collect();
            let time = |field| {
                let time: jiff::civil::Time = text(schedule, field)?.get(..5)?.parse().ok()?;
                Some(time.strftime("%H:%M:%S").to_string())
            };
            let (from, to) = (time("opens_at")?, time("closes_at")?);
            Some(format!("{{ days = [{}], from = {from}, to = {to} }}", days?.join(", ")))
        };
        let found = read();
        if found.is_none() {
            self.lose("schedules", UNREADABLE);
        }
        found
    }

    /// A text cut to at most `most` characters; the rest is noted as lost.
    fn shortened(&mut self, field: &str, value: &str, most: usize) -> String {
        let clean: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let clean = clean.trim();
        if clean.chars().count() > most {
            self.lose(field, "its end was cut off");
        }
        clean.chars().take(most).collect::<String>().trim().to_owned()
    }
}

fn text(value: &Value, field: &str) -> Option<String> {
    value.get(field)?.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn list<'a>(value: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    value.get(field).and_then(Value::as_array).into_iter().flatten()
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// An id made from a name: small letters, digits and inner hyphens, unlike every other id.
fn slug(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut slug = String::new();
    for symbol in name.to_lowercase().chars() {
        if symbol.is_ascii_alphanumeric() {
            slug.push(symbol);
        } else if symbol != '\'' && symbol != '’' && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug: String = slug.trim_matches('-').chars().take(27).collect();
    let slug = if slug.is_empty() { "hub".to_owned() } else { slug.trim_matches('-').to_owned() };
    let mut id = slug.clone();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{slug}-{number}");
        number += 1;
    }
    id
}
