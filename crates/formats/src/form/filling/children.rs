//! The children of the form, and the young person who asks for themselves.

use referral::Invalid;

use super::{Sent, text};
use crate::document::{Object, Tree, put};
use crate::errors::Position;
use crate::form::dates::{self, Told};
use crate::form::questions::{self as ask, MOST_CHILDREN, Question};

/// The place of a child on the page, by which its errors are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::form) enum ChildOnPage {
    /// The child has this number, and its birth was told in this way.
    Child(usize, &'static str),
    /// The child is the young person who asks.
    YoungPerson,
}

/// The children with anything filled in, and their places on the page.
pub(in crate::form) fn all(sent: &Sent, position: &Position<'_>) -> (Vec<Tree>, Vec<ChildOnPage>) {
    let mut children = Vec::new();
    let mut places = Vec::new();
    for number in 1..=MOST_CHILDREN {
        let mut child = Object::new();
        for question in [ask::CHILD_GIVEN_NAME, ask::CHILD_FAMILY_NAME] {
            if let Some(name) = sent.one(&question.of_child(number)) {
                put(&mut child, question.path, Tree::Text(name));
            }
        }
        let birth = Birth::of_child(sent, number);
        if child.is_empty() && !birth.says_something() {
            continue;
        }
        let at = position.field("children").index(children.len());
        birth.put(&mut child, &at);
        children.push(Tree::Object(child));
        places.push(ChildOnPage::Child(number, birth.kind));
    }
    (children, places)
}

/// A young person who asks for themselves is the child.
pub(super) fn young_person(sent: &Sent, position: &Position<'_>) -> Tree {
    let names =
        [(ask::GIVEN_NAME, ask::CHILD_GIVEN_NAME), (ask::FAMILY_NAME, ask::CHILD_FAMILY_NAME)];
    let mut child = Object::new();
    for (own, question) in names {
        if let Some(name) = sent.one(own.name) {
            put(&mut child, question.path, Tree::Text(name));
        }
    }
    let birth = Birth { kind: ask::BIRTH_ABOUT, typed: vec![sent.choice(ask::OWN_AGE.name)] };
    birth.put(&mut child, &position.field("children").index(0));
    if sent.ticked(ask::OWN_SEND.name) {
        put(&mut child, "send", Tree::Flag(true));
    }
    Tree::Object(child)
}

/// The birth of a child as it was told: the answer that was chosen, and what was typed for it.
struct Birth {
    kind: &'static str,
    typed: Vec<String>,
}

impl Birth {
    /// The birth of a child on the page. Where no answer was chosen, or the field of the chosen one is
    /// empty, it is the one whose field is filled in: without a script every field is there to see.
    /// Beside a chosen answer with its field, what was typed for another one does not count.
    fn of_child(sent: &Sent, number: usize) -> Self {
        let typed = |questions: &[Question]| {
            let fields = questions.iter().map(|question| question.of_child(number));
            fields.map(|name| sent.choice(&name)).collect::<Vec<_>>()
        };
        let kinds = [
            (ask::BIRTH_BORN, typed(&[ask::CHILD_DAY, ask::CHILD_MONTH, ask::CHILD_YEAR])),
            (ask::BIRTH_ABOUT, typed(&[ask::CHILD_AGE])),
            (ask::BIRTH_DUE, typed(&[ask::CHILD_DUE])),
        ];
        let chosen = sent.choice(&ask::CHILD_BIRTH.of_child(number));
        if chosen == ask::BIRTH_NOT_SURE {
            return Self { kind: ask::BIRTH_NOT_SURE, typed: Vec::new() };
        }
        let is_filled = |typed: &[String]| typed.iter().any(|part| !part.is_empty());
        let is_chosen = |kind: &str| kind == chosen;
        let told = kinds.iter().find(|(kind, typed)| is_chosen(kind) && is_filled(typed));
        let told = told.or_else(|| kinds.iter().find(|(_, typed)| is_filled(typed)));
        match told.or_else(|| kinds.iter().find(|(kind, _)| is_chosen(kind))) {
            Some((kind, typed)) => Self { kind, typed: typed.clone() },
            None => Self { kind: "", typed: Vec::new() },
        }
    }

    /// Whether there is a child to speak of: one about whose birth nothing can be said is none
    /// without a name, unless a baby is on its way.
    fn says_something(&self) -> bool {
        self.kind == ask::BIRTH_DUE || self.typed.iter().any(|part| !part.is_empty())
    }

    fn put(&self, child: &mut Object, position: &Position<'_>) {
        let today = position.context().today;
        let typed = self.typed.join(" ");
        let told = match (self.kind, self.typed.as_slice()) {
            (ask::BIRTH_BORN, [day, month, year]) => dates::in_three(day, month, year),
            (ask::BIRTH_ABOUT, [about]) => dates::age(about, today),
            (ask::BIRTH_DUE, [due]) => dates::in_one(due).and_then(whole_day),
            _ => Ok(None),
        };
        let is_due = self.kind == ask::BIRTH_DUE;
        match told {
            Ok(None) => {}
            Ok(Some(told)) => {
                let field = match told {
                    _ if is_due => ask::CHILD_DUE.path,
                    Told::Day { .. } => ask::CHILD_DAY.path,
                    Told::Month { .. } | Told::Year(_) => ask::CHILD_AGE.path,
                };
                put(child, field, text(&told.as_text()));
            }
            Err(fault) => {
                let field = match self.kind {
                    ask::BIRTH_BORN => ask::CHILD_DAY.path,
                    ask::BIRTH_ABOUT => ask::CHILD_AGE.path,
                    _ => ask::CHILD_DUE.path,
                };
                position.field(field).unread(typed.trim(), fault);
            }
        }
    }
}

/// A baby is due on a day, even if that is a guess; a month says too little to plan by.
fn whole_day(told: Option<Told>) -> Result<Option<Told>, Invalid> {
    match told {
        None | Some(Told::Day { .. }) => Ok(told),
        Some(_) => Err(Invalid::new(
            "due_day_missing",
            "Enter the day as well, such as 27 March 2027. It can be a guess.",
        )),
    }
}
