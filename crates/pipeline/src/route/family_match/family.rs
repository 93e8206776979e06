//! A referral's children as they are looked for: their keyed tokens, and the other referrals that
//! were opened.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use futures::future::try_join_all;
use jiff::Timestamp;
use jiff::civil::Date;
use locality::Placement;
use matching::{Profile, Weights, contradicts, keys};
use referral::{Referral, ReferralId};

use crate::ports::{Children, Fault, Matching, Store, Tokens as _};
use crate::rows::{MatchRow, StateRow, Token, after};

/// The most rows of one token that are looked at.
const MOST_ROWS: usize = 200;
/// A phone, a mailbox or a home that more referrals than this share belongs to no one family.
const SHARED_BY: usize = 60;
/// The time for which a child is recognised.
const KEPT: Duration = Duration::from_hours(24 * 366);

/// The children of the referral that is being routed, and of those that share a key with it.
pub(crate) struct Family {
    /// The children, in the referral's order.
    pub(super) children: Vec<Profile>,
    /// The other referrals opened so far, `None` for one that cannot be read; bodies never change.
    pub(super) read: BTreeMap<ReferralId, Option<Other>>,
    rows: Vec<MatchRow>,
    /// The keys, each as its tokens under every secret in use; and whether unrelated families may
    /// share it.
    keys: BTreeMap<Vec<Token>, bool>,
    recorded: bool,
    keys_left_out: bool,
    /// The reason why there are no tokens, if they cannot be made now.
    untold: Option<Fault>,
    on: Date,
}

/// Another referral that was opened, and its children.
pub(crate) struct Other {
    pub(super) referral: Referral,
    pub(super) children: Vec<Profile>,
}

/// The other referrals that share a key with this one.
pub(super) struct Probed {
    /// The ids of these referrals, and the number of keys that each shares.
    pub(super) others: BTreeMap<ReferralId, usize>,
    /// Whether some rows or keys were left out.
    pub(super) capped: bool,
}

impl Family {
    /// The family of a referral. Without an authority, by which tokens are scoped, it has no
    /// tokens.
    pub(crate) fn of<W: Matching>(
        world: &W,
        state: &StateRow,
        referral: &Referral,
        placement: &Placement,
        on: Date,
    ) -> Self {
        let children = Profile::all(referral, on);
        let mut family = Self {
            children,
            read: BTreeMap::new(),
            rows: Vec::new(),
            keys: BTreeMap::new(),
            recorded: false,
            keys_left_out: false,
            untold: None,
            on,
        };
        let Some(authority) = &placement.authority else { return family };
        for (number, child) in (0..=u8::MAX).zip(&family.children) {
            let (own, left_out) = keys(child);
            family.keys_left_out |= left_out > 0;
            for key in own {
                let value = format!("{}|{}", key.purpose.code(), key.value);
                let scope = authority.code.as_str();
                let tokens = match world.vault().tokens(scope, Children, value.as_bytes()) {
                    Ok(tokens) => tokens,
                    Err(fault) => {
                        family.untold = Some(fault);
                        return family;
                    }
                };
                family.rows.extend(tokens.iter().map(|token| MatchRow {
                    token: token.clone(),
                    referral: state.id,
                    child: number,
                    protected: child.is_protected(),
                    expires_at: after(state.accepted_at, KEPT),
                }));
                family.keys.insert(tokens, key.purpose.may_be_shared());
            }
        }
        family
    }

    /// Whether the family has no tokens to find others by, or to be found by.
    pub(super) fn is_unknown(&self) -> bool {
        self.rows.is_empty() && self.untold.is_none()
    }

    /// Writes this family's rows, then reads all rows under the same tokens, each token once.
    pub(super) async fn probe(
        &mut self,
        store: &impl Store,
        own: ReferralId,
        now: Timestamp,
    ) -> Result<Probed, Fault> {
        if let Some(fault) = self.untold {
            return Err(fault);
        }
        if !self.recorded {
            store.record_matches(&self.rows).await?;
            self.recorded = true;
        }
        let looks: Vec<_> =
            self.keys.keys().flatten().map(|token| store.matches(token, now, MOST_ROWS)).collect();
        let mut found = try_join_all(looks).await?.into_iter();
        let mut probed = Probed { others: BTreeMap::new(), capped: self.keys_left_out };
        for (tokens, shared) in &self.keys {
            let mut referrals: BTreeSet<ReferralId> = BTreeSet::new();
            for rows in found.by_ref().take(tokens.len()) {
                probed.capped |= rows.len() >= MOST_ROWS;
                referrals.extend(rows.iter().map(|row| row.referral).filter(|id| *id != own));
            }
            if *shared && referrals.len() > SHARED_BY {
                probed.capped = true;
                continue;
            }
            for id in referrals {
                *probed.others.entry(id).or_default() += 1;
            }
        }
        Ok(probed)
    }

    pub(super) fn has_read(&self, id: ReferralId) -> bool {
        self.read.contains_key(&id)
    }

    /// Another referral, prepared to be compared.
    pub(super) fn read_other(&self, referral: Referral) -> Other {
        let children = Profile::all(&referral, self.on);
        Other { referral, children }
    }

    /// Whether one of these referrals, all of them opened, says something that keeps this one out
    /// of their entry. A referral that cannot be read counts as one that does.
    pub(super) fn is_contradicted_by(&self, referrals: &[ReferralId]) -> bool {
        referrals.iter().any(|id| {
            let record = self.read.get(id).and_then(Option::as_ref);
            record.is_none_or(|record| {
                contradicts(&self.children, &record.children, Weights::standard())
            })
        })
    }

    /// Keeps an opened referral; `None` for one that cannot be opened.
    pub(super) fn remember(&mut self, id: ReferralId, opened: Option<Other>) {
        self.read.insert(id, opened);
    }
}
