//! Stolen rights: what somebody can do with the credentials of a function, read from its process, and
//! what they cannot. Each refusal stands beside a call of the function's own that is carried out.

use std::collections::BTreeMap;

use e2e::aws::{Api, Identity};
use e2e::family::family;
use e2e::tables::Tables;
use serde_json::{Value, json};

use crate::cloud;
use crate::routes::PIMLICO;

/// Somebody's rights, and the names of what there is.
struct Thief {
    name: String,
    identity: Identity,
    tables: Tables,
}

/// The context to which a data key of a purpose is bound.
fn context(purpose: &str) -> Value {
    json!({"hubward:purpose": purpose, "hubward:data-key": "00112233445566778899aabbccddeeff"})
}

impl Thief {
    fn with_rights_of_function(name: &str) -> Self {
        let function = cloud().wait(&format!("{name} to run"), || {
            cloud().functions().into_iter().find(|function| function.name == name)
        });
        Self::new(name, &function.variables)
    }

    fn with_rights_of_role(name: &str) -> Self {
        Self::new(name, &cloud().role(name))
    }

    fn new(name: &str, variables: &BTreeMap<String, String>) -> Self {
        let (name, identity) = (name.to_owned(), Identity::of(variables));
        Self { name, identity, tables: Tables::of(cloud()) }
    }

    #[track_caller]
    fn can(&self, api: Api, action: &str, request: &Value) -> Value {
        let answer = self.identity.ask(api, action, request);
        answer.unwrap_or_else(|refused| panic!("{} {action}: {refused:?}", self.name))
    }

    #[track_caller]
    fn cannot(&self, api: Api, action: &str, request: &Value) {
        match self.identity.ask(api, action, request) {
            Err(refused) if refused.is_for_lack_of_rights() => {}
            other => panic!("{} {action} {request}: {other:?}", self.name),
        }
    }

    fn table(&self, table: &str) -> &str {
        self.tables.table(table)
    }

    fn key(&self, purpose: &str) -> &str {
        self.tables.variable(&format!("HUBWARD_KEY_{}", purpose.to_uppercase()))
    }

    fn data_key(&self, purpose: &str) -> Value {
        json!({"KeyId": self.key(purpose), "KeySpec": "AES_256",
            "EncryptionContext": context(purpose)})
    }

    /// Data keys of a purpose cannot be made, under whatever context.
    #[track_caller]
    fn cannot_seal(&self, purpose: &str) {
        for pretended in ["bodies", "sessions", "drafts"] {
            let mut request = self.data_key(purpose);
            request["EncryptionContext"] = context(pretended);
            self.cannot(Api::Kms, "GenerateDataKey", &request);
        }
    }

    /// Data keys of a purpose can be made, and under no other context than their own.
    #[track_caller]
    fn seals_alone(&self, purpose: &str) {
        let mut request = self.data_key(purpose);
        self.can(Api::Kms, "GenerateDataKey", &request);
        for pretended in ["bodies", "sessions", "drafts"].iter().filter(|one| **one != purpose) {
            request["EncryptionContext"] = context(pretended);
            self.cannot(Api::Kms, "GenerateDataKey", &request);
        }
    }

    /// A data key of a purpose that the administrator made cannot be opened.
    #[track_caller]
    fn cannot_open(&self, purpose: &str) {
        self.cannot(Api::Kms, "Decrypt", &self.made_by_another(purpose));
    }

    /// A request to open a data key of a purpose.
    fn made_by_another(&self, purpose: &str) -> Value {
        let administrator = self.tables.administrator();
        let made = administrator.call(Api::Kms, "GenerateDataKey", &self.data_key(purpose));
        json!({"CiphertextBlob": made["CiphertextBlob"], "EncryptionContext": context(purpose)})
    }

    #[track_caller]
    fn cannot_read_secrets(&self, names: &[&str]) {
        for name in names {
            self.cannot(Api::SecretsManager, "GetSecretValue", &self.secret(name));
        }
    }

