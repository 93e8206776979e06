//! The operations of the hubs' API for programs.

use pipeline::collect::MOST_PER_PAGE;
use referral::code_list::CodeList;
use referral::{AgeBand, EntryState, Need, ReferrerKind};
use serde_json::{Value, json};

use super::answers::schema;
use super::{Example, Operation};

/// The name of the group about the inbox.
pub(super) const INBOX: &str = "Inbox";

const READ: &str = "inbox:read";
const WRITE: &str = "inbox:write";
/// The route of every change of an entry where it is, and of its moves.
const ACTION: &str = "POST /v1/inbox/{entry}/{action}";

pub(super) fn operations() -> Vec<Operation> {
    let mut all = reading();
    all.extend(changes());
    all.extend(writing());
    all
}

fn read(route: &'static str, id: &'static str, title: &'static str) -> Operation {
    let operation = Operation::new(route, INBOX, id, title).scope(READ);
    let operation = operation.refuses(
        403,
        "The caller may not do this. Codes: `scope_missing`, `role_not_allowed`, `closed_to_you`.",
    );
    if route.contains('{') { of_an_entry(operation) } else { operation }
}

fn of_an_entry(operation: Operation) -> Operation {
    operation.refuses(404, "There is no such entry in the caller’s inboxes. Codes: `not_found`.")
}

fn write(route: &'static str, id: &'static str, title: &'static str) -> Operation {
    of_an_entry(Operation::new(route, INBOX, id, title).scope(WRITE))
        .refuses(403, "The caller may not do this. Codes: `scope_missing`, `role_not_allowed`, `closed_to_you`, `forbidden`.")
}

fn one_of<T: CodeList>() -> Value {
    json!({"type": "string", "enum": T::all().iter().map(|one| one.code()).collect::<Vec<_>>()})
}

