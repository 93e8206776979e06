//! The operations for messages of the NHS Booking and Referral Standard (BaRS). Their bodies and their
//! problems are resources of FHIR R4, in JSON or XML.

use serde_json::{Value, json};

use super::answers::schema;
use super::{Example, Operation, sample};

/// The name of the group about messages of the NHS.
pub(super) const NHS: &str = "NHS";

const TYPES: [(&str, &str); 2] =
    [("application/fhir+json", "FhirResource"), ("application/fhir+xml", "FhirXml")];

pub(super) fn operations() -> Vec<Operation> {
    vec![message(), metadata()]
}

/// The operation with an answer of FHIR, in both of its formats.
fn answers(operation: Operation, status: u16, says: &str) -> Operation {
    TYPES.into_iter().fold(operation, |operation, (media_type, name)| {
        operation.answers_as(status, media_type, &schema(name), says)
    })
}

fn message() -> Operation {
    let uuid = || json!({"type": "string", "pattern": "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"});
    let child = Example {
        name: "a_child",
        says: "A health visitor refers a child.",
        status: 200,
        body: sample::message(),
    };
    let operation = Operation::new("POST /fhir/{operation}", NHS, "processMessage", "Send a message")
        .at("/fhir/$process-message")
        .says(
            "A bundle `servicerequest-request` of FHIR R4, at most 256 KiB: a new request is a referral, \
             an update corrects it, and a revocation withdraws it. The guide for the NHS says what \
             becomes of each element.",
        )
        .scope("referrals:write")
        .header("X-Request-Id", &uuid(), "A UUID of this message.")
        .header("X-Correlation-Id", &uuid(), "A UUID of the conversation. Both together name the message.")
        .takes_as(TYPES[0].0, TYPES[0].1, true, vec![child])
        .takes_as(TYPES[1].0, TYPES[1].1, true, Vec::new());
    let refusals = [
        (400, "The message or its headers cannot be read. Code: `REC_BAD_REQUEST`."),
        (401, "The caller is not known. Code: `SEND_UNAUTHORIZED`."),
        (403, "The caller may not send this. Code: `SEND_FORBIDDEN`."),
        (404, "The request that it updates or revokes is not known. Code: `REC_NOT_FOUND`."),
        (406, "No format is accepted that there is. Code: `SEND_NOT_ACCEPTABLE`."),
        (409, "The message was taken before: `Location` says where. Code: `REC_CONFLICT`."),
        (413, "The message is too large. Code: `REC_BAD_REQUEST`."),
        (415, "The body is of another media type. Code: `REC_BAD_REQUEST`."),
        (422, "The message can be read, and is not valid. Code: `REC_UNPROCESSABLE_ENTITY`."),
        (429, "The caller asks too often. Code: `SEND_TOO_MANY_REQUESTS`."),
        (500, "Something went wrong here. Code: `REC_SERVER_ERROR`."),
        (503, "Something that is needed is away. Code: `REC_SERVICE_UNAVAILABLE`."),
    ];
    let taken = answers(operation, 200, "The message was taken; `Location` says where.");
    refusals.into_iter().fold(taken, |operation, (status, says)| answers(operation, status, says))
}

fn metadata() -> Operation {
    let operation =
        Operation::new("GET /fhir/metadata", NHS, "getCapabilities", "Read what is taken");
    let said = answers(operation, 200, "The capability statement.");
    answers(said, 406, "No format is accepted that there is.")
}

/// The schemas of the bodies.
pub(super) fn schemas() -> [(&'static str, Value); 2] {
    [
        (
            TYPES[0].1,
            json!({
                "type": "object",
                "description": "A resource of FHIR R4 in JSON: a `Bundle` is sent; an `OperationOutcome`, \
                    a `Bundle` or a `CapabilityStatement` is answered.",
                "required": ["resourceType"],
                "properties": {"resourceType": {"type": "string"}},
            }),
        ),
        (TYPES[1].1, json!({"type": "string", "description": "The same resource in XML."})),
    ]
}
