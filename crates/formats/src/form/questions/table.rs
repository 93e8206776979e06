//! The table of questions: each of them once, and the order in which the form asks them.

use referral::{AgreementBy, AgreementStatus, ReferrerKind, Urgency};

use super::{Answer, Kind, List, Question};
use Kind::{Any, DatePart, Line, One, Select, Text, Tick};

/// The answer to [`WHO`] of a parent or carer, for their own family.
pub const WHO_PARENT: &str = "self_parent";
/// The answer to [`WHO`] of a young person, for themselves.
pub const WHO_YOUNG_PERSON: &str = "self_young_person";
/// The answer to [`WHO`] of a relative, who asks for the family.
pub const WHO_RELATIVE: &str = "relative";
/// The answer to [`WHO`] of a friend or neighbour, who asks for the family.
pub const WHO_FRIEND: &str = "friend";
/// The answer to [`WHO`] of a worker or volunteer, with the family beside them.
pub const WHO_HELPED: &str = "helped_by";

/// Whether an answer to [`WHO`] is of somebody who asks for a family that is not their own.
pub fn is_for_others(who: &str) -> bool {
    [WHO_RELATIVE, WHO_FRIEND, WHO_HELPED].contains(&who)
}

/// The person who fills the form in. Required.
pub const WHO: Question = Question::new(
    "who",
    "referrer",
    One(&[
        Answer { value: WHO_PARENT, code: ReferrerKind::SelfParent.code() },
        Answer { value: WHO_YOUNG_PERSON, code: ReferrerKind::SelfYoungPerson.code() },
        Answer { value: WHO_RELATIVE, code: ReferrerKind::Relative.code() },
        Answer { value: WHO_FRIEND, code: ReferrerKind::FriendOrNeighbour.code() },
        Answer { value: WHO_HELPED, code: ReferrerKind::SelfParent.code() },
    ]),
);
/// The place where the helper is, such as a library or a church. With [`WHO_HELPED`].
pub const HELPER_SETTING: Question =
    Question::new("helper-setting", "referrer.helped_by.setting", Line);
/// The organisation that the helper works or volunteers for.
pub const HELPER_ORGANISATION: Question =
    Question::new("helper-organisation", "referrer.helped_by.organisation", Line)
        .autofill("organization");
/// The helper's name.
pub const HELPER_NAME: Question = Question::new("helper-name", "referrer.helped_by.name", Line);

/// The family's answer, as it was asked by somebody else ([`is_for_others`]).
pub const FAMILY_ASKED: Question = Question::new(
    "family-asked",
    "agreement.status",
    One(&[
        Answer { value: "agreed", code: AgreementStatus::Agreed.code() },
        Answer { value: "said-no", code: AgreementStatus::Declined.code() },
        Answer { value: "not-safe", code: AgreementStatus::NotAskedUnsafe.code() },
        Answer { value: "not-asked", code: AgreementStatus::NotAsked.code() },
    ]),
);
/// The person of the family who was asked. With [`FAMILY_ASKED`].
pub const ASKED_OF: Question = Question::new(
    "asked-of",
    "agreement.by",
    One(&[
        Answer { value: "parent", code: AgreementBy::ParentWithPr.code() },
        Answer { value: "carer", code: AgreementBy::OtherCarer.code() },
        Answer { value: "young-person", code: AgreementBy::YoungPerson.code() },
    ]),
);

/// The given name of the adult (or young person) who asks.
pub const GIVEN_NAME: Question =
    Question::new("given-name", "adults[0].name.given", Line).autofill("given-name");
/// The family name of the same person.
pub const FAMILY_NAME: Question =
    Question::new("family-name", "adults[0].name.family", Line).autofill("family-name");
/// The relationship of the same person to the children.
pub const RELATIONSHIP: Question =
    Question::new("relationship", "adults[0].relationship", Select(List::Relationships));
/// The phone number of the same person.
pub const PHONE: Question = Question::new("phone", "adults[0].phone", Line).autofill("tel");
/// The e-mail address of the same person.
pub const EMAIL: Question = Question::new("email", "adults[0].email", Line).autofill("email");
/// The ways in which it is safe to reach the person.
pub const SAFE_TO: Question =
    Question::new("safe-to", "adults[0].safe_to", Any(List::ContactMethods));
