//! One arrival against everybody found: each candidate judged, shared contacts set aside, and near
//! ties left to a person.

use std::collections::{BTreeMap, BTreeSet};

use crate::guard::Guard;
use crate::judge::{Judgement, Outcome, judge};
use crate::profile::Profile;
use crate::weights::Weights;

/// A known child that shares a key with the arrival.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a, T> {
    /// What the caller knows it by.
    pub id: T,
    /// The child.
    pub profile: &'a Profile,
}

/// A phone number, mailbox or home used by so many unrelated families says nothing about who
/// somebody is.
pub const SHARED_BY: usize = 3;
/// Two known children within so many bits of each other are about equally near.
const TIE: f64 = 4.0;

/// Judges an arrival against each candidate, in their order.
pub fn decide<T: Copy>(
    arrival: &Profile,
    candidates: &[Candidate<'_, T>],
    weights: &Weights,
) -> Vec<(T, Judgement)> {
    let shared = Shared::among(arrival, candidates.iter().map(|candidate| candidate.profile));
    let own = shared.strip(arrival);
    let mut judged: Vec<(T, Judgement)> = candidates
        .iter()
        .map(|candidate| (candidate.id, judge(&own, &shared.strip(candidate.profile), weights)))
        .collect();
    let near: Vec<usize> =
        (0..judged.len()).filter(|&at| judged[at].1.outcome >= Outcome::Possible).collect();
    let tied: Vec<usize> = near
        .iter()
        .copied()
        .filter(|&at| judged[at].1.outcome == Outcome::SameChild)
        .filter(|&at| {
            near.iter().any(|&other| {
                other != at
                    && judged[other].1.bits + TIE >= judged[at].1.bits
                    && judge(candidates[at].profile, candidates[other].profile, weights).outcome
                        < Outcome::Possible
            })
        })
        .collect();
    for at in tied {
        judged[at].1.outcome = Outcome::Possible;
        judged[at].1.guards.push(Guard::NearTie);
    }
    judged
}

/// What unrelated families share.
struct Shared {
    values: BTreeSet<String>,
}

impl Shared {
    fn among<'a>(arrival: &'a Profile, others: impl Iterator<Item = &'a Profile>) -> Self {
        let mut families: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for child in others.chain([arrival]) {
            let Some(family) = child.family.first() else { continue };
            for value in values(child) {
                families.entry(value).or_default().insert(&family.sound);
            }
        }
        let values = families
            .into_iter()
            .filter(|(_, families)| families.len() > SHARED_BY)
            .map(|(value, _)| value)
            .collect();
        Self { values }
    }

    fn strip(&self, child: &Profile) -> Profile {
        let mut child = child.clone();
        if self.values.is_empty() {
            return child;
        }
        child.phones.retain(|phone| !self.values.contains(&format!("phone {phone}")));
        child.emails.retain(|email| !self.values.contains(&format!("email {email}")));
        if home(&child).is_some_and(|home| self.values.contains(&home)) {
            child.home = None;
            child.postcode = None;
        }
        child
    }
}

fn values(child: &Profile) -> impl Iterator<Item = String> {
    let phones = child.phones.iter().map(|phone| format!("phone {phone}"));
    let emails = child.emails.iter().map(|email| format!("email {email}"));
    phones.chain(emails).chain(home(child))
}

fn home(child: &Profile) -> Option<String> {
    let door = child.home.as_ref()?.door()?;
    Some(format!("home {} {door}", child.postcode.as_deref()?))
}
