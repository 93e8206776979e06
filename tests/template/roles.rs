//! The tiers of trust: what each role may do, and what none may.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::reading::{FUNCTIONS, Template, each, target, texts};

/// The roles of people; the others are of functions and of the schedule.
const PEOPLE: [&str; 3] = ["OperatorRole", "PublisherRole", "ReplayRole"];

/// The action that a role may carry out on a resource, with the limits set to it.
pub(crate) struct Right<'a> {
    pub(crate) action: &'a str,
    pub(crate) on: String,
    pub(crate) condition: &'a Value,
}

pub(crate) fn rights<'a>(template: &'a Template, role: &str) -> Vec<Right<'a>> {
    let mut all = Vec::new();
    for statement in template.statements(role) {
        assert_eq!(statement["Effect"], "Allow", "{role}");
        for action in texts(&statement["Action"]) {
            for resource in each(&statement["Resource"]) {
                let condition = &statement["Condition"];
                all.push(Right { action, on: target(resource), condition });
            }
        }
    }
    all
}

/// The roles that may carry out an action on a resource.
fn may(template: &Template, action: &str, on: &str) -> BTreeSet<String> {
    let roles = template.all("AWS::IAM::Role").into_iter().filter(|(role, _)| {
        let found = rights(template, role);
        found.iter().any(|right| right.action == action && right.on == on)
    });
    roles.map(|(role, _)| role.to_owned()).collect()
}

fn set(roles: &[&str]) -> BTreeSet<String> {
    roles.iter().map(|&role| role.to_owned()).collect()
}

#[test]
fn a_role_is_taken_by_its_function_alone_or_by_the_person_named() {
    let template = Template::main();
    let roles = template.all("AWS::IAM::Role");
    assert_eq!(roles.len(), FUNCTIONS.len() + 1 + PEOPLE.len());
    for (id, role) in roles {
        let trust = role["Properties"]["AssumeRolePolicyDocument"]["Statement"].as_array().unwrap();
        let [trust] = trust.as_slice() else { panic!("{id} has one trust") };
        assert_eq!(
            (&trust["Effect"], &trust["Action"]),
            (&json!("Allow"), &json!("sts:AssumeRole"))
        );
        let person = id.strip_suffix("Role").unwrap();
        let expected = if PEOPLE.contains(&id) {
            assert_eq!(role["Condition"], format!("Has{person}"));
            assert_eq!(template.parameter(&format!("{person}PrincipalArn"))["Default"], "");
            json!({"AWS": {"Ref": format!("{person}PrincipalArn")}})
        } else if id == "SweepScheduleRole" {
            let account = &trust["Condition"]["StringEquals"]["aws:SourceAccount"];
            assert_eq!(*account, json!({"Ref": "AWS::AccountId"}));
            json!({"Service": "scheduler.amazonaws.com"})
        } else {
            json!({"Service": "lambda.amazonaws.com"})
        };
        assert_eq!(trust["Principal"], expected, "{id}");
        assert!(role["Properties"]["ManagedPolicyArns"].is_null(), "{id}");
    }
}

#[test]
fn a_role_names_its_actions_and_its_resources() {
    let template = Template::main();
    for (id, _) in template.all("AWS::IAM::Role") {
        for right in rights(&template, id) {
            assert!(
                !right.action.contains('*') && !right.on.contains('*'),
                "{id}: {}",
                right.action
            );
        }
    }
    // The rights of a role stand in the role.
    let kinds = template.kinds();
    for kind in ["AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy"] {
        assert!(!kinds.contains(kind), "{kind}");
    }
}

#[test]
fn functions_on_the_internet_seal_and_open_nothing_but_drafts() {
    let template = Template::main();
    assert_eq!(
        may(&template, "kms:GenerateDataKey", "BodiesKey"),
        set(&["FamilyRole", "HubRole", "PartnerRole", "ProfessionalRole", "RouteRole"])
    );
    assert_eq!(
        may(&template, "kms:Decrypt", "BodiesKey"),
        set(&["HubRole", "ReplayRole", "RouteRole"])
    );
    assert_eq!(may(&template, "kms:GenerateDataKey", "SessionsKey"), set(&["HubRole"]));
    assert_eq!(may(&template, "kms:Decrypt", "SessionsKey"), set(&["HubRole"]));
    for action in ["kms:GenerateDataKey", "kms:Decrypt"] {
        let roles = set(&["FamilyRole", "ProfessionalRole"]);
        assert_eq!(may(&template, action, "DraftsKey"), roles, "{action}");
    }
    for role in ["FamilyRole", "PartnerRole", "ProfessionalRole"] {
        for right in rights(&template, role) {
            let inside = ["AuditTable", "InboxTable", "MatchesTable", "SessionsTable"];
            assert!(
                !inside.iter().any(|table| right.on.starts_with(table)),
                "{role}: {}",
                right.on
            );
        }
    }
}