/// Whether nobody is to get in touch, as the person will come in: then no way is safe.
pub const NO_CONTACT: Question = Question::new("no-contact", "adults[0].safe_to", Tick);
/// The times at which it is safe or best to try, in words.
pub const BEST_TIMES: Question = Question::new("best-times", "adults[0].best_times", Line);
/// The people who must not know, in words: a name, and what to be careful about.
pub const MUST_NOT_KNOW: Question = Question::new("must-not-know", "must_not_know[0].note", Text);

/// The answer to [`WHERE`] of a family at the address given; also when the answer is left out.
pub const WHERE_ADDRESS: &str = "address";
/// The answer to [`WHERE`] of a family without a fixed address; [`COUNCIL`] may be chosen.
pub const WHERE_NO_FIXED: &str = "no-fixed-address";
/// The answer to [`WHERE`] where the address must not be known; only [`COUNCIL`] is asked for.
pub const WHERE_CONCEALED: &str = "concealed";

/// The kind of place where they live.
pub const WHERE: Question = Question::new(
    "where",
    "household",
    One(&[
        Answer { value: WHERE_ADDRESS, code: "address" },
        Answer { value: WHERE_NO_FIXED, code: "no_fixed_address" },
        Answer { value: WHERE_CONCEALED, code: "concealed" },
    ]),
);
/// The first line of the address.
pub const ADDRESS_LINE_1: Question =
    Question::new("address-line-1", "household.address.lines[0]", Line).autofill("address-line1");
/// The second line of the address.
pub const ADDRESS_LINE_2: Question =
    Question::new("address-line-2", "household.address.lines[1]", Line).autofill("address-line2");
/// The town or city.
pub const TOWN: Question =
    Question::new("town", "household.address.town", Line).autofill("address-level2");
/// The postcode, whole or its first part.
pub const POSTCODE: Question =
    Question::new("postcode", "household.address.postcode", Line).autofill("postal-code");
/// The council whose area they live in.
pub const COUNCIL: Question =
    Question::new("council", "household.authority", Select(List::Councils));
/// Whether the parents disagree on where a child lives.
pub const PARENTS_DISAGREE: Question =
    Question::new("parents-disagree", "household.parents_disagree_on_residence", Tick);
/// The language to speak with the family.
pub const LANGUAGE: Question =
    Question::new("language", "household.language", Select(List::Languages));
/// Whether an interpreter is wanted.
pub const INTERPRETER: Question =
    Question::new("interpreter", "household.interpreter_needed", Tick);
/// The things that would make it easier to use a hub.
pub const ACCESS: Question =
    Question::new("access", "household.accessibility", Any(List::AccessNeeds));
/// The things that would make it easier, in words.
pub const ACCESS_NOTE: Question =
    Question::new("access-note", "household.accessibility_note", Line);

/// The age of a young person who asks for themselves, or their date of birth.
pub const OWN_AGE: Question = Question::new("own-age", "children[0].date_of_birth", Line);
/// Whether that young person has special educational needs or a disability.
pub const OWN_SEND: Question = Question::new("own-send", "children[0].send", Tick);

/// The answer to [`CHILD_BIRTH`] of a child whose date of birth is given.
pub const BIRTH_BORN: &str = "born";
/// The answer to [`CHILD_BIRTH`] of a child whose age is given roughly.
pub const BIRTH_ABOUT: &str = "about";
/// The answer to [`CHILD_BIRTH`] of a baby that is not born yet.
pub const BIRTH_DUE: &str = "due";
/// The answer to [`CHILD_BIRTH`] where nothing can be said.
pub const BIRTH_NOT_SURE: &str = "not-sure";

/// A child's given name.
pub const CHILD_GIVEN_NAME: Question =
    Question::new("given-name", "name.given", Line).words("child-given-name");
/// A child's family name.
pub const CHILD_FAMILY_NAME: Question =
    Question::new("family-name", "name.family", Line).words("child-family-name");
/// The way in which the child's birth is known: by its day, as a day to come, roughly, or not at all.
pub const CHILD_BIRTH: Question = Question::new(
    "birth",
    "birth",
    One(&[
        Answer { value: BIRTH_BORN, code: "date_of_birth" },
        Answer { value: BIRTH_ABOUT, code: "born_about" },
        Answer { value: BIRTH_DUE, code: "due_date" },
        Answer { value: BIRTH_NOT_SURE, code: "not_known" },
    ]),
)
.words("child-birth");
/// The day of birth: in this field alone, or with the two that follow.
pub const CHILD_DAY: Question = Question::new("day", "date_of_birth", DatePart).words("child-day");
/// The month, as a number or a name.
pub const CHILD_MONTH: Question =
    Question::new("month", "date_of_birth", DatePart).words("child-month");
