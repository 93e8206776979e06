//! The rulebooks in force, looked up again while a function lives: a function that is about to
//! place asks for a refresh first, and the pointer is read when it was last read more than 20
//! seconds ago. This needs no restart and no background work (a function is frozen between events).
//! No family is placed before the look is over, and if the rulebooks cannot be read, the family
//! waits: it is never placed by rulebooks that are no longer in force. Only where a published
//! rulebook turns out to be faulty does a function that already follows another edition go on with
//! that.

use std::sync::{Arc, PoisonError, RwLock};

use futures::lock::Mutex;
use locality::Localities;
use pipeline::ports::{Fault, Nature, Places};

use crate::rulebooks;
use crate::tables::{DynamoStore, Table};

/// The time for which a look at the pointer is good, in milliseconds. With a request's own time it
/// stays under the half minute that publishing promises.
const FRESH_MS: i64 = 20_000;

/// A value that is made from rulebooks and can be made again from others.
pub trait OfRulebooks: Send + Sync {
    /// The same value, made from these rulebooks.
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

/// A value that follows the rulebooks in force, and the number of their edition.
#[derive(Debug)]
pub struct Live<T> {
    packaged: Arc<T>,
    current: RwLock<(u64, Arc<T>)>,
    /// The time when the pointer was last read, in milliseconds; `None` in a new process.
    looked_at_ms: Mutex<Option<i64>>,
}

/// Rulebooks and postcodes that follow the edition in force.
pub type LivePlaces = Live<Places>;

/// Rulebooks alone, for functions that only name inboxes.
pub type LiveLocalities = Live<Localities>;

impl<T: OfRulebooks> Live<T> {
    /// The value that the function is packaged with, which is used until an edition is published.
    pub(crate) fn new(packaged: T) -> Self {
        let packaged = Arc::new(packaged);
        let current = RwLock::new((0, Arc::clone(&packaged)));
        Self { packaged, current, looked_at_ms: Mutex::new(None) }
    }

    fn edition(&self) -> u64 {
        self.current.read().unwrap_or_else(PoisonError::into_inner).0
    }

    /// The value in force, as far as is known.
    pub fn current(&self) -> Arc<T> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner).1)
    }

    fn replace(&self, edition: u64, by: Arc<T>) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = (edition, by);
    }

    /// Reads the pointer, and loads the edition it names if that is another one.
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

    /// Follows the published edition, if the last look is old enough; a caller that comes during a
    /// look waits for its end.
    pub(crate) async fn refresh(
        &self,
        store: &DynamoStore,
        nature: &impl Nature,
    ) -> Result<(), Fault> {
        let mut looked_at = self.looked_at_ms.lock().await;
        let now = nature.now().as_millisecond();
        if looked_at.is_some_and(|at| now.saturating_sub(at) < FRESH_MS) {
            return Ok(());
        }
        match self.follow(store).await {
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

impl DynamoStore {
    async fn rulebook_pointer(&self) -> Result<Option<u64>, Fault> {
        rulebooks::pointer(self.client(), self.name(Table::Rulebooks)?).await
    }

    async fn rulebook_edition(&self, edition: u64) -> Result<Vec<rulebooks::RulebookFile>, Fault> {
        rulebooks::edition(self.client(), self.name(Table::Rulebooks)?, edition).await
    }
}
