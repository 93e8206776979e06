//! The steps that people took with an entry, in words.

use pipeline::rows::{ActorId, Done, Step};
use referral::InboxId;

/// The name of a worker, as their issuer knows them.
pub(crate) fn worker_name(id: &ActorId) -> &str {
    id.as_str().rsplit_once('#').map_or(id.as_str(), |(_, subject)| subject)
}

/// The end of a sentence that tells a step, such as "claimed it"; `name` gives an inbox's name.
pub(crate) fn words(done: &Done, name: impl Fn(&InboxId) -> String) -> String {
    match done {
        Done::Claimed => "claimed it".to_owned(),
        Done::Accepted => "accepted it".to_owned(),
        Done::Released => "gave it back".to_owned(),
        Done::TakenOver { from, reason } => {
            format!("took it over from {} ({})", worker_name(from), lower(reason.label()))
        }
        Done::Asked => "asked the referrer for more".to_owned(),
        Done::SentOn { from, to, reason } => {
            format!("sent it from {} to {} ({})", name(from), name(to), lower(reason.label()))
        }
        Done::Declined { from, to, reason } => format!(
            "declined it for {} ({}); it was offered to {}",
            name(from),
            lower(reason.label()),
            name(to),
        ),
        Done::Closed { outcome } => format!("closed it ({})", lower(outcome.label())),
        Done::Reopened => "opened it again".to_owned(),
        Done::MatchDecided { same: Some(true) } => {
            "decided that another entry is about the same child".to_owned()
        }
        Done::MatchDecided { same: Some(false) } => {
            "decided that another entry is about another child".to_owned()
        }
        Done::MatchDecided { same: None } => {
            "took back whether another entry is about the same child".to_owned()
        }
    }
}

/// A step as one sentence: who did what, and when.
pub(crate) fn sentence(step: &Step, name: impl Fn(&InboxId) -> String) -> String {
    let at = crate::when::in_words(step.at);
    format!("{} {} on {at}", worker_name(&step.by), words(&step.done, name))
}

/// A label with a small first letter, for the middle of a sentence.
fn lower(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next().map(|first| first.to_lowercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use pipeline::rows::Actor;
    use referral::{RedirectReason, TakeOverReason};

    use super::*;

    #[test]
    fn a_step_says_who_did_what_and_when() {
        let person = |name| Actor::person("https://issuer.example", name, "hub").id;
        let inbox = |id| InboxId::parse(id).unwrap();
        let step = |done| Step {
            version: 2,
            at: "2026-11-21T14:05:00Z".parse().unwrap(),
            by: person("ada"),
            done,
        };
        let said = |done| sentence(&step(done), |id| id.as_str().to_uppercase());
        assert_eq!(said(Done::Claimed), "ada claimed it on 21 November 2026 at 14:05");
        let taken = Done::TakenOver { from: person("ben"), reason: TakeOverReason::Absent };
        assert!(said(taken).starts_with("ada took it over from ben (they are away) on"));
        let sent =
            Done::SentOn { from: inbox("a"), to: inbox("b"), reason: RedirectReason::FamilyChoice };
        assert!(said(sent).starts_with("ada sent it from A to B (the family chose) on"));
    }
}
