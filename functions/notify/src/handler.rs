//! Handling a queue message: the sender of its referral is told how it stands. That a webhook, or the service
//! that sends notices, does not answer is no failure of the message: the work stays due, and comes again after
//! a longer pause.

use lambda_kit::{Failure, metrics, sqs};
use notices::{Notify, Ready};
use pipeline::ports::{Answer, Fault, Messenger, Nature as _, NoticeSecrets as _, Telling};
use pipeline::rows::PartnerId;
use pipeline::telling::{Delivered, Sent, Told, tell};
use referral::ReferralId;
use serde_json::Value;

/// The parts that telling works with.
pub(crate) struct Teller<W, M> {
    pub(crate) world: W,
    pub(crate) client: M,
    /// The service that sends notices, if it has texts.
    pub(crate) notify: Option<Notify>,
}

impl<W: Telling, M> Teller<W, M> {
    /// The service that sends notices, where its key was put in.
    fn notices(&self) -> Option<Ready<'_>> {
        let notify = self.notify.as_ref()?;
        let secrets = self.world.vault().notice_secrets().ok()?;
        notify.ready(secrets.first()?, self.world.nature().now()).ok()
    }
}

pub(crate) async fn handle<W: Telling, M: Messenger>(
    teller: &Teller<W, M>,
    message: &sqs::Message,
) -> Result<(), Failure> {
    // The message is about nothing: it goes to the dead-letter queue, where a person looks.
    let id = read(&message.body)
        .ok_or_else(|| Failure::new("message_unreadable", "a message holds no referral's id"))?;
    let notices = teller.notices();
    let told = tell(&teller.world, &teller.client, notices.as_ref(), id).await;
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
    let say = |outcome: &str| tracing::info!(referral.id = %id, told.outcome = outcome, "told");
    match told {
        Told::ByWebhook(delivered) => log_webhook(id, delivered),
        Told::ByNotice(sent) => log_notice(id, *sent),
        Told::Busy => say("busy"),
        Told::Already => say("already"),
        Told::ByNothing => say("by_nothing"),
        Told::Unknown => say("unknown"),
    }
}

fn log_notice(id: ReferralId, sent: Sent) {
    let say = |outcome: &str| {
        tracing::info!(referral.id = %id, notice.outcome = outcome, "notice");
    };
    match sent {
        Sent::Taken => {
            say("taken");
            metrics::count("NoticesTaken", 1);
        }
        Sent::Busy => say("busy"),
        Sent::Stopped => say("stopped"),
        Sent::Later(why) => {
            tracing::warn!(referral.id = %id, notice.outcome = "later", error.message = %why, "notice");
            metrics::count("NoticesFailed", 1);
        }
        Sent::GivenUp(why) => {
            tracing::error!(referral.id = %id, notice.outcome = "given_up", error.message = %why, "notice");
            metrics::count("NoticesGivenUp", 1);
        }
    }
}

fn log_webhook(id: ReferralId, delivered: &Delivered) {
    let say = |outcome: &str| {
        tracing::info!(referral.id = %id, webhook.outcome = outcome, "webhook");
    };
    match delivered {
        Delivered::Told(partner) => {
            tracing::info!(referral.id = %id, partner.id = %partner, webhook.outcome = "told", "webhook");
        }
        Delivered::Later(partner, answer) => failed(id, partner, *answer, "later"),
        Delivered::GivenUp(partner, answer) => {
            failed(id, partner, *answer, "given_up");
            metrics::count("WebhooksGivenUp", 1);
        }
        Delivered::Disabled(partner) => {
            failed(id, partner, Answer::Gone, "disabled");
            metrics::count("WebhooksGivenUp", 1);
        }
        Delivered::Busy => say("busy"),
        Delivered::NoWebhook => say("no_webhook"),
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
