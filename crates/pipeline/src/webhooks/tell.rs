//! Telling: one message to the webhook of a referral's sender.

use std::time::Duration;

use referral::ReferralId;

use super::message::message;
use crate::due::{DueRow, Work};
use crate::ports::{
    Answer, Fault, Messenger, Nature as _, Open as _, Store as _, Telling, WebhookMessage,
    WebhookSecret, WebhookStore as _,
};
use crate::rows::{PartnerId, WebhookKey, WebhookRow, after};

/// The time for which a message is tried. Afterwards the partner finds out by asking.
const TRIED_FOR: Duration = Duration::from_hours(24);
/// The most messages that are sent in one go, as a referral changes while its sender is told.
const ROUNDS: usize = 2;

/// The outcome of telling a sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The sender was told how the referral stands.
    Told(PartnerId),
    /// The sender could not be told, and will be again later.
    Later(PartnerId, Answer),
    /// The sender could not be told for a day, and this message will not be tried again.
    GivenUp(PartnerId, Answer),
    /// The address wants no more messages: the webhook is disabled.
    Disabled(PartnerId),
    /// The referral changes again and again, or its sender's webhook just did: it stays due.
    Busy,
    /// The sender has no webhook any more, or it is disabled.
    NoWebhook,
    /// The sender was told before.
    Already,
    /// There is no such referral (it was erased).
    Unknown,
}

/// Tells the webhook of a referral's sender how the referral stands. Running it again, or twice at once, may
/// tell it twice under the same id.
pub async fn tell<W: Telling, M: Messenger>(
    world: &W,
    messenger: &M,
    id: ReferralId,
) -> Result<Told, Fault> {
    let store = world.store();
    let mut taken: Option<WebhookMessage> = None;
    for _ in 0..ROUNDS {
        // The row first: a change that comes after it writes another, which is not removed here.
        let Some(due) = store.due_work(Work::TellSender(id)).await? else {
            return Ok(Told::Already);
        };
        let Some(state) = store.state(id).await? else {
            return over(world, &due, Told::Unknown).await;
        };
        let hook = match &state.told {
            Some(partner) => store.webhook(partner).await?,
            None => None,
        };
        let Some(hook) = hook.filter(|hook| hook.disabled_at.is_none()) else {
            return over(world, &due, Told::NoWebhook).await;
        };
        let message = message(&state, due.since)?;
        if taken.as_ref() != Some(&message) {
            match send(world, messenger, &hook, &message).await? {
                Answer::Taken => taken = Some(message),
                Answer::Gone => return disable(world, &hook, &due).await,
                answer => return later(world, hook.partner, &due, answer).await,
            }
        }
        if store.finish(&due).await? {
            return Ok(Told::Told(hook.partner));
        }
    }
    Ok(Told::Busy)
}

async fn send<W: Telling, M: Messenger>(
    world: &W,
    messenger: &M,
    hook: &WebhookRow,
    message: &WebhookMessage,
) -> Result<Answer, Fault> {
    let key = WebhookKey::of(&hook.partner);
    let mut secrets = Vec::new();
    for sealed in &hook.secrets {
        secrets.push(WebhookSecret::new(world.vault().open(key, sealed).await?));
    }
    Ok(messenger.send(&hook.url, message, &secrets, world.nature().now()).await)
}

async fn disable<W: Telling>(world: &W, hook: &WebhookRow, due: &DueRow) -> Result<Told, Fault> {
    // An operator may have set another address meanwhile, which is told then.
    if !world.store().disable(hook, world.nature().now()).await? {
        return Ok(Told::Busy);
    }
    over(world, due, Told::Disabled(hook.partner.clone())).await
}

/// The outcome of a failed try: the mark says already when the next one is, if that is within a day.
async fn later<W: Telling>(
    world: &W,
    partner: PartnerId,
    due: &DueRow,
    answer: Answer,
) -> Result<Told, Fault> {
    if due.due.at <= after(due.since, TRIED_FOR) {
        return Ok(Told::Later(partner, answer));
    }
    over(world, due, Told::GivenUp(partner, answer)).await
}

/// The outcome of work that ends here. What made it due anew meanwhile is found by the next sweep.
async fn over<W: Telling>(world: &W, due: &DueRow, told: Told) -> Result<Told, Fault> {
    world.store().finish(due).await?;
    Ok(told)
}
