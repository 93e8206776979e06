//! The words of the form's questions, by their keys.

use formats::form::questions::Question;

/// The words of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Words {
    /// The question itself, or the words of a box to tick.
    pub(crate) label: &'static str,
    /// Words that help to answer it; empty if it needs none.
    pub(crate) hint: &'static str,
    /// The name of the answer within a sentence, such as "your phone number".
    pub(crate) brief: &'static str,
}

const fn words(label: &'static str, hint: &'static str, brief: &'static str) -> Words {
    Words { label, hint, brief }
}

/// The words of each question, by its key.
const OF_QUESTIONS: &[(&str, Words)] = &[
    ("who", words("Who is filling this in?", "", "who is filling this in")),
    (
        "helper-setting",
        words(
            "If you are helping: where are you?",
            "For example, a library, a church or a school",
            "where the helper is",
        ),
    ),
    (
        "helper-organisation",
        words("Who do you work or volunteer for?", "", "who the helper works or volunteers for"),
    ),
    ("helper-name", words("Your name, as the helper", "", "the helper’s name")),
    (
        "given-name",
        words(
            "First name",
            "Of the parent, carer or young person who needs help",
            "your first name",
        ),
    ),
    ("family-name", words("Last name", "", "your last name")),
    ("relationship", words("What are you to the children?", "", "what you are to the children")),
    ("phone", words("Phone number", "", "your phone number")),
    ("email", words("Email address", "", "your email address")),
    (
        "safe-to",
        words(
            "Which of these are safe for you?",
            "Choose only ways that nobody else will see or hear. We will not use any other.",
            "which ways are safe for you",
        ),
    ),
    (
        "best-times",
        words("When is a good time?", "For example, Tuesday mornings", "when is a good time"),
    ),
    (
        "must-not-know",
        words(
            "Is there anyone who must not find out?",
            "Tell us who, and what we should be careful about. Leave it empty if there is nobody.",
            "who must not find out",
        ),
    ),
    (
        "where",
        words(
            "Can you tell us where you live?",
            "It helps us to find the hub near you",
            "where you live",
        ),
    ),
    ("address-line-1", words("Address line 1", "", "your address")),
    ("address-line-2", words("Address line 2", "", "your address")),
    ("town", words("Town or city", "", "your town or city")),
    (
        "postcode",
        words("Postcode", "The first part is enough if you do not know all of it", "your postcode"),
    ),
    (
        "council",
        words(
            "Which council’s area are you in?",
            "You can leave this empty if you do not know",
            "your council",
        ),
    ),
    (
        "parents-disagree",
        words(
            "The parents do not agree where a child lives",
            "",
            "whether the parents agree where a child lives",
        ),
    ),
    (
        "language",
        words("Which language shall we use with you?", "", "which language to use with you"),
    ),
    (
        "interpreter",
        words("We would like an interpreter", "", "whether you would like an interpreter"),
    ),
    (
        "access",
        words(
            "Would any of these make it easier for you?",
            "",
            "what would make it easier for you",
        ),
    ),
    (
        "access-note",
        words(
            "Tell us more about what would make it easier",
            "",
            "what would make it easier for you",
        ),
    ),
    ("child-given-name", words("First name", "", "the name of a child")),
    ("child-family-name", words("Last name", "", "the name of a child")),
    ("child-day", words("Day", "", "a child’s date of birth, or the date your baby is due")),
    ("child-month", words("Month", "", "a child’s date of birth, or the date your baby is due")),
    ("child-year", words("Year", "", "a child’s date of birth, or the date your baby is due")),
    (
        "child-not-born",
        words(
            "Not born yet: this is the date the baby is due",
            "",
            "whether a baby is not born yet",
        ),
    ),
    (
        "children-not-known",
        words(
            "I would rather not say anything about the children",
            "",
            "that you would rather not say anything about the children",
        ),
    ),
    (
        "needs",
        words(
            "What would you like help with?",
            "Choose as many as you like. If you are not sure, that is fine: choose ‘Not sure’.",
            "what you would like help with",
        ),
    ),
    (
        "what-is-happening",
        words("What is happening?", "In your own words, in any language", "what is happening"),
    ),
    ("what-would-help", words("What would help most?", "", "what would help most")),
    ("already-tried", words("What have you tried?", "", "what you have tried")),
    (
        "who-else-helps",
        words(
            "Who helps you now?",
            "For example, family, a school, a doctor or a health visitor",
            "who helps you now",
        ),
    ),
    ("can-wait", words("Can this wait a few days?", "", "whether it can wait a few days")),
    (
        "someone-may-be-hurt",
        words(
            "Is anyone being hurt, or could they be?",
            "If you tick this, people whose work is to keep children safe will read it first. \
             You will see phone numbers on the next page.",
            "whether anyone is being hurt",
        ),
    ),
];

/// The words of a question; `None` if its key has none.
pub(crate) fn of(question: &Question) -> Option<Words> {
    OF_QUESTIONS.iter().find(|(key, _)| *key == question.words).map(|(_, words)| *words)
}

/// The words of an answer that is given with its question; `None` if there are none.
pub(crate) fn of_answer(question: &Question, value: &str) -> Option<&'static str> {
    Some(match (question.words, value) {
        ("who", "self_parent") => "I am a parent or carer",
        ("who", "self_young_person") => "I am a young person",
        ("who", "helped_by") => "I am helping a family, and they are with me",
        ("where", "address") => "I can give an address or a postcode",
        ("where", "no-fixed-address") => "We have no fixed address",
        ("where", "concealed") => "Our address must stay secret",
        ("can-wait", "yes") => "Yes, it can wait",
        ("can-wait", "not-sure") => "I am not sure",
        ("can-wait", "no") => "No, we need help today",
        ("someone-may-be-hurt", "yes") => {
            "Yes, I am worried that someone is being hurt or could be"
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use formats::form::questions::{IN_ORDER, Kind, OF_A_CHILD};

    use super::*;

    #[test]
    fn every_question_and_every_given_answer_has_its_words() {
        for question in IN_ORDER.iter().chain(OF_A_CHILD) {
            assert!(of(question).is_some(), "{question:?}");
            let Kind::One(answers) = question.kind else { continue };
            for answer in answers {
                assert!(of_answer(question, answer.value).is_some(), "{answer:?}");
            }
        }
    }
}
