//! Reach: the safe ways to reach each person of an entry, put together from every source's answers.
//!
//! Every answer stands as its source gave it, and a question left unanswered changes nothing. A way
//! counts if a source calls it safe and none calls it unsafe. A form that was sent without signing
//! in adds warnings in words: it takes no answer of a signed-in source away, and its own safe ways
//! count only for a number or an address that no signed-in source gave.

mod names;
mod people;
mod words;

use referral::{ContactMethod, FreeText, MustNotKnow, Personal, Referral, Relationship};

use self::names::is_avoided;
use self::people::{Said, people};
pub use self::words::said_by;
use crate::rows::Sender;

/// A source of answers: a referral and its sender.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The sender of the referral, as far as they signed in.
    pub sender: &'a Sender,
    /// The referral as it was sent.
    pub referral: &'a Referral,
}

/// The ways to reach the people of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// The adults of all the referrals, each listed once.
    pub people: Vec<Person>,
    /// The persons from whom the referral must be kept.
    pub must_not_know: Vec<Avoided>,
}

/// An adult. Adults with the same phone, mailbox or full name are one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The names of the person, as they were given.
    pub names: Vec<Personal<String>>,
    /// The safe ways to reach the person.
    pub ways: Vec<Way>,
    /// The answer of each source that names the person.
    pub answers: Vec<Answer>,
    /// Warnings on reaching the person, in words.
    pub warnings: Vec<String>,
}

/// A safe way to reach a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The kind of contact.
    pub method: ContactMethod,
    /// The number or the e-mail address; a letter goes to the address in the referral.
    pub to: Option<Personal<String>>,
    /// The sources that called it safe.
    pub said_by: Vec<String>,
}

/// A source's answer to the question which ways are safe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The source, in words.
    pub by: String,
    /// The sender of the source, as far as they signed in.
    pub sender: Sender,
    /// The ways that it calls safe; `None` if it did not answer.
    pub safe_to: Option<Vec<ContactMethod>>,
}

/// A person from whom the referral must be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Avoided {
    /// The source, in words.
    pub said_by: String,
    /// The person's name, as it was given.
    pub name: Option<Personal<String>>,
    /// The person's relationship to the children.
    pub relationship: Option<Relationship>,
    /// The source's warning, in its own words.
    pub note: Option<FreeText>,
}

/// Puts together the answers of all sources.
pub fn reach(sources: &[Source<'_>]) -> Reach {
    let said: Vec<Said<'_>> = sources.iter().flat_map(Said::all_of).collect();
    let people = people(&said).iter().map(|members| person(members, &said, sources)).collect();
    let must_not_know = avoided(sources).map(|(source, one)| Avoided {
        said_by: source.by(),
        name: one.name.as_ref().map(|name| Personal::new(name.full())),
        relationship: one.relationship,
        note: one.note.clone(),
    });
    Reach { people, must_not_know: must_not_know.collect() }
}

fn avoided<'a>(
    sources: &'a [Source<'_>],
) -> impl Iterator<Item = (&'a Source<'a>, &'a MustNotKnow)> {
    sources
        .iter()
        .flat_map(|source| source.referral.must_not_know.iter().map(move |one| (source, one)))
}

