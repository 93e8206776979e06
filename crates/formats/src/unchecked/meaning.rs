//! Makes a referral of an unchecked referral: each text is read by its own type, and each rule between fields is
//! in one place.

use referral::{
    Agreement, Children, EmailAddress, FieldError, FreeText, HelpedBy, Invalid, Line, Needs,
    OdsCode, Organisation, PhoneNumber, Referral, Referrer, Treatment, Urn,
};

use super::days::day_in_the_past;
use super::{
    UncheckedAgreement, UncheckedHelpedBy, UncheckedOrganisation, UncheckedReferral,
    UncheckedReferrer,
};
use super::{household, people};
use crate::digest::digest_input;
use crate::errors::{Findings, Position};

/// The most bytes of a referral written out, so that an item of 400 KB in the database holds it
/// sealed.
const STORED_MAX: usize = 300 * 1024;

pub(crate) const TOO_LONG: Invalid =
    Invalid::new("too_long", "This referral is too long to keep. Make its longest texts shorter.");

/// The referral, with the fields that are kept as they were given; or all that is wrong.
pub(crate) fn finish(
    referral: Option<Referral>,
    findings: Findings<'_>,
) -> Result<Referral, Vec<FieldError>> {
    let (errors, as_given) = findings.into_inner();
    match referral {
        Some(mut referral) if errors.is_empty() => {
            referral.as_given = as_given;
            if digest_input(&referral).len() > STORED_MAX {
                return Err(vec![TOO_LONG.at("")]);
            }
            Ok(referral)
        }
        _ => Err(errors),
    }
}

/// Makes a referral of an unchecked referral. It is `None` only when an error says why.
pub(crate) fn referral(unchecked: &UncheckedReferral, position: &Position<'_>) -> Option<Referral> {
    let referrer = referrer(&unchecked.referrer, &position.field("referrer"));
    let agreement = agreement(&unchecked.agreement, &position.field("agreement"));
    let household = household::read(&unchecked.household, &position.field("household"));
    let people = position.field("adults");
    let adults = unchecked.adults.iter().enumerate();
    let adults = adults.map(|(at, adult)| people::adult(adult, &people.index(at))).collect();
    let avoided = position.field("must_not_know");
    let must_not_know = unchecked.must_not_know.iter().enumerate();
    let must_not_know =
        must_not_know.map(|(at, who)| people::must_not_know(who, &avoided.index(at)));
    let must_not_know = must_not_know.collect();
    let children = children(unchecked, position);
    let needs = Needs::new(position.codes("needs", &unchecked.needs));
    if unchecked.needs.is_empty() && !unchecked.safeguarding_concern {
        position
            .field("needs")
            .required("Choose at least one need, or say that there is a safeguarding concern.");
    }
    let text = |name, text: &Option<String>| position.read(name, text.as_deref(), FreeText::parse);
    let reason = text("reason", &unchecked.reason);
    let already_tried = text("already_tried", &unchecked.already_tried);
    let others_helping = text("others_helping", &unchecked.others_helping);
    let family_voice = text("family_voice", &unchecked.family_voice);
    let urgency = position.code("urgency", unchecked.urgency.as_deref());
    let level_of_need = position.code("level_of_need", unchecked.level_of_need.as_deref());
    Some(Referral {
        referrer: referrer?,
        agreement: agreement?,
        household,
        adults,
        must_not_know,
        children,
        needs,
        reason,
        already_tried,
        others_helping,
        family_voice,
        urgency,
        level_of_need,
        safeguarding_concern: unchecked.safeguarding_concern,
        as_given: Vec::new(),
    })
}

