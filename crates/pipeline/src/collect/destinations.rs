//! Destinations: the inboxes that an entry may be sent to. They are inboxes of its own authority's
//! rulebook in force, review and out-of-area, and nothing else.

use locality::rulebook::Rulebook;
use locality::{Authority, AuthorityRef, InboxInfo, InboxKind, Localities};
use referral::{DecliningReason, GssCode, InboxId, NextPlace};

use crate::rows::{Done, EntryRow};

/// The number of inboxes that may decline an entry before a manager must take it.
const MOST_DECLINES: u8 = 2;

/// The inboxes that a worker may send an entry to, in the rulebooks' order, the one that it is in
/// aside: those of its own authority, of the authority in which its corrected postcode lies, review and
/// out-of-area.
pub fn destinations<'a>(localities: &'a Localities, entry: &EntryRow) -> Vec<&'a InboxInfo> {
    let home = entry.log.postcode.and_then(|corrected| corrected.authority);
    among(localities, entry, home)
}

/// The inboxes of an entry's own authority and of another one, review and out-of-area.
///
/// Only the front door passes a concern on to a hub or to triage of its own authority: any other inbox
/// sends it to a front door, to review or out of area.
fn among<'a>(
    localities: &'a Localities,
    entry: &EntryRow,
    other: Option<GssCode>,
) -> Vec<&'a InboxInfo> {
    let own = rulebook(localities, entry).and_then(|rulebook| rulebook.authority.gss());
    // No rulebook is the entry's own only where no authority here is known to be its own.
    let anywhere = own.is_none() && is_shared(&entry.inbox);
    let from_front_door = kind(localities, &entry.inbox) == Some(InboxKind::FrontDoor);
    let may_take = |inbox: &&InboxInfo| {
        let of = inbox.authority;
        let is_near = of.is_none() || of == own || of == other || anywhere;
        let is_safe = match inbox.kind {
            InboxKind::Hub | InboxKind::Triage => {
                !entry.is_concern() || (from_front_door && of == own)
            }
            InboxKind::FrontDoor | InboxKind::OutOfArea | InboxKind::Review => true,
        };
        inbox.id != entry.inbox && is_near && is_safe
    };
    localities.inboxes().iter().filter(may_take).collect()
}

/// The inboxes that an entry may be offered to when the inbox that it is in declines it for this
/// reason, the first choice first; empty where the reason leads nowhere else.
pub fn offered_to<'a>(
    localities: &'a Localities,
    entry: &EntryRow,
    reason: DecliningReason,
) -> Vec<&'a InboxInfo> {
    let all = among(localities, entry, None);
    let of = |kind: InboxKind| all.iter().copied().filter(move |inbox| inbox.kind == kind);
    let place = reason.next_place();
    if place == NextPlace::FrontDoor {
        return of(InboxKind::FrontDoor).collect();
    }
    if place == NextPlace::Referrer {
        return Vec::new();
    }
    if entry.course.declined + 1 >= MOST_DECLINES && of(InboxKind::Triage).next().is_some() {
        return of(InboxKind::Triage).collect();
    }
    let offered: Vec<&InboxInfo> = match place {
        NextPlace::HandOff => of(InboxKind::OutOfArea).collect(),
        NextPlace::Partner => {
            let ids = partners(localities, entry);
            let partner = |id: &InboxId| all.iter().copied().find(|inbox| inbox.id == *id);
            ids.iter().filter_map(partner).collect()
        }
        NextPlace::Triage | NextPlace::FrontDoor | NextPlace::Referrer => Vec::new(),
    };
    if !offered.is_empty() || place == NextPlace::HandOff {
        return offered;
    }
    // Without a partner the authority's triage decides; a concern that may not go there goes to the
    // front door.
    let triage: Vec<&InboxInfo> = of(InboxKind::Triage).collect();
    if triage.is_empty() && entry.is_concern() {
        of(InboxKind::FrontDoor).collect()
    } else {
        triage
    }
}

/// Whether a manager must take an entry that is now offered to this inbox.
pub(super) fn needs_manager(entry: &EntryRow, to: &InboxInfo) -> bool {
    to.kind == InboxKind::Triage && entry.course.declined + 1 >= MOST_DECLINES
}

/// The authority of an entry once it is in this inbox. The shared inboxes keep the one that it had,
/// so that it finds the way back.
pub(super) fn authority_in(entry: &EntryRow, to: &InboxInfo) -> Option<AuthorityRef> {
    let Some(code) = to.authority else { return entry.authority.clone() };
    let name = || Authority::find(code).map(|authority| authority.name.to_owned());
    match &entry.authority {
        Some(known) if known.code == code => Some(known.clone()),
        known => name().map(|name| AuthorityRef { code, name }).or_else(|| known.clone()),
    }
}

/// The partners that the hub of an entry declares, in its order: those with room that have not
/// declined it.
fn partners(localities: &Localities, entry: &EntryRow) -> Vec<InboxId> {
    let Some(rulebook) = rulebook(localities, entry) else { return Vec::new() };
    let Some(hub) = rulebook.hubs.iter().find(|hub| hub.inbox == entry.inbox) else {
        return Vec::new();
    };
    let declined = |id: &InboxId| {
        entry
            .course
            .steps
            .iter()
            .any(|step| matches!(&step.done, Done::Declined { from, .. } if from == id))
    };
    let partners = hub.partners.iter().filter_map(|at| rulebook.hubs.get(*at));
    let willing = partners.filter(|hub| !hub.capacity.full && !declined(&hub.inbox));
    willing.map(|hub| hub.inbox.clone()).collect()
}

/// The rulebook of the authority whose inbox the entry is in; for one in a shared inbox, that of the
/// entry's own authority. A hub that was removed is still its authority's.
fn rulebook<'a>(localities: &'a Localities, entry: &EntryRow) -> Option<&'a Rulebook> {
    let mut rulebooks = localities.rulebooks().iter();
    let of_inbox = localities.inbox(&entry.inbox).and_then(|inbox| inbox.authority);
    let of_entry = entry.authority.as_ref().map(|authority| authority.code);
    if of_inbox.is_some() || is_shared(&entry.inbox) {
        let code = of_inbox.or(of_entry);
        return rulebooks.find(|rulebook| rulebook.authority.gss() == code && code.is_some());
    }
    // The inbox is in no rulebook any more: its id begins with its authority's.
    rulebooks.find(|rulebook| {
        let rest = entry.inbox.as_str().strip_prefix(rulebook.id.as_str());
        rest.is_some_and(|rest| rest.starts_with('-'))
    })
}

fn kind(localities: &Localities, id: &InboxId) -> Option<InboxKind> {
    localities.inbox(id).map(|inbox| inbox.kind)
}

/// Whether an inbox is one for all authorities of the deployment.
fn is_shared(id: &InboxId) -> bool {
    *id == InboxId::review() || *id == InboxId::out_of_area()
}

#[cfg(test)]
mod tests;
