//! The words of answers that are chosen.

use formats::form::questions::{Kind, List, Question};
use locality::Authority;
use referral::{AccessNeed, ContactMethod, LANGUAGES, Need, Relationship};

use super::YES;
use crate::visit::Visit;

/// The words of a chosen answer; what the list does not have stays as it is.
pub(crate) fn label_of(visit: &Visit, question: &Question, value: &str) -> String {
    match question.kind {
        Kind::One(answers) if answers.iter().any(|answer| answer.value == value) => {
            visit.language.code(question.words, value)
        }
        Kind::Select(list) | Kind::Any(list) => {
            let offer = offers(visit, list).into_iter().find(|(known, _)| known == value);
            offer.map_or_else(|| value.to_owned(), |(_, words)| words)
        }
        Kind::Tick if value == YES => {
            let yes = visit.language.optional(&format!("{}-yes", question.words));
            yes.unwrap_or_else(|| visit.text("yes"))
        }
        _ => value.to_owned(),
    }
}

/// The answers of a list, with their words.
pub(crate) fn offers(visit: &Visit, list: List) -> Vec<(String, String)> {
    let coded = |list: &str, codes: &mut dyn Iterator<Item = &'static str>| {
        codes.map(|code| (code.to_owned(), visit.language.code(list, code))).collect()
    };
    match list {
        List::Relationships => {
            coded("relationship", &mut Relationship::ALL.iter().map(|one| one.code()))
        }
        List::ContactMethods => coded("way", &mut ContactMethod::ALL.iter().map(|one| one.code())),
        List::AccessNeeds => coded("access", &mut AccessNeed::ALL.iter().map(|one| one.code())),
        List::Needs => coded("need", &mut Need::ALL.iter().map(|one| one.code())),
        List::Languages => {
            LANGUAGES.iter().map(|(tag, name)| ((*tag).to_owned(), (*name).to_owned())).collect()
        }
        List::Councils => councils(),
    }
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
