//! The variables of each function: those that the template gives it, Lambda's own, and no others.

use std::collections::BTreeSet;

use e2e::aws::Api;
use e2e::family::family;
use e2e::tables::Tables;
use serde_json::{Value, json};

use crate::cloud;
use crate::cloud::STAGE;
use crate::routes::PIMLICO;

/// Variables that Lambda gives every function, and those that lead to the engine.
const OF_LAMBDA: [&str; 4] = ["AWS_", "LAMBDA_TASK_ROOT", "_HANDLER", "PATH"];

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn each_function_works_with_the_variables_of_its_template_alone() {
    let tables = Tables::of(cloud());
    assert_eq!(cloud().get("/").send().status, 200);
    for page in ["/hub/sign-in", "/refer/professional/sign-in"] {
        assert_eq!(cloud().get(page).send().status, 200, "{page}");
    }
    let sent = cloud().post_referral(&family());
    cloud().wait_until_in_inbox(&sent, PIMLICO);
    // No partner has a webhook here: this message finds nothing to tell, and starts what tells.
    let message = json!({"QueueUrl": tables.queue("webhooks"),
        "MessageBody": json!({"referral": sent}).to_string()});
    tables.call_queues("SendMessage", &message);
    for name in ["family", "partner", "professional", "route", "hub", "notify", "sweep"] {
        let function = cloud().wait(&format!("{name} to run"), || {
            cloud().functions().into_iter().find(|function| function.name == name)
        });
        let path = format!("/2015-03-31/functions/hubward-{STAGE}-{name}/configuration");
        let deployed = tables.administrator().call_path(Api::Lambda, "GET", &path, &Value::Null);
        let given = deployed["Environment"]["Variables"].as_object().unwrap();
        let given: BTreeSet<&str> = given.keys().map(String::as_str).collect();
        let has = function.variables.keys().map(String::as_str);
        let has: BTreeSet<&str> =
            has.filter(|name| !OF_LAMBDA.iter().any(|own| name.starts_with(own))).collect();
        assert_eq!(has, given, "{name}");
    }
}