    fn secret(&self, name: &str) -> Value {
        json!({"SecretId": self.tables.variable(&format!("HUBWARD_SECRET_{name}"))})
    }

    fn put(&self, table: &str, item: &Value) -> Value {
        json!({"TableName": self.table(table), "Item": item})
    }

    #[track_caller]
    fn cannot_write_rulebooks(&self) {
        let key = json!({"pk": {"S": "RULES"}, "sk": {"S": "POINTER"}});
        let table = self.table("rulebooks");
        self.cannot(Api::DynamoDb, "PutItem", &self.put("rulebooks", &key));
        self.cannot(Api::DynamoDb, "UpdateItem", &json!({"TableName": table, "Key": key,
            "UpdateExpression": "SET edition = :e", "ExpressionAttributeValues": {":e": {"N": "1"}}}));
        self.cannot(Api::DynamoDb, "DeleteItem", &json!({"TableName": table, "Key": key}));
        // Nor as part of a transaction.
        let put = json!({"TransactItems": [{"Put": self.put("rulebooks", &key)}]});
        self.cannot(Api::DynamoDb, "TransactWriteItems", &put);
    }

    /// An audit row stays as it is and where it is.
    #[track_caller]
    fn cannot_alter_audit_rows(&self) {
        let key = json!({"stream": {"S": "stolen"}, "seq": {"N": "1"}});
        let table = self.table("audit");
        self.cannot(Api::DynamoDb, "DeleteItem", &json!({"TableName": table, "Key": key}));
        self.cannot(
            Api::DynamoDb,
            "UpdateItem",
            &json!({"TableName": table, "Key": key,
            "UpdateExpression": "SET actor = :a", "ExpressionAttributeValues": {":a": {"S": "x"}}}),
        );
    }

    #[track_caller]
    fn cannot_write_audit_rows(&self) {
        self.cannot_alter_audit_rows();
        let row = json!({"stream": {"S": "stolen"}, "seq": {"N": "1"}});
        self.cannot(Api::DynamoDb, "PutItem", &self.put("audit", &row));
    }

    #[track_caller]
    fn cannot_read_all(&self, tables: &[&str]) {
        for table in tables {
            self.cannot(Api::DynamoDb, "Scan", &json!({"TableName": self.table(table)}));
        }
    }
}

const TABLES: [&str; 9] = [
    "referrals",
    "inbox",
    "matches",
    "audit",
    "due",
    "sessions",
    "drafts",
    "rulebooks",
    "partners",
];

/// Drafts can neither be read, written nor ended, and nothing of them be sealed or opened.
#[track_caller]
fn cannot_reach_drafts(thief: &Thief) {
    thief.cannot_open("drafts");
    thief.cannot_seal("drafts");
    let draft = json!({"TableName": thief.table("drafts"), "Key": {"id": {"S": "D#none"}}});
    thief.cannot(Api::DynamoDb, "GetItem", &draft);
    thief.cannot(Api::DynamoDb, "DeleteItem", &draft);
    thief.cannot(Api::DynamoDb, "PutItem", &thief.put("drafts", &json!({"id": {"S": "D#none"}})));
}

