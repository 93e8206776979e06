//! The table of questions: each of them once, and the order in which the form asks them.

use referral::{ReferrerKind, Urgency};

use super::{Answer, Kind, List, Part, Question};
use Kind::{Any, DatePart, Line, One, Select, Text, Tick};
use Part::{AboutYou, Children, Help, Home};

/// The answer to [`WHO`] of a parent or carer, for their own family.
pub const WHO_PARENT: &str = "self_parent";
/// The answer to [`WHO`] of a young person, for themselves.
pub const WHO_YOUNG_PERSON: &str = "self_young_person";
/// The answer to [`WHO`] of a worker or volunteer, with the family beside them.
pub const WHO_HELPED: &str = "helped_by";

/// The person who fills the form in. Required.
pub const WHO: Question = Question::new(
    "who",
    "referrer",
    One(&[
        Answer { value: WHO_PARENT, code: ReferrerKind::SelfParent.code() },
        Answer { value: WHO_YOUNG_PERSON, code: ReferrerKind::SelfYoungPerson.code() },
        Answer { value: WHO_HELPED, code: ReferrerKind::SelfParent.code() },
    ]),
    AboutYou,
);
/// The place where the helper is, such as a library or a church. With [`WHO_HELPED`].
pub const HELPER_SETTING: Question =
    Question::new("helper-setting", "referrer.helped_by.setting", Line, AboutYou);
/// The organisation that the helper works or volunteers for.
pub const HELPER_ORGANISATION: Question =
    Question::new("helper-organisation", "referrer.helped_by.organisation", Line, AboutYou)
        .autofill("organization");
/// The helper's name.
pub const HELPER_NAME: Question =
    Question::new("helper-name", "referrer.helped_by.name", Line, AboutYou);

/// The given name of the adult (or young person) who asks.
pub const GIVEN_NAME: Question =
    Question::new("given-name", "adults[0].name.given", Line, AboutYou).autofill("given-name");
/// The family name of the same person.
pub const FAMILY_NAME: Question =
    Question::new("family-name", "adults[0].name.family", Line, AboutYou).autofill("family-name");
/// The relationship of the same person to the children.
pub const RELATIONSHIP: Question =
    Question::new("relationship", "adults[0].relationship", Select(List::Relationships), AboutYou);
/// The phone number of the same person.
pub const PHONE: Question =
    Question::new("phone", "adults[0].phone", Line, AboutYou).autofill("tel");
/// The e-mail address of the same person.
pub const EMAIL: Question =
    Question::new("email", "adults[0].email", Line, AboutYou).autofill("email");
/// The ways in which it is safe to reach the person.
pub const SAFE_TO: Question =
    Question::new("safe-to", "adults[0].safe_to", Any(List::ContactMethods), AboutYou);
/// The times at which it is safe or best to try, in words.
pub const BEST_TIMES: Question =
    Question::new("best-times", "adults[0].best_times", Line, AboutYou);
/// The people who must not know, in words: a name, and what to be careful about.
pub const MUST_NOT_KNOW: Question =
    Question::new("must-not-know", "must_not_know[0].note", Text, AboutYou);

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
    Home,
);
/// The first line of the address.
pub const ADDRESS_LINE_1: Question =
    Question::new("address-line-1", "household.address.lines[0]", Line, Home)
        .autofill("address-line1");
/// The second line of the address.
pub const ADDRESS_LINE_2: Question =
    Question::new("address-line-2", "household.address.lines[1]", Line, Home)
        .autofill("address-line2");
/// The town or city.
pub const TOWN: Question =
    Question::new("town", "household.address.town", Line, Home).autofill("address-level2");
/// The postcode, whole or its first part.
pub const POSTCODE: Question =
    Question::new("postcode", "household.address.postcode", Line, Home).autofill("postal-code");
/// The council whose area they live in.
pub const COUNCIL: Question =
    Question::new("council", "household.authority", Select(List::Councils), Home);
/// Whether the parents disagree on where a child lives.
pub const PARENTS_DISAGREE: Question =
    Question::new("parents-disagree", "household.parents_disagree_on_residence", Tick, Home);
/// The language to speak with the family.
pub const LANGUAGE: Question =
    Question::new("language", "household.language", Select(List::Languages), Home);
