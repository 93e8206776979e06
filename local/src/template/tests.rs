//! Tests on the project's own template, and on small ones for features that it does not use.

use super::*;

const OWN: &str = include_str!("../../../infra/template.yaml");

fn deployment() -> Deployment {
    let parameters = [
        ("Stage", "local"),
        ("CodeBucket", "none"),
        ("FamilyCode", "family.zip"),
        ("PartnerCode", "partner.zip"),
        ("RouteCode", "route.zip"),
        ("HubCode", "hub.zip"),
        ("ProfessionalCode", "professional.zip"),
        ("NotifyCode", "notify.zip"),
        ("SweepCode", "sweep.zip"),
        ("Issuer", "http://127.0.0.1:8080"),
        ("JwksUrl", "http://127.0.0.1:8080/.well-known/jwks.json"),
        ("SignInIssuer", "http://127.0.0.1:8080"),
        ("SignInClientId", "hubward-inbox"),
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
            "hubward-local-sessions",
            "hubward-local-drafts",
            "hubward-local-rulebooks",
            "hubward-local-partners"
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
fn queues_carry_their_limits_and_mappings_do_not_wait_for_a_batch() {
    let template = own();
    let names: Vec<_> = template.queues.iter().map(|queue| queue.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "hubward-local-referrals",
            "hubward-local-referrals-dead-letters",
            "hubward-local-urgent",
            "hubward-local-urgent-dead-letters",
            "hubward-local-webhooks",
            "hubward-local-webhooks-dead-letters"
        ]
    );
    let policy: Value =
        serde_json::from_str(&template.queues[0].attributes["RedrivePolicy"]).unwrap();
    assert_eq!(policy["maxReceiveCount"], 5);
    assert!(policy["deadLetterTargetArn"].as_str().unwrap().ends_with(names[1]));
    for mapping in &template.mappings {
        assert!(mapping.partial_failures);
        assert_eq!(mapping.window, Duration::ZERO);
    }
    assert_eq!(template.mappings.len(), 3);
}

#[test]
fn functions_know_their_binary_limits_and_variables() {
    let template = own();
    let route = template.function("hubward-local-route").unwrap();
    assert_eq!(route.binary, "route");
    assert_eq!(route.timeout, Duration::from_secs(20));
    assert_eq!(route.log_group, "/hubward/local/route");
    assert_eq!(route.variables["HUBWARD_TABLE_INBOX"], "hubward-local-inbox");
    assert_eq!(route.variables["HUBWARD_MAX_RECEIVES"], "5");
    let sweep = template.function("hubward-local-sweep").unwrap();
    assert_eq!(
        sweep.variables["HUBWARD_QUEUE_URGENT"],
        "http://127.0.0.1:9324/000000000000/hubward-local-urgent"
    );
}

#[test]
fn every_route_and_schedule_leads_to_a_function() {
    let template = own();
    assert_eq!(template.routes.len(), 102);
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
