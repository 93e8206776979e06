//! Profiles: children as they are compared, normalised, with the details of the household that help
//! to know a child.
//!
//! A profile holds a child's details: never store or log it.

use std::fmt;

use jiff::civil::Date;
use referral::{Adult, Birth, Child, GivenPostcode, Location, Referral, Relationship};

use crate::level::Field;
use crate::names::{Names, is_particle};
use crate::place::{Home, is_organisations_email, mailbox};
use crate::placeholder;
use crate::similar::{letters, sound};
use crate::text::in_latin;

/// The age below which an earlier record may not have the child's name, in days.
const BABY: i32 = 550;

/// A word of a name, with the facts that are known about it.
#[derive(Clone, PartialEq)]
pub(crate) struct Word {
    /// The word in Latin letters, where there is a usual form in them.
    pub(crate) text: String,
    /// The one spelling that stands for every spelling of the name, in its own script.
    pub(crate) spelling: String,
    /// The number of letters in `text`.
    pub(crate) letters: usize,
    /// The letters as a set of bits, which tells most words apart at once.
    pub(crate) set: u64,
    pub(crate) sound: String,
    /// Whether the word has forms in the table of given names, or is one.
    pub(crate) has_forms: bool,
    /// The share of people who bear it as a family name, where that is known.
    pub(crate) family_share: Option<f64>,
}

impl Word {
    /// Makes a word from its normal form.
    fn new(word: &str) -> Self {
        let names = Names::get();
        let text = in_latin(word).into_owned();
        Self {
            letters: text.chars().count(),
            set: letters(&text),
            sound: sound(&text),
            has_forms: names.has_forms(&text),
            spelling: names.one_spelling(word).to_owned(),
            family_share: names.family_share(&text),
            text,
        }
    }

    /// Whether the word is only a first letter, in a script whose letters are no words.
    pub(crate) fn is_initial(&self) -> bool {
        self.letters == 1 && self.text.chars().all(|c| c < '\u{900}')
    }
}

/// A child's given name, whole.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct GivenName {
    pub(crate) words: Vec<Word>,
    /// The words in their normal form, joined: spacing makes no other name.
    pub(crate) normal: String,
    /// The words joined in the one spelling that stands for every spelling of a name. Two given
    /// names are the same where this is equal.
    pub(crate) spelling: String,
}

impl GivenName {
    fn read(words: &[String]) -> Self {
        let normal = words.concat();
        let words: Vec<Word> = words.iter().map(|word| Word::new(word)).collect();
        let spelt: String = words.iter().map(|word| word.spelling.as_str()).collect();
        // One name may be written as one word or two: Abdul Rahman, Abdulrahman.
        let spelling = Names::get().one_spelling(&spelt).to_owned();
        Self { words, normal, spelling }
    }
}

/// The day on which a child was born or is due.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The day of birth, or the due date.
    pub day: Date,
    /// Whether the day is the one on which the baby is expected.
    pub due: bool,
}

/// A grown-up's relation to the child, as far as it tells two grown-ups apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Mother,
    Father,
    /// A parent or carer of unknown kind, who may be either.
    Other,
}

/// An adult of the household.
#[derive(Clone, PartialEq)]
pub struct Grown {
    pub(crate) role: Role,
    pub(crate) given: GivenName,
    /// The family names as one word, in Latin letters.
    pub(crate) family: String,
    pub(crate) born: Option<Date>,
}

/// One child, as it is compared.
#[derive(Clone, PartialEq, Default)]
pub struct Profile {
    pub(crate) given: GivenName,
    pub(crate) called: Option<Word>,
    pub(crate) family: Vec<Word>,
    pub(crate) birth: Option<Day>,
    pub(crate) nhs_number: Option<String>,
    pub(crate) upn: Option<String>,
    pub(crate) postcode: Option<String>,
    pub(crate) home: Option<Home>,
    pub(crate) phones: Vec<String>,
    pub(crate) emails: Vec<String>,
    pub(crate) grown: Vec<Grown>,
    pub(crate) protected: bool,
    pub(crate) adopted: bool,
    /// Whether the child is not born yet, or was born so lately that an earlier record may not have
    /// its name.
    pub(crate) baby: bool,
}