fn children(unchecked: &UncheckedReferral, position: &Position<'_>) -> Children {
    match (unchecked.children_not_known, unchecked.children.is_empty()) {
        (true, true) => return Children::NotKnown,
        (true, false) if position.keeps_unread() => {
            position.field("children_not_known").note(Treatment::LeftOut, None);
        }
        (true, false) => position.field("children_not_known").fault(Invalid::new(
            "conflict",
            "Give the children, or say that they are not known, not both.",
        )),
        (false, true) => position.field("children").required(
            "Give at least one child, or say that they are not known (children_not_known: true).",
        ),
        (false, false) => {}
    }
    let list = position.field("children");
    let children = unchecked.children.iter().enumerate();
    Children::Known(children.map(|(at, child)| people::child(child, &list.index(at))).collect())
}

fn referrer(unchecked: &UncheckedReferrer, position: &Position<'_>) -> Option<Referrer> {
    let line = |name, text: &Option<String>| position.read(name, text.as_deref(), Line::parse);
    let kind = unchecked.kind.as_deref();
    let kind = position.required_code("kind", kind, "Say who is sending the referral.");
    let organisation = unchecked.organisation.as_ref();
    let organisation =
        organisation.and_then(|o| self::organisation(o, &position.field("organisation")));
    let name = position.read(
        "name",
        named(unchecked, "name", unchecked.name.as_deref(), position),
        Line::parse,
    );
    let email = named(unchecked, "email", unchecked.email.as_deref(), position);
    let email = position.read("email", email, EmailAddress::parse);
    let phone = named(unchecked, "phone", unchecked.phone.as_deref(), position);
    let phone = position.read("phone", phone, PhoneNumber::parse);
    if unchecked.anonymous && (name.is_some() || email.is_some() || phone.is_some()) {
        position.field("anonymous").fault(Invalid::new(
            "conflict",
            "An anonymous referrer gives no name, email or phone number.",
        ));
    }
    let helped_by =
        unchecked.helped_by.as_ref().map(|h| helped_by(h, &position.field("helped_by")));
    let role = line("role", &unchecked.role);
    let record = line("record", &unchecked.record);
    Some(Referrer {
        kind: kind?,
        organisation,
        name,
        role,
        email,
        phone,
        record,
        anonymous: unchecked.anonymous,
        helped_by,
    })
}

/// The referrer's name, e-mail or phone number. A concern is not refused because an anonymous
/// referrer gave one: it is left out, as nobody is to know who they are.
fn named<'d>(
    unchecked: &UncheckedReferrer,
    name: &str,
    text: Option<&'d str>,
    position: &Position<'_>,
) -> Option<&'d str> {
    let text = text.filter(|text| !text.is_empty())?;
    if unchecked.anonymous && position.keeps_unread() {
        position.field(name).note(Treatment::LeftOut, None);
        return None;
    }
    Some(text)
}

fn organisation(
    unchecked: &UncheckedOrganisation,
    position: &Position<'_>,
) -> Option<Organisation> {
    let organisation = Organisation {
        name: position.read("name", unchecked.name.as_deref(), Line::parse),
        urn: position.read("urn", unchecked.urn.as_deref(), Urn::parse),
        ods: position.read("ods", unchecked.ods.as_deref(), OdsCode::parse),
    };
    let empty =
        organisation.name.is_none() && organisation.urn.is_none() && organisation.ods.is_none();
    if empty { None } else { Some(organisation) }
}

fn helped_by(unchecked: &UncheckedHelpedBy, position: &Position<'_>) -> HelpedBy {
    HelpedBy {
        setting: position.read("setting", unchecked.setting.as_deref(), Line::parse),
        organisation: position.read("organisation", unchecked.organisation.as_deref(), Line::parse),
        name: position.read("name", unchecked.name.as_deref(), Line::parse),
    }
}

fn agreement(unchecked: &UncheckedAgreement, position: &Position<'_>) -> Option<Agreement> {
    let status = unchecked.status.as_deref();
    let status = position.required_code("status", status, "Say whether the family agreed.");
    let by = position.code("by", unchecked.by.as_deref());
    let on = day_in_the_past("on", unchecked.on.as_deref(), position);
    let reason = position.read("reason", unchecked.reason.as_deref(), FreeText::parse);
    Some(Agreement { status: status?, by, on, reason })
}
