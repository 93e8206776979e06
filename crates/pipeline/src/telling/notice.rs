//! One notice to the person who sent a referral and chose it.
//!
//! The service that sends notices takes a second one of the same name without a word. So there is one try for
//! each mark of the work, however often and late the mark's message comes; beginning it puts the next mark off
//! for longer than a process may run; and a later try first asks the service whether it has the notice already:
//!
//! | The process dies | What is there | What the next try does |
//! |---|---|---|
//! | before the try is begun | the work, due | begins the first try |
//! | between beginning and sending | a try that was begun | asks, is told no, and sends |
//! | after the service took it | a try that was begun | asks, is told yes, and ends the work |

use std::time::Duration;

use referral::ReferralState;

use super::choice::Chosen;
use super::over::over;
use crate::due::DueRow;
use crate::ports::{
    Begun, Fault, Nature as _, NotSent, Notice, Notices, Open as _, Telling, TellingStore as _,
};
use crate::rows::{NoticeKey, StateRow, after};
use crate::secret_id::digest;

/// The time for which a notice is tried. Afterwards it says nothing new.
const TRIED_FOR: Duration = Duration::from_hours(24);
/// The time from the beginning of a try to the next mark: twice as long as a process may run.
const APART: Duration = Duration::from_mins(1);

/// The outcome of sending a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// The service has the notice, from now or from an earlier try.
    Taken,
    /// A notice that could not be sent, and will be tried again later.
    Later(NotSent),
    /// A notice that could not be sent for a day, and will not be tried again.
    GivenUp(NotSent),
    /// Another try is going on, or was made; the work comes again if it failed.
    Busy,
    /// A notice that must not be sent any more: the referral was withdrawn, or there was a bereavement.
    Stopped,
}

/// Sends the notice that was chosen for a referral, once.
pub(super) async fn send<W: Telling, N: Notices>(
    world: &W,
    notices: Option<&N>,
    due: &DueRow,
    state: &StateRow,
    sealed: &[u8],
) -> Result<Sent, Fault> {
    let store = world.store();
    let is_placed = state.sender_state() == ReferralState::Routed;
    let Some(entry) = state.entry.filter(|_| is_placed) else {
        return over(world, due, Sent::Stopped).await;
    };
    if store.stops_all_contact(entry).await? {
        return over(world, due, Sent::Stopped).await;
    }
    let Some(notices) = notices else {
        return later(world, due, NotSent::TryAgain("there is no service to send notices")).await;
    };
    let opened = world.vault().open(NoticeKey(state.id), sealed).await;
    let chosen = match opened.and_then(|plain| Chosen::read(&plain)) {
        Ok(chosen) => chosen,
        Err(Fault::Broken(why)) => return later(world, due, NotSent::Never(why)).await,
        Err(fault) => return Err(fault),
    };
    let next = due.due.at.max(after(world.nature().now(), APART));
    let Some(begun) = store.begin(due, next).await? else {
        return Ok(Sent::Busy);
    };
    match attempt(notices, &notice(chosen, state), begun).await {
        Ok(()) => over(world, due, Sent::Taken).await,
        Err(not_sent) => later(world, due, not_sent).await,
    }
}

async fn attempt<N: Notices>(notices: &N, notice: &Notice, begun: Begun) -> Result<(), NotSent> {
    if begun == Begun::Again && notices.has_taken(&notice.reference).await? {
        return Ok(());
    }
    notices.send(notice).await
}

/// The notice about a referral that is with the people who help. It names nobody, and no service, need or
/// place: somebody else may read it.
fn notice(chosen: Chosen, state: &StateRow) -> Notice {
    let (template, to) = chosen.addressed();
    Notice {
        template,
        to,
        values: vec![("reference", state.reference.to_string().into())],
        reference: format!("placed-{}", digest("notice", state.id.as_bytes())),
    }
}

/// The outcome of a failed try: the mark says already when the next one is, if that is within a day. A
/// refusal too may be over tomorrow, as where the key was not put in.
async fn later<W: Telling>(world: &W, due: &DueRow, not_sent: NotSent) -> Result<Sent, Fault> {
    if due.due.at <= after(due.since, TRIED_FOR) {
        return Ok(Sent::Later(not_sent));
    }
    over(world, due, Sent::GivenUp(not_sent)).await
}
