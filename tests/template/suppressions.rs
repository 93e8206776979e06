//! The findings that the checks of `make lint` are told to pass over.

use std::fs;

use crate::reading::{Template, each};

#[test]
fn a_check_is_passed_over_beside_the_resource_and_for_a_reason() {
    for path in ["infra/template.yaml", "infra/edge.yaml"] {
        for (id, resource) in Template::read(path).resources() {
            for skip in resource["Metadata"]["checkov"]["skip"].as_array().into_iter().flatten() {
                assert!(skip["id"].as_str().unwrap().starts_with("CKV"), "{id}");
                assert!(skip["comment"].as_str().unwrap().len() > 30, "{id}: {skip}");
            }
            for check in each(&resource["Metadata"]["cfn-lint"]["config"]["ignore_checks"]) {
                assert!(check.is_null() || check == "W1030", "{id}");
            }
        }
    }
}

#[test]
fn no_check_is_passed_over_everywhere() {
    let config = fs::read_to_string(e2e::project().join("infra/checkov.yaml")).unwrap();
    for way in ["skip-check", "soft-fail", "baseline", "check:"] {
        assert!(!config.contains(way), "{way}");
    }
    let lint = fs::read_to_string(e2e::project().join("Makefile")).unwrap();
    for way in ["ignore-checks", "soft-fail", "skip-check"] {
        assert!(!lint.contains(way), "{way}");
    }
}
