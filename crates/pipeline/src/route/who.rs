//! Who: is a child of this referral in another one already?
//!
//! This referral's match rows are written before anyone else's are read. Of two referrals for one
//! child that are routed at the same time, at least one therefore sees the other.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use locality::Placement;
use referral::{EntryId, EntryState, InboxId, Lane, Referral, ReferralId, ReferralState};

use super::{Reading, RouteError};
use crate::ports::{Keyed, Purpose, Store, Vault, World};
use crate::rows::{EntryRow, MatchRow, StateRow, after};

/// What is known of the family when a referral is delivered.
pub(super) enum Who {
    /// Nobody who may be joined; `linked` entries hold the same child and stay apart.
    New {
        /// Referrals for the same child, still on their way.
        racing: Vec<(ReferralId, u64)>,
        /// Entries that hold the same child.
        linked: Vec<EntryId>,
    },
    /// The same child is in this one open entry. Whoever made it has told everybody who was then
    /// on the way, so nobody needs telling again.
    Open(Box<EntryRow>),
}

/// An entry takes so many referrals, or its row grows too dear; the next one gets an entry of its
/// own, linked.
const MOST_ATTACHED: usize = 400;
/// How many rows of one token are looked at.
const MOST_ROWS: usize = 200;
/// How long a child is recognised.
const KEPT: Duration = Duration::from_hours(24 * 366);

/// The match rows of a referral: one for each child that can be recognised. None without an
/// authority, whose children they are scoped to.
pub(super) fn rows<W: Keyed>(
    world: &W,
    state: &StateRow,
    referral: &Referral,
    placement: &Placement,
) -> Vec<MatchRow> {
    let Some(authority) = &placement.authority else {
        return Vec::new();
    };
    let protected = referral.is_protected();
    matching::keys(referral)
        .into_iter()
        .map(|key| MatchRow {
            token: world.vault().token(
                authority.code.as_str(),
                Purpose::Child,
                key.identity.as_bytes(),
            ),
            referral: state.id,
            child: key.child,
            protected,
            expires_at: after(state.accepted_at, KEPT),
        })
        .collect()
}

/// Makes this referral's children known, then looks for them in others.
pub(super) async fn look<W: World>(
    world: &W,
    state: &StateRow,
    reading: &mut Reading,
) -> Result<Who, RouteError> {
    let store = world.store();
    if reading.children.is_empty() {
        return Ok(Who::New { racing: Vec::new(), linked: Vec::new() });
    }
    if !reading.recorded {
        store.record_matches(&reading.children).await?;
        reading.recorded = true;
    }
    let mut others: BTreeMap<ReferralId, bool> = BTreeMap::new();
    for own in &reading.children {
        for row in store.matches(&own.token, MOST_ROWS).await? {
            if row.referral != state.id {
                *others.entry(row.referral).or_default() |= row.protected || own.protected;
            }
        }
    }
    let ids: Vec<ReferralId> = others.keys().copied().collect();
    let states = store.states(&ids).await?;
    let joinable = |other: &StateRow| {
        // Protected on either side: never joined, and not linked either until a person with the
        // right to see both can be asked.
        state.lane != Lane::Safeguarding && state.lane == other.lane
    };
    let unprotected: Vec<&StateRow> =
        states.iter().filter(|other| !others.get(&other.id).copied().unwrap_or(true)).collect();
    let racing: Vec<(ReferralId, u64)> = unprotected
        .iter()
        .filter(|other| other.state == ReferralState::Accepted && joinable(other))
        .map(|other| (other.id, other.version))
        .collect();
    let known: BTreeSet<EntryId> = unprotected.iter().filter_map(|other| other.entry).collect();
    let joining: BTreeSet<EntryId> =
        unprotected.iter().filter(|other| joinable(other)).filter_map(|o| o.entry).collect();
    let known: Vec<EntryId> = known.into_iter().collect();
    let entries = store.entries(&known).await?;
    let mut open = entries.iter().filter(|entry| {
        joining.contains(&entry.id)
            && entry.state != EntryState::Closed
            // What waits there for a person is not held up by it, and holds nobody up.
            && entry.inbox != InboxId::review()
            && entry.referrals.len() < MOST_ATTACHED
    });
    match (open.next(), open.next()) {
        (Some(entry), None) => Ok(Who::Open(Box::new(entry.clone()))),
        _ => Ok(Who::New { racing, linked: entries.iter().map(|entry| entry.id).collect() }),
    }
}
