//! Tests on the project's own template, and on small ones for features that it does not use.

use super::*;

const OWN: &str = include_str!("../../../infra/template.yaml");

fn deployment() -> Deployment {
    let parameters = [
        ("Stage", "local"),
        ("CodeBucket", "none"),
        ("Issuer", "http://127.0.0.1:8080"),
        ("JwksUrl", "http://127.0.0.1:8080/.well-known/jwks.json"),
        ("TokenUrl", "http://127.0.0.1:8080/oauth2/token"),
    ];
    Deployment {
        region: "eu-west-2".to_owned(),
        account: "000000000000".to_owned(),
        stack: "hubward-local".to_owned(),
        queue_endpoint: "http://127.0.0.1:9324".to_owned(),
        api_endpoint: "http://127.0.0.1:8080".to_owned(),
        parameters: parameters.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
    }
}

fn own() -> Template {
    Template::parse(OWN, &deployment()).unwrap()
}

#[test]
fn tables_carry_keys_indexes_and_expiry() {
    let tables = own().tables;
    let names: Vec<_> = tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "hubward-local-referrals",
            "hubward-local-inbox",
            "hubward-local-matches",
            "hubward-local-audit",
            "hubward-local-due",
            "hubward-local-sessions"
        ]
    );
    let due = &tables[4].create["GlobalSecondaryIndexes"][0];
    assert_eq!(due["IndexName"], "by_shard");
    assert_eq!(
        due["Projection"]["NonKeyAttributes"],
        serde_json::json!(["urgent", "attempts", "since"])
    );
    let by_triage = &tables[1].create["GlobalSecondaryIndexes"][1];
    assert_eq!(by_triage["IndexName"], "by_triage");
    assert_eq!(by_triage["Projection"]["ProjectionType"], "KEYS_ONLY");
    assert_eq!(tables[2].expiry.as_deref(), Some("expires"));
    assert_eq!(tables[5].expiry.as_deref(), Some("expires"));
    assert!(tables[0].create.get("SSESpecification").is_none());
}

#[test]
fn every_queue_with_a_consumer_outlasts_it_and_dead_letters_outlast_the_queue() {
    let template = own();
    for mapping in &template.mappings {
        let function = template.function(&mapping.function).unwrap();
        let name = mapping.source.rsplit(':').next().unwrap();
        let queue = template.queues.iter().find(|queue| queue.name == name).unwrap();
        let seconds = |queue: &Queue, key: &str| queue.attributes[key].parse::<u64>().unwrap();
        assert!(seconds(queue, "VisibilityTimeout") >= 6 * function.timeout.as_secs());
        let policy: Value = serde_json::from_str(&queue.attributes["RedrivePolicy"]).unwrap();
        assert_eq!(policy["maxReceiveCount"], 5);
        let target = policy["deadLetterTargetArn"].as_str().unwrap();
        let target = target.rsplit(':').next().unwrap();
        let dead = template.queues.iter().find(|queue| queue.name == target).unwrap();
        assert_eq!(seconds(dead, "MessageRetentionPeriod"), 14 * 24 * 60 * 60);
        assert!(seconds(dead, "MessageRetentionPeriod") > seconds(queue, "MessageRetentionPeriod"));
        assert!(mapping.partial_failures);
        assert!(mapping.concurrency.unwrap() >= 2);
    }
    assert_eq!(template.mappings.len(), 2);
}

#[test]
fn functions_know_their_binary_limits_and_variables() {
    let template = own();
    let route = template.function("hubward-local-route").unwrap();
    assert_eq!(route.binary, "route");
    assert_eq!(route.timeout, Duration::from_secs(20));
    assert_eq!(route.log_group, "/hubward/local/route");
    assert_eq!(route.variables["HUBWARD_TABLE_INBOX"], "hubward-local-inbox");
    assert_eq!(
        route.variables["HUBWARD_QUEUE_URGENT"],
        "http://127.0.0.1:9324/000000000000/hubward-local-urgent"
    );
    assert_eq!(route.variables["HUBWARD_MAX_RECEIVES"], "5");
}

