//! The patient, and the people around: children, adults and the household.

use jiff::civil::Date;
use referral::Relationship;
use referral::postcode::typed;

use super::bundle::{Bundle, Header};
use super::element::At;
use super::mapped::Mapped;
use super::people;
use crate::unchecked::{PEOPLE_MAX, UncheckedAdult, UncheckedChild};

/// The age from which a patient is one of the adults of a referral.
const OF_AGE: i16 = 18;

/// The patient of the request comes first: a child, or an adult from 18. Nothing is said of the
/// children of an adult unless a person related to them is one.
pub(super) fn fill(bundle: &Bundle<'_>, header: &Header<'_>, today: Date, mapped: &mut Mapped) {
    let subject = bundle.referred(&header.service_request, "subject");
    let subject = subject.filter(|at| at.element.name == "Patient");
    let patient = subject.or_else(|| bundle.all("Patient").into_iter().next());
    if let Some(patient) = patient {
        self::patient(bundle, &patient, today, mapped);
    }
    mapped.unchecked.children_not_known = mapped.unchecked.children.is_empty();
}

fn patient(bundle: &Bundle<'_>, patient: &At<'_>, today: Date, mapped: &mut Mapped) {
    let is_restricted = patient
        .all("meta")
        .iter()
        .flat_map(|meta| meta.all("security"))
        .any(|label| matches!(label.text("code").as_deref(), Some("R" | "V")));
    let is_adult = is_adult(patient, today);
    if is_adult {
        adult_patient(patient, mapped);
    } else {
        child(patient, is_restricted, mapped);
    }
    for contact in patient.all("contact") {
        if !is_oneself(&contact) {
            related(&contact, (!is_adult).then_some(&contact), mapped);
        }
    }
    for person in bundle.all("RelatedPerson") {
        if is_child_of_family(&person, is_adult, today) {
            child(&person, is_restricted, mapped);
        } else {
            related(&person, (!is_adult).then_some(&person), mapped);
        }
    }
    household(patient, is_restricted && is_adult, mapped);
    if mapped.unchecked.household.concealed {
        forget_addresses(bundle);
    }
}

fn adult_patient(patient: &At<'_>, mapped: &mut Mapped) {
    let field = "adults[0]";
    let Mapped { unchecked, sources } = mapped;
    sources.note(field, &patient.path);
    let own: Vec<_> = std::iter::once(patient.clone())
        .chain(patient.all("contact").into_iter().filter(is_oneself))
        .collect();
    let (phone, email) = people::reach(&own, field, sources);
    let born = patient.first("birthDate");
    if let Some(born) = &born {
        sources.note(format!("{field}.date_of_birth"), &born.path);
    }
    unchecked.adults.push(UncheckedAdult {
        name: people::name(patient, field, sources),
        date_of_birth: born.and_then(|at| at.take()),
        phone,
        email,
        ..UncheckedAdult::default()
    });
}

fn child(of: &At<'_>, restricted: bool, mapped: &mut Mapped) {
    let Mapped { unchecked, sources } = mapped;
    if unchecked.children.len() == PEOPLE_MAX {
        return;
    }
    let field = format!("children[{}]", unchecked.children.len());
    sources.note(field.clone(), &of.path);
    let mut child = UncheckedChild {
        name: people::name(of, &field, sources),
        restricted,
        ..Default::default()
    };
    if let Some(born) = of.first("birthDate") {
        let text = born.take();
        let is_whole = text.as_ref().is_some_and(|text| text.len() > "2021-03".len());
        let part = if is_whole { &mut child.date_of_birth } else { &mut child.born_about };
        *part = text;
        for name in ["date_of_birth", "born_about"] {
            sources.note(format!("{field}.{name}"), &born.path);
        }
    }
    let numbers = of.all("identifier");
    let is_nhs = |number: &&At<'_>| {
        let system = number.text("system").unwrap_or_default().to_ascii_lowercase();
        system.ends_with("/id/nhs-number")
    };
    if let Some(value) = numbers.iter().find(is_nhs).and_then(|number| number.first("value")) {
        sources.note(format!("{field}.nhs_number"), &value.path);
        child.nhs_number = value.take();
    }
    unchecked.children.push(child);
}

/// A person around the family. Their relationship is one to the children only where the patient, to
/// whom `kin` states it, is a child.
fn related(of: &At<'_>, kin: Option<&At<'_>>, mapped: &mut Mapped) {
    let Mapped { unchecked, sources } = mapped;
    if unchecked.adults.len() == PEOPLE_MAX {
        return;
    }
    let field = format!("adults[{}]", unchecked.adults.len());
    let Some(mut adult) = people::adult(of, &field, sources) else { return };
    adult.relationship = kin.and_then(relationship).map(|it| it.code().to_owned());
    if let Some(born) = of.first("birthDate") {
        sources.note(format!("{field}.date_of_birth"), &born.path);
        adult.date_of_birth = born.take();
    }
    unchecked.adults.push(adult);
}

