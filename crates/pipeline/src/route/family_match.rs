//! The family match: the search for other referrals of the same child, or of a brother or a sister.
//!
//! This referral's match rows are written before those of others are read. Of two referrals for one
//! child that are routed at the same time, at least one therefore sees the other. Referrals that
//! share a key are compared in full; `matching` then says what the machine may do.

mod entries;
mod family;
mod judged;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::AssertUnwindSafe;

use futures::FutureExt as _;
use futures::future::join_all;
use locality::InboxKind;
use referral::{EntryId, InboxId, ReferralId, ReferralState};

use self::entries::{assemble, open_entries};
pub(super) use self::family::Family;
use self::judged::Judged;
use super::{OpenedReferral, RouteError};
use crate::body;
use crate::ports::{Fault, Matching, Nature, Open as _, Placing, Store};
use crate::rows::{BodyRow, EntryMatch, EntryRow, MatchKind, StateRow};

/// The knowledge of the family on which a referral is delivered.
pub(super) struct FamilyMatch {
    /// Referrals for the family that are not routed yet, with the version seen: their deliveries
    /// must look again.
    pub(super) racing: Vec<(ReferralId, u64)>,
    /// The one open entry that this referral is attached to; `None` if it gets one of its own.
    pub(super) open: Option<Box<EntryRow>>,
    /// Entries that hold the same child and stay apart.
    pub(super) linked: Vec<EntryId>,
    /// The referral's matches with other entries, the nearest first.
    pub(super) matches: Vec<EntryMatch>,
    /// The other entries that are still open and are told of the match.
    pub(super) others: Vec<EntryRow>,
    /// The evidence, in words, for the child by which the referral is attached.
    pub(super) evidence: Vec<String>,
    /// Whether the same referral was sent before, under another key.
    pub(super) again: bool,
    /// The number of referrals of the same child within twelve months, this one included.
    pub(super) in_a_year: usize,
    /// Whether more was found than is looked at.
    pub(super) capped: bool,
    /// Whether the family was not looked for, as the referral could not wait.
    pub(super) uncompared: bool,
}

/// The most referrals sharing a key that are looked at, those that share most keys first.
const MOST_READ: usize = 500;
/// The most referrals that are compared in full, those that share most keys first.
const MOST_OPENED: usize = 60;
/// The most of them that come from one entry: an entry mostly holds one child.
const MOST_OF_ENTRY: usize = 3;
/// Referrals that share this many keys but were not compared, in a crowd, are told to look again.
const NEAR: usize = 3;
impl FamilyMatch {
    fn nobody() -> Self {
        Self {
            racing: Vec::new(),
            open: None,
            linked: Vec::new(),
            matches: Vec::new(),
            others: Vec::new(),
            evidence: Vec::new(),
            again: false,
            in_a_year: 1,
            capped: false,
            uncompared: false,
        }
    }

    /// The answer where the family could not be looked for.
    pub(super) fn not_compared() -> Self {
        Self { uncompared: true, ..Self::nobody() }
    }
}

/// Makes this referral's children known, then looks for them in others.
pub(super) async fn look<W: Matching + Placing>(
    world: &W,
    state: &StateRow,
    opened: &mut OpenedReferral,
) -> Result<FamilyMatch, RouteError> {
    let store = world.store();
    let family = &mut opened.family;
    if family.is_unknown() {
        return Ok(FamilyMatch::nobody());
    }
    let probed = family.probe(store, state.id, world.nature().now()).await?;
    if probed.others.is_empty() {
        return Ok(FamilyMatch { capped: probed.capped, ..FamilyMatch::nobody() });
    }
    let nearest = nearest(&probed.others);
    let mut states = store.states(&nearest).await?;
    let ids = choose(&states, &probed.others);
    let capped = probed.capped || nearest.len() < probed.others.len() || ids.len() == MOST_OPENED;
    open_bodies(world, family, &ids).await?;
    let mut found = Judged::judge(family, &ids, &opened.referral);
    let crowd: Vec<(ReferralId, u64)> = states
        .iter()
        .filter(|other| other.state == ReferralState::Accepted && !ids.contains(&other.id))
        .filter(|other| probed.others.get(&other.id).is_some_and(|keys| *keys >= NEAR))
        .map(|other| (other.id, other.version))
        .collect();
    states.retain(|other| found.kind(other.id).is_some());
    let racing = racing(&states, &found);
    let known: BTreeSet<EntryId> = states.iter().filter_map(|other| other.entry).collect();
    let known: Vec<EntryId> = known.into_iter().collect();
    let entries = if known.is_empty() { Vec::new() } else { store.entries(&known).await? };
    for entry in open_entries(state, &states, &entries, &found) {
        // Every record of the entry is checked for a contradiction, not only those that share a
        // key.
        open_bodies(world, family, &entry.referrals).await?;
        if family.is_contradicted_by(&entry.referrals) {
            found.leave_apart(&entry.referrals);
        }
    }
    let triage = triage(world, &opened.placement);
    let mut who = assemble(state, &states, entries, &found, triage.as_ref(), capped);
    who.racing = match &who.open {
        // A referral for a child that the entry holds was told when the first one for that child
        // came in, and its delivery rests on the entry's version. A referral for a child who is
        // only similar does not rest on that version, so it is told here.
        Some(open) => racing
            .into_iter()
            .filter(|(id, _)| !judged::share_a_child(family, *id, &open.referrals))
            .collect(),
        None => racing.into_iter().chain(crowd).collect(),
    };
    Ok(who)
}

