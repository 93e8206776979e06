//! Answers that the pages ask for beyond those that a referral needs: an answer to each question that the help
//! depends on. None of it holds up a worry that somebody is being hurt.

use formats::form::questions as ask;
use jiff::civil::Date;
use referral::{Birth, FieldError, Referral};

use crate::draft::Way;
use filling::Answers;
use filling::Place;

/// The oldest age at which a young person may ask for themselves, and with special educational needs
/// or a disability.
const OLDEST: (i16, i16) = (19, 25);

/// The errors of answers that a page waits for.
pub(super) fn missing(way: Way, answers: &Answers, place: &Place<'_>) -> Vec<FieldError> {
    let mut missing = Vec::new();
    let mut require = |question: &ask::Question, is_there: bool| {
        if !is_there {
            missing.push(required(question.name));
        }
    };
    let has = |question: &ask::Question| !answers.value(question.name).trim().is_empty();
    require(&ask::FAMILY_ASKED, !answers.is_for_others() || has(&ask::FAMILY_ASKED));
    match answers.value(ask::WHERE.name) {
        "" => require(&ask::WHERE, has(&ask::POSTCODE)),
        ask::WHERE_ADDRESS => require(&ask::POSTCODE, has(&ask::POSTCODE)),
        _ => {}
    }
    require(&ask::GIVEN_NAME, has(&ask::GIVEN_NAME) || has(&ask::FAMILY_NAME));
    require(&ask::SAFE_TO, [ask::SAFE_TO, ask::NO_CONTACT, ask::PHONE, ask::EMAIL].iter().any(has));
    let is_asked = way == Way::Full && !answers.is_for_others();
    require(&ask::AGREE, !is_asked || has(&ask::AGREE));
    if answers.value(ask::WHO.name) != ask::WHO_YOUNG_PERSON {
        missing.extend((1..=answers.children()).filter_map(|number| of_child(answers, number)));
    }
    missing.extend(place.question(answers));
    missing
}

/// The error of a child of whom nothing is said, or whose birth is known in a way that needs a field
/// which is empty.
fn of_child(answers: &Answers, number: usize) -> Option<FieldError> {
    let has = |questions: &[ask::Question]| {
        let names: Vec<_> = questions.iter().map(|question| question.of_child(number)).collect();
        answers.has_any(&names)
    };
    let chosen = answers.value(&ask::CHILD_BIRTH.of_child(number));
    let needed = match chosen {
        ask::BIRTH_BORN => Some(ask::CHILD_DAY),
        ask::BIRTH_ABOUT => Some(ask::CHILD_AGE),
        ask::BIRTH_DUE => Some(ask::CHILD_DUE),
        _ => None,
    };
    // The field of another answer than the chosen one is read as that answer.
    let birth = [ask::CHILD_DAY, ask::CHILD_MONTH, ask::CHILD_YEAR, ask::CHILD_AGE, ask::CHILD_DUE];
    if chosen != ask::BIRTH_NOT_SURE && has(&birth) {
        return None;
    }
    match needed {
        Some(question) => Some(required(&question.of_child(number))),
        None if has(&[ask::CHILD_GIVEN_NAME, ask::CHILD_FAMILY_NAME]) => None,
        None => Some(empty_child(number)),
    }
}

/// The errors of a child's page on which nothing was said.
pub(super) fn empty_child(number: usize) -> FieldError {
    required(&ask::CHILD_GIVEN_NAME.of_child(number))
}

/// The error of a young person who is older than those who may ask for themselves.
pub(super) fn too_old(referral: &Referral, answers: &Answers, today: Date) -> Option<FieldError> {
    if answers.value(ask::WHO.name) != ask::WHO_YOUNG_PERSON {
        return None;
    }
    let (oldest, with_send) = OLDEST;
    let most = if answers.ticked(ask::OWN_SEND.name) { with_send } else { oldest };
    let age = match referral.children.iter().next()?.birth {
        Birth::Born(born) => born.age_on(today),
        // Somebody who says "19" may have their birthday still to come.
        Birth::About(about) => about.age_on(today),
        Birth::Due(_) | Birth::NotKnown => return None,
    };
    (age > most).then(|| FieldError {
        path: ask::OWN_AGE.name.to_owned(),
        code: "too_old",
        message: String::new(),
    })
}

fn required(name: &str) -> FieldError {
    FieldError { path: name.to_owned(), code: "required", message: String::new() }
}
