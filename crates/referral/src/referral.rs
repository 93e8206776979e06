//! The referral itself, and what follows from what it says.

use serde::{Deserialize, Serialize};

use crate::agreement::Agreement;
use crate::as_given::AsGiven;
use crate::code_list;
use crate::codes::{AgreementBy, LevelOfNeed, Need, ReferrerKind, Urgency};
use crate::household::{Household, Location};
use crate::people::{Adult, Children, MustNotKnow};
use crate::referrer::Referrer;
use crate::text::FreeText;

/// A request that a hub support a family, parsed. Serialising and reading it back gives the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// Who sent it.
    pub referrer: Referrer,
    /// Whether the family agreed.
    pub agreement: Agreement,
    /// Where the family lives and how to talk with it.
    pub household: Household,
    /// The adults, in the order given.
    pub adults: Vec<Adult>,
    /// Whoever must not know.
    pub must_not_know: Vec<MustNotKnow>,
    /// The children, or that they are not known.
    pub children: Children,
    /// What help is wanted with; empty only with a safeguarding concern.
    pub needs: Needs,
    /// Why, in the referrer's words.
    pub reason: Option<FreeText>,
    /// What was already tried.
    pub already_tried: Option<FreeText>,
    /// Who else helps.
    pub others_helping: Option<FreeText>,
    /// What would help most, in the family's own words.
    pub family_voice: Option<FreeText>,
    /// How soon, as the referrer says, if they do.
    pub urgency: Option<Urgency>,
    /// The level of need, where a professional assessed it; `None` if nothing was said of it.
    pub level_of_need: Option<LevelOfNeed>,
    /// Somebody may be at risk of harm.
    pub safeguarding_concern: bool,
    /// Fields that are not simply what was sent, in the order they were read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub as_given: Vec<AsGiven>,
}

/// Needs in the list's order, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Need>", into = "Vec<Need>")]
pub struct Needs(Vec<Need>);

impl Needs {
    /// Puts them in order and drops what is there twice.
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

    /// Whether this one is among them.
    pub fn contains(&self, need: Need) -> bool {
        self.0.contains(&need)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
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
    /// Which of three ways a referral takes, before any rule of an authority.
    pub enum Lane {
        Safeguarding => "safeguarding", "Safeguarding: to the front door";
        NotAgreed => "not_agreed", "The family has not agreed: to triage";
        Agreed => "agreed", "Agreed: to a hub";
    }
}

code_list! {
    /// In what order people see to referrals: the first first. Derived, never chosen.
    pub enum Priority {
        Safeguarding => "safeguarding", "Safeguarding concern";
        Urgent => "urgent", "Urgent";
        Soon => "soon", "Soon";
        Routine => "routine", "Routine";
        NotAnswered => "not_answered", "Not answered";
    }
}

impl Priority {
    /// Where it stands among the others, from 0. Nothing said waits its turn with what can wait.
    pub const fn rank(self) -> u8 {
        match self {
            Self::NotAnswered => Self::Routine as u8,
            said => said as u8,
        }
    }
}

impl Referral {
    /// The way it takes. A concern, or a need assessed as specialist, comes before agreement.
    pub fn lane(&self) -> Lane {
        if self.safeguarding_concern || self.level_of_need == Some(LevelOfNeed::Specialist) {
            Lane::Safeguarding
        } else if self.agreement.is_agreed() {
            Lane::Agreed
        } else {
            Lane::NotAgreed
        }
    }

    /// The order in which people see to it. Where somebody may be in danger it is soon at least.
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

    /// Whether a need was chosen that somebody may be in danger with.
    fn may_be_in_danger(&self) -> bool {
        self.needs.iter().any(Need::may_be_danger)
    }

    /// Whether somebody may be in danger and wrote of it in their own words, so that a person should
    /// read it soon. What the words say is never guessed at.
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