/// The referrals whose states are read: those that share most keys.
fn nearest(keys: &BTreeMap<ReferralId, usize>) -> Vec<ReferralId> {
    let mut others: Vec<(usize, ReferralId)> = keys.iter().map(|(id, n)| (*n, *id)).collect();
    others.sort_unstable_by(|one, other| other.cmp(one));
    others.into_iter().take(MOST_READ).map(|(_, id)| id).collect()
}

/// The referrals that are compared in full, in the order of their ids: those that share most keys
/// are chosen first, those in an entry before those not routed yet, and only a few of each entry.
fn choose(states: &[StateRow], keys: &BTreeMap<ReferralId, usize>) -> Vec<ReferralId> {
    let mut wanted: Vec<(usize, ReferralId, Option<EntryId>)> = states
        .iter()
        .map(|other| (keys.get(&other.id).copied().unwrap_or_default(), other.id, other.entry))
        .collect();
    wanted
        .sort_unstable_by_key(|(keys, id, entry)| std::cmp::Reverse((*keys, entry.is_some(), *id)));
    let mut of_entry: BTreeMap<EntryId, usize> = BTreeMap::new();
    wanted.retain(|(_, _, entry)| {
        entry.is_none_or(|entry| {
            let count = of_entry.entry(entry).or_default();
            *count += 1;
            *count <= MOST_OF_ENTRY
        })
    });
    wanted.truncate(MOST_OPENED);
    let mut ids: Vec<ReferralId> = wanted.into_iter().map(|(_, id, _)| id).collect();
    ids.sort_unstable();
    ids
}

/// Opens those bodies that were not opened before. A referral whose body cannot be opened is no
/// candidate: it is on its way to review.
async fn open_bodies<W: Matching>(
    world: &W,
    family: &mut Family,
    ids: &[ReferralId],
) -> Result<(), RouteError> {
    let new: Vec<ReferralId> = ids.iter().filter(|id| !family.has_read(**id)).copied().collect();
    if new.is_empty() {
        return Ok(());
    }
    let bodies: Vec<BodyRow> = world.store().bodies(&new).await?;
    for some in bodies.chunks(body::OPENED_AT_ONCE) {
        let known: &Family = family;
        let opening = some.iter().map(|row| {
            // A panic on the body of another referral must not send this one to review.
            let opening = AssertUnwindSafe(async {
                let plain = world.vault().open(row.id, &row.sealed).await?;
                Ok(known.read_other(body::read(&plain)?))
            });
            opening.catch_unwind()
        });
        for (row, ended) in some.iter().zip(join_all(opening).await) {
            match ended.unwrap_or(Err(Fault::Broken("it cannot be read"))) {
                Ok(other) => family.remember(row.id, Some(other)),
                Err(Fault::Broken(_)) => family.remember(row.id, None),
                Err(fault) => return Err(fault.into()),
            }
        }
    }
    Ok(())
}

/// The referrals of the family that are not routed yet: they look again after this delivery.
fn racing(states: &[StateRow], found: &Judged) -> Vec<(ReferralId, u64)> {
    let mut racing: Vec<(MatchKind, ReferralId, u64)> = states
        .iter()
        .filter(|other| other.state == ReferralState::Accepted)
        .filter_map(|other| Some((found.kind(other.id)?, other.id, other.version)))
        .collect();
    racing.sort_unstable();
    racing.into_iter().map(|(_, id, version)| (id, version)).collect()
}

/// The inbox of the authority's triage, which decides about matches between two inboxes.
fn triage<W: Placing>(world: &W, placement: &locality::Placement) -> Option<InboxId> {
    let authority = placement.authority.as_ref()?.code;
    let places = world.places();
    let mut inboxes = places.localities.inboxes().iter();
    inboxes
        .find(|inbox| inbox.kind == InboxKind::Triage && inbox.authority == Some(authority))
        .map(|inbox| inbox.id.clone())
}
