//! The rights that the code uses against the rights that the roles give: neither may be more.
//!
//! The linker keeps what a program can reach and drops the rest. So a function's binary tells which
//! of the store's and the pipeline's functions it can call; their source tells which requests to AWS
//! each makes, and on what.

mod linked;
mod source;
mod used;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use self::used::Used;
use crate::reading::{FUNCTIONS, Template};
use crate::roles;

/// The source, which is read once.
static USED: LazyLock<Used> = LazyLock::new(Used::read);

/// Rights that no line of the code uses, and why a role has them.
const NOT_OF_THE_CODE: [(&str, &str); 8] = [
    // Lambda takes messages in the name of the function.
    ("Route", "sqs:ReceiveMessage"),
    ("Route", "sqs:DeleteMessage"),
    ("Route", "sqs:ChangeMessageVisibility"),
    ("Route", "sqs:GetQueueAttributes"),
    ("Notify", "sqs:ReceiveMessage"),
    ("Notify", "sqs:DeleteMessage"),
    ("Notify", "sqs:ChangeMessageVisibility"),
    ("Notify", "sqs:GetQueueAttributes"),
];

/// The functions of the store that the commands of each role call: `hubward audit`, `doctor`, `keys`,
/// `partner`, `redrive` and `sessions`; `hubward rules publish`, `rollback` and `published`; `hubward rules
/// replay`, which opens bodies.
const COMMANDS: [(&str, &[&str]); 3] = [
    (
        "Operator",
        &[
            "store|Operator::add_partner",
            "store|Operator::add_partner_key",
            "store|Operator::all_entries",
            "store|Operator::all_states",
            "store|Operator::audit_rows",
            "store|Operator::audit_stream",
            "store|Operator::bodies_sealed_with",
            "store|Operator::customer_key",
            "store|Operator::end_sessions",
            "store|Operator::inspect_queue",
            "store|Operator::inspect_table",
            "store|Operator::key_versions",
            "store|Operator::partners",
            "store|Operator::published_rulebooks",
            "store|Operator::put_webhook",
            "store|Operator::record_key_change",
            "store|Operator::redrive_some",
            "store|Operator::remove_webhook",
            "store|Operator::revoke_partner_keys",
            "store|Operator::rotate_customer_key",
            "store|Operator::seal_webhook_secret",
            "store|Operator::write_key_versions",
            // It is reached by methods alone.
            "store|KmsKeys::current",
        ],
    ),
    (
        "Publisher",
        &[
            "store|Operator::publish_rulebooks",
            "store|Operator::published_rulebooks",
            "store|Operator::roll_rulebooks_back",
            "store|Operator::rulebook_events",
            "store|Operator::rulebooks_before",
        ],
    ),
    (
        "Replay",
        &[
            "store|Operator::about_how_many",
            "store|Operator::count_families",
            "store|Operator::past_facts",
            "store|KmsKeys::open",
        ],
    ),
];

/// The rights that a function's role gives, logs aside, and those that its code uses.
fn given_and_used(template: &Template, name: &str) -> [BTreeSet<String>; 2] {
    let given = roles::rights(template, &format!("{name}Role")).into_iter().filter(|right| {
        let is_ours = !NOT_OF_THE_CODE.contains(&(name, right.action));
        is_ours && !right.action.starts_with("logs:")
    });
    let given = given.map(|right| format!("{} on {}", right.action, right.on)).collect();
    [given, USED.of(&name.to_lowercase())]
}

#[test]
fn a_role_gives_what_its_function_uses_and_no_more() {
    let template = Template::main();
    let mut wrong = Vec::new();
    for name in FUNCTIONS {
        let [given, used] = given_and_used(&template, name);
        assert!(!used.is_empty(), "{name}");
        wrong.extend(given.difference(&used).map(|right| format!("{name} does not use {right}")));
        wrong.extend(used.difference(&given).map(|right| format!("{name} lacks {right}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_persons_role_gives_what_their_commands_use_and_no_more() {
    let template = Template::main();
    let mut known = BTreeSet::new();
    for (name, commands) in COMMANDS {
        let [used, own] = USED.by_functions(commands);
        let given = roles::rights(&template, &format!("{name}Role"));
        let given: BTreeSet<_> = given.iter().map(|right| right.action).collect();
        assert_eq!(given, used, "{name}");
        known.extend(own);
    }
    let rest: Vec<_> = USED.of_operators().difference(&known).copied().collect();
    assert!(rest.is_empty(), "no role has the rights for {rest:?}");
}

#[test]
fn no_request_in_a_program_escapes_the_reading_of_its_source() {
    for name in FUNCTIONS.map(str::to_lowercase) {
        let linked = linked::requests(&e2e::binaries().join(&name));
        assert!(!linked.is_empty(), "{name}");
        assert_eq!(USED.requests(&name), linked, "{name}");
    }
}

#[test]
fn a_right_too_many_and_one_too_few_are_noticed() {
    let text = std::fs::read_to_string(e2e::project().join("infra/template.yaml")).unwrap();
    for (name, used, planted, on) in [
        ("Sweep", "dynamodb:UpdateItem", "dynamodb:PutItem", "DueTable"),
        ("Family", "kms:GenerateDataKey", "kms:Decrypt", "BodiesKey"),
        ("Route", "dynamodb:BatchWriteItem", "dynamodb:Scan", "MatchesTable"),
    ] {
        let (before, role) = text.split_once(&format!("\n  {name}Role:\n")).unwrap();
        let wrong = role.replacen(used, planted, 1);
        let wrong = Template::parse(&format!("{before}\n  {name}Role:\n{wrong}"));
        let [given, found] = given_and_used(&wrong, name);
        let only = |a: &BTreeSet<String>, b| a.difference(b).cloned().collect::<Vec<_>>();
        assert_eq!(only(&given, &found), [format!("{planted} on {on}")]);
        assert_eq!(only(&found, &given), [format!("{used} on {on}")]);
    }
}