fn paged(operation: Operation) -> Operation {
    operation
        .query(
            "limit",
            &json!({"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE}),
            "The most items on a page; 20 where it is left out.",
        )
        .query("cursor", &schema("Cursor"), "The text of `next` of the page before.")
        .refuses(
            400,
            "A parameter of the query cannot be read: `errors` names each. Codes: `bad_request`.",
        )
}

fn filtered(operation: Operation) -> Operation {
    let yes = || json!({"const": "yes"});
    paged(operation)
        .query(
            "inbox",
            &schema("InboxId"),
            "One of the caller’s inboxes; all of them where it is left out.",
        )
        .query("part", &json!({"enum": ["all", "waiting", "done"]}), "The part of the list.")
        .query("state", &one_of::<EntryState>(), "The state of an entry.")
        .query("age", &one_of::<AgeBand>(), "The age of a child.")
        .query("need", &one_of::<Need>(), "A need.")
        .query("sender", &one_of::<ReferrerKind>(), "The kind of referrer.")
        .query("mine", &yes(), "Only what the caller has claimed or works on.")
        .query("late", &yes(), "Only what is late.")
}

/// An operation that answers with a file, as CSV or JSON.
fn file(operation: Operation, json: &str, says: &str) -> Operation {
    operation
        .query(
            "format",
            &json!({"enum": ["csv", "json"]}),
            "The format of the file; csv where it is left out.",
        )
        .answers_as(200, "text/csv", &json!({"type": "string"}), says)
        .answers_as(200, "application/json", &schema(json), says)
        .with_header(200, "Content-Disposition")
        .refuses(400, "A parameter of the query cannot be read. Codes: `bad_request`.")
}

fn reading() -> Vec<Operation> {
    let export = read("GET /v1/inbox-export", "exportInbox", "Take the list away as a file");
    let entry = read("GET /v1/inbox/{entry}/export", "exportEntry", "Take an entry away as a file");
    let list = read("GET /v1/inbox", "listEntries", "List the entries")
        .says("The entries of the caller’s inboxes: the most pressing first, then those that wait longest. Each page is recorded.");
    let matches = read("GET /v1/matches", "listPossibleMatches", "List the pairs to decide");
    let next = "/entries/0/id";
    vec![
        filtered(list)
            .answers(200, "InboxPage", "A page of the list.")
            .leads(200, "openEntry", "entry", next)
            .leads(200, "claimEntry", "entry", next)
            .leads(200, "findPlace", "entry", next)
            .leads(200, "writeOnLog", "entry", next)
            .leads(200, "exportEntry", "entry", next)
            .leads(200, "takeOverEntry", "entry", next)
            .leads(200, "redirectEntry", "entry", next)
            .leads(200, "declineEntry", "entry", next)
            .leads(200, "changeAccess", "entry", next)
            .leads(200, "handOver", "entry", next),
        file(filtered(export), "InboxPage", "The list as a file, as far as it passes the filters."),
        read("GET /v1/inbox/{entry}", "openEntry", "Open an entry")
            .says("Everything that its referrals say. The look is recorded before it is answered.")
            .answers(200, "OpenedEntry", "The entry."),
        file(entry, "OpenedEntry", "The entry as a file, with everything that its referrals say."),
        read("GET /v1/inbox/{entry}/place", "findPlace", "Find the hub of an entry")
            .says("For an entry in triage, review or out-of-area: the rulebook’s explanation, and the hubs to choose from. There is nothing here for an entry that is in a hub.")
            .answers(200, "Finding", "The explanation and the hubs."),
        paged(matches).answers(200, "PossibleMatchPage", "A page of pairs of entries that may be about one child."),
        read("GET /v1/figures", "getFigures", "Ask for figures")
            .says("How long the families of a calendar quarter waited, and what came of it, for callers who are managers. Small numbers are withheld. Each look is recorded.")
            .query("quarter", &json!({"type": "string", "pattern": "^[0-9]{4}-Q[1-4]$"}), "The quarter, such as 2026-Q3; the one before this one where it is left out.")
            .query("inbox", &schema("InboxId"), "One of the caller’s inboxes; all of them where it is left out.")
            .refuses(400, "A parameter of the query cannot be read. Codes: `bad_request`.")
            .refuses(404, "The caller has no such inbox. Codes: `not_found`.")
            .refuses(422, "The quarter has too many families to be counted at once. Codes: `invalid`.")
            .answers(200, "FigureList", "The figures of each inbox."),
        read("GET /v1/authorities", "listAuthorities", "List the councils to hand over to")
            .answers(200, "AuthorityList", "Every council, and its contacts where they are known."),
    ]
}

fn example(name: &'static str, says: &'static str, body: Value) -> Vec<Example> {
    vec![Example { name, says, status: 200, body }]
}

fn changes() -> Vec<Operation> {
    let change = |path: &'static str, id, title, body: &str, required, examples| {
        write(ACTION, id, title)
            .at(path)
            .takes(body, required, examples)
            .answers(200, "Entry", "The entry as it is now.")
            .refuses(409, "The entry has changed since, or its state does not allow this: `errors` has the last step. Codes: `conflict`.")
    };
    let plain = |path, id, title| change(path, id, title, "Change", false, Vec::new());
    vec![
        plain("/v1/inbox/{entry}/claim", "claimEntry", "Claim an entry")
            .says("Of two workers one gets it. A claim holds for four hours.")
            .leads(200, "acceptEntry", "entry", "/id")
            .leads(200, "releaseEntry", "entry", "/id"),
        plain("/v1/inbox/{entry}/accept", "acceptEntry", "Take the work up")
            .leads(200, "closeEntry", "entry", "/id"),
        plain("/v1/inbox/{entry}/release", "releaseEntry", "Give a claim back"),
        plain("/v1/inbox/{entry}/reopen", "reopenEntry", "Open a closed entry again"),
        change("/v1/inbox/{entry}/take_over", "takeOverEntry", "Take an entry over from a colleague", "TakeOver", true,
            example("absent", "The colleague is away.", json!({"reason": "absent"}))),
        change("/v1/inbox/{entry}/redirect", "redirectEntry", "Send an entry to another inbox", "Redirect", true,
            example("better_fit", "Another hub fits better.", json!({"reason": "better_fit", "to": "westminster-portman"})))
            .refuses(422, "A code is wrong, or the entry cannot go there: the message says where it can. Codes: `invalid`."),
        change("/v1/inbox/{entry}/decline", "declineEntry", "Decline an entry", "Decline", true,
            example("at_capacity", "The hub is full: it is offered to another one.", json!({"reason": "at_capacity"}))),
        change("/v1/inbox/{entry}/close", "closeEntry", "Close an entry", "Close", true,
            example("supported", "The family was supported.", json!({"outcome": "supported"})))
            .says("Some outcomes need attempts to reach the family on the log first.")
            .leads(200, "reopenEntry", "entry", "/id"),
    ]
}

fn writing() -> Vec<Operation> {
    vec![
        write("POST /v1/inbox/{entry}/log", "writeOnLog", "Write on an entry’s log")
            .idempotent()
            .takes("LogAsked", true, example("note", "A note.", json!({"kind": "note", "words": "The school was told that we have it."})))
            .answers(200, "LogReceipt", "The item is on the log.")
            .refuses(409, "The entry’s state does not allow this, or the key was used for another item. Codes: `conflict`."),
        write("POST /v1/inbox/{entry}/access", "changeAccess", "Change who may see an entry")
            .takes("Access", true, example("ask_access", "A worker asks to see a restricted entry.", json!({"change": "ask_access", "reason": "danger"})))
            .answers(200, "Entry", "The entry as it is now.")
            .refuses(409, "The entry has changed since, or its state does not allow this. Codes: `conflict`."),
        write("POST /v1/inbox/{entry}/handover", "handOver", "Hand an entry over")
            .takes("Handover", true, example("offer", "The work is offered to a colleague.", json!({"step": "offer"})))
            .answers(200, "Entry", "The entry as it is now.")
            .refuses(409, "The entry has changed since, or its state does not allow this. Codes: `conflict`."),
        write("POST /v1/inbox/{entry}/matches/{other}", "decideMatch", "Decide whether two entries are about one child")
            .takes("Decide", true, example("different", "They are two children.", json!({"verdict": "different"})))
            .answers(200, "Entry", "The entry as it is now.")
            .refuses(409, "An entry has changed since. Codes: `conflict`."),
    ]
}
