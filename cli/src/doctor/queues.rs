//! The queues of a deployment: there, each with a dead-letter queue that keeps what was given up.

use super::finding::Findings;
use crate::deployment::Connected;

const QUEUES: [(&str, &str); 3] = [
    ("queue urgent", "HUBWARD_QUEUE_URGENT"),
    ("queue referrals", "HUBWARD_QUEUE_REFERRALS"),
    ("queue webhooks", "HUBWARD_QUEUE_WEBHOOKS"),
];

/// The least receives before a message is given up, and the least time that it is kept then.
const RECEIVES: u64 = 5;
const FOURTEEN_DAYS: u64 = 14 * 24 * 60 * 60;

pub(super) async fn look(findings: &mut Findings, connected: &Connected) {
    for (what, variable) in QUEUES {
        let Ok(url) = connected.variable(variable) else {
            findings.missing(what, format!("{variable} is not set: deploy again"));
            continue;
        };
        let found = match connected.operator.inspect_queue(url).await {
            Ok(found) => found,
            Err(error) => {
                findings.wrong(what, error.to_string());
                continue;
            }
        };
        match found.max_receives {
            Some(receives) if receives >= RECEIVES => {
                findings.ok(what, format!("given up after {receives} receives"));
            }
            receives => findings.wrong(
                what,
                format!("given up after {receives:?} receives, not at least {RECEIVES}"),
            ),
        }
        let letters = format!("{what}, dead letters");
        if found.dead_letters > 0 {
            let told = format!("{}: see why, then `hubward redrive`", found.dead_letters);
            findings.wrong(letters, told);
        } else if found.kept_seconds.is_some_and(|seconds| seconds < FOURTEEN_DAYS) {
            findings.wrong(letters, "they are kept for less than 14 days: deploy again");
        } else {
            findings.ok(letters, "none");
        }
    }
}