impl fmt::Debug for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Profile([personal])")
    }
}

/// A child's details as plain text, from any kind of record. An empty text means that the detail is
/// missing.
#[derive(Debug, Clone, Default)]
pub struct Plain<'a> {
    /// The given name or names.
    pub given: &'a str,
    /// The family name or names.
    pub family: &'a str,
    /// The day of birth.
    pub born: Option<Date>,
    /// A whole postcode.
    pub postcode: &'a str,
    /// The lines of the address: house, road and so on.
    pub lines: &'a [&'a str],
}

impl Profile {
    /// Makes a profile from a record that is not a referral.
    pub fn of_plain(plain: &Plain<'_>) -> Self {
        let mut profile = Self {
            birth: plain.born.map(|day| Day { day, due: false }),
            home: Home::read(plain.lines.iter().copied(), None),
            postcode: Some(plain.postcode.to_owned()).filter(|postcode| !postcode.is_empty()),
            ..Self::default()
        };
        profile.read_names(plain.given, plain.family, "");
        profile
    }

    /// The children of a referral, in its order. `on` is the day on which it was accepted.
    pub fn all(referral: &Referral, on: Date) -> Vec<Self> {
        let household = Self::household(referral);
        referral.children.iter().map(|child| household.with(child, on)).collect()
    }

    /// Whether the child is protected, so that no machine may merge it.
    pub fn is_protected(&self) -> bool {
        self.protected
    }

    /// The details that all children of a referral share.
    fn household(referral: &Referral) -> Self {
        let mut shared = Self { protected: referral.is_protected(), ..Self::default() };
        // A concealed address counts as no location here, whatever else was said.
        if let Location::Address(address) = &referral.household.location {
            let lines = address.lines.iter().map(|line| line.expose().as_str());
            let is_a_home = address.lines.is_empty() || Home::read(lines.clone(), None).is_some();
            shared.home = Home::read(lines, address.uprn.as_ref().map(referral::Uprn::as_str));
            shared.postcode = match address.postcode {
                Some(GivenPostcode::Full(postcode)) if is_a_home => Some(postcode.as_str()),
                _ => None,
            };
            shared.postcode =
                shared.postcode.filter(|postcode| !placeholder::is_no_place(postcode));
        }
        let referrer = &referral.referrer;
        for adult in &referral.adults {
            if let Some(phone) = &adult.phone
                && referrer.phone.as_ref().is_none_or(|own| own.e164() != phone.e164())
            {
                shared.phones.extend(phone.e164().map(str::to_owned));
            }
            if let Some(email) = &adult.email
                && referrer.email.as_ref() != Some(email)
                && !is_organisations_email(email.as_str())
            {
                shared.emails.extend(mailbox(email.as_str()));
            }
            if is_parent(adult) {
                shared.grown.extend(Grown::read(adult));
            }
        }
        // A parent who refers is not an institution: their own number is the family's.
        if matches!(referrer.kind, referral::ReferrerKind::SelfParent) {
            let own = referrer.phone.as_ref().and_then(|phone| phone.e164());
            shared.phones.extend(own.map(str::to_owned));
            shared.emails.extend(referrer.email.as_ref().and_then(|email| mailbox(email.as_str())));
        }
        shared.phones.retain(|phone| !placeholder::is_no_phone(phone));
        shared.emails.retain(|email| !placeholder::is_no_email(email));
        shared.phones.sort_unstable();
        shared.phones.dedup();
        shared.emails.sort_unstable();
        shared.emails.dedup();
        shared
    }

