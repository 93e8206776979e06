//! The operations of the partners' API.

use serde_json::json;

use super::{Operation, sample};

/// The name of the group about referrals.
pub(super) const REFERRALS: &str = "Referrals";
/// The name of the group about the registry of hubs.
pub(super) const REGISTRY: &str = "Registry";

pub(super) fn operations() -> Vec<Operation> {
    let mut all = referrals();
    all.extend(registry());
    all
}

fn referrals() -> Vec<Operation> {
    vec![
        Operation::new("POST /v1/referrals", REFERRALS, "sendReferral", "Send a referral")
            .says(
                "Accepts one referral. The answer comes once it is stored, and says nothing of \
                 whether the family is known. A safeguarding concern is answered with the numbers \
                 to ring now. At most 256 KiB.",
            )
            .scope("referrals:write")
            .idempotent()
            .takes("Referral", true, sample::all())
            .answers(202, "Accepted", "The referral is accepted, and will be in exactly one inbox.")
            .with_header(202, "Location")
            .leads(202, "getReferral", "id", "/id")
            .refuses(403, "The caller may not do this. Codes: `scope_missing`, `referrer_kind_not_allowed`.")
            .refuses(422, "Fields need attention, each named in `errors`; or the key was used for other content. Codes: `invalid`, `idempotency_key_reused`."),
        Operation::new("GET /v1/referrals/{id}", REFERRALS, "getReferral", "Ask how a referral stands")
            .says(
                "The state of a referral that the caller sent, and the inbox that the rulebook names \
                 for it. It comes from the referral and the rulebook alone.",
            )
            .scope("referrals:read")
            .answers(200, "Status", "How the referral stands.")
            .refuses(404, "There is no such referral of the caller’s. Codes: `not_found`."),
    ]
}

fn registry() -> Vec<Operation> {
    let number = |most: Option<usize>| {
        let mut schema = json!({"type": "integer", "minimum": 1});
        schema["maximum"] = most.unwrap_or(super::LAST_PAGE).into();
        schema
    };
    vec![
        Operation::new("GET /v1/registry/services", REGISTRY, "listServices", "List the hubs")
            .says(
                "Every Family Hub as a service, one page at a time. The answer may be kept for five \
                 minutes, and is open to every website.",
            )
            .query("page", &number(None), "The number of the page, from 1.")
            .query(
                "per_page",
                &number(Some(super::MOST_SERVICES)),
                "The most services on a page; 50 where it is left out.",
            )
            .answers(200, "ServicePage", "The page. It is empty beyond the last one.")
            .leads(200, "getService", "service", "/contents/0/id")
            .refuses(400, "The number of the page, or of services, cannot be read. Codes: `bad_request`."),
        Operation::new("GET /v1/registry/services/{service}", REGISTRY, "getService", "See one hub")
            .answers(200, "Service", "The hub as a service.")
            .refuses(404, "There is no such service. Codes: `not_found`."),
        Operation::new("GET /openapi.json", REGISTRY, "getContract", "Read this document")
            .answers_as(200, "application/json", json!({"type": "object"}), "This document."),
    ]
}