#[test]
fn secrets_of_webhooks_and_notices_are_opened_by_what_sends_them_alone() {
    let template = Template::main();
    let sealing = set(&["FamilyRole", "OperatorRole", "ProfessionalRole"]);
    assert_eq!(may(&template, "kms:GenerateDataKey", "WebhooksKey"), sealing);
    assert_eq!(may(&template, "kms:Decrypt", "WebhooksKey"), set(&["NotifyRole"]));
    for right in rights(&template, "NotifyRole") {
        let inside = ["AuditTable", "MatchesTable", "SessionsTable", "BodiesKey"];
        assert!(!inside.iter().any(|one| right.on.starts_with(one)), "{}", right.on);
        if right.on.starts_with("InboxTable") {
            let ended_alone = json!({
                "ForAllValues:StringEquals": {"dynamodb:Attributes": ["entry", "no_contact"]},
                "StringEqualsIfExists": {"dynamodb:Select": "SPECIFIC_ATTRIBUTES"},
            });
            assert_eq!((right.action, right.condition), ("dynamodb:GetItem", &ended_alone));
        }
    }
}

#[test]
fn a_key_is_used_for_its_purpose_alone() {
    let template = Template::main();
    for (id, _) in template.all("AWS::IAM::Role") {
        for right in rights(&template, id) {
            if !["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"].contains(&right.action) {
                continue;
            }
            let purpose = right.on.trim_end_matches("Key").to_lowercase();
            let expected =
                json!({"StringEquals": {"kms:EncryptionContext:hubward:purpose": purpose}});
            assert_eq!(*right.condition, expected, "{id}: {}", right.on);
        }
    }
}

#[test]
fn a_secret_is_read_by_the_functions_that_need_it() {
    let template = Template::main();
    for (secret, roles) in [
        ("IntakeSecret", &["FamilyRole", "OperatorRole", "PartnerRole", "ProfessionalRole"][..]),
        ("MatchingSecret", &["OperatorRole", "RouteRole"]),
        ("SignInSecret", &["HubRole", "OperatorRole"]),
        ("HubClientSecret", &["HubRole", "OperatorRole", "ProfessionalRole"]),
        ("NoticesSecret", &["NotifyRole", "OperatorRole", "ProfessionalRole"]),
        ("AliasesSecret", &["OperatorRole", "ProfessionalRole"]),
    ] {
        assert_eq!(may(&template, "secretsmanager:GetSecretValue", secret), set(roles));
        assert_eq!(may(&template, "secretsmanager:PutSecretValue", secret), set(&["OperatorRole"]));
    }
}

#[test]
fn nobody_changes_or_deletes_an_event_and_only_the_publisher_writes_rulebooks() {
    let template = Template::main();
    for action in ["UpdateItem", "DeleteItem", "BatchWriteItem"] {
        assert!(may(&template, &format!("dynamodb:{action}"), "AuditTable").is_empty(), "{action}");
    }
    for action in ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"] {
        let writers = may(&template, &format!("dynamodb:{action}"), "RulebooksTable");
        assert!(writers.iter().all(|role| role == "PublisherRole"), "{action}: {writers:?}");
    }
    assert_eq!(may(&template, "dynamodb:PutItem", "RulebooksTable"), set(&["PublisherRole"]));
}

/// The rows that a role may reach, by the beginnings of their keys.
fn rows(template: &Template, role: &str, action: &str, table: &str) -> BTreeSet<String> {
    let found = rights(template, role).into_iter();
    let found = found.filter(|right| right.action == action && right.on == table);
    let keys = found.flat_map(|right| {
        let limits = right.condition.as_object().unwrap_or_else(|| panic!("{role}: {action}"));
        let (how, limit) = limits.iter().next().unwrap();
        assert!(how.starts_with("ForAllValues:String"), "{role}: {how}");
        texts(&limit["dynamodb:LeadingKeys"])
    });
    keys.map(str::to_owned).collect()
}

