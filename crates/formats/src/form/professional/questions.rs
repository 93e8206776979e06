//! The questions of the professional's form: those of the family's own form that it shares, and its own.

use referral::{AgreementBy, AgreementStatus, LevelOfNeed, Urgency};

use crate::form::questions::{self as ask, Answer, Kind, List, Question};
use Kind::{Any, Line, One, Select, Text};

/// The given name of a second adult.
pub const OTHER_GIVEN_NAME: Question =
    Question::new("other-given-name", "adults[1].name.given", Line);
/// The family name of the second adult.
pub const OTHER_FAMILY_NAME: Question =
    Question::new("other-family-name", "adults[1].name.family", Line);
/// The relationship of the second adult to the children.
pub const OTHER_RELATIONSHIP: Question =
    Question::new("other-relationship", "adults[1].relationship", Select(List::Relationships));
/// The phone number of the second adult.
pub const OTHER_PHONE: Question = Question::new("other-phone", "adults[1].phone", Line);
/// The e-mail address of the second adult.
pub const OTHER_EMAIL: Question = Question::new("other-email", "adults[1].email", Line);
/// The ways in which it is safe to reach the second adult.
pub const OTHER_SAFE_TO: Question =
    Question::new("other-safe-to", "adults[1].safe_to", Any(List::ContactMethods));

/// How soon help is needed, in the professional's judgement.
pub const URGENCY: Question = Question::new(
    "urgency",
    "urgency",
    One(&[same(Urgency::Routine.code()), same(Urgency::Soon.code()), same(Urgency::Urgent.code())]),
);
/// The level of need, where it was assessed.
pub const LEVEL_OF_NEED: Question = Question::new(
    "level-of-need",
    "level_of_need",
    One(&[
        same(LevelOfNeed::Universal.code()),
        same(LevelOfNeed::Additional.code()),
        same(LevelOfNeed::Complex.code()),
        same(LevelOfNeed::Specialist.code()),
        same(LevelOfNeed::NotAssessed.code()),
    ]),
);

/// Whether the family agreed. Required, but for a concern.
pub const AGREEMENT: Question = Question::new(
    "agreement",
    "agreement.status",
    One(&[
        same(AgreementStatus::Agreed.code()),
        same(AgreementStatus::Partly.code()),
        same(AgreementStatus::Declined.code()),
        same(AgreementStatus::NotAskedUnsafe.code()),
        same(AgreementStatus::NotAsked.code()),
        same(AgreementStatus::Unable.code()),
    ]),
);
/// The person of the family who agreed or was asked. Required where somebody agreed.
pub const AGREEMENT_BY: Question = Question::new(
    "agreement-by",
    "agreement.by",
    One(&[
        same(AgreementBy::ParentWithPr.code()),
        same(AgreementBy::OtherCarer.code()),
        same(AgreementBy::YoungPerson.code()),
        same(AgreementBy::AdultSelf.code()),
    ]),
);
/// The day on which the family was asked, in one field. Required where somebody agreed.
pub const AGREEMENT_ON: Question = Question::new("agreement-on", "agreement.on", Line);
/// The reason, where the family did not agree to all of it.
pub const AGREEMENT_REASON: Question = Question::new("agreement-reason", "agreement.reason", Text);

/// Every question but the children's, in the form's order; the children come before
/// [`ask::CHILDREN_NOT_KNOWN`].
pub const IN_ORDER: &[Question] = &[
    ask::CHILDREN_NOT_KNOWN,
    ask::WHERE,
    ask::POSTCODE,
    ask::COUNCIL,
    ask::ADDRESS_LINE_1,
    ask::ADDRESS_LINE_2,
    ask::TOWN,
    ask::LANGUAGE,
    ask::INTERPRETER,
    ask::GIVEN_NAME,
    ask::FAMILY_NAME,
    ask::RELATIONSHIP,
    ask::PHONE,
    ask::EMAIL,
    ask::SAFE_TO,
    ask::BEST_TIMES,
    OTHER_GIVEN_NAME,
    OTHER_FAMILY_NAME,
    OTHER_RELATIONSHIP,
    OTHER_PHONE,
    OTHER_EMAIL,
    OTHER_SAFE_TO,
    ask::MUST_NOT_KNOW,
    ask::SOMEONE_MAY_BE_HURT,
    ask::NEEDS,
    ask::WHAT_IS_HAPPENING,
    URGENCY,
    LEVEL_OF_NEED,
    ask::ALREADY_TRIED,
    ask::WHO_ELSE_HELPS,
    ask::WHAT_WOULD_HELP,
    AGREEMENT,
    AGREEMENT_BY,
    AGREEMENT_ON,
    AGREEMENT_REASON,
];

/// An answer whose value on the form is its code in the document.
const fn same(code: &'static str) -> Answer {
    Answer { value: code, code }
}
