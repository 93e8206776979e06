//! Handling a tick of the schedule: a sweep that ends before Lambda ends it, and then, in the time that
//! is left, the ending of idle drafts. No referral waits behind a draft, nor does what is counted.

use std::time::Duration;

use jiff::Timestamp;
use lambda_kit::schedule::Tick;
use lambda_kit::{Failure, metrics};
use pipeline::ports::{DraftStore, Nature, Sending};
use pipeline::{drafts, sweep};

/// The time that is left over at the end, so that a sweep stops by itself.
const MARGIN: Duration = Duration::from_secs(5);

pub(crate) async fn handle<W>(world: &W, tick: &Tick) -> Result<(), Failure>
where
    W: Sending<Store: DraftStore>,
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
    let (drafts, drafts_ended) = drafts::end_idle(world, until).await;
    tracing::info!(drafts.ended = drafts.ended, drafts.put_off = drafts.put_off, "ended drafts");
    ended.map_err(|fault| Failure::of("sweep", &fault))?;
    drafts_ended.map_err(|fault| Failure::of("drafts", &fault))
}
