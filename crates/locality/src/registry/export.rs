//! Exports hubs as HSDS services, as pages of the standard's list answer. Dates and hours are
//! the hub's own.

use std::num::NonZeroUsize;

use jiff::civil::Weekday;
use referral::{AccessNeed, LanguageTag, Need};

use super::identity::uuid;
use super::service::{
    Accessibility, Address, Attribute, Language, Location, Organization, Phone, Schedule, Service,
    ServiceArea, ServiceAtLocation, ServiceCapacity, ServicePage, Status, Unit,
};
use crate::{
    Authority, Grid, Localities,
    geo::to_degrees,
    rulebook::{CatchmentKind, Hub, Opening, Rulebook},
};

/// Every hub of every rulebook as a service, on one page.
pub fn services(localities: &Localities) -> ServicePage<'_> {
    page(localities, NonZeroUsize::MIN, NonZeroUsize::MAX)
}

/// The page of this number, from 1, where each has so many services. It is empty beyond the last.
pub fn page(localities: &Localities, number: NonZeroUsize, size: NonZeroUsize) -> ServicePage<'_> {
    let total_items = hubs(localities).count();
    let (number, size) = (number.get(), size.get());
    let total_pages = total_items.div_ceil(size).max(1);
    let before = (number - 1).saturating_mul(size);
    let on_page = hubs(localities).skip(before).take(size);
    let contents: Vec<_> = on_page.map(|(rulebook, at, hub)| service(rulebook, at, hub)).collect();
    ServicePage {
        total_items,
        total_pages,
        page_number: number,
        size: contents.len(),
        first_page: number == 1,
        last_page: number >= total_pages,
        empty: contents.is_empty(),
        contents,
    }
}

/// The service of this id; `None` if no hub has it.
pub fn service_of<'a>(localities: &'a Localities, id: &str) -> Option<Service<'a>> {
    let (rulebook, at, hub) =
        hubs(localities).find(|(_, _, hub)| uuid("service", hub.inbox.as_str()) == id)?;
    Some(service(rulebook, at, hub))
}

/// Every hub with its rulebook and its place there.
fn hubs(localities: &Localities) -> impl Iterator<Item = (&Rulebook, usize, &Hub)> {
    let of = |rulebook| move |(at, hub)| (rulebook, at, hub);
    localities
        .rulebooks()
        .iter()
        .flat_map(move |rulebook| rulebook.hubs.iter().enumerate().map(of(rulebook)))
}

fn service<'a>(rulebook: &'a Rulebook, at: usize, hub: &'a Hub) -> Service<'a> {
    let id = hub.inbox.as_str();
    let council = rulebook.authority;
    let (least, most) = match (hub.ages.unborn, hub.ages.years) {
        (true, years) => (0, years.map_or(0, |(_, to)| to)),
        (false, Some((from, to))) => (from, to),
        (false, None) => (0, 0),
    };
    let description = hub.description.clone();
    let phone = |number: &'a String| [Phone { id: uuid("phone", id), number, r#type: "voice" }];
    Service {
        id: uuid("service", id),
        name: &hub.name,
        description: description
            .unwrap_or_else(|| format!("A Family Hub of {}.", council.in_sentence())),
        status: if hub.capacity.full { Status::TemporarilyClosed } else { Status::Active },
        minimum_age: least,
        maximum_age: most.max(hub.ages.to_with_send),
        organization: organization(council),
        service_areas: areas(rulebook, at),
        service_at_locations: locations(hub),
        schedules: hub.opening.iter().map(|one| schedule(id, one)).collect(),
        languages: hub.languages.iter().map(|tag| language(id, tag)).collect(),
        attributes: attributes(hub),
        service_capacity: [capacity(hub)],
        url: hub.website.as_deref(),
        email: hub.email.as_deref(),
        phones: hub.phone.as_ref().map(phone),
    }
}

fn organization(council: &Authority) -> Organization<'_> {
    let of = council.in_sentence();
    Organization {
        id: uuid("organization", council.code),
        name: council.name,
        description: format!("The council that runs children's services in {of}."),
        uri: uri(council.code),
    }
}

