//! Handling a queue message: the sender of its referral is told how it stands. That a webhook does not answer
//! is no failure of the message: the work stays due, and comes again after a longer pause.

use lambda_kit::{Failure, metrics, sqs};
use pipeline::ports::{Answer, Fault, Messenger, Telling};
use pipeline::rows::PartnerId;
use pipeline::webhooks::{Told, tell};
use referral::ReferralId;
use serde_json::Value;

/// The parts that telling works with.
pub(crate) struct Teller<W, M> {
    pub(crate) world: W,
    pub(crate) client: M,
}

pub(crate) async fn handle<W: Telling, M: Messenger>(
    teller: &Teller<W, M>,
    message: &sqs::Message,
) -> Result<(), Failure> {
    // The message is about nothing: it goes to the dead-letter queue, where a person looks.
    let id = read(&message.body)
        .ok_or_else(|| Failure::new("message_unreadable", "a message holds no referral's id"))?;
    let told = tell(&teller.world, &teller.client, id).await;
    let told = told.map_err(|fault| match fault {
        Fault::Transient(_) => Failure::new("notify_transient", fault),
        Fault::Broken(_) => Failure::new("notify_unexpected", fault),
    })?;
    log(id, &told);
    Ok(())
}

fn read(body: &str) -> Option<ReferralId> {
    let body: Value = serde_json::from_str(body).ok()?;
    body.get("referral")?.as_str()?.parse().ok()
}

fn log(id: ReferralId, told: &Told) {
    let say = |outcome: &str| {
        tracing::info!(referral.id = %id, webhook.outcome = outcome, "webhook");
    };
    match told {
        Told::Told(partner) => {
            tracing::info!(referral.id = %id, partner.id = %partner, webhook.outcome = "told", "webhook");
        }
        Told::Later(partner, answer) => failed(id, partner, *answer, "later"),
        Told::GivenUp(partner, answer) => {
            failed(id, partner, *answer, "given_up");
            metrics::count("WebhooksGivenUp", 1);
        }
        Told::Disabled(partner) => {
            failed(id, partner, Answer::Gone, "disabled");
            metrics::count("WebhooksGivenUp", 1);
        }
        Told::Busy => say("busy"),
        Told::NoWebhook => say("no_webhook"),
        Told::Already => say("already"),
        Told::Unknown => say("unknown"),
    }
}

/// Logs a try that failed: with the partner's id and what came back, and nothing of the address.
fn failed(id: ReferralId, partner: &PartnerId, answer: Answer, outcome: &str) {
    let (status, reason) = match answer {
        Answer::Taken => (200, ""),
        Answer::Gone => (410, ""),
        Answer::Refused(status) => (status, ""),
        Answer::NotReached(reason) => (0, reason),
    };
    tracing::warn!(
        referral.id = %id, partner.id = %partner, webhook.outcome = outcome, webhook.status = status,
        webhook.reason = reason, "webhook"
    );
    metrics::count_by("WebhooksFailed", 1, "Client", partner.as_str());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_a_referrals_id_and_anything_else_is_none() {
        let id = "11111111-2222-4333-8444-555555555555";
        assert_eq!(read(&format!(r#"{{"referral":"{id}"}}"#)), id.parse().ok());
        for other in ["", "{}", r#"{"referral":"x"}"#, r#"{"referral":7}"#] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
