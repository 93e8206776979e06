//! The functions: their code, their room, their logs.

use serde_json::json;

use crate::reading::{FUNCTIONS, Template, target};

#[test]
fn a_function_has_its_own_code_role_log_and_room() {
    let template = Template::main();
    assert_eq!(template.all("AWS::Lambda::Function").len(), FUNCTIONS.len());
    for name in FUNCTIONS {
        let function = template.properties(&format!("{name}Function"));
        // The key of the package carries its checksum: an update ships what has changed.
        let code =
            json!({"S3Bucket": {"Ref": "CodeBucket"}, "S3Key": {"Ref": format!("{name}Code")}});
        assert_eq!(function["Code"], code);
        assert!(template.parameter(&format!("{name}Code"))["Default"].is_null());
        assert_eq!(target(&function["Role"]), format!("{name}Role"));
        assert_eq!(target(&function["LoggingConfig"]["LogGroup"]), format!("{name}Logs"));
        assert_eq!(function["LoggingConfig"]["LogFormat"], "JSON");
        let room = json!({"Fn::If": [
            format!("Reserves{name}"), {"Ref": format!("{name}Concurrency")}, {"Ref": "AWS::NoValue"}
        ]});
        assert_eq!(function["ReservedConcurrentExecutions"], room);
        assert_eq!(function["Architectures"], json!([{"Ref": "Architecture"}]));
        assert_eq!(function["Runtime"], "provided.al2023");
    }
    assert_eq!(template.parameter("Architecture")["Default"], "x86_64");
}

#[test]
fn logs_end_after_a_while_and_are_encrypted_with_our_key() {
    let template = Template::main();
    let logs = template.all("AWS::Logs::LogGroup");
    assert_eq!(logs.len(), 10);
    for (id, group) in logs {
        assert_eq!(target(&group["Properties"]["RetentionInDays"]), "LogRetentionDays", "{id}");
        assert_eq!(target(&group["Properties"]["KmsKeyId"]), "TablesKey", "{id}");
        let name = group["Properties"]["LogGroupName"]["Fn::Sub"].as_str().unwrap();
        assert!(name.starts_with("/hubward/${Stage}/"), "the key's policy names these: {name}");
    }
}

#[test]
fn tokens_and_keys_of_the_issuer_come_over_tls() {
    let template = Template::main();
    for url in ["Issuer", "JwksUrl", "SignInIssuer"] {
        let pattern = template.parameter(url)["AllowedPattern"].as_str().unwrap();
        assert!(pattern.starts_with("https://"), "{url}: {pattern}");
    }
    // These may be left to the discovery document, which comes over TLS too.
    for url in ["SignInAuthorizationUrl", "SignInTokenUrl", "SignInJwksUrl"] {
        let parameter = template.parameter(url);
        assert_eq!(
            (&parameter["AllowedPattern"], &parameter["Default"]),
            (&json!("(https://.+)?"), &json!(""))
        );
    }
}

#[test]
fn no_webhook_leads_inside_where_the_template_is_deployed() {
    let text = std::fs::read_to_string(e2e::project().join("infra/template.yaml")).unwrap();
    assert!(!text.contains("HUBWARD_WEBHOOK_PRIVATE_ADDRESSES"));
    // The variable has this name where it is read.
    let read = std::fs::read_to_string(e2e::project().join("crates/wiring/src/lib.rs")).unwrap();
    assert!(read.contains("HUBWARD_WEBHOOK_PRIVATE_ADDRESSES"));
}

#[test]
fn the_sweep_is_called_every_minute_and_not_twice() {
    let template = Template::main();
    let schedule = template.properties("SweepSchedule");
    assert_eq!(schedule["ScheduleExpression"], "rate(1 minute)");
    assert_eq!(target(&schedule["Target"]["Arn"]), "SweepFunction");
    assert_eq!(schedule["Target"]["RetryPolicy"]["MaximumRetryAttempts"], 0);
    assert!(template.properties("SweepFunction")["Timeout"].as_u64().unwrap() < 60);
}
