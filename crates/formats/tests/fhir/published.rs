//! The examples that NHS England publishes, where they lie beside the project.

use std::fs;
use std::path::PathBuf;

use formats::fhir::{Act, read};
use formats::json;
use referral::ReferrerKind;
use serde_json::Value;

use crate::TODAY;

/// The folder of the examples; they are not part of the project.
fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/bars")
}

fn example(name: &str) -> Option<(Value, Vec<String>)> {
    let bytes = fs::read(folder().join(name)).ok()?;
    let format = formats::fhir::Format::Xml;
    let message = read(&bytes, format, ReferrerKind::OtherHealth, TODAY).unwrap();
    let Act::New(referral) = message.act else { panic!("{name} is not new") };
    let kept = referral.as_given.iter().map(|one| one.path.clone()).collect();
    Some((json::write(&referral), kept))
}

#[test]
fn the_published_examples_become_referrals() {
    let Some((first, kept)) = example("REFREQ01.xml") else { return };
    assert_eq!(first["safeguarding_concern"], true, "{first}");
    assert_eq!(first["adults"][0]["name"]["family"], "Jones");
    assert_eq!(first["adults"][0]["date_of_birth"], "1959-05-04");
    assert_eq!(first["adults"][0]["phone"], "+447736312544");
    assert_eq!(first["adults"][0].get("safe_to"), None, "nobody was asked what is safe");
    assert_eq!(first["adults"][1]["name"]["given"], "Jack");
    assert_eq!(first["children_not_known"], true);
    assert_eq!(first["household"]["address"]["postcode"], "LS10 4YU");
    assert_eq!(first["agreement"]["status"], "not_asked", "implied consent is no agreement");
    assert_eq!(first["referrer"]["name"], "Marcy BLAKE");
    assert_eq!(first["referrer"]["organisation"]["ods"], "RND");
    assert_eq!(first["referrer"]["record"], "sender1234");
    assert!(kept.iter().any(|path| path == "AllergyIntolerance"), "{kept:?}");
    for name in ["REFREQ02.xml", "REFREQ03.xml"] {
        let (referral, kept) = example(name).unwrap();
        assert_eq!(referral["needs"], serde_json::json!(["not_sure"]), "{name}");
        assert!(kept.iter().any(|path| path.starts_with("CarePlan")), "{name}: {kept:?}");
    }
}
