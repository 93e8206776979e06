//! Tests that exported hubs can be imported again, and that lost details are named.

use std::num::NonZeroUsize;

use serde_json::{Value, json};

use super::{import, page, service_of, services};
use crate::{Localities, fixtures};

const HEAD: &str = "[authority]\nid = \"westminster\"\ncode = \"E09000033\"\nversion = \"1\"\n\
    [front_door]\nname = \"Door\"\nin_hours = \"020 7946 0101\"\nout_of_hours = \"020 7946 0102\"\n\
    [triage]\nname = \"Triage\"\n";

fn written(localities: &Localities) -> Value {
    serde_json::to_value(services(localities)).unwrap()
}

#[test]
fn every_hub_is_a_service_with_the_code_of_its_area() {
    let localities = fixtures::localities();
    let page = written(&localities);
    assert_eq!(page["total_items"], 13);
    let find = |name: &str| {
        let all = page["contents"].as_array().unwrap();
        all.iter().find(|one| one["name"] == name).unwrap().clone()
    };
    let chelmsford = find("Chelmsford Family Hub");
    let uri = chelmsford["service_areas"][0]["uri"].as_str().unwrap();
    assert!(uri.ends_with("/E07000070"), "{uri}");
    let park = find("Queen’s Park Family Hub");
    assert_eq!(park["service_at_locations"].as_array().unwrap().len(), 2);
    let location = &park["service_at_locations"][0]["location"];
    assert!((location["latitude"].as_f64().unwrap() - 51.53).abs() < 0.01);
    assert!((location["longitude"].as_f64().unwrap() + 0.205).abs() < 0.01);
    assert_eq!(written(&fixtures::localities()), page);
}

#[test]
fn pages_hold_every_service_once() {
    let localities = fixtures::localities();
    let number = |number: usize| NonZeroUsize::new(number).unwrap();
    let mut names = Vec::new();
    for (at, (size, first, last, empty)) in [
        (5, true, false, false),
        (5, false, false, false),
        (3, false, true, false),
        (0, false, true, true),
    ]
    .into_iter()
    .enumerate()
    {
        let page = page(&localities, number(at + 1), number(5));
        assert_eq!((page.total_items, page.total_pages, page.page_number), (13, 3, at + 1));
        assert_eq!(
            (page.size, page.first_page, page.last_page, page.empty),
            (size, first, last, empty)
        );
        names.extend(page.contents.into_iter().map(|one| one.id));
    }
    let all: Vec<String> = services(&localities).contents.into_iter().map(|one| one.id).collect();
    assert_eq!(names, all);
    let beyond = page(&localities, NonZeroUsize::MAX, NonZeroUsize::MAX);
    assert!(beyond.empty && beyond.last_page);
}

#[test]
fn a_service_is_found_by_its_id() {
    let localities = fixtures::localities();
    for service in services(&localities).contents {
        assert_eq!(service_of(&localities, &service.id).as_ref(), Some(&service));
    }
    assert_eq!(service_of(&localities, ""), None);
}

#[test]
fn hubs_come_back_as_they_went_out() {
    let rich = include_str!("../rulebook/tests/rich.toml").replace("file = \"essex.geojson\"", "");
    let end = rich.find("[[override]]").unwrap();
    let before = Localities::parse([("essex.toml".to_owned(), rich[..end].to_owned())]).unwrap();
    let imported = import(&written(&before), |_| None);
    assert_eq!(imported.count, 2);
    let text = format!("{HEAD}{}", imported.hubs);
    let after = Localities::parse([("westminster.toml".to_owned(), text)]).unwrap();
    for (one, other) in before.rulebooks()[0].hubs.iter().zip(&after.rulebooks()[0].hubs) {
        assert_eq!((&one.name, &one.postcode), (&other.name, &other.postcode));
        assert!(
            one.grid.unwrap().distance_squared(other.grid.unwrap()) <= 2,
            "{:?} {:?}",
            one.grid,
            other.grid
        );
        assert_eq!((&one.needs, &one.access), (&other.needs, &other.access));
        assert_eq!((&one.opening, &one.languages), (&other.opening, &other.languages));
        assert_eq!((one.ages, &one.phone), (other.ages, &other.phone));
        assert_eq!(one.sites.len(), other.sites.len());
    }
    let lost: Vec<&str> = imported.lost.iter().map(|loss| loss.field.as_str()).collect();
    assert!(lost.contains(&"service_capacity"), "{lost:?}");
}

