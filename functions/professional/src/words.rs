//! The words of the form: a label for each question, a hint for some, and the words of its errors. They
//! are English, as the forms that these replace are.

use formats::form::questions::{Answer, Kind, List, Question};
use locality::Authority;
use referral::{
    AccessNeed, AgreementBy, AgreementStatus, ContactMethod, FieldError, LANGUAGES, LevelOfNeed,
    Need, Relationship, Urgency,
};

/// The label of a question, by the key of its words, and its hint.
const WORDS: &[(&str, &str, &str)] = &[
    ("children-not-known", "I do not know the children", ""),
    ("child-given-name", "First name", ""),
    ("child-family-name", "Last name", ""),
    ("child-age", "Or roughly: their age, or the year they were born", "For example, 3 or 2021"),
    ("child-due", "Or the day a baby is due", "For example, 27 March 2027"),
    ("where", "Where they live", ""),
    ("postcode", "Postcode", "The first part is enough if you do not know the rest"),
    ("address-line-1", "Address line 1 (optional)", ""),
    ("address-line-2", "Address line 2 (optional)", ""),
    ("town", "Town or city (optional)", ""),
    ("council", "Council, if you do not know the postcode", ""),
    ("language", "The language they speak (optional)", ""),
    ("interpreter", "They need an interpreter", ""),
    ("given-name", "First name", ""),
    ("family-name", "Last name", ""),
    ("relationship", "Relationship to the children (optional)", ""),
    ("phone", "Phone number (optional)", ""),
    ("email", "Email address (optional)", ""),
    (
        "safe-to",
        "How is it safe to contact them?",
        "Tick only what you know to be safe. Nobody uses another way. Leave it empty if you do not know.",
    ),
    ("best-times", "Times that are safe or best (optional)", ""),
    ("other-given-name", "The other adult’s first name", ""),
    ("other-family-name", "The other adult’s last name", ""),
    ("other-relationship", "The other adult’s relationship to the children", ""),
    ("other-phone", "The other adult’s phone number", ""),
    ("other-email", "The other adult’s email address", ""),
    (
        "other-safe-to",
        "How is it safe to contact the other adult?",
        "Tick only what you know to be safe. Leave it empty if you do not know.",
    ),
    (
        "must-not-know",
        "Is there anybody who must not know of this referral? (optional)",
        "Say who, and what to be careful about",
    ),
    (
        "someone-may-be-hurt",
        "There is a safeguarding concern: somebody is at risk of harm",
        "It goes to the front door of children’s services. We show you their numbers next. In danger, call 999.",
    ),
    ("needs", "What do they need help with?", "Tick all that apply"),
    ("what-is-happening", "What is happening (optional)", "What you have seen or been told"),
    ("urgency", "How soon do they need help? (optional)", ""),
    ("level-of-need", "Level of need, if it was assessed (optional)", ""),
    ("already-tried", "What has been tried (optional)", ""),
    ("who-else-helps", "Who else is helping (optional)", ""),
    ("what-would-help", "What the family says would help most (optional)", "In their own words"),
    (
        "agreement",
        "Did the family agree to this referral?",
        "We take the referral whatever the answer is",
    ),
    ("agreement-by", "Who agreed or was asked?", ""),
    ("agreement-on", "When were they asked?", "For example, 27 March 2026"),
    (
        "agreement-reason",
        "If they did not agree to all of it, or were not asked: why? (optional)",
        "",
    ),
];

/// The label of a question.
pub(crate) fn label(question: &Question) -> &'static str {
    found(question).map_or("", |(_, label, _)| label)
}

/// The hint of a question, if it has one.
pub(crate) fn hint(question: &Question) -> Option<&'static str> {
    found(question).map(|(_, _, hint)| *hint).filter(|hint| !hint.is_empty())
}

fn found(question: &Question) -> Option<&'static (&'static str, &'static str, &'static str)> {
    WORDS.iter().find(|(words, ..)| *words == question.words)
}

/// The answers of a question to choose from, as values and words.
pub(crate) fn offers(question: &Question) -> Vec<(String, String)> {
    match question.kind {
        Kind::One(answers) => answers.iter().map(|answer| one(question, answer)).collect(),
        Kind::Select(list) | Kind::Any(list) => of_list(list),
        Kind::Line | Kind::Text | Kind::Tick | Kind::DatePart => Vec::new(),
    }
}

/// The words of a chosen answer; what is typed stays as it is.
pub(crate) fn chosen(question: &Question, value: &str) -> String {
    if question.kind == Kind::Tick {
        return "Yes".to_owned();
    }
    let offer = offers(question).into_iter().find(|(known, _)| known == value);
    offer.map_or_else(|| value.to_owned(), |(_, words)| words)
}

