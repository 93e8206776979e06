//! Fills a document from the form's pairs, question by question.

use std::collections::BTreeMap;

use referral::text::{clean_line, clean_text, clean_token};
use referral::{AgreementBy, AgreementStatus, Invalid, Relationship};

use super::dates;
use super::questions::{self as ask, Kind, MOST_CHILDREN, Question};
use crate::document::{Object, Tree, put};
use crate::errors::Position;

/// The answers that were sent, by the names of their fields.
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

    /// The answer to a question, as the document has it.
    fn answer(&self, question: &Question) -> Option<Tree> {
        match question.kind {
            Kind::Line | Kind::Text | Kind::Select(_) => self.one(question.name).map(Tree::Text),
            Kind::Any(_) => {
                let all: Vec<_> = self.all(question.name).into_iter().map(Tree::Text).collect();
                (!all.is_empty()).then_some(Tree::List(all))
            }
            Kind::Tick => self.ticked(question.name).then_some(Tree::Flag(true)),
            Kind::One(_) => {
                let value = self.choice(question.name);
                // An answer that the form does not offer is left for the check to refuse.
                let code = question.code_of(&value).unwrap_or(NO_ANSWER);
                (!value.is_empty()).then(|| text(code))
            }
            Kind::DatePart => None,
        }
    }

    /// Whether a box is ticked.
    pub(super) fn ticked(&self, name: &str) -> bool {
        !matches!(self.choice(name).as_str(), "" | "no" | "false")
    }
}

/// The document, and the number that each of its children has on the page.
pub(super) fn document(sent: &Sent, position: &Position<'_>) -> (Tree, Vec<usize>) {
    let who = sent.choice(ask::WHO.name);
    let place = sent.choice(ask::WHERE.name);
    let (mut children, mut numbers) = children(sent, position);
    let mut document = Object::new();
    referrer(&mut document, &who);
    let asked = ask::IN_ORDER.iter().filter(|question| is_read(question, &who, &place));
    for (question, answer) in asked.filter_map(|one| Some((one, sent.answer(one)?))) {
        put(&mut document, question.path, answer);
    }
    household(&mut document, &place, position);
    put(&mut document, "agreement.status", text(AgreementStatus::Agreed.code()));
    if who == ask::WHO_YOUNG_PERSON {
        // Whether a parent or carer has parental responsibility is not asked, and never guessed.
        // The day of agreement is the day of receipt: the same form sent again is the same
        // referral.
        put(&mut document, "agreement.by", text(AgreementBy::YoungPerson.code()));
        if sent.one(ask::RELATIONSHIP.name).is_none() {
            put(&mut document, ask::RELATIONSHIP.path, text(Relationship::YoungPerson.code()));
        }
        if children.is_empty() {
            // A young person who asks for themselves is the child.
            let names = [
                (ask::GIVEN_NAME, ask::CHILD_GIVEN_NAME),
                (ask::FAMILY_NAME, ask::CHILD_FAMILY_NAME),
            ];
            let mut child = Object::new();
            for (own, question) in names {
                if let Some(name) = sent.answer(&own) {
                    put(&mut child, question.path, name);
                }
            }
            children.push(Tree::Object(child));
            numbers.push(1);
        }
    }
    if children.is_empty() && sent.ticked(ask::CHILDREN_NOT_KNOWN.name) {
        put(&mut document, ask::CHILDREN_NOT_KNOWN.path, Tree::Flag(true));
    }
    document.insert("children".to_owned(), Tree::List(children));
    (Tree::Object(document), numbers)
}

/// Whether the answer to a question goes into the document as it is. A helper is asked only with
/// [`ask::WHO_HELPED`], and an address that must not be known is dropped unread.
fn is_read(question: &Question, who: &str, place: &str) -> bool {
    let goes_by_others = [ask::WHO, ask::WHERE, ask::CHILDREN_NOT_KNOWN].contains(question);
    let of_helper = question.path.starts_with("referrer.helped_by");
    let of_address = question.path.starts_with("household.address");
    !goes_by_others
        && (!of_helper || who == ask::WHO_HELPED)
        && (!of_address || place != ask::WHERE_CONCEALED)
}

/// The kind of referrer. Every kind that the form does not offer has another channel.
fn referrer(document: &mut Object, who: &str) {
    let kind = ask::WHO.code_of(who).unwrap_or(NO_ANSWER);
    let kind = if who.is_empty() { Tree::Null } else { text(kind) };
    put(document, "referrer.kind", kind);
    if who == ask::WHO_HELPED {
        put(document, "referrer.helped_by", Tree::Object(Object::new()));
    }
}

/// The kind of place.
fn household(document: &mut Object, place: &str, position: &Position<'_>) {
    for (answer, path) in [
        (ask::WHERE_NO_FIXED, "household.no_fixed_address"),
        (ask::WHERE_CONCEALED, "household.concealed"),
    ] {
        put(document, path, Tree::Flag(place == answer));
    }
    if !place.is_empty() && ask::WHERE.code_of(place).is_none() {
        let fault = Invalid::new("code_not_recognised", "Choose one of the answers.");
        position.field("household").field("no_fixed_address").unread(place, fault);
    }
}

/// The children with anything filled in, and their numbers on the page.
fn children(sent: &Sent, position: &Position<'_>) -> (Vec<Tree>, Vec<usize>) {
    let mut children = Vec::new();
    let mut numbers = Vec::new();
    for number in 1..=MOST_CHILDREN {
        let of_child = |question: &Question| question.of_child(number);
        let parts = [ask::CHILD_DAY, ask::CHILD_MONTH, ask::CHILD_YEAR];
        let parts = parts.map(|part| sent.token(&of_child(&part)));
        let date = dates::iso(&parts[0], &parts[1], &parts[2]);
        let not_born = sent.ticked(&of_child(&ask::CHILD_NOT_BORN));
        let mut child = Object::new();
        for question in [ask::CHILD_GIVEN_NAME, ask::CHILD_FAMILY_NAME] {
            if let Some(name) = sent.one(&of_child(&question)) {
                put(&mut child, question.path, Tree::Text(name));
            }
        }
        if child.is_empty() && date == Ok(None) && !not_born {
            continue;
        }
        let day = if not_born { "due_date" } else { ask::CHILD_DAY.path };
        match date {
            Ok(Some(date)) => put(&mut child, day, Tree::Text(date)),
            Ok(None) => {}
            Err(fault) => {
                let at = position.field("children").index(children.len()).field(day);
                at.unread(parts.join(" ").trim(), fault);
            }
        }
        children.push(Tree::Object(child));
        numbers.push(number);
    }
    (children, numbers)
}

/// A code that no list has.
const NO_ANSWER: &str = "another";

fn text(code: &str) -> Tree {
    Tree::Text(code.to_owned())
}
