//! Tests of the contract against the running stack: what is served is what is committed, every example
//! and the guide do as they say, and schemathesis finds nothing that the contract does not allow.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on stops here")]

mod conformance;
mod examples;
mod guide;
mod served;

use std::fs;
use std::sync::LazyLock;

use e2e::project;
use e2e::stack::Stack;
use serde_json::Value;

static STACK: LazyLock<Stack> = LazyLock::new(Stack::start);

/// The one stack of these tests. It ends with this process, whatever happens.
fn stack() -> &'static Stack {
    &STACK
}

/// The text of the committed contract.
fn committed() -> String {
    fs::read_to_string(project().join("schemas/openapi.json")).unwrap()
}

/// The committed contract.
fn contract() -> Value {
    serde_json::from_str(&committed()).unwrap()
}
