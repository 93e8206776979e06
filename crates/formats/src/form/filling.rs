//! Fills a document from the form's pairs, question by question.

pub(super) mod children;

use std::collections::BTreeMap;

use referral::text::{clean_line, clean_text};
use referral::{AgreementBy, AgreementStatus, Invalid, Need, Relationship};

use super::questions::{self as ask, Kind, Question};
use crate::document::{Object, Tree, put};
use crate::errors::Position;

pub(super) use children::ChildOnPage;

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
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        let answers = self.0.get(name).into_iter().flatten();
        answers.filter(|text| !text.is_empty()).cloned().collect()
    }

    /// The first answer that is not blank.
    pub(super) fn one(&self, name: &str) -> Option<String> {
        self.all(name).into_iter().next()
    }

    /// The first answer that is not blank, on one line: for answers that are chosen.
    pub(super) fn choice(&self, name: &str) -> String {
        clean_line(&self.one(name).unwrap_or_default())
    }

    /// The answer to a question, as the document has it.
    pub(super) fn answer(&self, question: &Question) -> Option<Tree> {
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

/// The parts of a page that a document does not hold, by which its errors are named.
pub(super) struct OnPage {
    /// The places of the document's children, in their order.
    pub(super) children: Vec<ChildOnPage>,
    /// Whether somebody asks for a family that is not their own.
    pub(super) is_for_others: bool,
    /// The questions of the form, in its order.
    pub(super) asks: &'static [Question],
}

/// The document, and where its parts stand on the page.
pub(super) fn document(sent: &Sent, position: &Position<'_>) -> (Tree, OnPage) {
    let who = sent.choice(ask::WHO.name);
    let place = sent.choice(ask::WHERE.name);
    let mut document = Object::new();
    referrer(&mut document, &who);
    let asked = ask::IN_ORDER.iter().filter(|question| is_read(question, &who, &place));
    for (question, answer) in asked.filter_map(|one| Some((one, sent.answer(one)?))) {
        put(&mut document, question.path, answer);
    }
    household(&mut document, &place, position);
    agreement(&mut document, &who);
    if sent.ticked(ask::NO_CONTACT.name) {
        no_contact(&mut document, sent, position);
    }
    if sent.all(ask::NEEDS.name).is_empty() && sent.one(ask::WHAT_IS_HAPPENING.name).is_some() {
        put(&mut document, ask::NEEDS.path, Tree::List(vec![text(Need::NotSure.code())]));
    }
    let (children, on_page) = if who == ask::WHO_YOUNG_PERSON {
        // Whether a parent or carer has parental responsibility is not asked, and never guessed.
        // The day of agreement is the day of receipt: the same form sent again is the same
        // referral.
        put(&mut document, ask::RELATIONSHIP.path, text(Relationship::YoungPerson.code()));
        (vec![children::young_person(sent, position)], vec![ChildOnPage::YoungPerson])
    } else {
        children::all(sent, position)
    };
    if children.is_empty() && sent.ticked(ask::CHILDREN_NOT_KNOWN.name) {
        put(&mut document, ask::CHILDREN_NOT_KNOWN.path, Tree::Flag(true));
    }
    document.insert("children".to_owned(), Tree::List(children));
    let on_page =
        OnPage { children: on_page, is_for_others: ask::is_for_others(&who), asks: ask::IN_ORDER };
    (Tree::Object(document), on_page)
}

/// No way is safe, which is an answer. Whoever ticked one as well is asked which it is.
fn no_contact(document: &mut Object, sent: &Sent, position: &Position<'_>) {
    let ways = sent.all(ask::SAFE_TO.name);
    if !ways.is_empty() {
        let fault =
            Invalid::new("conflict", "Tick ways that are safe, or that nobody is to get in touch.");
        position.field("adults").index(0).field("safe_to").unread(&ways.join(", "), fault);
    }
    put(document, ask::SAFE_TO.path, Tree::List(Vec::new()));
}

/// Whether the answer to a question goes into the document as it is. A helper is asked only with
/// [`ask::WHO_HELPED`], about the family's agreement only somebody else, and an address that must
/// not be known is dropped unread.
fn is_read(question: &Question, who: &str, place: &str) -> bool {
    const BY_OTHER_WAYS: [Question; 6] = [
        ask::WHO,
        ask::WHERE,
        ask::CHILDREN_NOT_KNOWN,
        ask::NO_CONTACT,
        ask::OWN_AGE,
        ask::OWN_SEND,
    ];
    let of_helper = question.path.starts_with("referrer.helped_by");
    let of_address = question.path.starts_with("household.address");
    let of_others = [ask::FAMILY_ASKED, ask::ASKED_OF].contains(question);
    let of_the_family = [ask::AGREE, ask::AGREE_REASON].contains(question);
    !BY_OTHER_WAYS.contains(question)
        && (!of_helper || who == ask::WHO_HELPED)
        && (!of_address || place != ask::WHERE_CONCEALED)
        && (!of_others || ask::is_for_others(who))
        && (!of_the_family || !ask::is_for_others(who))
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

/// The agreement, where no answer says it: a family agrees by sending its form, and nobody agrees
/// in its place.
fn agreement(document: &mut Object, who: &str) {
    let is_said = matches!(document.get("agreement"),
        Some(Tree::Object(said)) if said.contains_key("status"));
    if !is_said {
        let silent = if ask::is_for_others(who) {
            AgreementStatus::NotAsked
        } else {
            AgreementStatus::Agreed
        };
        put(document, "agreement.status", text(silent.code()));
    }
    if who == ask::WHO_YOUNG_PERSON {
        put(document, "agreement.by", text(AgreementBy::YoungPerson.code()));
    }
}

/// The kind of place.
pub(super) fn household(document: &mut Object, place: &str, position: &Position<'_>) {
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

/// A code that no list has.
const NO_ANSWER: &str = "another";

pub(super) fn text(code: &str) -> Tree {
    Tree::Text(code.to_owned())
}