fn person(members: &[&Said<'_>], said: &[Said<'_>], sources: &[Source<'_>]) -> Person {
    let mut names = Vec::new();
    let known = members.iter().any(|one| one.has_signed_in());
    for one in members.iter().filter(|one| one.has_signed_in() || !known) {
        if let Some(name) = one.adult.name.as_ref().map(|name| Personal::new(name.full())) {
            add(&mut names, name);
        }
    }
    let mut answers = Vec::new();
    for one in members {
        let safe_to = one.adult.safe_contact.methods.clone();
        add(&mut answers, Answer { by: one.by(), sender: one.source.sender.clone(), safe_to });
    }
    let mut person = Person { names, ways: Vec::new(), answers, warnings: Vec::new() };
    let (mut warned_off, mut all_warned_off) = (false, false);
    for (source, avoid) in avoided(sources) {
        let meant: Vec<_> = members.iter().filter(|one| is_avoided(avoid, one.adult)).collect();
        if !meant.is_empty() {
            add(&mut person.warnings, words::must_not_know(&source.by()));
            warned_off = true;
            // A name given in a form alone does not make this the person whom another source means.
            let by_known = source.sender.has_signed_in();
            all_warned_off |= by_known && meant.iter().any(|one| one.has_signed_in());
        }
    }
    for &method in ContactMethod::ALL {
        let verdicts = Verdicts::of(method, members);
        let signed_ways = verdicts.signed_ways().filter(|_| !all_warned_off);
        let form_ways = verdicts.form_ways(said).filter(|_| !warned_off);
        let found: Vec<&Said<'_>> = signed_ways.chain(form_ways).collect();
        person.warnings.extend(verdicts.warning(&found));
        for one in found {
            person.add_way(method, one);
        }
    }
    person
}

impl Person {
    fn add_way(&mut self, method: ContactMethod, one: &Said<'_>) {
        let (to, by) = (one.contact(method), one.by());
        match self.ways.iter_mut().find(|way| way.method == method && way.to == to) {
            Some(way) => add(&mut way.said_by, by),
            None => self.ways.push(Way { method, to, said_by: vec![by] }),
        }
    }
}

/// The sources' answers on one way to reach one person.
struct Verdicts<'a> {
    method: ContactMethod,
    safe: Vec<&'a Said<'a>>,
    unsafe_: Vec<&'a Said<'a>>,
    known: bool,
}

impl<'a> Verdicts<'a> {
    fn of(method: ContactMethod, members: &[&'a Said<'a>]) -> Self {
        let who_said = |verdict| {
            let same = |one: &&&Said<'_>| one.adult.safe_contact.allows(method) == Some(verdict);
            members.iter().filter(same).copied().collect()
        };
        let known = members.iter().any(|one| one.has_signed_in());
        Self { method, safe: who_said(true), unsafe_: who_said(false), known }
    }

    /// The signed-in sources that call the way safe, if none of them calls it unsafe.
    fn signed_ways(&self) -> impl Iterator<Item = &'a Said<'a>> {
        let held = !self.unsafe_.iter().any(|one| one.has_signed_in());
        self.safe.iter().copied().filter(move |one| held && one.has_signed_in())
    }

    /// The forms that call the way safe, if no source calls it unsafe and the number or address is
    /// the form's own.
    fn form_ways(&self, all: &'a [Said<'a>]) -> impl Iterator<Item = &'a Said<'a>> {
        let (method, known, held) = (self.method, self.known, self.unsafe_.is_empty());
        let own = move |one: &&Said<'_>| !one.has_signed_in() && one.is_own(method, known, all);
        self.safe.iter().copied().filter(move |one| held && own(one))
    }

    /// A warning where sources disagree, or where only forms call the way safe and not all of them
    /// count; `found` are the answers that count.
    fn warning(&self, found: &[&Said<'_>]) -> Option<String> {
        if self.safe.is_empty() {
            return None;
        }
        if !self.unsafe_.is_empty() {
            return Some(words::disagree(self.method, &by(&self.safe), &by(&self.unsafe_)));
        }
        let counts = |one: &Said<'_>| found.iter().any(|other| std::ptr::eq(*other, one));
        let others: Vec<_> = self.safe.iter().copied().filter(|one| !counts(one)).collect();
        let is_news = self.known && !self.safe.iter().any(|one| one.has_signed_in());
        (is_news && !others.is_empty()).then(|| words::not_theirs(self.method, &by(&others)))
    }
}

fn by(said: &[&Said<'_>]) -> Vec<String> {
    let mut all = Vec::new();
    for one in said {
        add(&mut all, one.by());
    }
    all
}

/// Adds an item that is not there yet.
fn add<T: PartialEq>(all: &mut Vec<T>, one: T) {
    if !all.contains(&one) {
        all.push(one);
    }
}

impl Source<'_> {
    fn by(&self) -> String {
        said_by(self.sender, self.referral)
    }
}

#[cfg(test)]
mod tests;
