//! The words of answers that are chosen.

use formats::form::questions::{Kind, List, Question};
use locality::Authority;
use referral::{AccessNeed, ContactMethod, Need, Relationship};

use super::{YES, optional, said};
use crate::language::spoken;
use crate::visit::Visit;
use filling::Answers;

/// The words of a chosen answer; what the list does not have stays as it is.
pub(crate) fn label_of(
    visit: &Visit,
    answers: &Answers,
    question: &Question,
    value: &str,
) -> String {
    match question.kind {
        Kind::One(offered) if offered.iter().any(|answer| answer.value == value) => {
            said(visit, answers, &id(question.words, value))
        }
        Kind::Select(list) | Kind::Any(list) => {
            let offer = offers(visit, answers, list).into_iter().find(|(known, _)| known == value);
            offer.map_or_else(|| value.to_owned(), |(_, words)| words)
        }
        Kind::Tick if value == YES => {
            let yes = optional(visit, answers, &format!("{}-yes", question.words));
            yes.unwrap_or_else(|| visit.text("yes"))
        }
        _ => value.to_owned(),
    }
}

/// The answers of a list, with their words.
pub(crate) fn offers(visit: &Visit, answers: &Answers, list: List) -> Vec<(String, String)> {
    let coded = |list: &str, codes: &mut dyn Iterator<Item = &'static str>| {
        codes.map(|code| (code.to_owned(), said(visit, answers, &id(list, code)))).collect()
    };
    match list {
        List::Relationships => {
            coded("relationship", &mut Relationship::ALL.iter().map(|one| one.code()))
        }
        List::ContactMethods => coded("way", &mut ContactMethod::ALL.iter().map(|one| one.code())),
        List::AccessNeeds => coded("access", &mut AccessNeed::ALL.iter().map(|one| one.code())),
        List::Needs => coded("need", &mut Need::ALL.iter().map(|one| one.code())),
        List::Languages => spoken::all(visit.language),
        List::Councils => councils(),
    }
}

/// The id of the words of a code of a list, such as `need` or `relationship`, or of an answer.
fn id(list: &str, code: &str) -> String {
    format!("{list}-{}", code.replace('_', "-"))
}

/// The councils that run children's services today, by name.
fn councils() -> Vec<(String, String)> {
    let mut councils: Vec<_> = Authority::all()
        .filter(|authority| authority.ends.is_none() && authority.upper == authority.code)
        .map(|authority| (authority.code.to_owned(), authority.name.to_owned()))
        .collect();
    councils.sort_by(|(_, one), (_, other)| one.cmp(other));
    councils
}
