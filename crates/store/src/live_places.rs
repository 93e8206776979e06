//! The rulebooks in force, looked up again while a function lives: whoever is about to place asks
//! for a refresh first, and the pointer is read when it was last read more than 20 seconds ago. No
//! restart, no background work (a function is frozen between events). What cannot be read or parsed
//! changes nothing: families are placed by the rulebooks there were.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use locality::Localities;
use pipeline::ports::{Fault, Nature, Places, Placing};

use crate::aws::Aws;
use crate::rulebooks;
use crate::tables::DynamoStore;

/// How long a look at the pointer is good for, in milliseconds. With a request's own time it stays
/// under the half minute that publishing promises.
const FRESH_MS: i64 = 20_000;

/// Places, and which edition of the rulebooks they are.
#[derive(Debug)]
pub struct LivePlaces {
    packaged: Arc<Places>,
    current: RwLock<(u64, Arc<Places>)>,
    looked_at_ms: AtomicI64,
}

impl LivePlaces {
    /// What the function is packaged with, until something is published.
    pub(crate) fn new(places: Places) -> Self {
        let packaged = Arc::new(places);
        let current = RwLock::new((0, Arc::clone(&packaged)));
        Self { packaged, current, looked_at_ms: AtomicI64::new(i64::MIN) }
    }

    fn edition(&self) -> u64 {
        self.current.read().unwrap_or_else(PoisonError::into_inner).0
    }

    fn places(&self) -> Arc<Places> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner).1)
    }

    fn replace(&self, edition: u64, places: Arc<Places>) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = (edition, places);
    }

    /// Looks at the pointer, and follows it.
    async fn follow(&self, store: &DynamoStore) -> Result<(), Fault> {
        let wanted = store.rulebook_pointer().await?.unwrap_or(0);
        if wanted == self.edition() {
            return Ok(());
        }
        let places = if wanted == 0 {
            Arc::clone(&self.packaged)
        } else {
            let files = store.rulebook_edition(wanted).await?;
            let localities = Localities::parse(files)
                .map_err(|_| Fault::Broken("a published rulebook has faults"))?;
            Arc::new(Places { localities, index: Arc::clone(&self.packaged.index) })
        };
        self.replace(wanted, places);
        tracing::info!(rulebooks.edition = wanted, "rulebooks replaced");
        Ok(())
    }
}

impl<Q: Send + Sync, V: Send + Sync> Aws<Q, V, Arc<LivePlaces>> {
    /// Follows what was published, when the last look is old enough. Call it before placing.
    pub async fn refresh_places(&self) {
        let live = self.live_places();
        let now = pipeline::ports::World::nature(self).now().as_millisecond();
        if now.saturating_sub(live.looked_at_ms.load(Ordering::Relaxed)) < FRESH_MS {
            return;
        }
        live.looked_at_ms.store(now, Ordering::Relaxed);
        if let Err(fault) = live.follow(pipeline::ports::World::store(self)).await {
            tracing::error!(error = %fault, "published rulebooks were not read; the old ones stay");
        }
    }
}

impl<Q: Send + Sync, V: Send + Sync> Placing for Aws<Q, V, Arc<LivePlaces>> {
    fn places(&self) -> Arc<Places> {
        self.live_places().places()
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
