//! Handling a tick of the schedule: a sweep that ends before Lambda ends it, and then, in the time that
//! is left, the clocks that are to be looked at, the telling of webhooks and the ending of idle drafts. No
//! referral waits behind these, nor does what is counted.

use std::time::Duration;

use jiff::Timestamp;
use lambda_kit::schedule::Tick;
use lambda_kit::{Failure, metrics};
use pipeline::ports::{DraftStore, Nature, Sending, TellingQueue};
use pipeline::telling::{self, HandedOn};
use pipeline::{clocks, drafts, sweep};

/// The time that is left over at the end, so that a sweep stops by itself.
const MARGIN: Duration = Duration::from_secs(5);

pub(crate) async fn handle<W, N>(world: &W, queue: &N, tick: &Tick) -> Result<(), Failure>
where
    W: Sending<Store: DraftStore>,
    N: TellingQueue,
{
    let left = tick.deadline.remaining().saturating_sub(MARGIN);
    let until = world.nature().now().checked_add(left).unwrap_or(Timestamp::MAX);
    let (swept, ended) = sweep(world, until).await;
    tracing::info!(sweep.sent = swept.sent, sweep.passed = swept.passed, "swept");
    // Where the count is not known the metric is missing, which rings the same alarm as late
    // referrals.
    if let Some(late) = swept.late {
        metrics::count("UnplacedForFiveMinutes", late);
    }
    if let Some(unopened) = swept.unopened {
        for entry in &unopened {
            tracing::warn!(entry.id = %entry, "a concern waits to be opened");
        }
        metrics::count("ConcernsUnopened", unopened.len());
    }
    let (looks, looks_ended) = clocks::hand_on(world, until).await;
    tracing::info!(clocks.sent = looks.sent, clocks.passed = looks.passed, "handed on clocks");
    let (handed_on, handed_on_ended) = telling::hand_on(world, queue, until).await;
    let HandedOn { sent, passed } = handed_on;
    tracing::info!(webhooks.sent = sent, webhooks.passed = passed, "handed on to webhooks");
    let (drafts, drafts_ended) = drafts::end_idle(world, until).await;
    tracing::info!(drafts.ended = drafts.ended, drafts.put_off = drafts.put_off, "ended drafts");
    ended.map_err(|fault| Failure::of("sweep", &fault))?;
    looks_ended.map_err(|fault| Failure::of("clocks", &fault))?;
    handed_on_ended.map_err(|fault| Failure::of("webhooks", &fault))?;
    drafts_ended.map_err(|fault| Failure::of("drafts", &fault))
}
