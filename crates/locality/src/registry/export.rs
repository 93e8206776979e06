//! Exports hubs as HSDS services, as one page of the standard's list answer. Dates and hours are
//! the hub's own; `service_capacity` is of the standard's development version, which 3.0 readers
//! skip.

use jiff::civil::Weekday;
use referral::{LanguageTag, Need};
use serde_json::{Map, Value, json};

use super::identity::uuid;
use crate::{
    Authority, Grid, Localities,
    geo::to_degrees,
    rulebook::{CatchmentKind, Hub, Opening, Rulebook},
};

/// Every hub of every rulebook as a service.
pub fn services(localities: &Localities) -> Value {
    let contents: Vec<Value> = localities
        .rulebooks()
        .iter()
        .flat_map(|rulebook| {
            rulebook.hubs.iter().enumerate().map(|(at, hub)| service(rulebook, at, hub))
        })
        .collect();
    json!({
        "total_items": contents.len(),
        "total_pages": 1,
        "page_number": 1,
        "size": contents.len(),
        "first_page": true,
        "last_page": true,
        "empty": contents.is_empty(),
        "contents": contents,
    })
}

fn service(rulebook: &Rulebook, at: usize, hub: &Hub) -> Value {
    let id = hub.inbox.as_str();
    let council = rulebook.authority;
    let (least, most) = match (hub.ages.unborn, hub.ages.years) {
        (true, years) => (0, years.map_or(0, |(_, to)| to)),
        (false, Some((from, to))) => (from, to),
        (false, None) => (0, 0),
    };
    let mut service = json!({
        "id": uuid("service", id),
        "name": hub.name,
        "description": hub.description.clone().unwrap_or_else(|| {
            format!("A Family Hub of {}.", council.in_sentence())
        }),
        "status": if hub.capacity.full { "temporarily closed" } else { "active" },
        "minimum_age": least,
        "maximum_age": most.max(hub.ages.to_with_send),
        "organization": {
            "id": uuid("organization", council.code),
            "name": council.name,
            "description": format!("The council that runs children's services in {}.", council.in_sentence()),
            "uri": uri(council.code),
        },
        "service_areas": areas(rulebook, at),
        "service_at_locations": locations(hub),
        "schedules": hub.opening.iter().map(|one| schedule(id, one)).collect::<Vec<_>>(),
        "languages": hub.languages.iter().map(|tag| language(id, tag)).collect::<Vec<_>>(),
        "attributes": attributes(hub),
        "service_capacity": [capacity(hub)],
    });
    let texts = [("url", &hub.website), ("email", &hub.email)];
    for (name, text) in texts {
        if let Some(text) = text {
            service[name] = json!(text);
        }
    }
    if let Some(phone) = &hub.phone {
        service["phones"] = json!([{"id": uuid("phone", id), "number": phone, "type": "voice"}]);
    }
    service
}

/// The area's own identifier at the Office for National Statistics.
fn uri(code: &str) -> String {
    format!("http://statistics.data.gov.uk/id/statistical-geography/{code}")
}

/// The areas whose catchments are the hub's; the whole authority where no catchment has a code.
fn areas(rulebook: &Rulebook, at: usize) -> Vec<Value> {
    let mut codes: Vec<(String, String)> = Vec::new();
    let own = |authority: &Authority| (authority.code.to_owned(), authority.name.to_owned());
    for catchment in rulebook.catchments.iter().filter(|one| one.kind.hubs().contains(&at)) {
        match &catchment.kind {
            CatchmentKind::District { district, .. } => codes.push(own(district)),
            CatchmentKind::Wards { wards: listed, .. }
            | CatchmentKind::Lsoas { lsoas: listed, .. } => {
                codes.extend(listed.iter().map(|code| (code.to_string(), code.to_string())));
            }
            CatchmentKind::Authority { .. }
            | CatchmentKind::Nearest { .. }
            | CatchmentKind::Polygon { .. } => codes.push(own(rulebook.authority)),
        }
    }
    codes.sort();
    codes.dedup();
    let hub = rulebook.hubs.get(at).map_or("", |hub| hub.inbox.as_str());
    let area = |(code, name): (String, String)| {
        json!({
            "id": uuid("service_area", &format!("{hub}|{code}")),
            "name": name,
            "uri": uri(&code),
        })
    };
    codes.into_iter().map(area).collect()
}

