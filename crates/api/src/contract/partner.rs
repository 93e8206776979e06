//! The operations of the partners' API about referrals and hubs.

use serde_json::json;

use super::answers::schema;
use super::{Example, Operation, nhs, sample};

/// The name of the group about referrals.
pub(super) const REFERRALS: &str = "Referrals";
/// The name of the group about the registry of hubs.
pub(super) const REGISTRY: &str = "Registry";

const MISSING: &str = "There is no such referral of the caller’s. Codes: `not_found`.";

pub(super) fn operations() -> Vec<Operation> {
    let mut all = referrals();
    all.extend(changes());
    all.extend(batches());
    all.extend(nhs::operations());
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
            .with_header(200, "ETag")
            .refuses(404, MISSING),
        Operation::new("GET /v1/referrals", REFERRALS, "listReferrals", "List one’s own referrals")
            .says(
                "What the caller sent or changed after `since`, the oldest first: ask again with the \
                 `next` of the answer. A referral may come more than once, and what is newer than two \
                 minutes is not listed yet. Or the one that has a `reference`.",
            )
            .scope("referrals:read")
            .query("since", &schema("SentCursor"), "The text of `next` of the answer before; from the beginning where it is left out.")
            .query("limit", &json!({"type": "integer", "minimum": 1, "maximum": 100}), "The most referrals in an answer; 100 where it is left out.")
            .query("reference", &schema("Reference"), "The reference of one referral; not together with `since`.")
            .answers(200, "SentPage", "The referrals, and where to ask on.")
            .refuses(400, "A parameter of the query cannot be read: `errors` names each. Codes: `bad_request`."),
    ]
}

/// The operation that changes a referral of the caller's, on the version that the caller has seen.
fn change(operation: Operation, body: &str, examples: Vec<Example>) -> Operation {
    let version = json!({
        "type": "string", "pattern": r#"^(\*|"[!#-~]{1,50}")$"#, "examples": ["\"1\""],
    });
    operation
        .scope("referrals:write")
        .idempotent()
        .header("If-Match", &version, "The `ETag` of the version that was seen; or `*` for any.")
        .takes(body, true, examples)
        .answers(200, "Amended", "The change is stored, and its workers will see it.")
        .with_header(200, "ETag")
        .refuses(404, MISSING)
        .refuses(409, "It was withdrawn, or was corrected as often as it may be. Codes: `withdrawn`, `too_many_corrections`.")
        .refuses(412, "")
        .refuses(422, "Fields need attention, each named in `errors`; or the key was used for another change. Codes: `invalid`, `idempotency_key_reused`.")
        .refuses(428, "")
}

fn changes() -> Vec<Operation> {
    let withdrawal = Example {
        name: "entered_in_error",
        says: "The referral should not have been sent.",
        status: 200,
        body: json!({"reason": "entered_in_error"}),
    };
    let correct = Operation::new("PUT /v1/referrals/{id}", REFERRALS, "correctReferral", "Correct a referral").says(
        "The whole referral as it should be. Nothing is overwritten: a worker sees the newest version, \
         and what was said before.",
    );
    let withdraw = Operation::new("POST /v1/referrals/{id}/withdrawal", REFERRALS, "withdrawReferral", "Withdraw a referral")
        .says("It stays where people see it, with all that it says; where nobody has begun, its work ends.");
    vec![change(correct, "Referral", Vec::new()), change(withdraw, "Withdrawal", vec![withdrawal])]
}

fn batches() -> Vec<Operation> {
    let row = "referrer_kind,agreement,needs,children_not_known\nschool,agreed,parenting,yes\n";
    let csv = Example {
        name: "one_row",
        says: "One row, with the columns that must be there.",
        status: 200,
        body: row.into(),
    };
    let lines = Example {
        name: "one_line",
        says: "One referral on a line of its own.",
        status: 200,
        body: format!("{}\n", sample::placed()).into(),
    };
    vec![
        Operation::new("POST /v1/referrals/batch", REFERRALS, "sendBatch", "Send many referrals")
            .says(format!(
                "Up to {} referrals, at most 1 MiB: rows of CSV with the columns of the template, or a \
                 referral on each line. Each is accepted or refused on its own, and `results` says which, \
                 in their order. Sent again under the same key, no row makes a second referral.",
                formats::batch::MAX_ROWS
            ))
            .scope("referrals:write")
            .idempotent()
            .takes_as("text/csv", "Rows", true, vec![csv])
            .takes_as("application/x-ndjson", "Lines", true, vec![lines])
            .answers(200, "BatchResults", "A result for each row.")
            .refuses(413, "The body is too large, or has too many rows. Codes: `too_large`, `too_many_rows`.")
            .refuses(422, "The file cannot be read, and no row of it was accepted. Codes: `invalid`, `no_rows`."),
        Operation::new("GET /v1/referrals/batch-template", REFERRALS, "getBatchTemplate", "Get the template of a file")
            .says("A CSV file with the names of the columns, and no row.")
            .answers_as(200, "text/csv", &json!({"type": "string"}), "The template.")
            .with_header(200, "Content-Disposition"),
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
            .answers_as(200, "application/json", &json!({"type": "object"}), "This document."),
    ]
}
