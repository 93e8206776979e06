//! The engine that stands for `DynamoDB` on one machine, with empty tables in memory.

use std::collections::BTreeSet;

use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::config::{BehaviorVersion, Builder, Credentials, Region};
use dynoxide::Database;
use dynoxide::actions::create_table::CreateTableRequest;
use serde_json::{Value, json};
use store::{DynamoStore, Table};
use tokio::net::TcpListener;

use crate::requests::Requests;

/// A store with tables of its own, all empty.
pub(crate) async fn store() -> DynamoStore {
    recorded(&Requests::default()).await
}

/// The same, with a record of the requests that it sends.
pub(crate) async fn recorded(requests: &Requests) -> DynamoStore {
    let database = Database::memory().unwrap();
    for table in tables() {
        let request: CreateTableRequest = serde_json::from_value(table).unwrap();
        database.create_table(request).unwrap();
    }
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(dynoxide::server::serve_with_shutdown(listener, database, std::future::pending()));
    let config = Builder::new()
        .behavior_version(BehaviorVersion::latest())
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .credentials_provider(Credentials::new("local", "local", None, None, "test"))
        .region(Region::new("eu-west-2"))
        .endpoint_url(endpoint)
        .interceptor(requests.clone())
        .build();
    let names = [
        (Table::Referrals, "referrals"),
        (Table::Inbox, "inbox-entries"),
        (Table::Matches, "matches"),
        (Table::Audit, "audit-events"),
        (Table::Due, "due-work"),
        (Table::Sessions, "sessions"),
        (Table::Drafts, "drafts"),
    ];
    let names = names.map(|(table, name)| (table, name.to_owned())).into_iter().collect();
    DynamoStore::new(Client::from_conf(config), names)
}

/// The keys and indexes that infra/template.yaml declares.
fn tables() -> [Value; 7] {
    [
        table(
            "referrals",
            ("pk", "S"),
            Some(("sk", "S")),
            &[("by_sender", ("sent_by", "S"), ("listed", "S"))],
        ),
        table(
            "due-work",
            ("work", "S"),
            None,
            &[("by_shard", ("due_shard", "S"), ("due_at", "N"))],
        ),
        table(
            "inbox-entries",
            ("entry", "S"),
            None,
            &[
                ("by_inbox", ("inbox", "S"), ("rank", "S")),
                ("by_triage", ("triage", "S"), ("rank", "S")),
            ],
        ),
        table("sessions", ("id", "S"), None, &[]),
        table("drafts", ("id", "S"), None, &[]),
        table("matches", ("token", "S"), Some(("child", "S")), &[]),
        table("audit-events", ("stream", "S"), Some(("seq", "N")), &[]),
    ]
}

type Attribute = (&'static str, &'static str);

fn table(
    name: &str,
    hash: Attribute,
    range: Option<Attribute>,
    indexes: &[(&str, Attribute, Attribute)],
) -> Value {
    let key = |hash: Attribute, range: Option<Attribute>| {
        let hash = json!({"AttributeName": hash.0, "KeyType": "HASH"});
        let range = range.map(|(name, _)| json!({"AttributeName": name, "KeyType": "RANGE"}));
        [Some(hash), range].into_iter().flatten().collect::<Vec<_>>()
    };
    let more = indexes.iter().flat_map(|(_, hash, range)| [*hash, *range]);
    let attributes: BTreeSet<Attribute> =
        [Some(hash), range].into_iter().flatten().chain(more).collect();
    let attributes: Vec<Value> = attributes
        .into_iter()
        .map(|(name, kind)| json!({"AttributeName": name, "AttributeType": kind}))
        .collect();
    let mut table = json!({
        "TableName": name,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": attributes,
        "KeySchema": key(hash, range),
    });
    if !indexes.is_empty() {
        let index = |(name, hash, range): &(&str, Attribute, Attribute)| {
            json!({
                "IndexName": name,
                "KeySchema": key(*hash, Some(*range)),
                "Projection": {"ProjectionType": "ALL"},
            })
        };
        table["GlobalSecondaryIndexes"] = indexes.iter().map(index).collect();
    }
    table
}