/// The area's own identifier at the Office for National Statistics.
fn uri(code: &str) -> String {
    format!("http://statistics.data.gov.uk/id/statistical-geography/{code}")
}

/// The areas whose catchments are the hub's; the whole authority where no catchment has a code.
fn areas(rulebook: &Rulebook, at: usize) -> Vec<ServiceArea> {
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
    let area = |(code, name): (String, String)| ServiceArea {
        id: uuid("service_area", &format!("{hub}|{code}")),
        name,
        uri: uri(&code),
    };
    codes.into_iter().map(area).collect()
}

fn locations(hub: &Hub) -> Vec<ServiceAtLocation<'_>> {
    let own = (hub.name.as_str(), hub.grid, hub.postcode.as_deref(), hub.address.as_deref());
    let sites = hub
        .sites
        .iter()
        .map(|site| (site.name.as_str(), site.grid, site.postcode.as_deref(), None));
    std::iter::once(own)
        .chain(sites)
        .map(|(name, grid, postcode, address)| {
            let key = format!("{}|{name}", hub.inbox);
            let has_address = postcode.is_some() || address.is_some();
            let (latitude, longitude) = grid.map(degrees).unzip();
            ServiceAtLocation {
                id: uuid("service_at_location", &key),
                location: Location {
                    id: uuid("location", &key),
                    location_type: "physical",
                    name,
                    latitude,
                    longitude,
                    addresses: has_address.then(|| {
                        [Address {
                            id: uuid("address", &key),
                            address_1: address.unwrap_or(name),
                            postal_code: postcode,
                            country: "GB",
                            address_type: "physical",
                        }]
                    }),
                    accessibility: accessibility(hub, &key),
                },
            }
        })
        .collect()
}

fn accessibility<'a>(hub: &Hub, location: &str) -> Option<Vec<Accessibility<'a>>> {
    let offer = |need: &AccessNeed| Accessibility {
        id: uuid("accessibility", &format!("{location}|{need}")),
        description: need.label(),
        details: need.code(),
    };
    hub.access.as_ref().map(|access| access.iter().map(offer).collect())
}

/// Latitude and longitude, with six decimals: a tenth of a metre.
fn degrees(grid: Grid) -> (f64, f64) {
    let (longitude, latitude) = to_degrees(f64::from(grid.easting), f64::from(grid.northing));
    let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
    (rounded(latitude), rounded(longitude))
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

fn schedule(hub: &str, opening: &Opening) -> Schedule {
    let named = |day: &Weekday| DAYS.iter().find(|(known, _)| known == day).map(|(_, name)| *name);
    let days: Vec<&str> = opening.days.iter().filter_map(named).collect();
    let days = days.join(",");
    let time = |time: jiff::civil::Time| time.strftime("%H:%M:%S").to_string();
    Schedule {
        id: uuid("schedule", &format!("{hub}|{days}|{}", opening.from)),
        freq: "WEEKLY",
        byday: days,
        opens_at: time(opening.from),
        closes_at: time(opening.to),
    }
}

fn language<'a>(hub: &str, tag: &'a LanguageTag) -> Language<'a> {
    Language { id: uuid("language", &format!("{hub}|{}", tag.as_str())), code: tag }
}

/// The needs as attributes; a hub for every need has none listed.
fn attributes(hub: &Hub) -> Vec<Attribute> {
    let needs: &[Need] = hub.needs.as_deref().unwrap_or_default();
    let attribute = |need: &Need| Attribute {
        id: uuid("attribute", &format!("{}|{need}", hub.inbox)),
        link_type: "need",
        value: need.code(),
        label: need.label(),
    };
    needs.iter().map(attribute).collect()
}

fn capacity(hub: &Hub) -> ServiceCapacity {
    const UNIT: &str = "families a week";
    let capacity = &hub.capacity;
    ServiceCapacity {
        id: uuid("service_capacity", hub.inbox.as_str()),
        unit: Unit { id: uuid("unit", UNIT), name: UNIT },
        available: if capacity.full { Some(0) } else { capacity.weekly },
        maximum: capacity.weekly,
        updated: capacity.on,
    }
}
