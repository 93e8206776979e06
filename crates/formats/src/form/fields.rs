//! The names of the form's fields, and the answers that are not codes of `referral`.

/// Who fills it in: [`WHO_PARENT`], [`WHO_YOUNG_PERSON`] or [`WHO_HELPED`]. Required.
pub const WHO: &str = "who";
/// A parent or carer, for their own family.
pub const WHO_PARENT: &str = "self_parent";
/// A young person, for themselves.
pub const WHO_YOUNG_PERSON: &str = "self_young_person";
/// A worker or volunteer, with the family beside them.
pub const WHO_HELPED: &str = "helped_by";

/// Where the helper is: a library, a church. With [`WHO_HELPED`].
pub const HELPER_SETTING: &str = "helper-setting";
/// Whom the helper works or volunteers for.
pub const HELPER_ORGANISATION: &str = "helper-organisation";
/// The helper's name.
pub const HELPER_NAME: &str = "helper-name";

/// Given name of the adult (or young person) who asks.
pub const GIVEN_NAME: &str = "given-name";
/// Family name of the same.
pub const FAMILY_NAME: &str = "family-name";
/// What they are to the children: a code of [`referral::Relationship`].
pub const RELATIONSHIP: &str = "relationship";
/// Their phone number.
pub const PHONE: &str = "phone";
/// Their e-mail address.
pub const EMAIL: &str = "email";
/// Checkboxes: ways that are safe, codes of [`referral::ContactMethod`].
pub const SAFE_TO: &str = "safe-to";
/// When it is safe or best to try, in words.
pub const BEST_TIMES: &str = "best-times";
/// Who must not know, in words: a name, and what to be careful about.
pub const MUST_NOT_KNOW: &str = "must-not-know";

/// Where they live: [`WHERE_ADDRESS`] (also when left out), [`WHERE_NO_FIXED`] or [`WHERE_CONCEALED`].
pub const WHERE: &str = "where";
/// At the address given.
pub const WHERE_ADDRESS: &str = "address";
/// No fixed address; [`COUNCIL`] may be chosen.
pub const WHERE_NO_FIXED: &str = "no-fixed-address";
/// The address must not be known; only [`COUNCIL`] is asked for.
pub const WHERE_CONCEALED: &str = "concealed";
/// First line of the address.
pub const ADDRESS_LINE_1: &str = "address-line-1";
/// Second line of the address.
pub const ADDRESS_LINE_2: &str = "address-line-2";
/// Town or city.
pub const TOWN: &str = "town";
/// Postcode, whole or its first part.
pub const POSTCODE: &str = "postcode";
/// The council, by its GSS code.
pub const COUNCIL: &str = "council";
/// Checkbox `yes`: the parents do not agree where a child lives.
pub const PARENTS_DISAGREE: &str = "parents-disagree";

/// The language to speak, a BCP 47 tag; `bfi` is British Sign Language.
pub const LANGUAGE: &str = "language";
/// Checkbox `yes`: an interpreter is needed.
pub const INTERPRETER: &str = "interpreter";
/// Checkboxes: codes of [`referral::AccessNeed`].
pub const ACCESS: &str = "access";
/// The same in words.
pub const ACCESS_NOTE: &str = "access-note";

/// Parts of a child's fields: see [`child`].
pub mod child_part {
    /// Given name.
    pub const GIVEN_NAME: &str = "given-name";
    /// Family name.
    pub const FAMILY_NAME: &str = "family-name";
    /// Day of birth, or of the due date.
    pub const DAY: &str = "day";
    /// Month, as a number or a name.
    pub const MONTH: &str = "month";
    /// Year, with four numbers.
    pub const YEAR: &str = "year";
    /// Checkbox `yes`: not born yet; the date is the due date.
    pub const NOT_BORN: &str = "not-born";
}

/// The name of a child's field: `child-1-given-name`. Children count from 1 to [`MOST_CHILDREN`];
/// those with nothing filled in are passed over.
pub fn child(number: usize, part: &str) -> String {
    format!("child-{number}-{part}")
}

/// As many children as are read.
pub const MOST_CHILDREN: usize = 20;
/// Checkbox `yes`: says nothing of the children.
pub const CHILDREN_NOT_KNOWN: &str = "children-not-known";

/// Checkboxes: codes of [`referral::Need`]. At least one, unless [`SOMEONE_MAY_BE_HURT`].
pub const NEEDS: &str = "needs";
/// What is happening, in their words.
pub const WHAT_IS_HAPPENING: &str = "what-is-happening";
/// What would help most, in their words.
pub const WHAT_WOULD_HELP: &str = "what-would-help";
/// What they have tried.
pub const ALREADY_TRIED: &str = "already-tried";
/// Who else helps.
pub const WHO_ELSE_HELPS: &str = "who-else-helps";
/// "Can this wait a few days?": `yes`, `not-sure` or `no`.
pub const CAN_WAIT: &str = "can-wait";
/// Checkbox `yes`: someone may be hurt; a safeguarding concern.
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
