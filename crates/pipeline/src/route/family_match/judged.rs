//! The judgements on a referral's children against the children of other referrals.

use std::collections::BTreeMap;

use matching::{Candidate, Evidence, Guard, Judgement, Outcome, Weights, decide, judge};
use referral::{EntryId, InboxId, Referral, ReferralId};

use super::Family;
use crate::rows::{EntryMatch, MatchKind};

/// The nearest judgement for each other referral.
pub(super) struct Judged {
    nearest: BTreeMap<ReferralId, (MatchKind, Judgement)>,
    again: Vec<ReferralId>,
}

impl Judged {
    /// Judges every child of the family against every child of the others.
    pub(super) fn judge(family: &Family, ids: &[ReferralId], referral: &Referral) -> Self {
        let weights = Weights::standard();
        let others = || ids.iter().filter_map(|id| Some((*id, family.read.get(id)?.as_ref()?)));
        let candidates: Vec<Candidate<'_, ReferralId>> = others()
            .flat_map(|(id, other)| {
                other.children.iter().map(move |profile| Candidate { id, profile })
            })
            .collect();
        let mut nearest: BTreeMap<ReferralId, (MatchKind, Judgement)> = BTreeMap::new();
        for child in &family.children {
            for (id, judgement) in decide(child, &candidates, weights) {
                let kind = match judgement.outcome {
                    Outcome::Replay | Outcome::SameChild => MatchKind::SameChild,
                    Outcome::Possible => MatchKind::Possible,
                    Outcome::Household => MatchKind::Household,
                    Outcome::New => continue,
                };
                let nearer = |(known, held): &(MatchKind, Judgement)| {
                    (kind, -judgement.bits) < (*known, -held.bits)
                };
                if nearest.get(&id).is_none_or(nearer) {
                    nearest.insert(id, (kind, judgement));
                }
            }
        }
        let again =
            others().filter(|(_, other)| other.referral == *referral).map(|(id, _)| id).collect();
        Self { nearest, again }
    }

    pub(super) fn kind(&self, id: ReferralId) -> Option<MatchKind> {
        self.nearest.get(&id).map(|(kind, _)| *kind)
    }

    /// Whether the other referral has a child of this referral.
    pub(super) fn is_same(&self, id: ReferralId) -> bool {
        self.kind(id) == Some(MatchKind::SameChild)
    }

    /// Leaves it to a person whether these referrals are about the same child, as another record of
    /// their entry speaks against it.
    pub(super) fn leave_apart(&mut self, referrals: &[ReferralId]) {
        for id in referrals {
            if let Some((kind @ MatchKind::SameChild, judgement)) = self.nearest.get_mut(id) {
                *kind = MatchKind::Possible;
                judgement.guards.push(Guard::OtherRecordDiffers);
            }
        }
    }

    /// Whether the other referral says exactly the same, its referrer included.
    pub(super) fn is_again(&self, id: ReferralId) -> bool {
        self.again.contains(&id)
    }

    /// The evidence of the nearest judgement, in words.
    pub(super) fn words(&self, id: ReferralId) -> Vec<String> {
        self.evidence(id).into_iter().map(|evidence| evidence.text).collect()
    }

    fn evidence(&self, id: ReferralId) -> Vec<Evidence> {
        self.nearest.get(&id).map(|(_, judgement)| judgement.evidence()).unwrap_or_default()
    }

    /// The match as it is kept with the entries.
    pub(super) fn entry_match(
        &self,
        other: EntryId,
        referral: ReferralId,
        triage: Option<&InboxId>,
    ) -> Option<EntryMatch> {
        let (kind, judgement) = self.nearest.get(&referral)?;
        Some(EntryMatch {
            other,
            kind: *kind,
            evidence: self
                .evidence(referral)
                .into_iter()
                .map(|evidence| (evidence.field, evidence.level))
                .collect(),
            guards: judgement.guards.iter().map(|guard| guard.code().to_owned()).collect(),
            weights: Weights::standard().version().to_owned(),
            triage: triage.cloned(),
            decision: None,
        })
    }
}

/// Whether a child of a referral that was read is a child of one of these.
pub(super) fn share_a_child(family: &Family, id: ReferralId, others: &[ReferralId]) -> bool {
    let children = |id: &ReferralId| {
        family.read.get(id).and_then(Option::as_ref).map(|other| other.children.as_slice())
    };
    let own = children(&id).unwrap_or_default();
    others.iter().filter_map(children).flatten().any(|known| {
        own.iter()
            .any(|child| judge(child, known, Weights::standard()).outcome >= Outcome::SameChild)
    })
}
