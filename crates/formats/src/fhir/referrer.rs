//! The referrer: the practitioner who asks, in their role, for their organisation.

use referral::ReferrerKind;

use super::bundle::{Bundle, Header};
use super::element::At;
use super::mapped::Mapped;
use super::people;
use super::sources::Sources;
use crate::unchecked::{UncheckedOrganisation, UncheckedReferrer};

/// The system of the kinds of referrer, as a sender may code them in a role.
const KINDS: &str = "urn:hubward:referrer-kind";

pub(super) fn fill(
    bundle: &Bundle<'_>,
    header: &Header<'_>,
    usual: ReferrerKind,
    mapped: &mut Mapped,
) {
    let Mapped { unchecked, sources } = mapped;
    let requester = bundle.referred(&header.service_request, "requester");
    let is = |name: &str| requester.clone().filter(|at| at.element.name == name);
    let role = is("PractitionerRole").or_else(|| role_of(bundle, &is("Practitioner")?));
    let practitioner = role.as_ref().and_then(|role| bundle.referred(role, "practitioner"));
    let practitioner = is("Practitioner").or(practitioner);
    let organisation = bundle
        .referred(&header.message, "sender")
        .or_else(|| bundle.referred(role.as_ref()?, "organization"))
        .or_else(|| is("Organization"));
    let field = "referrer";
    let referrer = &mut unchecked.referrer;
    if let Some(practitioner) = &practitioner {
        let name = people::name(practitioner, field, sources).map(|name| people::line(&name));
        referrer.name = name.filter(|name| !name.is_empty());
    }
    let reached: Vec<_> = practitioner.iter().chain(&role).chain(&organisation).cloned().collect();
    (referrer.phone, referrer.email) = people::reach(&reached, field, sources);
    referrer.organisation = organisation.as_ref().map(|at| self::organisation(at, sources));
    self::role(role.as_ref(), usual, referrer, sources);
}

/// The role of a practitioner who asks without naming it.
fn role_of<'a>(bundle: &Bundle<'a>, practitioner: &At<'a>) -> Option<At<'a>> {
    bundle.all("PractitionerRole").into_iter().find(|role| {
        let of = bundle.referred(role, "practitioner");
        of.is_some_and(|of| std::ptr::eq(of.element, practitioner.element))
    })
}

fn organisation(at: &At<'_>, sources: &mut Sources) -> UncheckedOrganisation {
    let field = "referrer.organisation";
    sources.note(field, &at.path);
    let numbers = at.all("identifier");
    let is_ods = |number: &&At<'_>| {
        let system = number.text("system").unwrap_or_default().to_ascii_lowercase();
        system.ends_with("/id/ods-organization-code")
    };
    let code = numbers.iter().find(is_ods).and_then(|number| number.first("value"));
    if let Some(code) = &code {
        sources.note(format!("{field}.ods"), &code.path);
    }
    UncheckedOrganisation {
        name: at.first("name").and_then(|at| at.take()),
        urn: None,
        ods: code.and_then(|at| at.take()),
    }
}

/// The role in words, and the kind of referrer that it comes to: the one that is coded, or the one
/// that the words name, or the usual one.
fn role(
    role: Option<&At<'_>>,
    usual: ReferrerKind,
    referrer: &mut UncheckedReferrer,
    sources: &mut Sources,
) {
    let codes = role.map(|role| role.all("code")).unwrap_or_default();
    let words = codes.iter().find_map(At::words);
    if let Some(words) = &words {
        sources.note("referrer.role", &words.path);
        sources.note("referrer.kind", &words.path);
        referrer.role = words.take();
    }
    let kind = codes.iter().flat_map(At::codings).find_map(|coding| {
        let is_kind = coding.text("system").as_deref() == Some(KINDS);
        let code = coding.first("code").filter(|_| is_kind)?;
        let kind = code.value()?.parse::<ReferrerKind>().ok()?;
        sources.note("referrer.kind", &code.path);
        code.take().map(|_| kind)
    });
    let kind = kind.or_else(|| in_words(referrer.role.as_deref()?)).unwrap_or(usual);
    referrer.kind = Some(kind.code().to_owned());
}

/// The kind of referrer that the words of a role name.
fn in_words(role: &str) -> Option<ReferrerKind> {
    const ROLES: [(&str, ReferrerKind); 6] = [
        ("school nurse", ReferrerKind::SchoolNurse),
        ("health visitor", ReferrerKind::HealthVisitor),
        ("midwife", ReferrerKind::Midwife),
        ("general practitioner", ReferrerKind::Gp),
        ("general medical practitioner", ReferrerKind::Gp),
        ("emergency department", ReferrerKind::EmergencyDepartment),
    ];
    let role = role.to_lowercase();
    ROLES.into_iter().find(|(words, _)| role.contains(words)).map(|(_, kind)| kind)
}
