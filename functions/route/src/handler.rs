//! Handling a queue message: its referral is routed, its note delivered or its clock looked at, or it
//! fails and SQS delivers it again.

use lambda_kit::{Failure, metrics, sqs};
use pipeline::clocks::{self, Rung};
use pipeline::notes::{self, NoteDelivered};
use pipeline::ports::{Matching, Message, Placing};
use pipeline::rows::NoteKey;
use pipeline::{RouteError, Routed, route_or_review};
use referral::{EntryId, ReferralId};
use serde_json::Value;

/// The parts that routing works with.
pub(crate) struct Router<W> {
    pub(crate) world: W,
    /// The number of times that the queue delivers a message before it goes to the dead-letter
    /// queue.
    pub(crate) max_receives: u32,
}

pub(crate) async fn handle<W>(router: &Router<W>, message: &sqs::Message) -> Result<(), Failure>
where
    W: Matching + Placing,
{
    let last = message.receive_count >= router.max_receives;
    let ended = match read(&message.body) {
        Some(Message::Referral(id)) => {
            route_or_review(&router.world, id, last).await.map(|well| log_referral(id, &well))
        }
        Some(Message::Note(key)) => {
            let ended = notes::deliver(&router.world, key).await;
            ended.map(|well| log_note(key, &well)).map_err(RouteError::from)
        }
        Some(Message::Clock(id)) => {
            let ended = clocks::ring(&router.world, id).await;
            ended.map(|well| tell_of_clock(id, &well)).map_err(RouteError::from)
        }
        // The message is about nothing: it goes to the dead-letter queue, where a person looks.
        None => return Err(Failure::new("message_unreadable", "a message holds no referral's id")),
    };
    ended.map_err(|error| match error {
        RouteError::Transient(_) => Failure::new("route_transient", error),
        RouteError::Unexpected(_) => Failure::new("route_unexpected", error),
    })
}

fn read(body: &str) -> Option<Message> {
    let body: Value = serde_json::from_str(body).ok()?;
    if let Some(entry) = body.get("clock") {
        return Some(Message::Clock(entry.as_str()?.parse().ok()?));
    }
    let referral: ReferralId = body.get("referral")?.as_str()?.parse().ok()?;
    match body.get("note") {
        None => Some(Message::Referral(referral)),
        Some(note) => Some(Message::Note(NoteKey { referral, note: note.as_str()?.parse().ok()? })),
    }
}

fn log_referral(id: ReferralId, routed: &Routed) {
    let (outcome, inbox) = match routed {
        Routed::Delivered(inbox) => ("delivered", inbox.as_str()),
        Routed::Attached(inbox) => ("attached", inbox.as_str()),
        Routed::Already => ("already", ""),
        Routed::Unknown => ("unknown", ""),
    };
    tracing::info!(referral.id = %id, route.outcome = outcome, route.inbox = inbox, "routed");
}

fn log_note(NoteKey { referral, note }: NoteKey, delivered: &NoteDelivered) {
    let (outcome, inbox) = match delivered {
        NoteDelivered::Told(inbox) => ("told", inbox.as_str()),
        NoteDelivered::Already => ("already", ""),
        NoteDelivered::Waits => ("waits", ""),
        NoteDelivered::Unknown => ("unknown", ""),
    };
    tracing::info!(
        referral.id = %referral, note.id = %note, note.outcome = outcome, note.inbox = inbox,
        "note delivered"
    );
}

/// Logs what a look at a clock found, and counts a clock that ran out, by which an alarm rings.
fn tell_of_clock(id: EntryId, rung: &Rung) {
    let (outcome, inbox) = match rung {
        Rung::Rang { inbox, again: false } => ("rang", inbox.as_str()),
        Rung::Rang { inbox, again: true } => ("rang_again", inbox.as_str()),
        Rung::PutOff => ("put_off", ""),
        Rung::Ended => ("ended", ""),
        Rung::Unknown => ("unknown", ""),
    };
    tracing::info!(entry.id = %id, clock.outcome = outcome, clock.inbox = inbox, "looked at a clock");
    if matches!(rung, Rung::Rang { .. }) {
        metrics::count("ClocksRunOut", 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "11111111-2222-4333-8444-555555555555";

    #[test]
    fn a_message_is_a_referral_s_id_or_a_note_s_with_it_or_that_of_a_clock_s_entry() {
        let referral = ID.parse().unwrap();
        let whole = format!(r#"{{"referral":"{ID}"}}"#);
        assert_eq!(read(&whole), Some(Message::Referral(referral)));
        let note = format!(r#"{{"referral":"{ID}","note":"{ID}"}}"#);
        let key = NoteKey { referral, note: ID.parse().unwrap() };
        assert_eq!(read(&note), Some(Message::Note(key)));
        let clock = Message::Clock(ID.parse().unwrap());
        assert_eq!(read(&format!(r#"{{"clock":"{ID}"}}"#)), Some(clock));
    }

    #[test]
    fn a_message_of_anything_else_is_none() {
        // A note that cannot be read must not be taken for its referral.
        let note = format!(r#"{{"note":"{ID}"}}"#);
        for other in ["", "{}", r#"{"referral":"x"}"#, r#"{"clock":7}"#, &note] {
            assert_eq!(read(other), None, "{other}");
        }
        assert_eq!(read(&format!(r#"{{"referral":"{ID}","note":7}}"#)), None);
    }
}
