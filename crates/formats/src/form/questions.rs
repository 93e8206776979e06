//! The questions of the form, in one table, by which the form is read, errors are named and the
//! page is drawn.
//!
//! A question has the name of its field, the path of its answer in the referral document, the key
//! of its words, and the kind of its answer. The words themselves, and the pages on which it is
//! asked, are the business of `family`.

mod table;

pub use self::table::*;

/// A question of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The name of the question's field; in a question about a child, the part behind `child-1-`.
    pub name: &'static str,
    /// The path of the answer in the document; in a question about a child, within the child.
    pub path: &'static str,
    /// The key of the question's words. The words of a given answer have the key `<words>.<value>`.
    pub words: &'static str,
    /// The kind of the answer.
    pub kind: Kind,
    /// The autofill token of the answer, if a browser may offer one
    /// ([WHATWG](https://html.spec.whatwg.org/#autofill)).
    pub autofill: Option<&'static str>,
}

/// The kind of answer that a question has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A line of text.
    Line,
    /// Several lines of text.
    Text,
    /// One of a few answers.
    One(&'static [Answer]),
    /// One answer out of a long list.
    Select(List),
    /// Any answers out of a list.
    Any(List),
    /// A "yes", or no answer.
    Tick,
    /// A part of a date.
    DatePart,
}

/// An answer that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The value that the form sends.
    pub value: &'static str,
    /// The code that stands for the answer in the document.
    pub code: &'static str,
}

/// A list of answers that is kept elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// The codes of [`referral::Relationship`].
    Relationships,
    /// The codes of [`referral::ContactMethod`].
    ContactMethods,
    /// The councils, by their GSS codes.
    Councils,
    /// The languages of [`referral::LANGUAGES`], by their BCP 47 tags.
    Languages,
    /// The codes of [`referral::AccessNeed`].
    AccessNeeds,
    /// The codes of [`referral::Need`].
    Needs,
}

/// The most children that are read.
pub const MOST_CHILDREN: usize = 20;

impl Question {
    /// The name of the field for a child, such as `child-1-given-name`. Children count from 1 to
    /// [`MOST_CHILDREN`]; those with nothing filled in are passed over.
    pub fn of_child(&self, number: usize) -> String {
        format!("child-{number}-{}", self.name)
    }

    /// The code of a given answer; `None` where the question does not offer it.
    pub(super) fn code_of(&self, value: &str) -> Option<&'static str> {
        let Kind::One(answers) = self.kind else { return None };
        answers.iter().find(|answer| answer.value == value).map(|answer| answer.code)
    }

    pub(super) const fn new(name: &'static str, path: &'static str, kind: Kind) -> Self {
        Self { name, path, words: name, kind, autofill: None }
    }

    const fn autofill(self, token: &'static str) -> Self {
        Self { autofill: Some(token), ..self }
    }

    const fn words(self, words: &'static str) -> Self {
        Self { words, ..self }
    }
}

/// The question that a path of the document belongs to: the one whose own path is the longest that
/// the path begins with.
pub(super) fn of_path<'a>(
    questions: impl IntoIterator<Item = &'a Question>,
    path: &str,
) -> Option<&'a Question> {
    let starts = |question: &&Question| {
        path.strip_prefix(question.path)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    // Of two questions with the same path, the first is taken.
    questions
        .into_iter()
        .filter(starts)
        .reduce(|best, other| if other.path.len() > best.path.len() { other } else { best })
}

/// The question, of the form or about a child, to whose answer a path of the document leads.
pub fn asked_at(path: &str) -> Option<&'static Question> {
    let in_child = path.strip_prefix("children[").and_then(|rest| rest.split_once("]."));
    match in_child {
        Some((_, rest)) => of_path(OF_A_CHILD, rest),
        None => of_path(IN_ORDER, path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_the_question_that_is_nearest() {
        let name = |path| asked_at(path).map(|question| question.name);
        assert_eq!(name("household.address.postcode"), Some("postcode"));
        assert_eq!(name("household.address"), Some("where"));
        assert_eq!(name("adults[0].safe_to[2]"), Some("safe-to"));
        assert_eq!(name("must_not_know[0].note"), Some("must-not-know"));
        assert_eq!(name("children[4].name.family"), Some("family-name"));
        assert_eq!(name("children[4].date_of_birth"), Some("day"));
        assert_eq!(name("children[4].due_date"), Some("due"));
        assert_eq!(name("children[4].born_about"), Some("age"));
        assert_eq!(name("needsome"), None);
    }

    #[test]
    fn names_and_words_are_unique_to_a_question() {
        for list in [IN_ORDER, OF_A_CHILD] {
            for (at, question) in list.iter().enumerate() {
                assert!(list[..at].iter().all(|other| other.name != question.name), "{question:?}");
            }
        }
        let all: Vec<_> = IN_ORDER.iter().chain(OF_A_CHILD).collect();
        for (at, question) in all.iter().enumerate() {
            assert!(all[..at].iter().all(|other| other.words != question.words), "{question:?}");
        }
    }
}
