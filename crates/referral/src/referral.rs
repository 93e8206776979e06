//! The referral itself, and the lane, priority and protection that follow from it.

use serde::{Deserialize, Serialize};

use crate::agreement::Agreement;
use crate::as_given::AsGiven;
use crate::code_list;
use crate::codes::{AgreementBy, LevelOfNeed, Need, ReferrerKind, Urgency};
use crate::household::{Household, Location};
use crate::people::{Adult, Children, MustNotKnow};
use crate::referrer::Referrer;
use crate::text::FreeText;

/// A request that a hub support a family, parsed. Serialising it and reading it back gives the
/// same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// The person or service that sent it.
    pub referrer: Referrer,
    /// Whether the family agreed.
    pub agreement: Agreement,
    /// The household: where the family lives, and how to talk with it.
    pub household: Household,
    /// The adults, in the order given.
    pub adults: Vec<Adult>,
    /// The people who must not know of the referral.
    pub must_not_know: Vec<MustNotKnow>,
    /// The children, or that they are not known.
    pub children: Children,
    /// The needs that help is wanted with; empty only with a safeguarding concern.
    pub needs: Needs,
    /// The reason for the referral, in the referrer's words.
    pub reason: Option<FreeText>,
    /// The words on what was already tried.
    pub already_tried: Option<FreeText>,
    /// The words on who else helps.
    pub others_helping: Option<FreeText>,
    /// The words of the family itself on what would help most.
    pub family_voice: Option<FreeText>,
    /// The urgency that the referrer gives, if they give one.
    pub urgency: Option<Urgency>,
    /// The level of need, where a professional assessed it; `None` if nothing was said about it.
    pub level_of_need: Option<LevelOfNeed>,
    /// Whether somebody may be at risk of harm.
    pub safeguarding_concern: bool,
    /// The fields that do not simply hold what was sent, in the order in which they were read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub as_given: Vec<AsGiven>,
}

/// The needs of a referral, in the list's order, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Need>", into = "Vec<Need>")]
pub struct Needs(Vec<Need>);

impl Needs {
    /// Puts the needs in order and drops duplicates.
    pub fn new(needs: impl IntoIterator<Item = Need>) -> Self {
        let mut needs: Vec<_> = needs.into_iter().collect();
        needs.sort_unstable();
        needs.dedup();
        Self(needs)
    }

    /// The needs, in order.
    pub fn iter(&self) -> impl Iterator<Item = Need> + '_ {
        self.0.iter().copied()
    }

    /// Whether a need is among these.
    pub fn contains(&self, need: Need) -> bool {
        self.0.contains(&need)
    }

    /// The number of needs.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no needs.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Vec<Need>> for Needs {
    fn from(needs: Vec<Need>) -> Self {
        Self::new(needs)
    }
}

impl From<Needs> for Vec<Need> {
    fn from(needs: Needs) -> Self {
        needs.0
    }
}

code_list! {
    /// The way that a referral takes, one of three, before any rule of an authority.
    pub enum Lane {
        Safeguarding => "safeguarding", "Safeguarding: to the front door";
        NotAgreed => "not_agreed", "The family has not agreed: to triage";
        Agreed => "agreed", "Agreed: to a hub";
    }
}

code_list! {
    /// The priority with which people see to a referral, highest first. It is derived, never
    /// chosen.
    pub enum Priority {
        Safeguarding => "safeguarding", "Safeguarding concern";
        Urgent => "urgent", "Urgent";
        Soon => "soon", "Soon";
        Routine => "routine", "Routine";
        NotAnswered => "not_answered", "Not answered";
    }
}

impl Priority {
    /// The rank among the priorities, from 0. An unanswered urgency waits its turn with "routine".
    pub const fn rank(self) -> u8 {
        match self {
            Self::NotAnswered => Self::Routine as u8,
            said => said as u8,
        }
    }
}

impl Referral {
    /// The lane of the referral. A concern, or a need assessed as specialist, comes before
    /// agreement.
    pub fn lane(&self) -> Lane {
        if self.safeguarding_concern || self.level_of_need == Some(LevelOfNeed::Specialist) {
            Lane::Safeguarding
        } else if self.agreement.is_agreed() {
            Lane::Agreed
        } else {
            Lane::NotAgreed
        }
    }

    /// The priority of the referral. Where somebody may be in danger it is "soon" at least.
    pub fn priority(&self) -> Priority {
        let said = match (self.lane(), self.urgency) {
            (Lane::Safeguarding, _) => Priority::Safeguarding,
            (_, Some(Urgency::Urgent)) => Priority::Urgent,
            (_, Some(Urgency::Soon)) => Priority::Soon,
            (_, Some(Urgency::Routine)) => Priority::Routine,
            (_, None) => Priority::NotAnswered,
        };
        if self.may_be_in_danger() { said.min(Priority::Soon) } else { said }
    }

    /// Whether a need was chosen with which somebody may be in danger.
    fn may_be_in_danger(&self) -> bool {
        self.needs.iter().any(Need::may_be_danger)
    }

    /// Whether somebody may be in danger and wrote about it in their own words, so that a person
    /// should read them soon. The meaning of the words is never guessed at.
    pub fn has_pressing_words(&self) -> bool {
        let texts = [&self.reason, &self.already_tried, &self.others_helping, &self.family_voice];
        let notes = [&self.agreement.reason, &self.household.accessibility.note];
        let avoided = self.must_not_know.iter().map(|one| &one.note);
        let times = self.adults.iter().map(|adult| &adult.safe_contact.best_times);
        let mut all = texts.into_iter().chain(notes).chain(avoided).chain(times);
        let wrote = all.any(Option::is_some) || self.as_given.iter().any(AsGiven::is_free_text);
        self.may_be_in_danger() && wrote
    }

    /// Whether knowing of this referral could harm somebody. The machine never merges a protected
    /// referral with another, even when both look identical.
    pub fn is_protected(&self) -> bool {
        let own_request = self.referrer.kind == ReferrerKind::SelfYoungPerson
            || self.agreement.by == Some(AgreementBy::YoungPerson);
        matches!(self.household.location, Location::Concealed { .. })
            || self.needs.contains(Need::DomesticAbuse)
            || !self.must_not_know.is_empty()
            || own_request
            || self.children.iter().any(|child| child.adopted || child.restricted)
            || self.household.parents_disagree_on_residence
    }
}

#[cfg(test)]
pub(crate) mod tests;
