//! Steps of which the row of an entry tells, and no event of its stream does.

use pipeline::audit::{AuditAction, AuditRow};
use pipeline::rows::EntryRow;
use referral::EntryState;

/// The sentences that an entry's row says of itself, such as "it is closed", of which no event tells.
pub(super) fn untold(entry: &EntryRow, events: &[AuditRow]) -> Vec<String> {
    use AuditAction::{
        Claimed, Closed, Declined, Escalated, Redirected, Reopened, TakenOver, WorkAccepted,
    };
    let told = |action: AuditAction| events.iter().any(|row| row.event.action == action);
    let state = match entry.state {
        EntryState::InProgress => Some((WorkAccepted, "taken up")),
        EntryState::Closed => Some((Closed, "closed")),
        EntryState::New | EntryState::Claimed => None,
    };
    let claimed = entry.claim.is_some().then_some((Claimed, "claimed"));
    let escalated = entry.clock.escalated.is_some().then_some((Escalated, "escalated"));
    let steps = [
        (Redirected, "sent on", "sent_on"),
        (Declined, "declined", "declined"),
        (TakenOver, "taken over", "taken_over"),
        (Reopened, "opened again", "reopened"),
    ];
    let taken = |code: &str| entry.course.steps.iter().any(|step| step.done.code() == code);
    let steps = steps.into_iter().filter(|(.., code)| taken(code));
    let steps = steps.map(|(action, word, _)| (action, word));
    let marks = claimed.into_iter().chain(escalated);
    let untold = marks.chain(state).chain(steps).filter(|(action, _)| !told(*action));
    let mut said: Vec<String> = untold.map(|(_, word)| format!("it is {word}")).collect();
    if was_left_in(events).is_some_and(|inbox| inbox != entry.inbox.as_str()) {
        said.push(format!("it is in {}", entry.inbox));
    }
    said
}

/// The inbox that the last event about its place left an entry in.
fn was_left_in(events: &[AuditRow]) -> Option<&str> {
    use AuditAction::{Declined, Delivered, Redirected, SentToReview};
    events.iter().rev().find_map(|row| {
        let fact = match row.event.action {
            Delivered | SentToReview => "inbox",
            Redirected | Declined => "to",
            _ => return None,
        };
        row.event.facts.get(fact).map(String::as_str)
    })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use pipeline::audit::AuditEvent;
    use pipeline::rows::{Access, Actor, ClockMarks, Course, Done, LogMarks, Step};
    use referral::{EntryId, InboxId, Lane, Priority, RedirectReason, ReferralId};

    use super::*;

    fn moved() -> EntryRow {
        let referral = ReferralId::from_random([7; 16]);
        let inbox = |id| InboxId::parse(id).unwrap();
        let (from, to) = (inbox("westminster-portman"), inbox("review"));
        let done = Done::SentOn { from, to: to.clone(), reason: RedirectReason::BetterFit };
        let step = Step { version: 2, at: Timestamp::UNIX_EPOCH, by: Actor::system().id, done };
        EntryRow {
            id: referral.into(),
            inbox: to,
            authority: None,
            state: EntryState::New,
            version: 2,
            lane: Lane::Agreed,
            priority: Priority::Routine,
            received_at: Timestamp::UNIX_EPOCH,
            referrals: vec![referral],
            linked: Vec::new(),
            matches: Vec::new(),
            remarks: Vec::new(),
            claim: None,
            outcome: None,
            unread_since: None,
            news_since: None,
            summary: None,
            raised: Vec::new(),
            course: Course { steps: vec![step], ..Course::default() },
            log: LogMarks::default(),
            access: Access::default(),
            clock: ClockMarks::default(),
        }
    }

    #[test]
    fn an_entry_that_was_sent_on_without_an_event_is_found() {
        let entry = moved();
        let mut events = Vec::new();
        let mut add = |action, name: &'static str, inbox: &str| {
            let event = AuditEvent::new(Timestamp::UNIX_EPOCH, &Actor::system(), action);
            let row =
                event.with(name, inbox).after(EntryId::from(entry.referrals[0]), events.last());
            events.push(row);
            events.clone()
        };
        let delivered = add(AuditAction::Delivered, "inbox", "westminster-portman");
        assert_eq!(untold(&entry, &delivered), ["it is sent on", "it is in review"]);
        let elsewhere = add(AuditAction::Redirected, "to", "westminster-triage");
        assert_eq!(untold(&entry, &elsewhere), ["it is in review"]);
        let whole = add(AuditAction::Redirected, "to", "review");
        assert_eq!(untold(&entry, &whole), [""; 0]);
    }
}