/// Somebody with the rights of a function on the internet cannot open, and writes only new rows.
/// It returns the key of a body that is stored.
fn is_kept_to_acceptance(thief: &Thief) -> Value {
    let made = thief.can(Api::Kms, "GenerateDataKey", &thief.data_key("bodies"));
    let open = json!({"CiphertextBlob": made["CiphertextBlob"],
        "EncryptionContext": context("bodies")});
    thief.cannot(Api::Kms, "Decrypt", &open);
    thief.cannot_open("bodies");
    thief.cannot_open("sessions");
    thief.cannot_seal("sessions");
    thief.cannot(
        Api::Kms,
        "GenerateDataKey",
        &json!({"KeyId": thief.key("bodies"),
        "KeySpec": "AES_256", "EncryptionContext": context("sessions")}),
    );

    thief.can(Api::SecretsManager, "GetSecretValue", &thief.secret("INTAKE"));
    thief.cannot_read_secrets(&["MATCHING", "SIGN_IN", "HUB_CLIENT", "NOTICES", "ALIASES"]);

    let get = |table: &str, key: &Value| json!({"TableName": thief.table(table), "Key": key});
    let pointer = json!({"pk": {"S": "RULES"}, "sk": {"S": "POINTER"}});
    thief.can(Api::DynamoDb, "GetItem", &get("rulebooks", &pointer));
    thief.cannot_write_rulebooks();
    thief.cannot_write_audit_rows();
    thief.cannot_read_all(&TABLES);

    let key = |pk: &str, sk: &str| json!({"pk": {"S": pk}, "sk": {"S": sk}});
    thief.can(Api::DynamoDb, "GetItem", &get("referrals", &key("P#none", "P")));
    let sent = cloud().post_referral(&family());
    cloud().wait_until_in_inbox(&sent, PIMLICO);
    let body = key(&format!("R#{sent}"), "BODY");
    thief.cannot(Api::DynamoDb, "DeleteItem", &get("referrals", &body));
    thief.cannot(Api::DynamoDb, "PutItem", &thief.put("referrals", &key("X#stolen", "X")));
    thief.can(Api::DynamoDb, "PutItem", &thief.put("referrals", &key("F#stolen", "F")));
    for work in ["concern#stolen", "retention#stolen"] {
        thief.cannot(Api::DynamoDb, "PutItem", &thief.put("due", &json!({"work": {"S": work}})));
    }
    thief.cannot(Api::DynamoDb, "PutItem", &thief.put("inbox", &json!({"entry": {"S": "x"}})));
    thief.cannot(Api::DynamoDb, "PutItem", &thief.put("sessions", &json!({"id": {"S": "x"}})));
    let token = json!({"token": {"S": "x"}, "child": {"S": "x"}});
    thief.cannot(Api::DynamoDb, "PutItem", &thief.put("matches", &token));

    for queue in ["referrals", "urgent"] {
        let url = thief.tables.queue(queue);
        thief.cannot(Api::Sqs, "ReceiveMessage", &json!({"QueueUrl": url}));
        thief.cannot(Api::Sqs, "PurgeQueue", &json!({"QueueUrl": url}));
    }
    get("referrals", &body)
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn the_rights_of_family_open_nothing_and_write_no_rulebook_and_no_audit_row() {
    assert_eq!(cloud().get("/").send().status, 200);
    let thief = Thief::with_rights_of_function("family");
    // It tells a status, which stands beside the body: that one it reads sealed, and cannot open.
    let body = is_kept_to_acceptance(&thief);
    thief.can(Api::DynamoDb, "GetItem", &body);
    let query = json!({"TableName": thief.table("referrals"), "KeyConditionExpression": "pk = :pk",
        "ExpressionAttributeValues": {":pk": {"S": "R#none"}}});
    thief.cannot(Api::DynamoDb, "Query", &query);

    // Drafts are its own, and so is the work that ends them; neither other rows nor other work.
    thief.can(Api::Kms, "Decrypt", &thief.made_by_another("drafts"));
    thief.can(Api::Kms, "GenerateDataKey", &thief.data_key("drafts"));
    let get = |id: &str| json!({"TableName": thief.table("drafts"), "Key": {"id": {"S": id}}});
    thief.can(Api::DynamoDb, "GetItem", &get("D#none"));
    thief.can(Api::DynamoDb, "DeleteItem", &get("D#none"));
    for count in ["P#none", "T#none"] {
        thief.cannot(Api::DynamoDb, "GetItem", &get(count));
        thief.cannot(Api::DynamoDb, "DeleteItem", &get(count));
        thief.cannot(Api::DynamoDb, "PutItem", &thief.put("drafts", &json!({"id": {"S": count}})));
    }
    let work = |work: &str| json!({"TableName": thief.table("due"), "Key": {"work": {"S": work}}});
    thief.can(Api::DynamoDb, "DeleteItem", &work("draft#none"));
    for other in ["route#none", "concern#none"] {
        thief.cannot(Api::DynamoDb, "DeleteItem", &work(other));
    }
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn the_rights_of_partner_open_nothing_and_write_no_rulebook_and_no_audit_row() {
    assert_eq!(cloud().get("/v1/registry/services").send().status, 200);
    let thief = Thief::with_rights_of_function("partner");
    // A sender's own referral is read to change it: sealed, and with no right to open it.
    let body = is_kept_to_acceptance(&thief);
    thief.can(Api::DynamoDb, "GetItem", &body);
    let query = |pk: &str| {
        json!({"TableName": thief.table("referrals"), "KeyConditionExpression": "pk = :pk",
            "ExpressionAttributeValues": {":pk": {"S": pk}}})
    };
    thief.can(Api::DynamoDb, "Query", &query("R#none"));
    thief.cannot(Api::DynamoDb, "Query", &query("P#none"));
    cannot_reach_drafts(&thief);

    // It reads keys, and can neither make one nor say more of what a partner may do.
    let row = |id: &str| json!({"TableName": thief.table("partners"), "Key": {"id": {"S": id}}});
    thief.can(Api::DynamoDb, "GetItem", &row("K#none"));
    thief.cannot(Api::DynamoDb, "GetItem", &row("P#none"));
    let update = |id: &str| {
        let mut update = row(id);
        update["UpdateExpression"] = json!("SET used_on = :day");
        update["ExpressionAttributeValues"] = json!({":day": {"S": "2026-11-30"}});
        update
    };
    thief.can(Api::DynamoDb, "UpdateItem", &update("U#none"));
    for id in ["K#none", "P#none"] {
        thief.cannot(Api::DynamoDb, "UpdateItem", &update(id));
        thief.cannot(Api::DynamoDb, "PutItem", &thief.put("partners", &json!({"id": {"S": id}})));
        thief.cannot(Api::DynamoDb, "DeleteItem", &row(id));
    }
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn the_rights_of_route_write_no_rulebook_and_alter_no_audit_row() {
    let sent = cloud().post_referral(&family());
    cloud().wait_until_in_inbox(&sent, PIMLICO);
    let thief = Thief::with_rights_of_function("route");
    thief.can(Api::Kms, "Decrypt", &thief.made_by_another("bodies"));
    thief.cannot_open("sessions");
    // It seals the summary of an entry, under the key of bodies.
    thief.seals_alone("bodies");
    thief.cannot_seal("sessions");
    cannot_reach_drafts(&thief);
    thief.can(Api::SecretsManager, "GetSecretValue", &thief.secret("MATCHING"));
    thief.cannot_read_secrets(&["INTAKE", "SIGN_IN", "HUB_CLIENT", "NOTICES", "ALIASES"]);
    thief.cannot_write_rulebooks();
    thief.cannot_alter_audit_rows();
    thief.cannot_read_all(&TABLES);
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn the_rights_of_hub_write_no_rulebook_and_alter_no_audit_row() {
    assert_eq!(cloud().get("/hub/sign-in").send().status, 200);
    let thief = Thief::with_rights_of_function("hub");
    thief.can(Api::Kms, "Decrypt", &thief.made_by_another("bodies"));
    thief.seals_alone("sessions");
    // It seals what a worker writes down, under the key of bodies.
    thief.seals_alone("bodies");
    cannot_reach_drafts(&thief);
    thief.can(Api::SecretsManager, "GetSecretValue", &thief.secret("SIGN_IN"));
    thief.can(Api::SecretsManager, "GetSecretValue", &thief.secret("HUB_CLIENT"));
    thief.cannot_read_secrets(&["INTAKE", "MATCHING"]);
    thief.cannot_write_rulebooks();
    thief.cannot_alter_audit_rows();
    thief.cannot_read_all(&TABLES);
    let body = json!({"pk": {"S": "R#stolen"}, "sk": {"S": "BODY"}});
    thief.cannot(Api::DynamoDb, "PutItem", &thief.put("referrals", &body));
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn the_rights_of_sweep_move_due_marks_end_drafts_and_open_nothing() {
    let thief = Thief::with_rights_of_function("sweep");
    let due = json!({"TableName": thief.table("due"), "IndexName": "by_shard",
        "KeyConditionExpression": "due_shard = :shard",
        "ExpressionAttributeValues": {":shard": {"S": "none"}}});
    thief.can(Api::DynamoDb, "Query", &due);
    let key = |key: &str, value: &str| json!({key: {"S": value}});
    let row = |table: &str, key: Value| json!({"TableName": thief.table(table), "Key": key});
    thief.can(Api::DynamoDb, "DeleteItem", &row("drafts", key("id", "D#none")));
    thief.cannot(Api::DynamoDb, "DeleteItem", &row("drafts", key("id", "T#none")));
    thief.cannot(Api::DynamoDb, "PutItem", &thief.put("drafts", &key("id", "D#none")));
    thief.can(Api::DynamoDb, "DeleteItem", &row("due", key("work", "draft#none")));
    for other in ["route#none", "concern#none"] {
        thief.cannot(Api::DynamoDb, "DeleteItem", &row("due", key("work", other)));
    }
    for purpose in ["bodies", "sessions", "drafts"] {
        thief.cannot_open(purpose);
    }
    thief.cannot_read_secrets(&[
        "INTAKE",
        "MATCHING",
        "SIGN_IN",
        "HUB_CLIENT",
        "NOTICES",
        "ALIASES",
    ]);
    thief.cannot_write_rulebooks();
    thief.cannot_write_audit_rows();
    thief.cannot_read_all(&TABLES);
}

#[test]
#[ignore = "needs ministack and packages: make test-deploy"]
fn a_person_has_the_rights_of_their_role_alone() {
    let operator = Thief::with_rights_of_role("operator");
    for secret in ["INTAKE", "MATCHING", "SIGN_IN", "HUB_CLIENT", "NOTICES", "ALIASES"] {
        operator.can(Api::SecretsManager, "GetSecretValue", &operator.secret(secret));
    }
    operator.cannot_open("bodies");
    operator.cannot_open("sessions");
    operator.cannot_open("drafts");
    operator.cannot_write_rulebooks();
    operator.cannot_write_audit_rows();

    let publisher = Thief::with_rights_of_role("publisher");
    let pointer = json!({"TableName": publisher.table("rulebooks"),
        "Key": {"pk": {"S": "RULES"}, "sk": {"S": "POINTER"}}});
    publisher.can(Api::DynamoDb, "GetItem", &pointer);
    publisher.cannot_read_secrets(&[
        "INTAKE",
        "MATCHING",
        "SIGN_IN",
        "HUB_CLIENT",
        "NOTICES",
        "ALIASES",
    ]);
    publisher.cannot_open("bodies");
    publisher.cannot_write_audit_rows();
    publisher.cannot_read_all(&TABLES);

    let replay = Thief::with_rights_of_role("replay");
    replay.can(Api::Kms, "Decrypt", &replay.made_by_another("bodies"));
    replay.cannot_open("sessions");
    replay.cannot_open("drafts");
    replay.cannot_read_secrets(&[
        "INTAKE",
        "MATCHING",
        "SIGN_IN",
        "HUB_CLIENT",
        "NOTICES",
        "ALIASES",
    ]);
    replay.cannot_write_rulebooks();
    replay.cannot_write_audit_rows();
}