#[test]
fn every_route_and_schedule_leads_to_a_function() {
    let template = own();
    assert_eq!(template.routes.len(), 20);
    for route in &template.routes {
        template.function(&route.function).unwrap();
    }
    let [sweep] = template.schedules.as_slice() else { panic!("one schedule") };
    assert_eq!(sweep.every, Duration::from_mins(1));
    assert_eq!(template.function(&sweep.function).unwrap().binary, "sweep");
}

fn variables(yaml: &str) -> Result<BTreeMap<String, String>> {
    let text = format!(
        "Parameters: {{Stage: {{Type: String}}, Empty: {{Type: String, Default: ''}}}}
Conditions:
  Local: !Equals [!Ref Stage, local]
  Other: !Not [!Condition Local]
Resources:
  Echo:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: echo
      Code: {{S3Key: a/echo.zip}}
      Environment:
        Variables: {yaml}"
    );
    Ok(Template::parse(&text, &deployment())?.functions.remove(0).variables)
}

#[test]
fn intrinsic_functions_are_worked_out_in_both_spellings() {
    let resolved = variables(
        r#"{A: !Sub "${Stage}-${AWS::Region}-${!kept}", B: {"Fn::Join": ["/", [a, !Ref Stage]]},
            C: !If [Local, yes-it-is, no], D: !If [Other, gone, !Ref AWS::NoValue],
            E: !Sub ["${Own}!", {Own: mine}], F: {Ref: Empty}, G: 7}"#,
    )
    .unwrap();
    let expected = [
        ("A", "local-eu-west-2-${kept}"),
        ("B", "a/local"),
        ("C", "yes-it-is"),
        ("E", "mine!"),
        ("F", ""),
        ("G", "7"),
    ];
    assert_eq!(resolved, expected.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
}

#[test]
fn unknown_functions_are_named_with_their_place() {
    let error = variables(r"{A: !Ref Nothing}").unwrap_err();
    assert!(format!("{error:#}").contains("Echo"), "{error:#}");
    assert!(format!("{error:#}").contains("Nothing"), "{error:#}");
    let error = variables(r"{A: !ImportValue x}").unwrap_err();
    assert!(format!("{error:#}").contains("ImportValue"), "{error:#}");
}

/// All resources of a type, as they are written in the template.
fn written(kind: &str) -> Vec<serde_yaml_ng::Value> {
    let document: serde_yaml_ng::Value = serde_yaml_ng::from_str(OWN).unwrap();
    let resources = document["Resources"].as_mapping().unwrap();
    resources.values().filter(|resource| resource["Type"] == kind).cloned().collect()
}

#[test]
fn tables_can_be_restored_are_not_deleted_by_mistake_and_are_encrypted_with_our_key() {
    let tables = written("AWS::DynamoDB::Table");
    assert_eq!(tables.len(), 6);
    for table in tables {
        let properties = &table["Properties"];
        let recovery = &properties["PointInTimeRecoverySpecification"];
        assert_eq!(recovery["PointInTimeRecoveryEnabled"], true);
        assert_eq!(properties["DeletionProtectionEnabled"], true);
        assert_eq!(properties["SSESpecification"]["SSEType"], "KMS");
        assert!(!properties["SSESpecification"]["KMSMasterKeyId"].is_null());
        assert_eq!(table["DeletionPolicy"], "Retain");
    }
}

#[test]
fn a_role_names_its_actions_and_its_resources() {
    let roles = written("AWS::IAM::Role");
    assert_eq!(roles.len(), 6);
    for role in roles {
        let policies = serde_yaml_ng::to_string(&role["Properties"]["Policies"]).unwrap();
        assert!(policies.contains("Resource"), "{policies}");
        assert!(!policies.contains('*'), "{policies}");
    }
}

#[test]
fn every_dead_letter_queue_has_its_alarm() {
    let alarmed = serde_yaml_ng::to_string(&written("AWS::CloudWatch::Alarm")).unwrap();
    let dead: Vec<_> =
        own().queues.into_iter().filter(|queue| queue.name.ends_with("dead-letters")).collect();
    assert_eq!(dead.len(), 2);
    for id in ["ReferralsDeadLetterQueue.QueueName", "UrgentDeadLetterQueue.QueueName"] {
        assert!(alarmed.contains(id), "{id}");
    }
}
