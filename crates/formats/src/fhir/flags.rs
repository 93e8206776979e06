//! Flags: safeguarding, which makes the referral a concern, and adjustments, which are needs of access.

use super::bundle::Bundle;
use super::element::At;
use super::mapped::Mapped;

/// Each flag stays with the referral as it was given too, for its own words and its period.
///
/// A flag of safeguarding counts as long as its status does not say that it ended. Its period does not
/// decide: one that ran out is for a person to look at.
pub(super) fn fill(bundle: &Bundle<'_>, mapped: &mut Mapped) {
    let mut adjustments = Vec::new();
    for flag in bundle.all("Flag") {
        if matches!(flag.text("status").as_deref(), Some("inactive" | "entered-in-error")) {
            continue;
        }
        if is_safeguarding(&flag) {
            mapped.unchecked.safeguarding_concern = true;
            mapped.sources.note("safeguarding_concern", &flag.path);
        } else if is_adjustment(&flag) {
            let words = flag.first("code").and_then(|code| code.words()?.value());
            adjustments.extend(words.map(|words| (words, flag.path)));
        }
    }
    if let Some((_, place)) = adjustments.first() {
        let field = "household.accessibility_note";
        mapped.sources.note(field, place);
        let words: Vec<_> = adjustments.into_iter().map(|(words, _)| words).collect();
        mapped.unchecked.household.accessibility_note = Some(words.join("\n"));
    }
}

/// Whether a flag is one of safeguarding: by BaRS's category or list of codes, or by its words, as
/// senders differ in how they name both.
fn is_safeguarding(flag: &At<'_>) -> bool {
    let concepts = [flag.all("category"), flag.all("code")].concat();
    concepts.iter().any(|concept| {
        concept.codings().iter().any(|coding| {
            coding.text("code").is_some_and(|code| code == "SG")
                || coding.text("system").is_some_and(|system| is_about_safety(&system))
                || coding.text("display").is_some_and(|words| is_about_safety(&words))
        }) || concept.text("text").is_some_and(|words| is_about_safety(&words))
    })
}

fn is_about_safety(words: &str) -> bool {
    let words = words.to_lowercase();
    words.contains("safeguard") || words.contains("child protection")
}

fn is_adjustment(flag: &At<'_>) -> bool {
    flag.all("category").iter().any(|at| at.has_code("/flag-categories-bars", &["RA"]))
}