fn locations(hub: &Hub) -> Vec<Value> {
    let own = (hub.name.as_str(), hub.grid, hub.postcode.as_deref(), hub.address.as_deref());
    let sites = hub
        .sites
        .iter()
        .map(|site| (site.name.as_str(), site.grid, site.postcode.as_deref(), None));
    std::iter::once(own)
        .chain(sites)
        .map(|(name, grid, postcode, address)| {
            let key = format!("{}|{name}", hub.inbox);
            let mut location = location(&key, name, grid);
            if postcode.is_some() || address.is_some() {
                location["addresses"] = json!([{
                    "id": uuid("address", &key),
                    "address_1": address.unwrap_or(name),
                    "postal_code": postcode,
                    "country": "GB",
                    "address_type": "physical",
                }]);
            }
            if let Some(access) = &hub.access {
                let offers = access.iter().map(|need| {
                    json!({
                        "id": uuid("accessibility", &format!("{key}|{need}")),
                        "description": need.label(),
                        "details": need.code(),
                    })
                });
                location["accessibility"] = offers.collect();
            }
            json!({"id": uuid("service_at_location", &key), "location": location})
        })
        .collect()
}

/// A location as the standard has it; without degrees where only its postcode is known.
fn location(key: &str, name: &str, grid: Option<Grid>) -> Value {
    let mut location =
        json!({"id": uuid("location", key), "location_type": "physical", "name": name});
    let Some(grid) = grid else { return location };
    let (longitude, latitude) = to_degrees(f64::from(grid.easting), f64::from(grid.northing));
    // Six decimals are a tenth of a metre.
    let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
    location["latitude"] = rounded(latitude).into();
    location["longitude"] = rounded(longitude).into();
    location
}

/// The days of the week as RFC 5545 writes them.
pub(super) const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "MO"),
    (Weekday::Tuesday, "TU"),
    (Weekday::Wednesday, "WE"),
    (Weekday::Thursday, "TH"),
    (Weekday::Friday, "FR"),
    (Weekday::Saturday, "SA"),
    (Weekday::Sunday, "SU"),
];

fn schedule(hub: &str, opening: &Opening) -> Value {
    let named = |day: &Weekday| DAYS.iter().find(|(known, _)| known == day).map(|(_, name)| *name);
    let days: Vec<&str> = opening.days.iter().filter_map(named).collect();
    let time = |time: jiff::civil::Time| time.strftime("%H:%M:%S").to_string();
    json!({
        "id": uuid("schedule", &format!("{hub}|{}|{}", days.join(","), opening.from)),
        "freq": "WEEKLY",
        "byday": days.join(","),
        "opens_at": time(opening.from),
        "closes_at": time(opening.to),
    })
}

fn language(hub: &str, tag: &LanguageTag) -> Value {
    let tag = tag.as_str();
    json!({"id": uuid("language", &format!("{hub}|{tag}")), "code": tag})
}

/// The needs as attributes; a hub for every need has none listed.
fn attributes(hub: &Hub) -> Vec<Value> {
    let needs: &[Need] = hub.needs.as_deref().unwrap_or_default();
    let attribute = |need: &Need| {
        json!({
            "id": uuid("attribute", &format!("{}|{need}", hub.inbox)),
            "link_type": "need",
            "value": need.code(),
            "label": need.label(),
        })
    };
    needs.iter().map(attribute).collect()
}

fn capacity(hub: &Hub) -> Value {
    let mut capacity = Map::new();
    let key = hub.inbox.as_str();
    capacity.insert("id".to_owned(), json!(uuid("service_capacity", key)));
    capacity.insert(
        "unit".to_owned(),
        json!({"id": uuid("unit", "families a week"), "name": "families a week"}),
    );
    let available = if hub.capacity.full { Some(0) } else { hub.capacity.weekly };
    if let Some(available) = available {
        capacity.insert("available".to_owned(), json!(available));
    }
    if let Some(weekly) = hub.capacity.weekly {
        capacity.insert("maximum".to_owned(), json!(weekly));
    }
    if let Some(on) = hub.capacity.on {
        capacity.insert("updated".to_owned(), json!(on.to_string()));
    }
    Value::Object(capacity)
}