/// The year, with four numbers. It is enough alone, or with a month.
pub const CHILD_YEAR: Question =
    Question::new("year", "date_of_birth", DatePart).words("child-year");
/// The age, or a year, roughly.
pub const CHILD_AGE: Question = Question::new("age", "born_about", Line).words("child-age");
/// The day on which the baby is due, in one field.
pub const CHILD_DUE: Question = Question::new("due", "due_date", Line).words("child-due");
/// Whether the family says nothing about the children.
pub const CHILDREN_NOT_KNOWN: Question =
    Question::new("children-not-known", "children_not_known", Tick);

/// The help that is wanted. At least one, unless [`SOMEONE_MAY_BE_HURT`].
pub const NEEDS: Question = Question::new("needs", "needs", Any(List::Needs));
/// The family's words on what is happening.
pub const WHAT_IS_HAPPENING: Question = Question::new("what-is-happening", "reason", Text);
/// The family's words on what would help most.
pub const WHAT_WOULD_HELP: Question = Question::new("what-would-help", "family_voice", Text);
/// The family's words on what they have tried.
pub const ALREADY_TRIED: Question = Question::new("already-tried", "already_tried", Text);
/// The family's words on who else helps.
pub const WHO_ELSE_HELPS: Question = Question::new("who-else-helps", "others_helping", Text);
/// Whether this can wait a few days.
pub const CAN_WAIT: Question = Question::new(
    "can-wait",
    "urgency",
    One(&[
        Answer { value: "yes", code: Urgency::Routine.code() },
        Answer { value: "not-sure", code: Urgency::Soon.code() },
        Answer { value: "no", code: Urgency::Urgent.code() },
    ]),
);
/// Whether someone may be hurt, which makes it a safeguarding concern.
pub const SOMEONE_MAY_BE_HURT: Question =
    Question::new("someone-may-be-hurt", "safeguarding_concern", Tick);

/// The answer to [`AGREE`] of a family that agrees; also when the answer is left out, as sending the
/// form is agreeing.
pub const AGREE_YES: &str = "yes";
/// The answer to [`AGREE`] of a family that does not agree yet. It is never refused.
pub const AGREE_NOT_YET: &str = "not-yet";

/// Whether the family agrees that a hub is told. Of a parent, a carer or a young person.
pub const AGREE: Question = Question::new(
    "agree",
    "agreement.status",
    One(&[
        Answer { value: AGREE_YES, code: AgreementStatus::Agreed.code() },
        Answer { value: AGREE_NOT_YET, code: AgreementStatus::Declined.code() },
    ]),
);
/// The family's words on why it does not agree yet, or what it wants to know first.
pub const AGREE_REASON: Question = Question::new("agree-reason", "agreement.reason", Text);

/// Every question but the children's, in the form's order; the children come before
/// [`CHILDREN_NOT_KNOWN`].
pub const IN_ORDER: &[Question] = &[
    WHO,
    HELPER_SETTING,
    HELPER_ORGANISATION,
    HELPER_NAME,
    FAMILY_ASKED,
    ASKED_OF,
    OWN_AGE,
    OWN_SEND,
    WHERE,
    POSTCODE,
    COUNCIL,
    ADDRESS_LINE_1,
    ADDRESS_LINE_2,
    TOWN,
    GIVEN_NAME,
    FAMILY_NAME,
    RELATIONSHIP,
    PHONE,
    SAFE_TO,
    EMAIL,
    NO_CONTACT,
    BEST_TIMES,
    MUST_NOT_KNOW,
    CHILDREN_NOT_KNOWN,
    PARENTS_DISAGREE,
    NEEDS,
    SOMEONE_MAY_BE_HURT,
    CAN_WAIT,
    WHAT_IS_HAPPENING,
    WHAT_WOULD_HELP,
    ALREADY_TRIED,
    WHO_ELSE_HELPS,
    LANGUAGE,
    INTERPRETER,
    ACCESS,
    ACCESS_NOTE,
    AGREE,
    AGREE_REASON,
];

/// The questions about a child, in the form's order.
pub const OF_A_CHILD: &[Question] = &[
    CHILD_GIVEN_NAME,
    CHILD_FAMILY_NAME,
    CHILD_BIRTH,
    CHILD_DAY,
    CHILD_MONTH,
    CHILD_YEAR,
    CHILD_AGE,
    CHILD_DUE,
];
