//! `CapabilityStatement`: what this service takes.

use super::{Resource, flag, list, text, texts, within};
use crate::fhir::Format;

/// The statement of what is taken here, as of a day written `2026-11-30`.
pub fn capability(version: &str, day: &str) -> Resource {
    let formats = [Format::Json, Format::Xml].map(Format::media_type);
    let message = vec![
        text("mode", "receiver"),
        text(
            "definition",
            "https://fhir.nhs.uk/MessageDefinition/bars-message-servicerequest-request-referral",
        ),
    ];
    let operation = vec![
        text("name", "process-message"),
        text("definition", "http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message"),
    ];
    let security = within(
        "security",
        vec![text(
            "description",
            "OAuth 2 client credentials: a bearer token with the scope referrals:write.",
        )],
    );
    let rest = vec![text("mode", "server"), security, list("operation", [operation])];
    let messaging = vec![
        text(
            "documentation",
            "servicerequest-request: new and update; the request active, revoked or \
             entered-in-error.",
        ),
        list("supportedMessage", [message]),
    ];
    Resource {
        kind: "CapabilityStatement",
        elements: vec![
            text("name", "Hubward"),
            text("status", "active"),
            flag("experimental", false),
            text("date", day),
            text("kind", "instance"),
            within("software", vec![text("name", "Hubward"), text("version", version)]),
            within(
                "implementation",
                vec![text("description", "Referrals to Family Hubs by BaRS messages")],
            ),
            text("fhirVersion", "4.0.1"),
            texts("format", &formats),
            list("rest", [rest]),
            list("messaging", [messaging]),
        ],
    }
}
