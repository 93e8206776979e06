//! An update of the stack: changed code is shipped, and what has not changed is left alone.

use e2e::project;

use crate::cloud;
use crate::cloud::packages;
use crate::rulebooks::altered;

const NEW_NAME: &str = "Church Street Family Hub";

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn an_update_ships_changed_packages_alone() {
    let registry = || cloud().get("/v1/registry/services").send().body;
    let said = cloud().deploy();
    assert!(said.contains("Nothing has changed"), "{said}");
    assert!(!registry().contains(NEW_NAME));

    let folder = tempfile::tempdir().unwrap();
    altered(folder.path(), "westminster.toml", |text| text.replace("Portman Family Hub", NEW_NAME));
    packages::make(&cloud().packages(), &cloud().roots(), folder.path());
    let said = cloud().deploy();
    let changed = |function: &str| {
        said.lines().any(|line| line.contains("Modify") && line.contains(function))
    };
    for function in ["FamilyFunction", "PartnerFunction", "RouteFunction", "HubFunction"] {
        assert!(changed(function), "{function}: {said}");
    }
    assert!(!changed("SweepFunction"), "it holds no rulebooks: {said}");
    cloud().wait("the new package to answer", || registry().contains(NEW_NAME).then_some(()));

    packages::make(&cloud().packages(), &cloud().roots(), &project().join("localities"));
    cloud().deploy();
    cloud().wait("the old package to answer", || (!registry().contains(NEW_NAME)).then_some(()));
}
