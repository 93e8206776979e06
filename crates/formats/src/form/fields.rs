//! The names of the form's fields, and the answers that are not codes of `referral`.

/// The person who fills the form in: [`WHO_PARENT`], [`WHO_YOUNG_PERSON`] or [`WHO_HELPED`].
/// Required.
pub const WHO: &str = "who";
/// The form is filled in by a parent or carer, for their own family.
pub const WHO_PARENT: &str = "self_parent";
/// The form is filled in by a young person, for themselves.
pub const WHO_YOUNG_PERSON: &str = "self_young_person";
/// The form is filled in by a worker or volunteer, with the family beside them.
pub const WHO_HELPED: &str = "helped_by";

/// The place where the helper is, such as a library or a church. With [`WHO_HELPED`].
pub const HELPER_SETTING: &str = "helper-setting";
/// The organisation that the helper works or volunteers for.
pub const HELPER_ORGANISATION: &str = "helper-organisation";
/// The helper's name.
pub const HELPER_NAME: &str = "helper-name";

/// The given name of the adult (or young person) who asks.
pub const GIVEN_NAME: &str = "given-name";
/// The family name of the adult (or young person) who asks.
pub const FAMILY_NAME: &str = "family-name";
/// The relationship of that person to the children: a code of [`referral::Relationship`].
pub const RELATIONSHIP: &str = "relationship";
/// The phone number of that person.
pub const PHONE: &str = "phone";
/// The e-mail address of that person.
pub const EMAIL: &str = "email";
/// The safe ways to reach that person (checkboxes): codes of [`referral::ContactMethod`].
pub const SAFE_TO: &str = "safe-to";
/// The times at which it is safe or best to try, in words.
pub const BEST_TIMES: &str = "best-times";
/// The person who must not know, in words: a name, and what to be careful about.
pub const MUST_NOT_KNOW: &str = "must-not-know";

/// The place where they live: [`WHERE_ADDRESS`] (also when left out), [`WHERE_NO_FIXED`] or
/// [`WHERE_CONCEALED`].
pub const WHERE: &str = "where";
/// They live at the address given.
pub const WHERE_ADDRESS: &str = "address";
/// They have no fixed address; [`COUNCIL`] may be chosen.
pub const WHERE_NO_FIXED: &str = "no-fixed-address";
/// Their address must not be known; only [`COUNCIL`] is asked for.
pub const WHERE_CONCEALED: &str = "concealed";
/// The first line of the address.
pub const ADDRESS_LINE_1: &str = "address-line-1";
/// The second line of the address.
pub const ADDRESS_LINE_2: &str = "address-line-2";
/// The town or city.
pub const TOWN: &str = "town";
/// The postcode, whole or its first part.
pub const POSTCODE: &str = "postcode";
/// The council, by its GSS code.
pub const COUNCIL: &str = "council";
/// Whether the parents disagree on where a child lives (checkbox, `yes`).
pub const PARENTS_DISAGREE: &str = "parents-disagree";

/// The language to speak, a BCP 47 tag; `bfi` is British Sign Language.
pub const LANGUAGE: &str = "language";
/// Whether an interpreter is needed (checkbox, `yes`).
pub const INTERPRETER: &str = "interpreter";
/// The needs in order to use a hub (checkboxes): codes of [`referral::AccessNeed`].
pub const ACCESS: &str = "access";
/// The needs in order to use a hub, in words.
pub const ACCESS_NOTE: &str = "access-note";

/// The parts of a child's fields: see [`child`].
pub mod child_part {
    /// The child's given name.
    pub const GIVEN_NAME: &str = "given-name";
    /// The child's family name.
    pub const FAMILY_NAME: &str = "family-name";
    /// The day of birth, or of the due date.
    pub const DAY: &str = "day";
    /// The month, as a number or a name.
    pub const MONTH: &str = "month";
    /// The year, with four numbers.
    pub const YEAR: &str = "year";
    /// Whether the child is not born yet (checkbox, `yes`); the date is then the due date.
    pub const NOT_BORN: &str = "not-born";
}

/// The name of a child's field: `child-1-given-name`. Children count from 1 to [`MOST_CHILDREN`]; a
/// child with nothing filled in is passed over.
pub fn child(number: usize, part: &str) -> String {
    format!("child-{number}-{part}")
}

/// The most children that are read.
pub const MOST_CHILDREN: usize = 20;
/// Whether the family says nothing about the children (checkbox, `yes`).
pub const CHILDREN_NOT_KNOWN: &str = "children-not-known";

/// The needs (checkboxes): codes of [`referral::Need`]. At least one, unless
/// [`SOMEONE_MAY_BE_HURT`].
pub const NEEDS: &str = "needs";
/// The family's words on what is happening.
pub const WHAT_IS_HAPPENING: &str = "what-is-happening";
/// The family's words on what would help most.
pub const WHAT_WOULD_HELP: &str = "what-would-help";
/// The family's words on what they have tried.
pub const ALREADY_TRIED: &str = "already-tried";
/// The family's words on who else helps.
pub const WHO_ELSE_HELPS: &str = "who-else-helps";
/// The answer to "Can this wait a few days?": `yes`, `not-sure` or `no`.
pub const CAN_WAIT: &str = "can-wait";
/// Whether someone may be hurt (checkbox, `yes`), which makes it a safeguarding concern.
pub const SOMEONE_MAY_BE_HURT: &str = "someone-may-be-hurt";

/// Every field but the children's, in the page's order; the children come before [`NEEDS`].
pub const IN_ORDER: &[&str] = &[
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
