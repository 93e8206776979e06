//! Telling: the sender of a referral is told how it stands now.

use referral::ReferralId;

use super::notice::{self, Sent};
use super::over::over;
use super::webhook::{self, Delivered, Round};
use crate::due::Work;
use crate::ports::{
    Fault, Messenger, Notices, Store as _, Telling, TellingStore as _, WebhookMessage,
};
use crate::rows::TellBy;

/// The most messages that are sent in one go, as a referral changes while its sender is told.
const ROUNDS: usize = 2;

/// The outcome of telling a sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The sender has a webhook.
    ByWebhook(Delivered),
    /// The sender chose a notice.
    ByNotice(Sent),
    /// The referral changes again and again: it stays due.
    Busy,
    /// The sender was told before.
    Already,
    /// The sender is told by nothing.
    ByNothing,
    /// There is no such referral (it was erased).
    Unknown,
}

/// Tells the sender of a referral how the referral stands. `notices` is the service that sends notices, where
/// there is one. Running it again, or twice at once, may tell a webhook twice under the same id; a person is
/// sent one notice.
pub async fn tell<W: Telling, M: Messenger, N: Notices>(
    world: &W,
    messenger: &M,
    notices: Option<&N>,
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
        match &state.told {
            None => return over(world, &due, Told::ByNothing).await,
            Some(TellBy::Notice(sealed)) => {
                let sent = notice::send(world, notices, &due, &state, sealed).await?;
                return Ok(Told::ByNotice(sent));
            }
            Some(TellBy::Webhook(partner)) => {
                match webhook::deliver(world, messenger, partner, &due, &state, &mut taken).await? {
                    Round::Over(delivered) => return Ok(Told::ByWebhook(delivered)),
                    Round::Changed => {}
                }
            }
        }
    }
    Ok(Told::Busy)
}
