//! Adults of several referrals put together into persons. When in doubt two adults count as one
//! person: that can only take safe ways away.

use referral::{Adult, ContactMethod, Location, Personal, PhoneNumber};

use super::Source;
use super::names::Words;

/// The statement of one source on one adult, ready to be compared.
pub(super) struct Said<'a> {
    pub(super) source: &'a Source<'a>,
    pub(super) adult: &'a Adult,
    phone: Option<String>,
    email: Option<String>,
    name: Option<Words>,
}

impl<'a> Said<'a> {
    pub(super) fn all_of(source: &'a Source<'a>) -> impl Iterator<Item = Self> {
        source.referral.adults.iter().map(move |adult| Self {
            source,
            adult,
            phone: adult.phone.as_ref().map(digits),
            email: adult.email.as_ref().map(|email| email.as_str().to_lowercase()),
            name: adult.name.as_ref().and_then(Words::of_full),
        })
    }

    pub(super) fn has_signed_in(&self) -> bool {
        self.source.sender.has_signed_in()
    }

    pub(super) fn by(&self) -> String {
        self.source.by()
    }

    /// The number or e-mail address for a way, as this source gave it.
    pub(super) fn contact(&self, method: ContactMethod) -> Option<Personal<String>> {
        match method {
            ContactMethod::Call | ContactMethod::Text | ContactMethod::Voicemail => {
                self.adult.phone.as_ref().map(|phone| Personal::new(phone.as_dialled()))
            }
            ContactMethod::Email => {
                self.adult.email.as_ref().map(|email| Personal::new(email.as_str().to_owned()))
            }
            ContactMethod::Letter => None,
        }
    }

    /// Whether this way of a form leads to a number or address that no signed-in source gave. A
    /// form without a number or address counts only if no signed-in source knows the person
    /// (`known`).
    pub(super) fn is_own(&self, method: ContactMethod, known: bool, all: &[Said<'_>]) -> bool {
        let mut signed = all.iter().filter(|one| one.has_signed_in());
        match method {
            ContactMethod::Call | ContactMethod::Text | ContactMethod::Voicemail => {
                self.phone.as_ref().map_or(!known, |own| {
                    !signed.any(|one| one.phone.as_ref().is_some_and(|other| alike(own, other)))
                })
            }
            ContactMethod::Email => self
                .email
                .as_ref()
                .map_or(!known, |own| !signed.any(|one| one.email.as_ref() == Some(own))),
            // One address in two spellings looks like two, so any address of a signed-in source
            // counts as the same.
            ContactMethod::Letter => !known || (self.has_home() && !signed.any(Said::has_home)),
        }
    }

    fn has_home(&self) -> bool {
        matches!(self.source.referral.household.location, Location::Address(_))
    }

    /// Whether both have the same phone, the same mailbox, or the same full name.
    fn is_same_person(&self, other: &Self) -> bool {
        let phones = self.phone.as_deref().zip(other.phone.as_deref());
        phones.is_some_and(|(one, other)| alike(one, other))
            || (self.email.is_some() && self.email == other.email)
            || (self.name.is_some() && self.name == other.name)
    }
}

/// The people, each as all statements on them. A form is added to every person that it may be
/// about, and never joins two persons whom signed-in sources tell apart.
pub(super) fn people<'a>(said: &'a [Said<'a>]) -> Vec<Vec<&'a Said<'a>>> {
    let mut known = clusters(said.iter().filter(|one| one.has_signed_in()));
    let mut others = Vec::new();
    for form in clusters(said.iter().filter(|one| !one.has_signed_in())) {
        let touches = |person: &&mut Vec<&Said<'_>>| {
            person.iter().any(|one| form.iter().any(|other| one.is_same_person(other)))
        };
        let mut heard = false;
        for person in known.iter_mut().filter(touches) {
            person.extend(form.iter().copied());
            heard = true;
        }
        if !heard {
            others.push(form);
        }
    }
    known.extend(others);
    known
}

fn clusters<'a>(said: impl Iterator<Item = &'a Said<'a>>) -> Vec<Vec<&'a Said<'a>>> {
    let mut all: Vec<Vec<&Said<'_>>> = Vec::new();
    for one in said {
        let is_same = |person: &Vec<&Said<'_>>| person.iter().any(|two| one.is_same_person(two));
        // The first person that it joins keeps its place, and takes in the others that it joins.
        let at = all.iter().position(is_same).unwrap_or(all.len());
        let (same, mut after): (Vec<_>, Vec<_>) = all.split_off(at).into_iter().partition(is_same);
        all.push(same.into_iter().flatten().chain([one]).collect());
        all.append(&mut after);
    }
    all
}

/// The digits of a number, without its extension.
fn digits(phone: &PhoneNumber) -> String {
    let text = phone.as_str();
    let number = if text.starts_with('+') { text.split(' ').next().unwrap_or(text) } else { text };
    number.chars().filter(char::is_ascii_digit).collect()
}

/// Whether the last nine digits of one number are found in the other, so that a 0 or a country code
/// before them makes no difference.
fn alike(one: &str, other: &str) -> bool {
    let ends = |digits: &str| digits.len().checked_sub(9);
    match (ends(one), ends(other)) {
        (Some(from), Some(other_from)) => {
            other.contains(&one[from..]) || one.contains(&other[other_from..])
        }
        _ => one == other,
    }
}
