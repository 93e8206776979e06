//! Conditions: the families that a rule is for. Every part that is given must hold; of the values
//! in a part, one must. Ethnicity, religion, disability and the like are not among the parts, and
//! cannot be written.

use referral::{
    AccessNeed, GssCode, LanguageTag, Need, OdsCode, Postcode, ReferrerKind, Urgency, Urn,
};

use super::hub::Ages;
use crate::{Facts, Whereabouts, geo::Area, spot::Spot};

/// A condition. When it is empty, it holds for every family.
#[derive(Debug, Clone, Default)]
pub struct Condition {
    /// The place where the family lives.
    pub place: PlaceCondition,
    /// The needs that help is wanted with: one of these.
    pub needs: Vec<Need>,
    /// The ages: one of the children has one of them.
    pub ages: Option<Ages>,
    /// The kinds of referrer who may have sent it.
    pub sources: Vec<ReferrerKind>,
    /// The urgencies that it may have.
    pub urgency: Vec<Urgency>,
    /// The language the family speaks.
    pub languages: Vec<LanguageTag>,
    /// Whether an interpreter is needed.
    pub interpreter: Option<bool>,
    /// The help that somebody needs in order to use a hub: one of these.
    pub access: Vec<AccessNeed>,
    /// The schools: one of the children goes to one of them.
    pub schools: Vec<Urn>,
    /// The GP practices that may have sent it.
    pub gps: Vec<OdsCode>,
}

/// The place where a family lives. It is never the first part of a postcode: those cross councils'
/// borders.
#[derive(Debug, Clone, Default)]
pub struct PlaceCondition {
    /// The codes of lower-tier authorities.
    pub districts: Vec<GssCode>,
    /// The codes of electoral wards.
    pub wards: Vec<GssCode>,
    /// The codes of lower-layer super output areas.
    pub lsoas: Vec<GssCode>,
    /// The whole postcodes.
    pub postcodes: Vec<Postcode>,
    /// An area drawn on a map.
    pub area: Option<Area>,
}

/// The part of a condition that does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unmet {
    Place,
    Need,
    Age,
    Source,
    Urgency,
    Language,
    Interpreter,
    Access,
    School,
    Gp,
}

impl Unmet {
    /// The stable code and plain words.
    pub(crate) fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Place => ("other_place", "it is for families who live elsewhere"),
            Self::Need => ("other_need", "it is for other needs"),
            Self::Age => ("other_age", "it is for children of another age"),
            Self::Source => ("other_source", "it is for referrals from somebody else"),
            Self::Urgency => ("other_urgency", "it is for another urgency"),
            Self::Language => ("other_language", "it is for families who speak another language"),
            Self::Interpreter => ("other_interpreter", "it is about interpreters"),
            Self::Access => ("other_access", "it is for other access needs"),
            Self::School => ("other_school", "it is for children of certain schools"),
            Self::Gp => ("other_gp", "it is for patients of certain GPs"),
        }
    }
}

impl Condition {
    /// The first part that does not hold; `None` when the condition does.
    pub(crate) fn unmet(&self, facts: &Facts, spot: &Spot) -> Option<Unmet> {
        let one_of = |wanted: bool, unmet| (!wanted).then_some(unmet);
        let listed = |empty: bool, held: bool, unmet| one_of(empty || held, unmet);
        listed(self.place.is_empty(), self.place.holds(facts, spot), Unmet::Place)
            .or_else(|| {
                let held = self.needs.iter().any(|need| facts.needs.contains(*need));
                listed(self.needs.is_empty(), held, Unmet::Need)
            })
            .or_else(|| {
                let ages = self.ages?;
                let held = facts.children.iter().any(|child| ages.fit(child) == Some(true));
                one_of(held, Unmet::Age)
            })
            .or_else(|| {
                let held = self.sources.contains(&facts.referrer);
                listed(self.sources.is_empty(), held, Unmet::Source)
            })
            .or_else(|| {
                let held = self.urgency.contains(&facts.urgency);
                listed(self.urgency.is_empty(), held, Unmet::Urgency)
            })
            .or_else(|| {
                let held = facts.language.as_ref().is_some_and(|tag| self.languages.contains(tag));
                listed(self.languages.is_empty(), held, Unmet::Language)
            })
            .or_else(|| {
                let wanted = self.interpreter?;
                one_of(wanted == facts.interpreter_needed, Unmet::Interpreter)
            })
            .or_else(|| {
                let held = facts.access.iter().any(|need| self.access.contains(need));
                listed(self.access.is_empty(), held, Unmet::Access)
            })
            .or_else(|| {
                let mut schools = facts.children.iter().filter_map(|child| child.school.as_ref());
                let held = schools.any(|school| self.schools.contains(school));
                listed(self.schools.is_empty(), held, Unmet::School)
            })
            .or_else(|| {
                let held = facts.gp.as_ref().is_some_and(|gp| self.gps.contains(gp));
                listed(self.gps.is_empty(), held, Unmet::Gp)
            })
    }

    /// Whether the condition holds for every family.
    pub fn is_empty(&self) -> bool {
        self.place.is_empty() && !self.asks_beyond_place()
    }

    /// Whether the condition asks for anything but the place.
    pub(crate) fn asks_beyond_place(&self) -> bool {
        let lists = [
            self.needs.is_empty(),
            self.sources.is_empty(),
            self.urgency.is_empty(),
            self.languages.is_empty(),
            self.access.is_empty(),
            self.schools.is_empty(),
            self.gps.is_empty(),
        ];
        lists.contains(&false) || self.ages.is_some() || self.interpreter.is_some()
    }
}

impl PlaceCondition {
    /// Whether the condition holds everywhere.
    pub fn is_empty(&self) -> bool {
        self.districts.is_empty()
            && self.wards.is_empty()
            && self.lsoas.is_empty()
            && self.postcodes.is_empty()
            && self.area.is_none()
    }

    fn holds(&self, facts: &Facts, spot: &Spot) -> bool {
        let district = spot.authority().and_then(crate::Authority::gss);
        let record = spot.record();
        let listed = |codes: &[GssCode], code: Option<GssCode>| {
            code.is_some_and(|code| codes.binary_search(&code).is_ok())
        };
        let postcode = match facts.whereabouts {
            Whereabouts::Postcode { postcode, .. } => postcode.full(),
            _ => None,
        };
        listed(&self.districts, district)
            || listed(&self.wards, record.and_then(|record| record.ward))
            || listed(&self.lsoas, record.and_then(|record| record.lsoa))
            || postcode.is_some_and(|postcode| self.postcodes.binary_search(&postcode).is_ok())
            || self.area.as_ref().is_some_and(|area| {
                record.and_then(|record| record.grid).is_some_and(|grid| area.contains(grid))
            })
    }
}
