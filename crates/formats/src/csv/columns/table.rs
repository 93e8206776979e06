//! The table of columns.

use referral::code_list::CodeList;
use referral::{
    AccessNeed, AgreementBy, AgreementStatus, ContactMethod, LevelOfNeed, Need, ReferrerKind,
    Relationship, Urgency,
};

use super::{Column, Group, Kind, Word};

/// Whether there is a safeguarding concern.
pub(in super::super) const CONCERN: Column = Column {
    name: "safeguarding_concern",
    path: "safeguarding_concern",
    kind: Kind::YesNo,
    example: "no",
    meaning: "Whether a child may be in danger: it goes to the council’s front door at once.",
};
/// The sender's own key for the row.
pub(in super::super) const KEY: Column = Column {
    name: "idempotency_key",
    path: "",
    kind: Kind::Key,
    example: "S-1042",
    meaning: "Your own name for the row: the same key never makes a second referral. May be left out.",
};
/// Whether the children are not known.
pub(in super::super) const NOT_KNOWN: Column = Column {
    name: "children_not_known",
    path: "children_not_known",
    kind: Kind::YesNo,
    example: "no",
    meaning: "Yes if no child is known by name or age.",
};

const fn column(
    (name, path): (&'static str, &'static str),
    kind: Kind,
    example: &'static str,
    meaning: &'static str,
) -> Column {
    Column { name, path, kind, example, meaning }
}

/// The columns that are there once, in the template's order.
#[rustfmt::skip]
pub(super) const SINGLE: &[Column] = &[
    KEY,
    CONCERN,
    column(("urgency", "urgency"), Kind::Code(words::<Urgency>), "routine", "How soon help is needed."),
    column(("referrer_kind", "referrer.kind"), Kind::Code(words::<ReferrerKind>), "school", "Who sends the referral. Must be given."),
    column(("referrer_name", "referrer.name"), Kind::Name, "A. Teacher", "The name of the person who sends it."),
    column(("referrer_role", "referrer.role"), Kind::Text, "SENCO", "Their role."),
    column(("referrer_email", "referrer.email"), Kind::Text, "a.teacher@school.example", "Their e-mail address."),
    column(("referrer_phone", "referrer.phone"), Kind::Number, "01632 960 001", "Their phone number."),
    column(("referrer_record", "referrer.record"), Kind::Text, "S-1042", "The number of your own record."),
    column(("organisation", "referrer.organisation.name"), Kind::Text, "Example Primary School", "The name of your organisation."),
    column(("organisation_urn", "referrer.organisation.urn"), Kind::Number, "100001", "A school’s unique reference number."),
    column(("organisation_ods", "referrer.organisation.ods"), Kind::Text, "A81001", "A health organisation’s ODS code."),
    column(("agreement", "agreement.status"), Kind::Code(words::<AgreementStatus>), "agreed", "Whether the family agreed. Must be given."),
    column(("agreement_by", "agreement.by"), Kind::Code(words::<AgreementBy>), "parent_with_pr", "Who agreed."),
    column(("agreement_on", "agreement.on"), Kind::Day, "2026-11-02", "The day on which they did."),
    column(("agreement_reason", "agreement.reason"), Kind::Text, "", "Why they did not, or were not asked."),
    column(("address_line1", "household.address.lines[0]"), Kind::Text, "12 Example Street", "The first line of the address."),
    column(("address_line2", "household.address.lines[1]"), Kind::Text, "", "The second line."),
    column(("address_line3", "household.address.lines[2]"), Kind::Text, "", "The third line."),
    column(("town", "household.address.town"), Kind::Text, "London", "The town."),
    column(("postcode", "household.address.postcode"), Kind::Text, "SW1V 2AA", "The postcode."),
    column(("uprn", "household.address.uprn"), Kind::Number, "", "The unique property reference number."),
    column(("no_fixed_address", "household.no_fixed_address"), Kind::YesNo, "no", "Yes if the family has no fixed address."),
    column(("address_concealed", "household.concealed"), Kind::YesNo, "no", "Yes if the address must not be known: leave it out then."),
    column(("council", "household.authority"), Kind::Text, "E09000033", "The council, by its GSS code, where there is no postcode."),
    column(("language", "household.language"), Kind::Text, "en", "The family’s language, by its tag: pl, ur, bfi for British Sign Language."),
    column(("interpreter_needed", "household.interpreter_needed"), Kind::YesNo, "no", "Whether an interpreter is needed."),
    column(("accessibility", "household.accessibility"), Kind::Codes(words::<AccessNeed>), "step_free", "What the family needs to take part, with ; between several."),
    column(("accessibility_note", "household.accessibility_note"), Kind::Text, "", "More about that."),
    column(("parents_disagree_on_residence", "household.parents_disagree_on_residence"), Kind::YesNo, "no", "Yes if the parents do not agree where the child lives."),
    column(("needs", "needs"), Kind::Codes(words::<Need>), "speech_and_language; parenting", "What help is needed, with ; between several. Must be given, unless there is a safeguarding concern."),
    column(("level_of_need", "level_of_need"), Kind::Code(words::<LevelOfNeed>), "additional", "The level of need."),
    column(("reason", "reason"), Kind::Text, "Tobi finds it hard to make himself understood.", "What is happening."),
    column(("already_tried", "already_tried"), Kind::Text, "", "What has been tried."),
    column(("others_helping", "others_helping"), Kind::Text, "", "Who else is helping."),
    column(("family_voice", "family_voice"), Kind::Text, "", "What the family says."),
    NOT_KNOWN,
];

