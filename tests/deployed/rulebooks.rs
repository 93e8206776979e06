//! Rulebooks that are published under the publisher's role, and followed without a restart.

use std::fs;
use std::path::Path;

use e2e::family::family;
use e2e::project;
use serde_json::{Value, json};

use crate::cloud;
use crate::cloud::operators::said;

/// A copy of the packaged rulebooks in which a file is altered.
pub(crate) fn altered(folder: &Path, file: &str, change: impl FnOnce(String) -> String) {
    for entry in fs::read_dir(project().join("localities")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    let text = change(fs::read_to_string(folder.join(file)).unwrap());
    fs::write(folder.join(file), text).unwrap();
}

/// The hub of a family with a need that only the published rule knows.
fn placed() -> Value {
    let mut referral = family();
    referral["needs"] = json!(["housing"]);
    let id = cloud().post_referral(&referral);
    cloud().status_once_routed(&id)["placement"]["hub"].clone()
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn the_publisher_alone_publishes_and_route_follows() {
    assert_eq!(placed(), "westminster-bessborough");
    let folder = tempfile::tempdir().unwrap();
    altered(folder.path(), "westminster.toml", |text| {
        text + "\n[[rule]]\nid = \"moved\"\nwhen = { needs = [\"housing\"] }\n\
                hub = \"portman\"\nreason = \"Decided by a test.\"\n"
    });
    let index = e2e::stack::postcodes();
    let (folder, index) = (folder.path().to_str().unwrap(), index.to_str().unwrap());
    let publish = ["rules", "publish", "--localities", folder, "--index", index, "--by", "asha"];
    for role in ["operator", "replay"] {
        let refused = cloud().hubward(role, &publish);
        assert!(!refused.status.success(), "{role}: {}", said(&refused));
    }
    cloud().hubward_must("publisher", &publish);
    cloud().wait("a family to be placed by the new rule", || {
        (placed() == "westminster-portman").then_some(())
    });
    cloud().hubward_must("publisher", &["rules", "rollback", "--to", "0", "--by", "asha"]);
    cloud().wait("a family to be placed as before", || {
        (placed() == "westminster-bessborough").then_some(())
    });
    let trail = cloud().hubward_must("operator", &["audit", "verify"]);
    assert!(!trail.contains("altered"), "{trail}");
}
