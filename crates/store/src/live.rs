//! The rulebooks in force, looked up again while a function lives: whoever is about to place asks
//! for a refresh first, and the pointer is read when it was last read more than 20 seconds ago. No
//! restart, no background work (a function is frozen between events). Nobody is placed before the
//! look is over, and what cannot be read keeps them waiting: a family is never placed by rulebooks
//! that were in force once. Only where a published rulebook turns out to be faulty does a function
//! that already follows another go on with that.

use std::sync::{Arc, PoisonError, RwLock};

use futures::lock::Mutex;
use locality::Localities;
use pipeline::ports::{Fault, Nature, Places, Placing, World as _};

use crate::aws::Aws;
use crate::rulebooks;
use crate::tables::DynamoStore;

/// How long a look at the pointer is good for, in milliseconds. With a request's own time it stays
/// under the half minute that publishing promises.
const FRESH_MS: i64 = 20_000;

/// What is made of rulebooks and can be made again of others.
pub trait OfRulebooks: Send + Sync {
    /// The same, by these rulebooks.
    #[must_use]
    fn by(&self, localities: Localities) -> Self;
}

impl OfRulebooks for Localities {
    fn by(&self, localities: Localities) -> Self {
        localities
    }
}

impl OfRulebooks for Places {
    fn by(&self, localities: Localities) -> Self {
        Self { localities, index: Arc::clone(&self.index) }
    }
}

/// What follows the rulebooks in force, and which edition of them it is.
#[derive(Debug)]
pub struct Live<T> {
    packaged: Arc<T>,
    current: RwLock<(u64, Arc<T>)>,
    /// When the pointer was last read; never, in a new process.
    looked_at_ms: Mutex<Option<i64>>,
}

/// Rulebooks and postcodes.
pub type LivePlaces = Live<Places>;

/// Rulebooks alone, for whoever only names inboxes.
pub type LiveLocalities = Live<Localities>;

impl<T: OfRulebooks> Live<T> {
    /// What the function is packaged with, until something is published.
    pub(crate) fn new(packaged: T) -> Self {
        let packaged = Arc::new(packaged);
        let current = RwLock::new((0, Arc::clone(&packaged)));
        Self { packaged, current, looked_at_ms: Mutex::new(None) }
    }

    fn edition(&self) -> u64 {
        self.current.read().unwrap_or_else(PoisonError::into_inner).0
    }

    /// What is in force as far as is known.
    pub fn current(&self) -> Arc<T> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner).1)
    }

    fn replace(&self, edition: u64, by: Arc<T>) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = (edition, by);
    }

    /// Looks at the pointer, and follows it.
    async fn follow(&self, store: &DynamoStore) -> Result<(), Fault> {
        let wanted = store.rulebook_pointer().await?.unwrap_or(0);
        if wanted == self.edition() {
            return Ok(());
        }
        let next = if wanted == 0 {
            Arc::clone(&self.packaged)
        } else {
            let files = store.rulebook_edition(wanted).await?;
            let localities = Localities::parse(files)
                .map_err(|_| Fault::Broken("a published rulebook has faults"))?;
            Arc::new(self.packaged.by(localities))
        };
        self.replace(wanted, next);
        tracing::info!(rulebooks.edition = wanted, "rulebooks replaced");
        Ok(())
    }
}

impl<Q: Send + Sync, V: Send + Sync, T: OfRulebooks> Aws<Q, V, Arc<Live<T>>> {
    /// Follows what was published, when the last look is old enough; whoever comes while another
    /// looks waits for them. Call it before placing, and do not place after an error.
    pub async fn refresh_places(&self) -> Result<(), Fault> {
        let live = self.live();
        let mut looked_at = live.looked_at_ms.lock().await;
        let now = self.nature().now().as_millisecond();
        if looked_at.is_some_and(|at| now.saturating_sub(at) < FRESH_MS) {
            return Ok(());
        }
        match live.follow(self.store()).await {
            Ok(()) => {}
            Err(fault @ Fault::Broken(_)) if looked_at.is_some() => {
                tracing::error!(error = %fault, "published rulebooks are faulty; the old ones stay");
            }
            Err(fault) => {
                tracing::error!(error = %fault, "the rulebooks in force were not read");
                return Err(fault);
            }
        }
        *looked_at = Some(now);
        Ok(())
    }
}

impl<Q: Send + Sync, V: Send + Sync> Placing for Aws<Q, V, Arc<LivePlaces>> {
    fn places(&self) -> Arc<Places> {
        self.live().current()
    }
}

impl DynamoStore {
    async fn rulebook_pointer(&self) -> Result<Option<u64>, Fault> {
        rulebooks::pointer(self.client(), self.referrals_table()).await
    }

    async fn rulebook_edition(&self, edition: u64) -> Result<Vec<rulebooks::RulebookFile>, Fault> {
        rulebooks::edition(self.client(), self.referrals_table(), edition).await
    }
}
