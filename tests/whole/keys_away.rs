//! Tests of a deployment whose key services do not answer: nothing is half-written, and a family
//! keeps what it typed.

use e2e::api::new_key;
use e2e::family::family;
use e2e::html::{Form, forms};
use e2e::stack::Stack;
use e2e::tables::Tables;

use crate::form::filled_on;

/// A stack whose functions have no key file, and KMS and Secrets Manager at a port where nothing
/// listens.
fn without_keys() -> Stack {
    let arn = |name: &str| format!("arn:aws:{name}:eu-west-2:000000000000:none");
    let sets = [
        ("HUBWARD_KEY_FILE", String::new()),
        ("HUBWARD_KEY_BODIES", arn("kms")),
        ("HUBWARD_KEY_SESSIONS", arn("kms")),
        ("HUBWARD_KEY_DRAFTS", arn("kms")),
        ("HUBWARD_SECRET_INTAKE", arn("secretsmanager")),
        ("HUBWARD_SECRET_MATCHING", arn("secretsmanager")),
        ("HUBWARD_SECRET_SIGN_IN", arn("secretsmanager")),
        ("AWS_ENDPOINT_URL_KMS", "http://127.0.0.1:9".to_owned()),
        ("AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:9".to_owned()),
    ];
    let set = |(name, value): (&str, String)| ["--set".to_owned(), format!("{name}={value}")];
    Stack::start_with(|_| sets.into_iter().flat_map(set).collect())
}

#[test]
fn without_key_services_nothing_is_stored_and_a_family_keeps_its_answers() {
    let stack = without_keys();
    let answer = stack.referral(&new_key(), &family()).send();
    assert_eq!(answer.status, 503, "{answer:?}");

    let form = filled_on(&stack, "Zuleika", &[("what-is-happening", "Words of a family.")]);
    let call = stack.post(form.action.clone()).header("sec-fetch-site", "same-origin");
    let page = call.form(&form.fields).send();
    assert_eq!(page.status, 503, "{page:?}");
    let again = forms(&page.body).into_iter().find(|form| form.names.iter().any(|n| n == "needs"));
    let again = again.expect("the form is shown again");
    let sorted = |form: Form| {
        let mut fields = form.fields;
        fields.sort();
        fields
    };
    assert_eq!(sorted(again), sorted(form), "every answer, and the token of the same submission");

    let tables = Tables::of(&stack);
    for table in ["referrals", "due", "audit"] {
        assert_eq!(tables.dump(table), Vec::<serde_json::Value>::new(), "{table}");
    }
    assert_eq!(stack.get("/hub").send().status, 303, "the hub's pages still ask to sign in");
}
