//! The contract of the APIs as an `OpenAPI` 3.1 document: every route of the partners' and of the
//! hubs' API for programs, with what it takes and what it answers.
//!
//! [`operations`] is the one table of routes. [`document`] makes the document of it and of the
//! replies' own schemas; `schemas/openapi.json` is that document, written down, and a test compares
//! the two. Another test holds the routes against the template and the functions' handlers.
//!
//! A route is added as one [`Operation`] in `partner.rs`, `nhs.rs` or `hub.rs`, and written down with
//! `UPDATE_SCHEMA=1 cargo test -p api`.

mod answers;
mod bodies;
mod hub;
mod nhs;
mod operation;
mod partner;
pub mod sample;
mod sending;

use serde_json::{Map, Value, json};

pub use operation::{Example, Operation};

use crate::schema;

/// The version of the contract. A change that breaks no caller adds to its second number.
pub const VERSION: &str = "1.0.0";
/// The most services on a page of the registry.
pub const MOST_SERVICES: usize = 100;
/// The highest number of a page that can be asked for.
pub const LAST_PAGE: usize = 1_000_000;

const ABOUT: &str = "Send referrals of children and families to Family Hubs, and work on what came \
    in from a system of your own. Paths that begin with /v1/inbox, /v1/matches and /v1/authorities are \
    on the hubs' host, all others on the partners' host; on one machine all are on one host. A problem is \
    application/problem+json (RFC 9457) with a stable `code`, and an error for each field at fault, \
    which names the field and never its value. Fields may be added to answers at any time: ignore \
    those that you do not know.";

/// Every operation of both APIs, in the order in which people read them.
pub fn operations() -> Vec<Operation> {
    partner::operations().into_iter().chain(hub::operations()).collect()
}

/// The contract. `examples` gives the examples of a whole body of an answer, each with its case.
pub fn document(examples: impl Fn(&str) -> Vec<(String, Value)>) -> Value {
    let mut paths = Map::new();
    for operation in operations() {
        let of_path = paths.entry(operation.path().to_owned()).or_insert_with(|| json!({}));
        of_path[operation.method()] = operation.to_value(&examples);
    }
    let mut schemas = schema::definitions("/components/schemas");
    schemas.remove("Referral");
    schemas.extend(sending::schemas());
    schemas.extend(bodies::schemas());
    schemas.extend(nhs::schemas().map(|(name, schema)| (name.to_owned(), schema)));
    schemas.insert("GatewayMessage".to_owned(), answers::gateway_message());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Hubward",
            "version": VERSION,
            "summary": "Referral intake for Family Hubs",
            "description": ABOUT,
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        },
        "servers": [{"url": "/", "description": "The host that this document is read from."}],
        "tags": [
            {"name": partner::REFERRALS, "description": "For schools, health, police and others: send a referral and ask how it stands."},
            {"name": nhs::NHS, "description": "For clinical systems: messages of the NHS Booking and Referral Standard."},
            {"name": partner::REGISTRY, "description": "For anybody: the Family Hubs as services of Open Referral UK (HSDS 3.0)."},
            {"name": hub::INBOX, "description": "For a hub's own system: list, open and change the entries of its inboxes."},
        ],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "responses": answers::problems(),
            "headers": answers::headers(),
            "securitySchemes": answers::security_schemes(),
        },
    })
}
