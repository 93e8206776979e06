//! The facts that placing a referral looks at, and nothing more: no name, no contact, no word of
//! free text. Recorded, they give the same placement again from the same rulebook and index.

use jiff::civil::Date;
use referral::{
    AccessNeed, Birth, Child, GivenPostcode, GssCode, Lane, LanguageTag, LevelOfNeed, Location,
    Needs, OdsCode, Referral, ReferrerKind, SendStatus, Urgency, Urn,
};
use serde::{Deserialize, Serialize};

/// The facts of one referral on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The day that ages and opening dates are counted on.
    pub on: Date,
    /// The lane that the referral takes.
    pub lane: Lane,
    /// The place where the family lives, as far as it was said.
    pub whereabouts: Whereabouts,
    /// The needs that help is wanted with.
    pub needs: Needs,
    /// The children, in the order given.
    pub children: Vec<ChildFacts>,
    /// The kind of referrer who sent it.
    pub referrer: ReferrerKind,
    /// The urgency; a rule takes it for routine where nobody said.
    pub urgency: Urgency,
    /// The level of need; not assessed where nothing was said about it.
    pub level_of_need: LevelOfNeed,
    /// The language the family speaks.
    pub language: Option<LanguageTag>,
    /// Whether somebody said that an interpreter is needed.
    pub interpreter_needed: bool,
    /// The help that somebody needs in order to use a hub.
    pub access: Vec<AccessNeed>,
    /// The practice of the GP who sent the referral, when one did.
    #[serde(default)]
    pub gp: Option<OdsCode>,
}

/// The place where a family lives, as far as it was said. A council is named by its GSS code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whereabouts {
    /// A postcode, whole or in part.
    Postcode {
        /// The postcode as given.
        postcode: GivenPostcode,
        /// The council that was named beside it.
        authority: Option<GssCode>,
    },
    /// An address without a postcode, or nothing at all.
    NotGiven {
        /// The council that was named.
        authority: Option<GssCode>,
    },
    /// The family has no fixed address.
    NoFixedAddress {
        /// The council that was named.
        authority: Option<GssCode>,
    },
    /// An address that must stay hidden: only a council was asked for.
    Concealed {
        /// The council that was named.
        authority: Option<GssCode>,
    },
}

/// A child, as rules see one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildFacts {
    /// The child's age on the day.
    pub age: Age,
    /// The child's special educational needs or disability.
    pub send: SendStatus,
    /// The child's school; the school that sent the referral, when the child's own was not said.
    pub school: Option<Urn>,
}

/// A child's age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Age {
    /// The child is not born yet.
    Unborn,
    /// The age in whole years.
    Years(i16),
    /// The age is not known.
    NotKnown,
}

impl Facts {
    /// The facts of a referral on a day.
    pub fn of(referral: &Referral, on: Date) -> Self {
        let organisation = referral.referrer.organisation.as_ref();
        let gp = organisation.filter(|_| referral.referrer.kind == ReferrerKind::Gp);
        let school = organisation.filter(|_| referral.referrer.kind == ReferrerKind::School);
        let school = school.and_then(|school| school.urn.as_ref());
        Self {
            on,
            lane: referral.lane(),
            whereabouts: Whereabouts::of(&referral.household.location),
            needs: referral.needs.clone(),
            children: referral
                .children
                .iter()
                .map(|child| ChildFacts::of(child, school, on))
                .collect(),
            referrer: referral.referrer.kind,
            urgency: referral.urgency.unwrap_or(Urgency::Routine),
            level_of_need: referral.level_of_need.unwrap_or(LevelOfNeed::NotAssessed),
            language: referral.household.language.clone(),
            interpreter_needed: referral.household.interpreter_needed.unwrap_or_default(),
            access: referral.household.accessibility.needs.clone(),
            gp: gp.and_then(|practice| practice.ods.clone()),
        }
    }

    /// The facts of an agreed, routine referral of a family that lives at `whereabouts`, about
    /// which nothing else is known.
    pub fn plain(whereabouts: Whereabouts, on: Date) -> Self {
        Self {
            on,
            lane: Lane::Agreed,
            whereabouts,
            needs: Needs::default(),
            children: Vec::new(),
            referrer: ReferrerKind::Other,
            urgency: Urgency::Routine,
            level_of_need: LevelOfNeed::NotAssessed,
            language: None,
            interpreter_needed: false,
            access: Vec::new(),
            gp: None,
        }
    }
}

impl Whereabouts {
    /// The whereabouts that a location gives.
    pub fn of(location: &Location) -> Self {
        match location {
            Location::Address(address) => match address.postcode {
                Some(postcode) => Self::Postcode { postcode, authority: address.authority },
                None => Self::NotGiven { authority: address.authority },
            },
            Location::NoFixedAddress { authority } => {
                Self::NoFixedAddress { authority: *authority }
            }
            Location::Concealed { authority } => Self::Concealed { authority: *authority },
            Location::NotGiven { authority } => Self::NotGiven { authority: *authority },
        }
    }
}

impl ChildFacts {
    fn of(child: &Child, sender: Option<&Urn>, on: Date) -> Self {
        let age = match child.birth {
            Birth::Born(day) => Age::Years(day.age_on(on)),
            Birth::About(about) => Age::Years(about.age_on(on)),
            Birth::Due(_) => Age::Unborn,
            Birth::NotKnown => Age::NotKnown,
        };
        Self { age, send: child.send, school: child.school.as_ref().or(sender).cloned() }
    }
}
