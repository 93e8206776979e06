//! Decides on one arrival against all candidates: each one is judged, shared contacts are set
//! aside, and ties between two known children are left to a person.

use crate::entry::contradicts;
use crate::guard::Guard;
use crate::judge::{Judgement, Outcome, judge};
use crate::profile::Profile;
use crate::weights::Weights;

/// A known child that shares a key with the arrival.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a, T> {
    /// The name that the caller knows the candidate by.
    pub id: T,
    /// The known child's profile.
    pub profile: &'a Profile,
}

/// A phone number, mailbox or home that more unrelated families than this share is no evidence.
pub const SHARED_BY: usize = 3;

/// Judges an arrival against each candidate, in the order given.
pub fn decide<T: Copy>(
    arrival: &Profile,
    candidates: &[Candidate<'_, T>],
    weights: &Weights,
) -> Vec<(T, Judgement)> {
    let without = (candidates.len() > SHARED_BY)
        .then(|| without_shared(arrival, candidates.iter().map(|candidate| candidate.profile)))
        .flatten();
    let own = without.as_ref().unwrap_or(arrival);
    let mut judged: Vec<(T, Judgement)> = candidates
        .iter()
        .map(|candidate| (candidate.id, judge(own, candidate.profile, weights)))
        .collect();
    let same: Vec<usize> =
        (0..judged.len()).filter(|&at| judged[at].1.outcome == Outcome::SameChild).collect();
    let own_only = std::slice::from_ref;
    let tied = same.iter().any(|&one| {
        same.iter().any(|&other| {
            let (one, other) = (candidates[one].profile, candidates[other].profile);
            contradicts(own_only(one), own_only(other), weights)
        })
    });
    for at in same.into_iter().filter(|_| tied) {
        judged[at].1.outcome = Outcome::Possible;
        judged[at].1.guards.push(Guard::NearTie);
    }
    judged
}

/// The arrival without the values that unrelated families share; none where there are no such
/// values. A value that is missing on one side is not compared.
#[expect(clippy::needless_pass_by_value, reason = "an iterator that is cloned for each look")]
fn without_shared<'a>(
    arrival: &Profile,
    others: impl Iterator<Item = &'a Profile> + Clone,
) -> Option<Profile> {
    let is_shared = |has: &dyn Fn(&Profile) -> bool| {
        let mut families: Vec<&str> = Vec::new();
        for other in others.clone().filter(|other| has(other)) {
            if let Some(family) = other.family.first().map(|word| word.sound.as_str())
                && !families.contains(&family)
            {
                families.push(family);
            }
        }
        families.len() > SHARED_BY
    };
    let phones: Vec<&String> = arrival
        .phones
        .iter()
        .filter(|phone| is_shared(&|one| one.phones.contains(phone)))
        .collect();
    let emails: Vec<&String> = arrival
        .emails
        .iter()
        .filter(|email| is_shared(&|one| one.emails.contains(email)))
        .collect();
    let home = arrival.home.is_some() && is_shared(&|one| one.home == arrival.home);
    if phones.is_empty() && emails.is_empty() && !home {
        return None;
    }
    let mut own = arrival.clone();
    own.phones.retain(|phone| !phones.contains(&phone));
    own.emails.retain(|email| !emails.contains(&email));
    if home {
        (own.home, own.postcode) = (None, None);
    }
    Some(own)
}