/// The columns about people.
pub(super) const GROUPS: &[Group] = &[
    Group { name: "child", list: "children", columns: CHILD, in_template: 4 },
    Group { name: "adult", list: "adults", columns: ADULT, in_template: 2 },
    Group { name: "must_not_know", list: "must_not_know", columns: MUST_NOT_KNOW, in_template: 1 },
];

#[rustfmt::skip]
const CHILD: &[Column] = &[
    column(("given_name", "name.given"), Kind::Name, "Tobi", "The child’s given name."),
    column(("family_name", "name.family"), Kind::Name, "Okafor", "The family name."),
    column(("known_as", "name.known_as"), Kind::Name, "", "Another name by which the child is known."),
    column(("date_of_birth", "date_of_birth"), Kind::Day, "2021-03-04", "The date of birth: 2021-03-04 or 04/03/2021, the day first."),
    column(("born_about", "born_about"), Kind::Month, "2021-03", "The month or the year, where the day is not known."),
    column(("due_date", "due_date"), Kind::Day, "", "The day on which the baby is due, before the birth."),
    column(("nhs_number", "nhs_number"), Kind::Number, "", "The NHS number."),
    column(("upn", "upn"), Kind::Number, "", "The unique pupil number."),
    column(("school_urn", "school_urn"), Kind::Number, "100001", "The unique reference number of the child’s school."),
    column(("send", "send"), Kind::YesNo, "yes", "Special educational needs or a disability."),
    column(("ehcp", "ehcp"), Kind::YesNo, "no", "Has an education, health and care plan."),
    column(("adopted", "adopted"), Kind::YesNo, "no", "Adopted, or being adopted."),
    column(("restricted", "restricted"), Kind::YesNo, "no", "Access to the child’s record is restricted."),
];

#[rustfmt::skip]
const ADULT: &[Column] = &[
    column(("given_name", "name.given"), Kind::Name, "Amina", "The adult’s given name."),
    column(("family_name", "name.family"), Kind::Name, "Okafor", "The family name."),
    column(("known_as", "name.known_as"), Kind::Name, "", "Another name by which they are known."),
    column(("relationship", "relationship"), Kind::Code(words::<Relationship>), "mother", "Who they are to the child."),
    column(("parental_responsibility", "parental_responsibility"), Kind::YesNo, "yes", "Whether they have parental responsibility."),
    column(("date_of_birth", "date_of_birth"), Kind::Day, "", "The date of birth."),
    column(("phone", "phone"), Kind::Number, "07700 900 982", "The phone number."),
    column(("email", "email"), Kind::Text, "", "The e-mail address."),
    column(("safe_to", "safe_to"), Kind::CodesOrNone(words::<ContactMethod>), "call; text", "The ways that are safe, with ; between several, or none if no way is. Left out: not answered."),
    column(("best_times", "best_times"), Kind::Text, "after 3.30", "When it is safe or best to try."),
    column(("safety_confirmed_by", "safety_confirmed.by"), Kind::Name, "", "Who confirmed that it is safe."),
    column(("safety_confirmed_on", "safety_confirmed.on"), Kind::Day, "", "The day on which they did."),
];

#[rustfmt::skip]
const MUST_NOT_KNOW: &[Column] = &[
    column(("given_name", "name.given"), Kind::Name, "", "The given name of a person who must not know."),
    column(("family_name", "name.family"), Kind::Name, "", "The family name."),
    column(("relationship", "relationship"), Kind::Code(words::<Relationship>), "", "Who they are to the child."),
    column(("note", "note"), Kind::Text, "", "What to be careful about."),
];

fn words<T: CodeList>() -> Vec<Word> {
    T::all().iter().map(|one| Word { code: one.code(), label: one.label() }).collect()
}

/// The column that another common name stands for.
pub(super) fn alias(name: &str) -> &str {
    match name {
        "key" | "row_key" => "idempotency_key",
        "safeguarding" | "concern" => "safeguarding_concern",
        "consent" | "agreement_status" => "agreement",
        "school" | "organisation_name" => "organisation",
        "post_code" => "postcode",
        "address" | "address1" => "address_line1",
        "address2" => "address_line2",
        "address3" => "address_line3",
        "need" => "needs",
        "level" => "level_of_need",
        "authority" | "local_authority" => "council",
        other => other,
    }
}

/// The part of a column about a person that another common name stands for.
pub(super) fn alias_of_person(name: &str) -> &str {
    match name {
        "firstname" | "forename" => "given_name",
        "surname" | "lastname" => "family_name",
        "dob" | "birthdate" | "born" => "date_of_birth",
        "nhs" | "nhsno" => "nhs_number",
        "mobile" | "telephone" | "phonenumber" => "phone",
        "emailaddress" => "email",
        "urn" => "school_urn",
        other => other,
    }
}
