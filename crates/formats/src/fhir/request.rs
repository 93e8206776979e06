//! What is asked for: needs, reason, urgency and the sender's own record number.

use referral::{Need, Urgency};

use super::bundle::{Bundle, Header};
use super::element::At;
use super::mapped::Mapped;
use crate::unchecked::CODES_MAX;

/// The system of the needs of the field, as a sender may code them in a request.
const NEEDS: &str = "urn:hubward:need";

pub(super) fn fill(bundle: &Bundle<'_>, header: &Header<'_>, mapped: &mut Mapped) {
    let request = &header.service_request;
    let Mapped { unchecked, sources } = mapped;
    let concepts = [request.all("reasonCode"), request.all("code")].concat();
    for coding in concepts.iter().flat_map(At::codings) {
        let is_need = coding.text("system").as_deref() == Some(NEEDS);
        let Some(code) = coding.first("code").filter(|_| is_need) else { continue };
        let is_known = code.value().is_some_and(|code| code.parse::<Need>().is_ok());
        if is_known && unchecked.needs.len() < CODES_MAX {
            sources.note(format!("needs[{}]", unchecked.needs.len()), &code.path);
            unchecked.needs.extend(code.take());
        }
    }
    if unchecked.needs.is_empty() && !unchecked.safeguarding_concern {
        unchecked.needs.push(Need::NotSure.code().to_owned());
    }
    unchecked.reason = reason(request, sources);
    if let Some(priority) = request.first("priority") {
        let urgency = match priority.value().as_deref() {
            Some("routine") => Some(Urgency::Routine),
            Some("urgent" | "asap" | "stat") => Some(Urgency::Urgent),
            _ => None,
        };
        sources.note("urgency", &priority.path);
        unchecked.urgency = urgency.map(|urgency| urgency.code().to_owned());
    }
    let case = bundle.referred(request, "encounter");
    let numbers = case.iter().chain(std::iter::once(request)).flat_map(|at| at.all("identifier"));
    let number = numbers.filter_map(|number| number.first("value")).find(|at| at.value().is_some());
    if let Some(number) = number {
        sources.note("referrer.record", &number.path);
        unchecked.referrer.record = number.take();
    }
}

/// The words of the reasons, and of the notes after them.
fn reason(request: &At<'_>, sources: &mut super::sources::Sources) -> Option<String> {
    let coded = request.all("reasonCode").into_iter().filter_map(|concept| concept.words());
    let notes = request.all("note").into_iter().filter_map(|note| note.first("text"));
    let said: Vec<_> = coded.chain(notes).filter(|at| at.value().is_some()).collect();
    sources.note("reason", &said.first()?.path);
    let words: Vec<_> = said.iter().filter_map(At::take).collect();
    Some(words.join("\n"))
}
