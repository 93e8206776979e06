//! Handling a queue message: its referral is routed, or it fails and SQS delivers it again.

use lambda_kit::Failure;
use lambda_kit::sqs::Message;
use pipeline::ports::{Matching, Placing};
use pipeline::{RouteError, Routed, route_or_review};
use referral::ReferralId;
use serde_json::Value;

/// The parts that routing works with.
pub(crate) struct Router<W> {
    pub(crate) world: W,
    /// The number of times that the queue delivers a message before it goes to the dead-letter
    /// queue.
    pub(crate) max_receives: u32,
}

pub(crate) async fn handle<W>(router: &Router<W>, message: &Message) -> Result<(), Failure>
where
    W: Matching + Placing,
{
    let Some(id) = referral(&message.body) else {
        // The message is about no referral: it goes to the dead-letter queue, where a person looks.
        return Err(Failure::new("message_unreadable", "a message holds no referral's id"));
    };
    let last = message.receive_count >= router.max_receives;
    match route_or_review(&router.world, id, last).await {
        Ok(well) => {
            log(id, &well);
            Ok(())
        }
        Err(error @ RouteError::Transient(_)) => Err(Failure::new("route_transient", error)),
        Err(error @ RouteError::Unexpected(_)) => Err(Failure::new("route_unexpected", error)),
    }
}

fn referral(body: &str) -> Option<ReferralId> {
    let body: Value = serde_json::from_str(body).ok()?;
    body.get("referral")?.as_str()?.parse().ok()
}

fn log(id: ReferralId, routed: &Routed) {
    let (outcome, inbox) = match routed {
        Routed::Delivered(inbox) => ("delivered", inbox.as_str()),
        Routed::Attached(inbox) => ("attached", inbox.as_str()),
        Routed::Already => ("already", ""),
        Routed::Unknown => ("unknown", ""),
    };
    tracing::info!(referral.id = %id, route.outcome = outcome, route.inbox = inbox, "routed");
}
