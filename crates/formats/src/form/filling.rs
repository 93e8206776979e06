//! Fills a draft from the form's pairs.

use std::collections::BTreeMap;

use referral::text::{clean_line, clean_text, clean_token};
use referral::{AgreementBy, AgreementStatus, Fault, ReferrerKind, Relationship, Urgency};

use super::dates;
use super::fields::{self, child_part};
use crate::draft::{
    AddressDraft, AdultDraft, AgreementDraft, CODES_MAX, ChildDraft, Draft, HelpedByDraft,
    HouseholdDraft, MustNotKnowDraft, NameDraft, ReferrerDraft,
};
use crate::errors::Scope;

/// The answers that were sent, by the name of their field.
pub(super) struct Sent(BTreeMap<String, Vec<String>>);

impl Sent {
    pub(super) fn new<K: AsRef<str>, V: AsRef<str>>(
        pairs: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in pairs {
            // The text is cleaned before any code reads it.
            fields.entry(name.as_ref().to_owned()).or_default().push(clean_text(value.as_ref()));
        }
        Self(fields)
    }

    /// Every answer that is not blank.
    fn all(&self, name: &str) -> Vec<String> {
        let answers = self.0.get(name).into_iter().flatten();
        answers.filter(|text| !text.is_empty()).cloned().collect()
    }

    /// Every box that is ticked, as many as a list in JSON may have.
    fn codes(&self, name: &str, list: &Scope<'_>) -> Vec<String> {
        list.at_most(&self.all(name), CODES_MAX).to_vec()
    }

    /// The first answer that is not blank.
    fn one(&self, name: &str) -> Option<String> {
        self.all(name).into_iter().next()
    }

    /// The first answer that is not blank, on one line: for answers that are chosen.
    fn choice(&self, name: &str) -> String {
        clean_line(&self.one(name).unwrap_or_default())
    }

    /// The first answer that is not blank, as a token: for fields that ask for a number.
    fn token(&self, name: &str) -> String {
        clean_token(&self.choice(name))
    }

    /// Whether a checkbox is ticked.
    pub(super) fn ticked(&self, name: &str) -> bool {
        !matches!(self.choice(name).as_str(), "" | "no" | "false")
    }
}

/// The draft, and the number that each of its children has on the page.
pub(super) fn draft(sent: &Sent, scope: &Scope<'_>) -> (Draft, Vec<usize>) {
    let young_person = sent.choice(fields::WHO) == fields::WHO_YOUNG_PERSON;
    let (mut children, mut numbers) = children(sent, scope);
    if children.is_empty() && young_person {
        // A young person who asks for themselves is the child.
        children.push(ChildDraft { name: name(sent), ..ChildDraft::default() });
        numbers.push(1);
    }
    let avoid = sent.one(fields::MUST_NOT_KNOW);
    // Whether a parent or carer has parental responsibility is not asked, and never guessed.
    let agreed_by = young_person.then(|| AgreementBy::YoungPerson.code().to_owned());
    let draft = Draft {
        referrer: referrer(sent),
        agreement: AgreementDraft {
            status: Some(AgreementStatus::Agreed.code().to_owned()),
            by: agreed_by,
            // The day of agreement is the day of receipt: the same form sent again is the same
            // referral.
            on: None,
            reason: None,
        },
        household: household(sent, scope),
        adults: adult(sent, young_person, scope).into_iter().collect(),
        must_not_know: avoid
            .map(|note| MustNotKnowDraft { note: Some(note), ..MustNotKnowDraft::default() })
            .into_iter()
            .collect(),
        children_not_known: children.is_empty() && sent.ticked(fields::CHILDREN_NOT_KNOWN),
        children,
        needs: sent.codes(fields::NEEDS, &scope.field("needs")),
        reason: sent.one(fields::WHAT_IS_HAPPENING),
        already_tried: sent.one(fields::ALREADY_TRIED),
        others_helping: sent.one(fields::WHO_ELSE_HELPS),
        family_voice: sent.one(fields::WHAT_WOULD_HELP),
        urgency: urgency(&sent.choice(fields::CAN_WAIT)),
        level_of_need: None,
        safeguarding_concern: sent.ticked(fields::SOMEONE_MAY_BE_HURT),
    };
    (draft, numbers)
}

/// The code of an urgency, if the question was answered. An answer that the form does not offer is
/// left for the check to refuse.
fn urgency(can_wait: &str) -> Option<String> {
    let code = match can_wait {
        "" => return None,
        "yes" => Urgency::Routine.code(),
        "not-sure" => Urgency::Soon.code(),
        "no" => Urgency::Urgent.code(),
        _ => "another",
    };
    Some(code.to_owned())
}

