//! The safe ways to reach the people of an entry, put together from every source's answers.

use pipeline::collect;
use referral::{ContactMethod, FreeText, Personal, Relationship};
use schemars::JsonSchema;
use serde::Serialize;

use crate::code::Code;
use crate::sender::Sender;

/// The ways to reach the people of an entry.
#[derive(Serialize, JsonSchema)]
pub struct Reach<'a> {
    /// The adults of all the referrals, each listed once.
    pub people: Vec<Person<'a>>,
    /// The persons from whom the referral must be kept.
    pub must_not_know: Vec<Avoided<'a>>,
}

/// An adult. Adults with the same phone, mailbox or full name are one person.
#[derive(Serialize, JsonSchema)]
pub struct Person<'a> {
    /// The names of the person, as they were given.
    #[schemars(with = "Vec<String>")]
    pub names: &'a [Personal<String>],
    /// The safe ways to reach the person.
    pub ways: Vec<Way<'a>>,
    /// The answer of each source that names the person.
    pub answers: Vec<Answer<'a>>,
    /// Warnings on reaching the person, in words.
    pub warnings: &'a [String],
}

/// A safe way to reach a person.
#[derive(Serialize, JsonSchema)]
pub struct Way<'a> {
    /// The kind of contact.
    #[schemars(with = "Code<ContactMethod>")]
    pub method: ContactMethod,
    /// The number or the e-mail address; null for a letter, which goes to the address in the
    /// referral.
    #[schemars(with = "Option<String>")]
    pub to: Option<&'a Personal<String>>,
    /// The sources that called it safe, in words.
    pub said_by: &'a [String],
}

/// A source's answer to the question which ways are safe.
#[derive(Serialize, JsonSchema)]
pub struct Answer<'a> {
    /// The source, in words.
    pub by: &'a str,
    /// The sender of the source, as far as they signed in.
    pub sender: Sender<'a>,
    /// The ways that it calls safe; null if it did not answer.
    #[schemars(with = "Option<Vec<Code<ContactMethod>>>")]
    pub safe_to: Option<&'a [ContactMethod]>,
}

/// A person from whom the referral must be kept.
#[derive(Serialize, JsonSchema)]
pub struct Avoided<'a> {
    /// The source, in words.
    pub said_by: &'a str,
    /// The person's name, as it was given.
    #[schemars(with = "Option<String>")]
    pub name: Option<&'a Personal<String>>,
    /// The person's relationship to the children.
    #[schemars(with = "Option<Code<Relationship>>")]
    pub relationship: Option<Relationship>,
    /// The source's warning, in its own words.
    #[schemars(with = "Option<String>")]
    pub note: Option<&'a FreeText>,
}

impl<'a> From<&'a collect::Reach> for Reach<'a> {
    fn from(reach: &'a collect::Reach) -> Self {
        let collect::Reach { people, must_not_know } = reach;
        Self {
            people: people.iter().map(Person::from).collect(),
            must_not_know: must_not_know.iter().map(Avoided::from).collect(),
        }
    }
}

impl<'a> From<&'a collect::Person> for Person<'a> {
    fn from(person: &'a collect::Person) -> Self {
        let collect::Person { names, ways, answers, warnings } = person;
        Self {
            names,
            ways: ways.iter().map(Way::from).collect(),
            answers: answers.iter().map(Answer::from).collect(),
            warnings,
        }
    }
}

impl<'a> From<&'a collect::Way> for Way<'a> {
    fn from(way: &'a collect::Way) -> Self {
        let collect::Way { method, to, said_by } = way;
        Self { method: *method, to: to.as_ref(), said_by }
    }
}

impl<'a> From<&'a collect::Answer> for Answer<'a> {
    fn from(answer: &'a collect::Answer) -> Self {
        let collect::Answer { by, sender, safe_to } = answer;
        Self { by, sender: Sender::from(sender), safe_to: safe_to.as_deref() }
    }
}

impl<'a> From<&'a collect::Avoided> for Avoided<'a> {
    fn from(avoided: &'a collect::Avoided) -> Self {
        let collect::Avoided { said_by, name, relationship, note } = avoided;
        Self { said_by, name: name.as_ref(), relationship: *relationship, note: note.as_ref() }
    }
}
