//! Agreement, from a consent that says explicitly what the family answered.

use referral::{AgreementBy, AgreementStatus};

use super::bundle::Bundle;
use super::element::At;
use super::mapped::Mapped;

/// Takes agreement from the first consent that tells of an answer. Consent that is implied, as for
/// direct care, is no answer: the family was not asked about this referral. Every consent stays with
/// the referral as it was given too.
pub(super) fn fill(bundle: &Bundle<'_>, mapped: &mut Mapped) {
    let consents = bundle.all("Consent");
    let told = consents.iter().find_map(|consent| Some((consent, answer(consent)?)));
    let agreement = &mut mapped.unchecked.agreement;
    let status = told.as_ref().map_or(AgreementStatus::NotAsked, |(_, answer)| *answer);
    agreement.status = Some(status.code().to_owned());
    let Some((consent, _)) = told else { return };
    mapped.sources.note("agreement", &consent.path);
    // A time says more than the day on which they were asked, which is what it begins with.
    let day = consent.text("dateTime").map(|time| time.chars().take(10).collect::<String>());
    agreement.on = day.filter(|day| day.len() == 10);
    let patient = consent.all("performer").iter().find_map(|performer| {
        bundle.resolve(consent, performer).filter(|at| at.element.name == "Patient")
    });
    if let Some(patient) = patient {
        let is_adult = mapped.sources.of("adults[0]") == patient.path;
        let by = if is_adult { AgreementBy::AdultSelf } else { AgreementBy::YoungPerson };
        agreement.by = Some(by.code().to_owned());
    }
}

/// The answer that a consent tells of; `None` where it tells of none.
fn answer(consent: &At<'_>) -> Option<AgreementStatus> {
    let says = |codes: &[&str]| {
        consent.all("policyRule").iter().any(|rule| rule.has_code("/v3-ActCode", codes))
    };
    let provision = consent.within(&["provision", "type"]).and_then(|at| at.value());
    match consent.text("status").as_deref() {
        Some("rejected") => Some(AgreementStatus::Declined),
        Some("active") if says(&["OPTOUT", "OPTOUTE"]) => Some(AgreementStatus::Declined),
        Some("active") if provision.as_deref() == Some("deny") => Some(AgreementStatus::Declined),
        Some("active") if says(&["OPTINR"]) => Some(AgreementStatus::Partly),
        Some("active") if says(&["OPTIN"]) => Some(AgreementStatus::Agreed),
        _ => None,
    }
}
