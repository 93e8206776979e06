//! The contract, the template and the functions name the same routes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::reading::{Template, target};

/// The beginnings of paths that programs ask; pages are for people, and in no contract.
const FOR_PROGRAMS: [&str; 3] = ["/v1/", "/fhir/", "/openapi.json"];

fn is_for_programs(route: &str) -> bool {
    let path = route.split(' ').nth(1).unwrap_or_default();
    FOR_PROGRAMS.iter().any(|beginning| path.starts_with(beginning))
}

/// The routes of the template that programs ask.
fn of_template() -> BTreeSet<String> {
    let template = Template::main();
    let routes = template.all("AWS::ApiGatewayV2::Route").into_iter().filter_map(|(_, route)| {
        let properties = &route["Properties"];
        assert!(["FamilyApi", "PartnerApi", "HubApi"].contains(&&*target(&properties["ApiId"])));
        properties["RouteKey"].as_str().map(str::to_owned)
    });
    let routes: BTreeSet<_> = routes.filter(|route| is_for_programs(route)).collect();
    // HEAD is answered as GET is, without the body.
    let (head, others): (BTreeSet<_>, _) =
        routes.into_iter().partition(|route| route.starts_with("HEAD "));
    for route in head {
        assert!(others.contains(&route.replacen("HEAD", "GET", 1)), "{route}");
    }
    others
}

/// The operations of the committed contract, as `METHOD /path`.
fn of_contract() -> BTreeSet<String> {
    let text = fs::read_to_string(e2e::project().join("schemas/openapi.json")).unwrap();
    let contract: Value = serde_json::from_str(&text).unwrap();
    let mut operations = BTreeSet::new();
    for (path, methods) in contract["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            operations.insert(format!("{} {path}", method.to_uppercase()));
        }
    }
    operations
}

/// The routes that the functions' handlers tell apart.
fn of_handlers() -> BTreeSet<String> {
    let mut routes = BTreeSet::new();
    for function in ["partner", "hub"] {
        let file = e2e::project().join(format!("functions/{function}/src/handler.rs"));
        let text = fs::read_to_string(file).unwrap();
        let texts = text.split('"').skip(1).step_by(2);
        let arms = texts.filter(|text| {
            ["GET /", "POST /", "PUT /"].iter().any(|beginning| text.starts_with(beginning))
        });
        routes.extend(arms.filter(|route| is_for_programs(route)).map(str::to_owned));
    }
    routes
}

/// The number of segments that a route says itself, if it takes an operation.
fn takes(route: &str, operation: &str) -> Option<usize> {
    let (of, asked): (Vec<_>, Vec<_>) =
        (route.split(['/', ' ']).collect(), operation.split(['/', ' ']).collect());
    let fits = |(one, other): (&&str, &&str)| one == other || one.starts_with('{');
    let all = of.len() == asked.len() && of.iter().zip(&asked).all(fits);
    all.then(|| of.iter().filter(|segment| !segment.starts_with('{')).count())
}

#[test]
fn every_route_for_programs_is_in_the_contract_and_the_other_way_round() {
    let routes = of_template();
    assert!(routes.len() > 15, "{routes:?}");
    let mut taken: BTreeMap<&String, Vec<String>> = BTreeMap::new();
    for operation in of_contract() {
        let fitting = routes.iter().filter_map(|route| Some((takes(route, &operation)?, route)));
        let (_, route) = fitting.max().unwrap_or_else(|| panic!("no route takes {operation}"));
        taken.entry(route).or_default().push(operation);
    }
    let missing: Vec<_> = routes.iter().filter(|route| !taken.contains_key(route)).collect();
    assert!(missing.is_empty(), "not in crates/api/src/contract: {missing:?}");
}

#[test]
fn the_functions_tell_apart_the_routes_of_the_template() {
    assert_eq!(of_handlers(), of_template());
}

#[test]
fn the_most_exact_route_takes_an_operation() {
    let log = "POST /v1/inbox/{entry}/log";
    assert!(takes("POST /v1/inbox/{entry}/{action}", log) < takes(log, log));
    assert_eq!(takes("GET /v1/inbox", "POST /v1/inbox"), None);
    assert_eq!(takes("GET /v1/inbox", "GET /v1/inbox/{entry}"), None);
    assert_eq!(takes("GET /v1/x/claim", "GET /v1/x/{action}"), None);
}
