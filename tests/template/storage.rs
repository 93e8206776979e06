//! Keys, secrets, tables and queues.

use serde_json::{Value, json};

use crate::reading::{Template, target};

/// The tables of which some rows expire.
const EXPIRING: [&str; 5] =
    ["DraftsTable", "MatchesTable", "PartnersTable", "ReferralsTable", "SessionsTable"];

/// The table whose rows a family deletes for good when it leaves the page.
const NOT_RESTORED: &str = "DraftsTable";

#[test]
fn a_table_can_be_restored_is_not_deleted_by_mistake_and_is_encrypted_with_our_key() {
    let template = Template::main();
    let tables = template.all("AWS::DynamoDB::Table");
    assert_eq!(tables.len(), 9);
    for (id, table) in tables {
        let properties = &table["Properties"];
        let recovery = &properties["PointInTimeRecoverySpecification"];
        assert_eq!(recovery["PointInTimeRecoveryEnabled"], id != NOT_RESTORED, "{id}");
        assert_eq!(properties["DeletionProtectionEnabled"], true, "{id}");
        let encryption = &properties["SSESpecification"];
        assert_eq!(
            (&encryption["SSEEnabled"], &encryption["SSEType"]),
            (&json!(true), &json!("KMS"))
        );
        assert_eq!(target(&encryption["KMSMasterKeyId"]), "TablesKey", "{id}");
        assert_eq!(properties["BillingMode"], "PAY_PER_REQUEST", "{id}");
        is_kept(id, table);
        let expiry = &properties["TimeToLiveSpecification"];
        if EXPIRING.contains(&id) {
            assert_eq!(*expiry, json!({"AttributeName": "expires", "Enabled": true}), "{id}");
        } else {
            assert!(expiry.is_null(), "{id}");
        }
    }
}

fn is_kept(id: &str, resource: &Value) {
    assert_eq!(resource["DeletionPolicy"], "Retain", "{id}");
    assert_eq!(resource["UpdateReplacePolicy"], "Retain", "{id}");
}

#[test]
fn a_key_is_renewed_every_year_and_outlives_the_stack() {
    let template = Template::main();
    let keys = template.all("AWS::KMS::Key");
    assert_eq!(keys.len(), 5);
    for (id, key) in keys {
        assert_eq!(key["Properties"]["EnableKeyRotation"], true, "{id}");
        assert_eq!(key["Properties"]["PendingWindowInDays"], 30, "{id}");
        is_kept(id, key);
    }
}

#[test]
fn only_the_account_may_say_who_opens_bodies_sessions_drafts_and_secrets() {
    let template = Template::main();
    let root = json!({"AWS": {"Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:root"}});
    for key in ["BodiesKey", "SessionsKey", "DraftsKey", "WebhooksKey"] {
        let statements = template.properties(key)["KeyPolicy"]["Statement"].as_array().unwrap();
        assert_eq!(statements.len(), 1, "{key}");
        assert_eq!(statements[0]["Principal"], root, "{key}");
    }
}

#[test]
fn the_key_of_what_lies_on_disks_is_for_this_account_and_its_services_alone() {
    let template = Template::main();
    let statements = &template.properties("TablesKey")["KeyPolicy"]["Statement"];
    for statement in &statements.as_array().unwrap()[1..] {
        let limits = statement["Condition"].to_string();
        let is_ours = limits.contains("AWS::AccountId");
        assert!(is_ours, "{statement}");
        if statement["Principal"]["AWS"] == "*" {
            let equal = &statement["Condition"]["StringEquals"];
            assert_eq!(equal["kms:CallerAccount"]["Ref"], "AWS::AccountId");
            assert_eq!(equal["kms:ViaService"].as_array().unwrap().len(), 2);
        }
    }
}

#[test]
fn each_secret_is_made_by_aws_long_and_kept() {
    let template = Template::main();
    let secrets = template.all("AWS::SecretsManager::Secret");
    assert_eq!(secrets.len(), 6);
    for (id, secret) in secrets {
        let made = &secret["Properties"]["GenerateSecretString"];
        let expected = json!({
            "SecretStringTemplate": r#"{"current":"1"}"#,
            "GenerateStringKey": "1",
            "ExcludePunctuation": true,
            "PasswordLength": 64,
        });
        assert_eq!(*made, expected, "{id}");
        assert!(secret["Properties"].get("SecretString").is_none(), "{id}");
        is_kept(id, secret);
    }
}

#[test]
fn a_queue_outlasts_its_function_and_its_dead_letters_outlast_the_queue() {
    let template = Template::main();
    let mappings = template.all("AWS::Lambda::EventSourceMapping");
    assert_eq!(mappings.len(), 3);
    for (id, mapping) in mappings {
        let mapping = &mapping["Properties"];
        let function = template.properties(&target(&mapping["FunctionName"]));
        let queue = template.properties(&target(&mapping["EventSourceArn"]));
        let number = |value: &Value| value.as_u64().unwrap();
        assert!(number(&queue["VisibilityTimeout"]) >= 6 * number(&function["Timeout"]), "{id}");
        assert_eq!(queue["RedrivePolicy"]["maxReceiveCount"]["Ref"], "MaxReceives");
        let dead = template.properties(&target(&queue["RedrivePolicy"]["deadLetterTargetArn"]));
        let kept = |queue: &Value| number(&queue["MessageRetentionPeriod"]);
        assert_eq!(kept(dead), 14 * 24 * 60 * 60, "{id}");
        assert!(kept(dead) > kept(queue), "{id}");
        assert!(dead["RedrivePolicy"].is_null(), "{id}");
        // One failure does not bring back the others of its batch, and no message waits for another.
        assert_eq!(mapping["FunctionResponseTypes"], json!(["ReportBatchItemFailures"]), "{id}");
        assert_eq!(mapping["MaximumBatchingWindowInSeconds"], 0, "{id}");
        assert!(number(&mapping["ScalingConfig"]["MaximumConcurrency"]) >= 2, "{id}");
    }
    let receives = template.parameter("MaxReceives");
    assert_eq!((&receives["Default"], &receives["MinValue"]), (&json!(5), &json!(5)));
}

#[test]
fn a_queue_is_encrypted_at_rest() {
    let template = Template::main();
    let queues = template.all("AWS::SQS::Queue");
    assert_eq!(queues.len(), 6);
    for (id, queue) in queues {
        assert_eq!(queue["Properties"]["SqsManagedSseEnabled"], true, "{id}");
    }
}
