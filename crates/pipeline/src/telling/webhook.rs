//! One message to the webhook of a referral's sender.

use std::time::Duration;

use super::message::message;
use super::over::over;
use crate::due::DueRow;
use crate::ports::{
    Answer, Fault, Messenger, Nature as _, Open as _, Telling, TellingStore as _, WebhookMessage,
    WebhookSecret,
};
use crate::rows::{PartnerId, StateRow, WebhookKey, WebhookRow, after};

/// The time for which a message is tried. Afterwards the partner finds out by asking.
const TRIED_FOR: Duration = Duration::from_hours(24);

/// The outcome of telling a webhook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivered {
    /// The partner was told how the referral stands.
    Told(PartnerId),
    /// The partner could not be told, and will be again later.
    Later(PartnerId, Answer),
    /// The partner could not be told for a day, and this message will not be tried again.
    GivenUp(PartnerId, Answer),
    /// The address wants no more messages: the webhook is disabled.
    Disabled(PartnerId),
    /// The partner's webhook was changed just now: it stays due.
    Busy,
    /// The partner has no webhook any more, or it is disabled.
    NoWebhook,
}

/// The outcome of one message.
pub(super) enum Round {
    /// There is nothing more to send.
    Over(Delivered),
    /// The referral changed meanwhile.
    Changed,
}

/// Sends the message about a referral as it stands, unless the webhook took that very one before (`taken`).
pub(super) async fn deliver<W: Telling, M: Messenger>(
    world: &W,
    messenger: &M,
    partner: &PartnerId,
    due: &DueRow,
    state: &StateRow,
    taken: &mut Option<WebhookMessage>,
) -> Result<Round, Fault> {
    let hook = world.store().webhook(partner).await?;
    let Some(hook) = hook.filter(|hook| hook.disabled_at.is_none()) else {
        return over(world, due, Round::Over(Delivered::NoWebhook)).await;
    };
    let message = message(state, due.since)?;
    if taken.as_ref() != Some(&message) {
        match send(world, messenger, &hook, &message).await? {
            Answer::Taken => *taken = Some(message),
            Answer::Gone => return disable(world, &hook, due).await.map(Round::Over),
            answer => return later(world, hook.partner, due, answer).await.map(Round::Over),
        }
    }
    let is_last = world.store().finish(due).await?;
    Ok(if is_last { Round::Over(Delivered::Told(hook.partner)) } else { Round::Changed })
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

async fn disable<W: Telling>(
    world: &W,
    hook: &WebhookRow,
    due: &DueRow,
) -> Result<Delivered, Fault> {
    // An operator may have set another address meanwhile, which is told then.
    if !world.store().disable(hook, world.nature().now()).await? {
        return Ok(Delivered::Busy);
    }
    over(world, due, Delivered::Disabled(hook.partner.clone())).await
}

/// The outcome of a failed try: the mark says already when the next one is, if that is within a day.
async fn later<W: Telling>(
    world: &W,
    partner: PartnerId,
    due: &DueRow,
    answer: Answer,
) -> Result<Delivered, Fault> {
    if due.due.at <= after(due.since, TRIED_FOR) {
        return Ok(Delivered::Later(partner, answer));
    }
    over(world, due, Delivered::GivenUp(partner, answer)).await
}