#[test]
fn a_function_reaches_only_the_rows_it_works_with() {
    let template = Template::main();
    for (role, action, table, keys) in [
        ("FamilyRole", "PutItem", "ReferralsTable", &["R#*", "P#*", "F#*"][..]),
        ("FamilyRole", "GetItem", "ReferralsTable", &["R#*", "P#*", "F#*"]),
        ("FamilyRole", "PutItem", "DueTable", &["route#*", "note#*", "draft#*"]),
        ("FamilyRole", "DeleteItem", "DueTable", &["draft#*"]),
        ("FamilyRole", "GetItem", "DraftsTable", &["D#*"]),
        ("FamilyRole", "PutItem", "DraftsTable", &["D#*"]),
        ("FamilyRole", "DeleteItem", "DraftsTable", &["D#*"]),
        ("FamilyRole", "UpdateItem", "DraftsTable", &["P#*", "T#*"]),
        ("SweepRole", "BatchGetItem", "DraftsTable", &["D#*"]),
        ("SweepRole", "DeleteItem", "DraftsTable", &["D#*"]),
        ("SweepRole", "DeleteItem", "DueTable", &["draft#*"]),
        ("PartnerRole", "PutItem", "ReferralsTable", &["R#*", "P#*", "F#*"]),
        ("PartnerRole", "GetItem", "ReferralsTable", &["R#*", "P#*", "F#*"]),
        ("PartnerRole", "Query", "ReferralsTable", &["R#*"]),
        ("PartnerRole", "PutItem", "DueTable", &["route#*", "note#*", "webhook#*"]),
        ("ProfessionalRole", "PutItem", "ReferralsTable", &["R#*", "P#*", "F#*"]),
        ("ProfessionalRole", "GetItem", "ReferralsTable", &["P#*"]),
        ("ProfessionalRole", "Query", "ReferralsTable", &["R#*"]),
        ("ProfessionalRole", "BatchGetItem", "ReferralsTable", &["R#*"]),
        ("ProfessionalRole", "UpdateItem", "DraftsTable", &["T#*"]),
        ("ProfessionalRole", "PutItem", "DueTable", &["route#*", "draft#*"]),
        ("ProfessionalRole", "DeleteItem", "DueTable", &["draft#*"]),
        ("ProfessionalRole", "GetItem", "DraftsTable", &["D#*"]),
        ("ProfessionalRole", "PutItem", "DraftsTable", &["D#*"]),
        ("ProfessionalRole", "DeleteItem", "DraftsTable", &["D#*"]),
        ("PartnerRole", "GetItem", "PartnersTable", &["K#*"]),
        ("PartnerRole", "UpdateItem", "PartnersTable", &["U#*", "A#*"]),
        ("RouteRole", "PutItem", "ReferralsTable", &["R#*"]),
        ("RouteRole", "DeleteItem", "DueTable", &["route#*", "note#*", "clock#*"]),
        ("RouteRole", "UpdateItem", "DueTable", &["concern#*"]),
        ("RouteRole", "PutItem", "DueTable", &["webhook#*", "clock#*"]),
        ("NotifyRole", "GetItem", "ReferralsTable", &["R#*"]),
        ("NotifyRole", "GetItem", "DueTable", &["webhook#*"]),
        ("NotifyRole", "DeleteItem", "DueTable", &["webhook#*"]),
        ("NotifyRole", "UpdateItem", "DueTable", &["webhook#*"]),
        ("NotifyRole", "GetItem", "PartnersTable", &["W#*"]),
        ("NotifyRole", "UpdateItem", "PartnersTable", &["W#*"]),
        ("OperatorRole", "DeleteItem", "PartnersTable", &["W#*"]),
        ("HubRole", "BatchGetItem", "ReferralsTable", &["R#*"]),
        ("HubRole", "Query", "ReferralsTable", &["R#*", "E#*"]),
        ("HubRole", "GetItem", "ReferralsTable", &["E#*", "F#*"]),
        ("HubRole", "PutItem", "ReferralsTable", &["E#*"]),
        ("HubRole", "DeleteItem", "DueTable", &["concern#*", "clock#*"]),
        ("HubRole", "PutItem", "DueTable", &["clock#*"]),
        ("PublisherRole", "PutItem", "AuditTable", &["68756277-6172-4420-b275-6c65626f6f6b"]),
        (
            "OperatorRole",
            "PutItem",
            "AuditTable",
            &["68756277-6172-4420-b468-65206b657973", "68756277-6172-4420-b061-72746e657273"],
        ),
        (
            "ReplayRole",
            "PutItem",
            "AuditTable",
            &["68756277-6172-4420-b265-706f72747321", "68756277-6172-4420-b275-6c65626f6f6b"],
        ),
    ] {
        let found = rows(&template, role, &format!("dynamodb:{action}"), table);
        assert_eq!(found, set(keys), "{role}: {action} on {table}");
    }
}