fn referrer(sent: &Sent) -> ReferrerDraft {
    let who = sent.one(fields::WHO);
    let with_help = who.as_deref() == Some(fields::WHO_HELPED);
    let helper = HelpedByDraft {
        setting: sent.one(fields::HELPER_SETTING),
        organisation: sent.one(fields::HELPER_ORGANISATION),
        name: sent.one(fields::HELPER_NAME),
    };
    let kind = match who.as_deref() {
        Some(fields::WHO_HELPED | fields::WHO_PARENT) => {
            Some(ReferrerKind::SelfParent.code().to_owned())
        }
        Some(fields::WHO_YOUNG_PERSON) => Some(ReferrerKind::SelfYoungPerson.code().to_owned()),
        // Every other kind of referrer has another door.
        Some(_) => Some("another".to_owned()),
        None => None,
    };
    ReferrerDraft { kind, helped_by: with_help.then_some(helper), ..ReferrerDraft::default() }
}

fn household(sent: &Sent, scope: &Scope<'_>) -> HouseholdDraft {
    let place = sent.choice(fields::WHERE);
    let household = HouseholdDraft {
        no_fixed_address: place == fields::WHERE_NO_FIXED,
        concealed: place == fields::WHERE_CONCEALED,
        authority: sent.one(fields::COUNCIL),
        language: sent.one(fields::LANGUAGE),
        interpreter_needed: sent.ticked(fields::INTERPRETER).then_some(true),
        accessibility: sent.codes(fields::ACCESS, &scope.field("household").field("accessibility")),
        accessibility_note: sent.one(fields::ACCESS_NOTE),
        parents_disagree_on_residence: sent.ticked(fields::PARENTS_DISAGREE),
        address: None,
    };
    if household.concealed {
        return household;
    }
    let known = ["", fields::WHERE_ADDRESS, fields::WHERE_NO_FIXED];
    if !known.contains(&place.as_str()) {
        let fault = Fault::new("code_not_recognised", "Choose one of the answers.");
        scope.field("household").field("no_fixed_address").unread(&place, fault);
    }
    let lines = [fields::ADDRESS_LINE_1, fields::ADDRESS_LINE_2];
    let parts = [lines[0], lines[1], fields::TOWN, fields::POSTCODE];
    if parts.iter().all(|part| sent.one(part).is_none()) {
        return household;
    }
    let address = AddressDraft {
        // Both lines are kept, blank or not, so that an error finds its field.
        lines: lines.iter().map(|line| sent.one(line).unwrap_or_default()).collect(),
        town: sent.one(fields::TOWN),
        postcode: sent.one(fields::POSTCODE),
        uprn: None,
    };
    HouseholdDraft { address: Some(address), ..household }
}

fn name(sent: &Sent) -> Option<NameDraft> {
    let (given, family) = (sent.one(fields::GIVEN_NAME), sent.one(fields::FAMILY_NAME));
    if given.is_none() && family.is_none() {
        return None;
    }
    Some(NameDraft { given, family, known_as: None })
}

/// The person who asks, if they say anything about themselves.
fn adult(sent: &Sent, young_person: bool, scope: &Scope<'_>) -> Option<AdultDraft> {
    let ways = sent.codes(fields::SAFE_TO, &scope.field("adults").index(0).field("safe_to"));
    let relationship = sent.one(fields::RELATIONSHIP);
    let adult = AdultDraft {
        name: name(sent),
        relationship: relationship
            .or_else(|| young_person.then(|| Relationship::YoungPerson.code().to_owned())),
        phone: sent.one(fields::PHONE),
        email: sent.one(fields::EMAIL),
        safe_to: Some(ways).filter(|ways| !ways.is_empty()),
        best_times: sent.one(fields::BEST_TIMES),
        ..AdultDraft::default()
    };
    let says_something = adult.name.is_some()
        || adult.relationship.is_some()
        || adult.phone.is_some()
        || adult.email.is_some()
        || adult.best_times.is_some()
        || adult.safe_to.is_some();
    says_something.then_some(adult)
}

/// The children with anything filled in, and their numbers on the page.
fn children(sent: &Sent, scope: &Scope<'_>) -> (Vec<ChildDraft>, Vec<usize>) {
    let mut children = Vec::new();
    let mut numbers = Vec::new();
    for number in 1..=fields::MOST_CHILDREN {
        let field = |part| fields::child(number, part);
        let given = sent.one(&field(child_part::GIVEN_NAME));
        let family = sent.one(&field(child_part::FAMILY_NAME));
        let part = |part| sent.token(&field(part));
        let parts = [child_part::DAY, child_part::MONTH, child_part::YEAR].map(part);
        let date = dates::iso(&parts[0], &parts[1], &parts[2]);
        let not_born = sent.ticked(&field(child_part::NOT_BORN));
        if given.is_none() && family.is_none() && date == Ok(None) && !not_born {
            continue;
        }
        let name = (given.is_some() || family.is_some()).then_some(NameDraft {
            given,
            family,
            known_as: None,
        });
        let day = date.unwrap_or_else(|fault| {
            let child = scope.field("children").index(children.len());
            let day = child.field(if not_born { "due_date" } else { "date_of_birth" });
            day.unread(parts.join(" ").trim(), fault);
            None
        });
        let (due_date, date_of_birth) = if not_born { (day, None) } else { (None, day) };
        children.push(ChildDraft { name, date_of_birth, due_date, ..ChildDraft::default() });
        numbers.push(number);
    }
    (children, numbers)
}