fn household(patient: &At<'_>, is_concealed: bool, mapped: &mut Mapped) {
    let Mapped { unchecked, sources } = mapped;
    let household = &mut unchecked.household;
    household.address = people::address(patient, sources);
    let postcode = household.address.as_ref().and_then(|address| address.postcode.as_deref());
    household.concealed = is_concealed || postcode.is_some_and(typed::is_concealed);
    let spoken = patient.all("communication");
    let preferred = |at: &&At<'_>| at.text("preferred").as_deref() == Some("true");
    if let Some(spoken) = spoken.iter().find(preferred).or(spoken.first()) {
        let code = spoken.within(&["language", "coding", "code"]);
        if let Some(code) = code {
            sources.note("household.language", &code.path);
            household.language = code.take();
        }
    }
    let says = |at: &At<'_>| {
        let url = at.text("url").unwrap_or_default();
        url.ends_with("NHSCommunication") || url == "interpreterRequired"
    };
    let outer = patient.all("extension").into_iter().filter(says);
    let inner = outer.flat_map(|outer| outer.all("extension")).filter(says);
    let answers = inner.filter_map(|inner| inner.first("valueBoolean"));
    household.interpreter_needed = answers.into_iter().find_map(|at| {
        let is_needed = at.value()?.parse::<bool>().ok()?;
        sources.note("household.interpreter_needed", &at.path);
        at.take().map(|_| is_needed)
    });
}

/// Marks the addresses of the family as read, so that no text beside the referral holds one that must
/// not be known.
fn forget_addresses(bundle: &Bundle<'_>) {
    for person in bundle.all("Patient").iter().chain(&bundle.all("RelatedPerson")) {
        let of_contacts = person.all("contact").into_iter().flat_map(|at| at.all("address"));
        person.all("address").into_iter().chain(of_contacts).for_each(|at| at.element.take_whole());
    }
}

fn is_oneself(contact: &At<'_>) -> bool {
    contact.all("relationship").iter().any(|at| at.has_code("/v3-RoleCode", &["ONESELF"]))
}

/// Whether the person was born 18 years ago or more, as far as the date says for certain.
fn is_adult(person: &At<'_>, today: Date) -> bool {
    let born = person.text("birthDate").unwrap_or_default();
    let part =
        |range: std::ops::Range<usize>| born.get(range).and_then(|part| part.parse::<i8>().ok());
    let Some(year) = born.get(..4).and_then(|year| year.parse::<i16>().ok()) else { return false };
    let (month, day) = (part(5..7).unwrap_or(12), part(8..10).unwrap_or(31));
    let before = i16::from((today.month(), today.day()) < (month, day));
    today.year().saturating_sub(year) - before >= OF_AGE
}

/// Whether a related person is a child of the family: the patient's own, or a brother or sister of a
/// child who is not of age.
fn is_child_of_family(person: &At<'_>, of_adult: bool, today: Date) -> bool {
    let kin = person.all("relationship");
    let is = |codes: &[&str]| kin.iter().any(|at| at.has_code("/v3-RoleCode", codes));
    let own = of_adult
        && is(&[
            "CHILD",
            "CHLDADOPT",
            "DAUADOPT",
            "SONADOPT",
            "CHLDFOST",
            "DAUFOST",
            "SONFOST",
            "DAUC",
            "DAU",
            "STPDAU",
            "NCHILD",
            "SON",
            "STPSON",
            "SONC",
            "STPCHILD",
        ]);
    let sibling = !of_adult && relationships(&kin).any(|it| it == Relationship::Sibling);
    (own || sibling) && !is_adult(person, today)
}

fn relationship(person: &At<'_>) -> Option<Relationship> {
    relationships(&person.all("relationship")).next()
}

fn relationships<'a>(kin: &'a [At<'_>]) -> impl Iterator<Item = Relationship> + 'a {
    let codings = kin.iter().flat_map(At::codings);
    let codings =
        codings.filter(|at| at.text("system").is_some_and(|uri| uri.ends_with("/v3-RoleCode")));
    codings.filter_map(|coding| of_role_code(&coding.text("code")?))
}

/// The relationship to a child, of HL7's `v3-RoleCode`.
fn of_role_code(code: &str) -> Option<Relationship> {
    Some(match code {
        "MTH" | "NMTH" | "NMTHF" | "GESTM" | "ADOPTM" => Relationship::Mother,
        "FTH" | "NFTH" | "NFTHF" | "ADOPTF" => Relationship::Father,
        "PRN" | "NPRN" | "ADOPTP" => Relationship::Parent,
        "STPPRN" | "STPMTH" | "STPFTH" => Relationship::StepParent,
        "GRPRN" | "GRMTH" | "GRFTH" | "MGRPRN" | "MGRMTH" | "MGRFTH" | "PGRPRN" | "PGRMTH"
        | "PGRFTH" => Relationship::Grandparent,
        "AUNT" | "MAUNT" | "PAUNT" | "UNCLE" | "MUNCLE" | "PUNCLE" => Relationship::AuntOrUncle,
        "SIB" | "BRO" | "SIS" | "HSIB" | "HBRO" | "HSIS" | "NSIB" | "NBRO" | "NSIS" | "STPSIB"
        | "STPBRO" | "STPSIS" | "TWIN" | "TWINBRO" | "TWINSIS" | "FTWIN" | "ITWIN" => {
            Relationship::Sibling
        }
        "PRNFOST" | "MTHFOST" | "FTHFOST" => Relationship::FosterCarer,
        "GUARD" => Relationship::Guardian,
        "FAMMEMB" | "EXT" | "COUSN" => Relationship::OtherRelative,
        _ => return None,
    })
}
