//! Tests of a deployment whose key services do not answer: nothing is half-written, and the
//! numbers to call are there.

use e2e::api::new_key;
use e2e::family::family;
use e2e::stack::Stack;
use e2e::tables::Tables;

/// A stack whose functions have no key file, and KMS and Secrets Manager at a port where nothing
/// listens.
fn without_keys() -> Stack {
    let arn = |name: &str| format!("arn:aws:{name}:eu-west-2:000000000000:none");
    let sets = [
        ("HUBWARD_KEY_FILE", String::new()),
        ("HUBWARD_KEY_BODIES", arn("kms")),
        ("HUBWARD_KEY_SESSIONS", arn("kms")),
        ("HUBWARD_KEY_DRAFTS", arn("kms")),
        ("HUBWARD_KEY_WEBHOOKS", arn("kms")),
        ("HUBWARD_SECRET_INTAKE", arn("secretsmanager")),
        ("HUBWARD_SECRET_MATCHING", arn("secretsmanager")),
        ("HUBWARD_SECRET_SIGN_IN", arn("secretsmanager")),
        ("HUBWARD_SECRET_HUB_CLIENT", arn("secretsmanager")),
        ("HUBWARD_SECRET_NOTICES", arn("secretsmanager")),
        ("HUBWARD_SECRET_ALIASES", arn("secretsmanager")),
        ("AWS_ENDPOINT_URL_KMS", "http://127.0.0.1:9".to_owned()),
        ("AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:9".to_owned()),
    ];
    let set = |(name, value): (&str, String)| ["--set".to_owned(), format!("{name}={value}")];
    Stack::start_with(|_| sets.into_iter().flat_map(set).collect())
}

#[test]
fn without_key_services_nothing_is_stored() {
    let stack = without_keys();
    let answer = stack.referral(&new_key(), &family()).send();
    assert_eq!(answer.status, 503, "{answer:?}");

    // A form cannot be kept sealed, so none is begun.
    let begun = stack.submit("/start", &[("way".to_owned(), "short".to_owned())]).send();
    assert_eq!(begun.status, 503, "{begun:?}");
    assert_eq!(stack.get("/").send().status, 200, "the numbers to call are there all the same");

    let tables = Tables::of(&stack);
    for table in ["referrals", "due", "audit", "drafts"] {
        assert_eq!(tables.dump(table), Vec::<serde_json::Value>::new(), "{table}");
    }
    assert_eq!(stack.get("/hub").send().status, 303, "the hub's pages still ask to sign in");
}
