//! Makes a referral of a draft: each text is read by its own type, and each rule between fields is
//! in one place.

use referral::{
    Agreement, Children, EmailAddress, Fault, FieldError, FreeText, HelpedBy, Line, Needs, OdsCode,
    Organisation, PhoneNumber, Referral, Referrer, Treatment, Urn,
};

use super::days::past;
use super::{AgreementDraft, Draft, HelpedByDraft, OrganisationDraft, ReferrerDraft};
use super::{household, people};
use crate::digest::digest_input;
use crate::errors::{Findings, Scope};

/// The most bytes of a referral written out, so that an item of 400 KB in the database holds it
/// sealed.
const STORED_MAX: usize = 300 * 1024;

const TOO_LONG: Fault =
    Fault::new("too_long", "This referral is too long to keep. Make its longest texts shorter.");

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

/// Makes a referral of a draft. It is `None` only when an error says why.
pub(crate) fn referral(draft: &Draft, scope: &Scope<'_>) -> Option<Referral> {
    let referrer = referrer(&draft.referrer, &scope.field("referrer"));
    let agreement = agreement(&draft.agreement, &scope.field("agreement"));
    let household = household::read(&draft.household, &scope.field("household"));
    let people = scope.field("adults");
    let adults = draft.adults.iter().enumerate();
    let adults = adults.map(|(at, adult)| people::adult(adult, &people.index(at))).collect();
    let avoided = scope.field("must_not_know");
    let must_not_know = draft.must_not_know.iter().enumerate();
    let must_not_know =
        must_not_know.map(|(at, who)| people::must_not_know(who, &avoided.index(at)));
    let must_not_know = must_not_know.collect();
    let children = children(draft, scope);
    let needs = Needs::new(scope.codes("needs", &draft.needs));
    if draft.needs.is_empty() && !draft.safeguarding_concern {
        scope
            .field("needs")
            .required("Choose at least one need, or say that there is a safeguarding concern.");
    }
    let text = |name, text: &Option<String>| scope.read(name, text.as_deref(), FreeText::parse);
    let reason = text("reason", &draft.reason);
    let already_tried = text("already_tried", &draft.already_tried);
    let others_helping = text("others_helping", &draft.others_helping);
    let family_voice = text("family_voice", &draft.family_voice);
    let urgency = scope.code("urgency", draft.urgency.as_deref());
    let level_of_need = scope.code("level_of_need", draft.level_of_need.as_deref());
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
        safeguarding_concern: draft.safeguarding_concern,
        as_given: Vec::new(),
    })
}

fn children(draft: &Draft, scope: &Scope<'_>) -> Children {
    match (draft.children_not_known, draft.children.is_empty()) {
        (true, true) => return Children::NotKnown,
        (true, false) if scope.is_concern() => {
            scope.field("children_not_known").note(Treatment::LeftOut, None);
        }
        (true, false) => scope.field("children_not_known").fault(Fault::new(
            "conflict",
            "Give the children, or say that they are not known, not both.",
        )),
        (false, true) => scope.field("children").required(
            "Give at least one child, or say that they are not known (children_not_known: true).",
        ),
        (false, false) => {}
    }
    let list = scope.field("children");
    let children = draft.children.iter().enumerate();
    Children::Known(children.map(|(at, child)| people::child(child, &list.index(at))).collect())
}

fn referrer(draft: &ReferrerDraft, scope: &Scope<'_>) -> Option<Referrer> {
    let line = |name, text: &Option<String>| scope.read(name, text.as_deref(), Line::parse);
    let kind = draft.kind.as_deref();
    let kind = scope.required_code("kind", kind, "Say who is sending the referral.");
    let organisation = draft.organisation.as_ref();
    let organisation =
        organisation.and_then(|o| self::organisation(o, &scope.field("organisation")));
    let name = scope.read("name", named(draft, "name", draft.name.as_deref(), scope), Line::parse);
    let email = named(draft, "email", draft.email.as_deref(), scope);
    let email = scope.read("email", email, EmailAddress::parse);
    let phone = named(draft, "phone", draft.phone.as_deref(), scope);
    let phone = scope.read("phone", phone, PhoneNumber::parse);
    if draft.anonymous && (name.is_some() || email.is_some() || phone.is_some()) {
        scope.field("anonymous").fault(Fault::new(
            "conflict",
            "An anonymous referrer gives no name, email or phone number.",
        ));
    }
    let helped_by = draft.helped_by.as_ref().map(|h| helped_by(h, &scope.field("helped_by")));
    let role = line("role", &draft.role);
    let record = line("record", &draft.record);
    Some(Referrer {
        kind: kind?,
        organisation,
        name,
        role,
        email,
        phone,
        record,
        anonymous: draft.anonymous,
        helped_by,
    })
}

/// The referrer's name, e-mail or phone number. A concern is not refused because an anonymous
/// referrer gave one: it is left out, as nobody is to know who they are.
fn named<'d>(
    draft: &ReferrerDraft,
    name: &str,
    text: Option<&'d str>,
    scope: &Scope<'_>,
) -> Option<&'d str> {
    let text = text.filter(|text| !text.is_empty())?;
    if draft.anonymous && scope.is_concern() {
        scope.field(name).note(Treatment::LeftOut, None);
        return None;
    }
    Some(text)
}

fn organisation(draft: &OrganisationDraft, scope: &Scope<'_>) -> Option<Organisation> {
    let organisation = Organisation {
        name: scope.read("name", draft.name.as_deref(), Line::parse),
        urn: scope.read("urn", draft.urn.as_deref(), Urn::parse),
        ods: scope.read("ods", draft.ods.as_deref(), OdsCode::parse),
    };
    let empty =
        organisation.name.is_none() && organisation.urn.is_none() && organisation.ods.is_none();
    if empty { None } else { Some(organisation) }
}

fn helped_by(draft: &HelpedByDraft, scope: &Scope<'_>) -> HelpedBy {
    HelpedBy {
        setting: scope.read("setting", draft.setting.as_deref(), Line::parse),
        organisation: scope.read("organisation", draft.organisation.as_deref(), Line::parse),
        name: scope.read("name", draft.name.as_deref(), Line::parse),
    }
}

fn agreement(draft: &AgreementDraft, scope: &Scope<'_>) -> Option<Agreement> {
    let status = draft.status.as_deref();
    let status = scope.required_code("status", status, "Say whether the family agreed.");
    let by = scope.code("by", draft.by.as_deref());
    let on = past("on", draft.on.as_deref(), scope);
    let reason = scope.read("reason", draft.reason.as_deref(), FreeText::parse);
    Some(Agreement { status: status?, by, on, reason })
}
