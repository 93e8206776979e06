//! The submissions to send: families all over the places served, some twice for one child, some
//! with a concern.

use std::sync::atomic::{AtomicUsize, Ordering};

use e2e::family;
use serde_json::{Value, json};

/// One submission of a referral.
#[derive(Debug, Clone)]
pub(crate) struct Submission {
    /// The idempotency key.
    pub(crate) key: String,
    /// The content of the referral.
    pub(crate) referral: Value,
    /// The number of the family, which is equal for submissions about one child that must share an
    /// entry.
    pub(crate) family: usize,
    /// Whether it is a safeguarding concern.
    pub(crate) concern: bool,
}

/// Postcodes served by hubs, by triage, and by nobody here.
const POSTCODES: [&str; 8] =
    ["SW1V 2AA", "NW8 8DE", "W9 3AL", "CM1 1LH", "PO30 2AX", "W10 4AL", "SW1V 2AE", "GIR 0AA"];

/// The number of these postcodes, from the first on, that are of authorities served here.
const SERVED: usize = 5;

/// Makes two submissions that may be about one child, for a person to decide: one family is protected. They
/// are numbered from `first` on.
pub(crate) fn possible_match(first: usize) -> [Submission; 2] {
    let open = family::family_at(POSTCODES[0]);
    let mut protected = open.clone();
    protected["needs"] = json!(["domestic_abuse"]);
    let mut family = first..;
    [open, protected].map(|referral| {
        let family = family.next().unwrap_or(first);
        let key = format!("faults-pair-{}-{family}", std::process::id());
        Submission { key, referral, family, concern: false }
    })
}

/// Makes `count` submissions. Of ten families, one is referred twice and one has a concern.
pub(crate) fn submissions(count: usize) -> Vec<Submission> {
    static RUN: AtomicUsize = AtomicUsize::new(0);
    let run = RUN.fetch_add(1, Ordering::Relaxed);
    let mut all: Vec<Submission> = Vec::with_capacity(count);
    for at in 0..count {
        let key = format!("faults-{}-{run}-{at}", std::process::id());
        let submission = match all.last() {
            Some(before) if at % 10 == 1 => Submission { key, ..before.clone() },
            _ => {
                let concern = at % 10 == 5;
                // Children are recognised within an authority, so a family that is referred twice
                // lives in one.
                let postcode = match at % 10 {
                    0 => POSTCODES[at / 10 % SERVED],
                    _ => POSTCODES[at / 2 % POSTCODES.len()],
                };
                let referral = family::family_at(postcode);
                let referral = if concern { family::with_concern(referral) } else { referral };
                Submission { key, referral, family: at, concern }
            }
        };
        all.push(submission);
    }
    all
}