    fn with(&self, child: &Child, on: Date) -> Self {
        let mut profile = self.clone();
        let part = |part: Option<&referral::Personal<String>>| {
            part.map(|text| text.expose().clone()).unwrap_or_default()
        };
        if let Some(name) = &child.name {
            let (given, family) = (part(name.given.as_ref()), part(name.family.as_ref()));
            profile.read_names(&given, &family, &part(name.known_as.as_ref()));
        }
        profile.birth = match child.birth {
            Birth::Born(day) => Some(Day { day: day.day(), due: false }),
            Birth::Due(day) => Some(Day { day: day.day(), due: true }),
            // A year or a month is no date: of two children born in it, neither is the other.
            Birth::About(_) | Birth::NotKnown => None,
        }
        .filter(|birth| !placeholder::is_no_day(birth.day));
        profile.baby = profile.birth.is_some_and(|birth| (on - birth.day).get_days() < BABY);
        let valid = |number: &&referral::NhsNumber| {
            number.is_valid() && !placeholder::is_no_nhs_number(number.as_str())
        };
        profile.nhs_number =
            child.nhs_number.as_ref().filter(valid).map(|number| number.as_str().to_owned());
        profile.upn =
            child.upn.as_ref().filter(|upn| upn.is_valid()).map(|upn| upn.as_str().to_owned());
        profile.adopted = child.adopted;
        profile
    }

    fn read_names(&mut self, given: &str, family: &str, called: &str) {
        self.given = GivenName::read(&placeholder::name(given, family));
        self.called = placeholder::name(called, family).first().map(|word| Word::new(word));
        let all = placeholder::name(family, "");
        let kept: Vec<String> = all.iter().filter(|word| !is_particle(word)).cloned().collect();
        // "Da" or "Ab" may be the whole of a name.
        let kept = if kept.is_empty() { all } else { kept };
        self.family = joined_prefixes(kept).iter().map(|word| Word::new(word)).collect();
    }
}

/// Joins a prefix to the word after it: `Mc Donald` and `O Neill` are one word each.
fn joined_prefixes(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let mut prefix = String::new();
    for word in words {
        if matches!(word.as_str(), "mc" | "mac" | "o" | "fitz") && prefix.is_empty() {
            prefix = word;
        } else {
            joined.push(std::mem::take(&mut prefix) + &word);
        }
    }
    if !prefix.is_empty() {
        joined.push(prefix);
    }
    joined
}

/// Whether an adult is a parent or carer; a worker or a grown-up sibling says less about the child.
fn is_parent(adult: &Adult) -> bool {
    !matches!(
        adult.relationship,
        Some(Relationship::Sibling | Relationship::YoungPerson | Relationship::Other)
    )
}

impl Grown {
    fn read(adult: &Adult) -> Option<Self> {
        let name = adult.name.as_ref()?;
        let family = name.family.as_ref()?.expose();
        let given = placeholder::parents_name(name.given.as_ref()?.expose(), family);
        let family = placeholder::parents_name(family, "");
        let family: Vec<&String> = family.iter().filter(|word| !is_particle(word)).collect();
        if given.is_empty() || family.is_empty() {
            return None;
        }
        let role = match adult.relationship {
            Some(Relationship::Mother | Relationship::ExpectantParent) => Role::Mother,
            Some(Relationship::Father) => Role::Father,
            _ => Role::Other,
        };
        let born = adult.date_of_birth.map(referral::DateOfBirth::day);
        let born = born.filter(|day| !placeholder::is_no_day(*day));
        Some(Self {
            role,
            given: GivenName::read(&given),
            family: family.into_iter().map(|word| in_latin(word)).collect(),
            born,
        })
    }
}

impl Profile {
    /// The same child, as if a field had not been given.
    #[must_use]
    pub fn without(&self, field: Field) -> Self {
        let mut child = self.clone();
        match field {
            Field::Given => (child.given, child.called) = (GivenName::default(), None),
            Field::Family => child.family = Vec::new(),
            Field::Birth => child.birth = None,
            Field::Postcode => child.postcode = None,
            Field::Home => child.home = None,
            Field::Phone => child.phones = Vec::new(),
            Field::Email => child.emails = Vec::new(),
            Field::Parent => child.grown = Vec::new(),
            Field::NhsNumber => child.nhs_number = None,
            Field::Upn => child.upn = None,
        }
        child
    }
}