fn one(question: &Question, answer: &Answer) -> (String, String) {
    let code = answer.code;
    let words = match question.name {
        "urgency" => code.parse().map(Urgency::label).ok(),
        "level-of-need" => code.parse().map(LevelOfNeed::label).ok(),
        "agreement" => code.parse().map(AgreementStatus::label).ok(),
        "agreement-by" => code.parse().map(AgreementBy::label).ok(),
        _ => match answer.value {
            "address" => Some("At an address"),
            "no-fixed-address" => Some("They have no fixed address"),
            "concealed" => Some("Their address must not be known: they are in danger"),
            _ => None,
        },
    };
    (answer.value.to_owned(), words.unwrap_or(answer.value).to_owned())
}

fn of_list(list: List) -> Vec<(String, String)> {
    let pair = |(code, words): (&str, &str)| (code.to_owned(), words.to_owned());
    match list {
        List::Relationships => {
            Relationship::ALL.iter().map(|one| pair((one.code(), one.label()))).collect()
        }
        List::ContactMethods => {
            ContactMethod::ALL.iter().map(|one| pair((one.code(), one.label()))).collect()
        }
        List::AccessNeeds => {
            AccessNeed::ALL.iter().map(|one| pair((one.code(), one.label()))).collect()
        }
        List::Needs => Need::ALL.iter().map(|one| pair((one.code(), need(*one)))).collect(),
        List::Languages => LANGUAGES.iter().copied().map(pair).collect(),
        List::Councils => councils(),
    }
}

/// The words of a need, about a family that is not the reader's own.
fn need(need: Need) -> &'static str {
    match need {
        Need::InfantFeeding => "Feeding a baby",
        Need::ParentMentalHealth => "A parent’s or carer’s mental health",
        other => other.label(),
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

/// The words of an error: those of this form, else those of the field that could not be read.
pub(crate) fn error(error: &FieldError) -> String {
    let words = match (error.path.as_str(), error.code) {
        ("children-not-known", "required") => {
            "Tell us about at least one child, or tick that you do not know the children"
        }
        ("children-not-known", "conflict") => {
            "Take the tick away, or leave the children out: you told us about a child"
        }
        ("postcode", "required") => "Enter a postcode, or choose the council they live in",
        ("postcode", "postcode_ended") => {
            "This postcode is not in use any more. Correct it, or tick that it is right"
        }
        ("postcode", "postcode_outside_england") => {
            "This postcode is outside England. Correct it, or tick that it is right"
        }
        ("postcode", "postcode_not_found") => {
            "We do not know this postcode. Correct it, or tick that it is right"
        }
        ("postcode", "postcode_of_no_home") => {
            "Nobody lives at this postcode. Correct it, or tick that it is right"
        }
        ("needs", "required") => {
            "Choose what they need help with, or tick that there is a safeguarding concern"
        }
        ("agreement", "required") => "Choose what the family said, or that they were not asked",
        _ if error.message.is_empty() => "Correct this answer",
        _ => return error.message.clone(),
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use formats::form::professional::questions::IN_ORDER;
    use formats::form::questions::OF_A_CHILD;

    use super::*;

    #[test]
    fn every_question_and_every_answer_has_words() {
        for question in IN_ORDER {
            assert!(!label(question).is_empty(), "{question:?}");
            for (value, words) in offers(question) {
                assert_ne!(value, words, "{question:?}");
            }
        }
        // The kind of birth follows from the field that is filled in, and a date's parts have their own.
        let drawn_apart = ["birth", "day", "month", "year"];
        for question in OF_A_CHILD.iter().filter(|one| !drawn_apart.contains(&one.name)) {
            assert!(!label(question).is_empty(), "{question:?}");
        }
    }

    #[test]
    fn no_two_questions_have_the_same_label() {
        let labels: Vec<_> = IN_ORDER.iter().map(label).collect();
        for (at, one) in labels.iter().enumerate() {
            assert!(!labels[..at].contains(one), "{one}");
        }
    }

    #[test]
    fn no_need_is_taken_for_the_readers_own() {
        for (_, words) in of_list(List::Needs) {
            assert!(!words.to_lowercase().contains("your"), "{words}");
        }
    }

    #[test]
    fn an_error_is_told_without_the_words_of_a_program() {
        let of = |path: &str, code| {
            let message = String::new();
            error(&FieldError { path: path.to_owned(), code, message })
        };
        for path in ["children-not-known", "postcode", "needs", "agreement"] {
            assert!(!of(path, "required").contains('_'), "{path}");
        }
    }
}
