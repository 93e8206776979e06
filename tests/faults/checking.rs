//! Checks the answers that clients got against every inbox and every row.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::time::{Duration, Instant};

use e2e::stack::Stack;
use e2e::tables::Tables;
use serde_json::Value;

use crate::load::Submission;
use crate::sending::Told;

/// The places of every referral: inbox and entry, once for each entry that holds it.
type EntriesOfFamilies = BTreeMap<String, Vec<(String, String)>>;

/// The places of all referrals, read through the hubs' own API.
fn places(stack: &Stack) -> EntriesOfFamilies {
    let mut places = EntriesOfFamilies::new();
    for inbox in stack.credentials().inboxes() {
        for entry in stack.inbox(&inbox).entries() {
            for id in entry["referral_ids"].as_array().expect("ids") {
                let place = (inbox.clone(), e2e::inbox::id(&entry).to_owned());
                places.entry(id.as_str().expect("an id").to_owned()).or_default().push(place);
            }
        }
    }
    places
}

/// Waits until no referral is only accepted any more, and returns how long that took.
pub(crate) fn settle(stack: &Stack) -> Duration {
    let started = Instant::now();
    let tables = Tables::of(stack);
    // The tables tell soonest; the inboxes are read once, at the end.
    stack.wait("everything that was accepted to be routed", || {
        let waiting = tables.dump("referrals").iter().any(|item| text(item, "state") == "accepted");
        (!waiting).then_some(())
    });
    started.elapsed()
}

/// Every violation of the promises, in words.
pub(crate) fn violations(stack: &Stack, submissions: &[Submission], told: &Told) -> Vec<String> {
    let mut found = Vec::new();
    let places = places(stack);
    let told = told.ids.lock().unwrap();
    let mut known = BTreeSet::new();
    let mut families: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for submission in submissions {
        let ids = told.get(&submission.key).map(Vec::as_slice).unwrap_or_default();
        let [id] = ids else {
            found.push(format!("{}: answered {} ids", submission.key, ids.len()));
            continue;
        };
        if !known.insert(id.as_str()) {
            found.push(format!("{id}: the answer to two submissions"));
        }
        match places.get(id).map(Vec::as_slice).unwrap_or_default() {
            [] => found.push(format!("{id}: acknowledged and in no inbox")),
            [(inbox, entry)] => {
                families.entry(submission.family).or_default().insert(entry.as_str());
                let safe = ["-front-door", "review", "out-of-area"];
                if submission.concern && !safe.iter().any(|end| inbox.ends_with(end)) {
                    found.push(format!("{id}: a concern in {inbox}"));
                }
            }
            many => found.push(format!("{id}: in {} places", many.len())),
        }
    }
    found.extend(
        places
            .keys()
            .filter(|id| !known.contains(id.as_str()))
            .map(|id| format!("{id}: in an inbox, and no client was told of it")),
    );
    let split = families.iter().filter(|(_, entries)| entries.len() > 1);
    found.extend(split.map(|(family, entries)| {
        format!("family {family}: {} open entries for one child", entries.len())
    }));
    let mut together: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (family, entries) in &families {
        for entry in entries {
            together.entry(entry).or_default().insert(*family);
        }
    }
    let joined = together.iter().filter(|(_, families)| families.len() > 1);
    found.extend(joined.map(|(entry, families)| format!("{entry}: families {families:?} in one")));
    found.extend(in_tables(stack, &known));
    found.extend(in_audit(stack));
    found
}

/// The violations that `hubward audit verify` finds.
fn in_audit(stack: &Stack) -> Option<String> {
    let mut verify = Command::new(e2e::binaries().join("hubward"));
    let output = verify.args(["audit", "verify", "--state"]).arg(stack.state()).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (!output.status.success()).then(|| String::from_utf8_lossy(&said).into_owned())
}

/// The violations in the rows themselves, whatever the API says.
fn in_tables(stack: &Stack, known: &BTreeSet<&str>) -> Vec<String> {
    let mut found = Vec::new();
    let tables = Tables::of(stack);
    let referrals = tables.dump("referrals");
    let states: Vec<&Value> =
        referrals.iter().filter(|item| item["state"]["S"].is_string()).collect();
    if states.len() != known.len() {
        found.push(format!("{} state rows for {} submissions", states.len(), known.len()));
    }
    for state in states {
        if text(state, "state") != "routed" {
            found.push(format!("{}: {}", text(state, "pk"), text(state, "state")));
        }
    }
    let due = tables.dump("due");
    let (clocks, others): (Vec<_>, Vec<_>) =
        due.iter().map(|item| text(item, "work")).partition(|work| work.starts_with("clock#"));
    let others = others.into_iter().filter(|work| !work.starts_with("concern#"));
    found.extend(others.map(|work| format!("{work}: still due")));
    let bodies = referrals.iter().filter(|item| text(item, "sk") == "BODY").count();
    if bodies != known.len() {
        found.push(format!("{bodies} bodies for {} submissions", known.len()));
    }
    let entries = tables.dump("inbox");
    found.extend(clocks_out_of_step(&clocks, &entries));
    let mut listed: BTreeMap<String, usize> = BTreeMap::new();
    for entry in &entries {
        for id in entry["referrals"]["L"].as_array().into_iter().flatten() {
            *listed.entry(id["S"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
        }
    }
    let doubled = listed.iter().filter(|(id, times)| **times != 1 || !known.contains(id.as_str()));
    found.extend(doubled.map(|(id, times)| format!("{id}: in {times} entry rows")));
    if listed.len() != known.len() {
        found.push(format!("{} referrals in entry rows, of {}", listed.len(), known.len()));
    }
    found
}

/// The entries whose work nobody has taken up without the row by which their clock rings, and those rows
/// without such an entry.
fn clocks_out_of_step(clocks: &[&str], entries: &[Value]) -> Vec<String> {
    let planned: BTreeSet<&str> =
        clocks.iter().filter_map(|work| work.strip_prefix("clock#")).collect();
    let runs = |entry: &&Value| ["new", "claimed"].contains(&text(entry, "state"));
    let running: BTreeSet<&str> =
        entries.iter().filter(runs).map(|entry| text(entry, "entry")).collect();
    let out_of_step = planned.symmetric_difference(&running);
    out_of_step.map(|entry| format!("{entry}: its clock is not in step with it")).collect()
}

fn text<'a>(item: &'a Value, name: &str) -> &'a str {
    item[name]["S"].as_str().unwrap_or_default()
}