#[test]
fn details_that_cannot_be_taken_over_are_named() {
    let imported = import(
        &json!([
            {
                "name": "Café \"Nord\"", "fees": [{"amount": 5}], "url": "http://example.org",
                "minimum_age": 12, "maximum_age": 100,
                "schedules": [{"byday": "MO,XX", "opens_at": "09:00", "closes_at": "17:00"}],
                "service_at_locations": [{"location": {"latitude": 51.5, "longitude": -0.14,
                    "addresses": [{"address_1": "1 Road", "postal_code": "nowhere"}]}}],
            },
            {"name": "Nowhere", "service_at_locations": [{"location": {"latitude": 100, "longitude": 101}}]},
        ]),
        |_| None,
    );
    assert_eq!(imported.count, 1);
    let text = format!("{HEAD}{}", imported.hubs);
    Localities::parse([("westminster.toml".to_owned(), text)]).unwrap();
    let lost: Vec<String> = imported
        .lost
        .iter()
        .map(|loss| format!("{}: {}: {}", loss.service, loss.field, loss.why))
        .collect();
    insta::assert_snapshot!(lost.join("\n"));
}

#[test]
fn a_feed_of_several_pages_is_read_whole_with_what_its_places_say() {
    let hours = json!([{"byday": "MO,WE", "opens_at": "09:30", "closes_at": "16:00"}]);
    let first = json!({"contents": [{
        "name": "Harbour Family Hub", "status": "active",
        "service_at_locations": [{
            "phones": [{"number": "01632 960 110", "type": "fax"}, {"number": "01632 960 111", "type": "voice"}],
            "location": {"latitude": 51.5, "longitude": -0.14, "schedules": hours},
        }],
    }]});
    let second = json!({"contents": [
        {"name": "Old Hub", "status": "defunct", "service_at_locations": []},
        {"name": "مركز", "service_at_locations": [{"location": {"latitude": 51.6, "longitude": -0.2}}]},
    ]});
    let imported = import(&json!([first, second]), |_| None);
    assert_eq!(imported.count, 2);
    let text = format!("{HEAD}{}", imported.hubs);
    let read = Localities::parse([("westminster.toml".to_owned(), text)]).unwrap();
    let [harbour, centre] = &read.rulebooks()[0].hubs[..] else { panic!("{}", imported.hubs) };
    assert_eq!((harbour.phone.as_deref(), harbour.opening.len()), (Some("01632 960 111"), 1));
    assert_eq!((centre.inbox.as_str(), centre.name.as_str()), ("westminster-hub", "مركز"));
    assert_eq!(imported.taken[0].fields, ["id", "name", "phone", "grid", "opening"]);
    let lost: Vec<_> = imported.lost.iter().map(|loss| (&*loss.service, &*loss.field)).collect();
    assert_eq!(lost, [("Old Hub", "status")]);
}

#[test]
fn services_at_locations_are_taken_over_and_a_postcode_stands_for_a_place() {
    let at = |name: &str, postcode: &str| {
        json!({
            "service": {"id": "1", "name": "Portman Family Hub", "minimum_age": 0, "maximum_age": 19},
            "location": {"name": name, "addresses": [{"address_1": name, "postal_code": postcode}]},
        })
    };
    let index = fixtures::index();
    let document =
        json!({"contents": [at("Salisbury Street", "NW8 8DE"), at("Bayswater", "w25pr")]});
    let imported = import(&document, |postcode| index.lookup(postcode).ok()??.grid);
    assert_eq!((imported.count, imported.lost.as_slice()), (1, [].as_slice()));
    let text = format!("{HEAD}{}", imported.hubs);
    let read = Localities::parse([("westminster.toml".to_owned(), text)]).unwrap();
    let hub = &read.rulebooks()[0].hubs[0];
    let grid = hub.grid.unwrap();
    assert_eq!((grid.easting, grid.northing), (527_133, 182_034));
    assert_eq!(hub.postcode.as_deref(), Some("NW8 8DE"));
    assert_eq!((hub.sites.len(), hub.sites[0].name.as_str()), (1, "Bayswater"));
    assert_eq!(import(&document, |_| None).count, 0, "nobody knows where it is");
}
