//! Recording what was shown of inboxes: one event in the stream of each, before anything is shown. An
//! event says who listed, by which filter and how many rows, and names no entry.

use locality::Localities;
use referral::{EntryId, InboxId};

use super::filter::Filter;
use super::{CollectError, Worker};
use crate::audit::{self, AuditAction, AuditEvent};
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Fault, Nature as _, Reading, Searches, Store as _, Tokens, World};
use crate::record;
use crate::write::{CommitError, MAX_WRITES, Row, Write};

/// The way in which rows leave the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// A page of the list.
    Page,
    /// A file in this format.
    File(&'static str),
}

/// Records how many rows of each inbox are shown.
pub(super) async fn record<W: Reading>(
    world: &W,
    worker: &Worker,
    rows: &[(&InboxId, usize)],
    filter: &Filter,
    shown: Shown,
    localities: &Localities,
) -> Result<(), CollectError> {
    let mut events = Vec::with_capacity(rows.len());
    for (inbox, rows) in rows {
        let action = match shown {
            Shown::File(_) => AuditAction::Exported,
            Shown::Page if filter.sought.is_some() => AuditAction::Searched,
            Shown::Page => AuditAction::Listed,
        };
        let mut event = event(world, worker, inbox, action).with("rows", rows);
        for (name, code) in filter.facts() {
            event = event.with(name, code);
        }
        if let Shown::File(format) = shown {
            event = event.with("format", format);
        }
        if let Some(token) = sought(world.vault(), inbox, filter, localities)? {
            event = event.with("sought", token);
        }
        events.push((audit::inbox(inbox), event));
    }
    write(world, &events).await
}

/// An event about an inbox as a whole.
pub(super) fn event<W: World>(
    world: &W,
    worker: &Worker,
    inbox: &InboxId,
    action: AuditAction,
) -> AuditEvent {
    AuditEvent::new(world.nature().now(), &worker.actor, action).with("inbox", inbox.as_str())
}

/// The token of what was searched for. The inboxes of no authority share a scope.
fn sought(
    vault: &impl Tokens<Searches>,
    inbox: &InboxId,
    filter: &Filter,
    localities: &Localities,
) -> Result<Option<String>, Fault> {
    let Some(sought) = &filter.sought else { return Ok(None) };
    let authority = localities.inbox(inbox).and_then(|inbox| inbox.authority);
    let scope = authority.as_ref().map_or("none", |code| code.as_str());
    Ok(sought.token(vault, scope)?.map(|token| token.as_str().to_owned()))
}

/// Writes events, each as the next of its stream. Many workers may list one inbox at the same moment:
/// the second one takes the number after.
pub(super) async fn write<W: World>(
    world: &W,
    events: &[(EntryId, AuditEvent)],
) -> Result<(), CollectError> {
    for some in events.chunks(MAX_WRITES) {
        write_some(world, some).await?;
    }
    Ok(())
}

async fn write_some<W: World>(
    world: &W,
    events: &[(EntryId, AuditEvent)],
) -> Result<(), CollectError> {
    for attempt in 0..ATTEMPTS {
        let next = events
            .iter()
            .map(|(stream, event)| record::next(world.store(), *stream, event.clone()));
        let rows = futures::future::try_join_all(next).await?;
        let writes: Vec<Write> =
            rows.into_iter().map(|row| Write::Insert(Row::Audit(row))).collect();
        match world.store().commit(&writes).await {
            Ok(()) => return Ok(()),
            Err(CommitError::Cancelled(_)) => pause(world.nature(), attempt).await,
            Err(CommitError::Fault(fault)) => return Err(fault.into()),
        }
    }
    Err(CollectError::Unavailable("what was shown could not be recorded"))
}