/// Whether an interpreter is wanted.
pub const INTERPRETER: Question =
    Question::new("interpreter", "household.interpreter_needed", Tick, Home);
/// The things that would make it easier to use a hub.
pub const ACCESS: Question =
    Question::new("access", "household.accessibility", Any(List::AccessNeeds), Home);
/// The things that would make it easier, in words.
pub const ACCESS_NOTE: Question =
    Question::new("access-note", "household.accessibility_note", Line, Home);

/// A child's given name.
pub const CHILD_GIVEN_NAME: Question =
    Question::new("given-name", "name.given", Line, Children).words("child-given-name");
/// A child's family name.
pub const CHILD_FAMILY_NAME: Question =
    Question::new("family-name", "name.family", Line, Children).words("child-family-name");
/// The day of birth, or of the due date.
pub const CHILD_DAY: Question =
    Question::new("day", "date_of_birth", DatePart, Children).words("child-day");
/// The month, as a number or a name.
pub const CHILD_MONTH: Question =
    Question::new("month", "date_of_birth", DatePart, Children).words("child-month");
/// The year, with four numbers.
pub const CHILD_YEAR: Question =
    Question::new("year", "date_of_birth", DatePart, Children).words("child-year");
/// Whether the child is not born yet; the date is then the due date.
pub const CHILD_NOT_BORN: Question =
    Question::new("not-born", "due_date", Tick, Children).words("child-not-born");
/// Whether the family says nothing about the children.
pub const CHILDREN_NOT_KNOWN: Question =
    Question::new("children-not-known", "children_not_known", Tick, Children);

/// The help that is wanted. At least one, unless [`SOMEONE_MAY_BE_HURT`].
pub const NEEDS: Question = Question::new("needs", "needs", Any(List::Needs), Help);
/// The family's words on what is happening.
pub const WHAT_IS_HAPPENING: Question = Question::new("what-is-happening", "reason", Text, Help);
/// The family's words on what would help most.
pub const WHAT_WOULD_HELP: Question = Question::new("what-would-help", "family_voice", Text, Help);
/// The family's words on what they have tried.
pub const ALREADY_TRIED: Question = Question::new("already-tried", "already_tried", Text, Help);
/// The family's words on who else helps.
pub const WHO_ELSE_HELPS: Question = Question::new("who-else-helps", "others_helping", Text, Help);
/// Whether this can wait a few days.
pub const CAN_WAIT: Question = Question::new(
    "can-wait",
    "urgency",
    One(&[
        Answer { value: "yes", code: Urgency::Routine.code() },
        Answer { value: "not-sure", code: Urgency::Soon.code() },
        Answer { value: "no", code: Urgency::Urgent.code() },
    ]),
    Help,
);
/// Whether someone may be hurt, which makes it a safeguarding concern.
pub const SOMEONE_MAY_BE_HURT: Question =
    Question::new("someone-may-be-hurt", "safeguarding_concern", Tick, Help);

/// Every question but the children's, in the form's order; the children come before
/// [`CHILDREN_NOT_KNOWN`].
pub const IN_ORDER: &[Question] = &[
    WHO,
    HELPER_SETTING,
    HELPER_ORGANISATION,
    HELPER_NAME,
    GIVEN_NAME,
    FAMILY_NAME,
    RELATIONSHIP,
    PHONE,
    EMAIL,
    SAFE_TO,
    BEST_TIMES,
    MUST_NOT_KNOW,
    WHERE,
    ADDRESS_LINE_1,
    ADDRESS_LINE_2,
    TOWN,
    POSTCODE,
    COUNCIL,
    PARENTS_DISAGREE,
    LANGUAGE,
    INTERPRETER,
    ACCESS,
    ACCESS_NOTE,
    CHILDREN_NOT_KNOWN,
    NEEDS,
    WHAT_IS_HAPPENING,
    WHAT_WOULD_HELP,
    ALREADY_TRIED,
    WHO_ELSE_HELPS,
    CAN_WAIT,
    SOMEONE_MAY_BE_HURT,
];

/// The questions about a child, in the form's order.
pub const OF_A_CHILD: &[Question] =
    &[CHILD_GIVEN_NAME, CHILD_FAMILY_NAME, CHILD_DAY, CHILD_MONTH, CHILD_YEAR, CHILD_NOT_BORN];
