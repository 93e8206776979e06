//! Checks the logs of entries, and the limits to who may see them, against the events that tell of them.

use std::collections::{BTreeMap, BTreeSet};

use pipeline::audit::AuditAction;
use pipeline::rows::{ActorId, EntryRow, LogRow};
use referral::EntryId;

use super::{Break, Trail};

/// Everything about logs and access that a table has and no event tells of, or that an event tells of
/// and is gone. `before` and `after` are the logs as they were read before the entries and the events,
/// and after them: work goes on meanwhile.
pub(super) fn untold(
    trail: &Trail,
    entries: &[EntryRow],
    before: &[LogRow],
    after: &[LogRow],
) -> Vec<Break> {
    let told: Items = trail
        .chains
        .keys()
        .map(|stream| {
            let logged = events(trail, *stream, AuditAction::Logged);
            (*stream, logged.filter_map(|(_, facts)| facts.get("item").cloned()).collect())
        })
        .collect();
    let [before, after] = [before, after].map(items);
    let mut breaks = Vec::new();
    for (stream, item) in missing(&before, &told) {
        let what = format!("item {item} is on its log, and no event says so");
        breaks.push(Break { entry: stream.to_string(), what });
    }
    for (stream, item) in missing(&told, &after) {
        let what = format!("an event tells of item {item} on its log, which is gone");
        breaks.push(Break { entry: stream.to_string(), what });
    }
    for entry in entries {
        let count = |of: &Items| of.get(&entry.id).map_or(0, BTreeSet::len);
        let (counted, at_most) = (usize::from(entry.log.items), count(&after));
        if !(count(&before)..=at_most).contains(&counted) {
            let what = format!("{at_most} items are on its log, and it counts {counted}");
            breaks.push(Break { entry: entry.id.to_string(), what });
        }
        breaks.extend(
            access_untold(trail, entry)
                .map(|what| Break { entry: entry.id.to_string(), what: what.to_owned() }),
        );
    }
    breaks
}

/// The ids of the items on each log.
type Items = BTreeMap<EntryId, BTreeSet<String>>;

fn items(logs: &[LogRow]) -> Items {
    let mut items = Items::new();
    for row in logs {
        items.entry(row.key.entry).or_default().insert(row.key.item.to_string());
    }
    items
}

/// The items of the first that are not in the second.
fn missing<'a>(of: &'a Items, from: &'a Items) -> impl Iterator<Item = (EntryId, &'a String)> {
    let all = of.iter().flat_map(|(stream, items)| items.iter().map(|item| (*stream, item)));
    all.filter(|(stream, item)| !from.get(stream).is_some_and(|items| items.contains(*item)))
}

/// The limits to who may see an entry that no event tells of.
fn access_untold(trail: &Trail, entry: &EntryRow) -> impl Iterator<Item = &'static str> {
    let by = |action: AuditAction, by: &ActorId| {
        events(trail, entry.id, action).any(|(actor, _)| actor == by)
    };
    let conflicts = entry.access.conflicts.iter();
    let declared = conflicts.into_iter().all(|one| by(AuditAction::ConflictDeclared, one));
    let is_restricted = events(trail, entry.id, AuditAction::Restricted).next().is_some();
    [
        (!declared).then_some("it is closed to a worker, and no event says so"),
        (entry.access.restricted && !is_restricted)
            .then_some("it is restricted, and no event says so"),
    ]
    .into_iter()
    .flatten()
}

/// The events of one kind in a chain, each as its actor and its facts.
fn events(
    trail: &Trail,
    stream: EntryId,
    action: AuditAction,
) -> impl Iterator<Item = (&ActorId, &BTreeMap<String, String>)> {
    let rows = trail.chains.get(&stream).into_iter().flatten();
    rows.filter(move |row| row.event.action == action)
        .map(|row| (&row.event.actor, &row.event.facts))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use pipeline::audit::AuditEvent;
    use pipeline::rows::{Actor, LogKey};
    use referral::{LogId, ReferralId};
    use store::AuditFound;

    use super::*;

    fn stream() -> EntryId {
        EntryId::from(ReferralId::from_random([7; 16]))
    }

    fn item(byte: u8) -> LogRow {
        let key = LogKey { entry: stream(), item: LogId::from_random([byte; 16]) };
        LogRow { key, written_at: Timestamp::UNIX_EPOCH, replaces: None, sealed: Vec::new() }
    }

    fn trail(items: &[LogRow]) -> Trail {
        let mut rows = Vec::new();
        for item in items {
            let event =
                AuditEvent::new(Timestamp::UNIX_EPOCH, &Actor::operator("a"), AuditAction::Logged)
                    .with("item", item.key.item);
            rows.push(event.after(stream(), rows.last()));
        }
        let mut trail = Trail::default();
        trail.add(rows.into_iter().map(AuditFound::Event).collect());
        trail
    }

    #[test]
    fn an_item_without_an_event_and_an_event_without_an_item_are_found() {
        let (one, two) = (item(1), item(2));
        let both = [one.clone(), two.clone()];
        assert_eq!(untold(&trail(&both), &[], &both, &both), []);
        let breaks = untold(&trail(std::slice::from_ref(&one)), &[], &both, &both);
        assert_eq!(breaks.len(), 1);
        assert!(breaks[0].what.contains("no event says so"), "{breaks:?}");
        let rest = [two];
        let breaks = untold(&trail(&both), &[], &rest, &rest);
        assert_eq!(breaks.len(), 1);
        assert!(breaks[0].what.contains("which is gone"), "{breaks:?}");
        // It was written while the events were read.
        assert_eq!(untold(&trail(&both), &[], &rest, &both), []);
    }
}
