//! Tests of what anybody may read: the contract, its page, and the registry page by page.

use std::collections::BTreeSet;

use e2e::html::tags;

use crate::{committed, stack};

#[test]
fn the_committed_contract_is_served_to_anybody_and_every_website() {
    let answer = stack().get("/openapi.json").send();
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/json")));
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    assert_eq!(answer.header("cache-control"), Some("public, max-age=3600"));
    assert!(answer.body == committed());
}

#[test]
fn its_page_loads_what_it_names_under_the_policy_of_every_page() {
    let page = stack().get("/docs").send();
    assert_eq!(page.status, 200);
    let policy = page.header("content-security-policy").unwrap();
    assert!(!policy.contains("unsafe-inline") && policy.contains("frame-ancestors 'none'"));
    let files = tags(&page.body);
    let files: Vec<_> = files
        .iter()
        .filter_map(|tag| tag.get("href").or(tag.get("src")))
        .filter(|file| file.starts_with("/docs/assets/"))
        .collect();
    assert_eq!(files.len(), 3, "{files:?}");
    for file in files {
        assert_eq!(stack().get(file).send().status, 200, "{file}");
    }
    assert!(page.body.contains("Quick start in five minutes"));
}

#[test]
fn the_registry_is_read_page_by_page_and_service_by_service() {
    let page = |query: &str| stack().get(format!("/v1/registry/services?{query}")).send();
    let mut found = BTreeSet::new();
    for number in 1.. {
        let answer = page(&format!("per_page=5&page={number}"));
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        let page = answer.json();
        let contents = page["contents"].as_array().unwrap();
        assert_eq!(
            (page["page_number"].as_u64(), page["size"].as_u64()),
            (Some(number), Some(contents.len() as u64))
        );
        assert_eq!(page["first_page"], number == 1);
        for service in contents {
            let id = service["id"].as_str().unwrap();
            let one = stack().get(format!("/v1/registry/services/{id}")).send();
            assert_eq!((one.status, &one.json()), (200, service));
            found.insert(id.to_owned());
        }
        if page["last_page"] == true {
            assert_eq!(page["total_items"], found.len());
            break;
        }
    }
    let beyond = page("page=1000").json();
    assert_eq!((&beyond["empty"], &beyond["total_items"]), (&true.into(), &found.len().into()));
    assert!(page("").json()["last_page"] == true, "all fit on one page of the usual size");
    let wrong = page("page=0&per_page=many");
    assert_eq!(wrong.problem(400).len(), 2);
    stack().get("/v1/registry/services/none").send().problem(404);
}
