//! Keys that are fetched once for all who ask at the same time, and kept for a while.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use futures::FutureExt as _;
use futures::future::{BoxFuture, Shared};
use jiff::Timestamp;
use pipeline::ports::{Fault, Nature as _};

use crate::nature::{self, SystemNature};

type Fetch<V> = Shared<BoxFuture<'static, Result<V, Fault>>>;

/// The limits up to which a fetched value is used.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// The longest that a value is used.
    pub(crate) age: Duration,
    /// The most that one value is used.
    pub(crate) uses: u32,
    /// The most values that are kept; the oldest goes first.
    pub(crate) values: usize,
}

/// Fetched values by name. A burst of callers makes one fetch and shares its end, good or bad; a
/// failure is not kept.
pub(crate) struct Once<V> {
    limits: Limits,
    kept: Mutex<BTreeMap<Vec<u8>, Kept<V>>>,
}

struct Kept<V> {
    fetch: Fetch<V>,
    since: Timestamp,
    uses: u32,
}

impl<V: Clone + Send + Sync + 'static> Once<V> {
    pub(crate) fn new(limits: Limits) -> Self {
        Self { limits, kept: Mutex::new(BTreeMap::new()) }
    }

    /// The value of this name, fetched unless a good one is kept.
    pub(crate) async fn get<F>(&self, name: &[u8], fetch: impl FnOnce() -> F) -> Result<V, Fault>
    where
        F: Future<Output = Result<V, Fault>> + Send + 'static,
    {
        let fetch = self.kept_or(name, fetch);
        let ended = fetch.clone().await;
        if ended.is_err() {
            self.forget(name, &fetch);
        }
        ended
    }

    fn kept_or<F>(&self, name: &[u8], fetch: impl FnOnce() -> F) -> Fetch<V>
    where
        F: Future<Output = Result<V, Fault>> + Send + 'static,
    {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|_, kept| !nature::is_past(kept.since, self.limits.age));
        if let Some(kept) = kept.get_mut(name).filter(|kept| kept.uses < self.limits.uses) {
            kept.uses += 1;
            return kept.fetch.clone();
        }
        if kept.len() >= self.limits.values && !kept.contains_key(name) {
            let oldest = kept.iter().min_by_key(|(_, kept)| kept.since);
            if let Some(oldest) = oldest.map(|(name, _)| name.clone()) {
                kept.remove(&oldest);
            }
        }
        let fetch = fetch().boxed().shared();
        let one = Kept { fetch: fetch.clone(), since: SystemNature.now(), uses: 1 };
        kept.insert(name.to_owned(), one);
        fetch
    }

    /// Forgets a fetch that failed, unless another one took its place.
    fn forget(&self, name: &[u8], fetch: &Fetch<V>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.get(name).is_some_and(|kept| kept.fetch.ptr_eq(fetch)) {
            kept.remove(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use futures::future::join_all;

    use super::*;

    const LONG: Duration = Duration::from_mins(5);

    struct Fetched {
        once: Once<u32>,
        count: Arc<AtomicU32>,
    }

    impl Fetched {
        fn new(limits: Limits) -> Self {
            Self { once: Once::new(limits), count: Arc::default() }
        }

        /// Asks for a name; each fetch takes a moment, and ends with the number of fetches so far,
        /// or as a failure.
        async fn get(&self, name: u8, fails: bool) -> Result<u32, Fault> {
            let count = Arc::clone(&self.count);
            let fetch = move || async move {
                let number = count.fetch_add(1, Ordering::SeqCst) + 1;
                tokio::time::sleep(Duration::from_millis(5)).await;
                if fails { Err(Fault::Transient("away")) } else { Ok(number) }
            };
            self.once.get(&[name], fetch).await
        }

        fn count(&self) -> u32 {
            self.count.load(Ordering::SeqCst)
        }
    }

    #[tokio::test]
    async fn a_burst_makes_one_fetch_and_shares_its_failure_which_is_not_kept() {
        let fetched = Fetched::new(Limits { age: LONG, uses: 1000, values: 10 });
        let failed = join_all((0..50).map(|_| fetched.get(1, true))).await;
        assert!(failed.iter().all(Result::is_err));
        assert_eq!(fetched.count(), 1);
        let good = join_all((0..50).map(|_| fetched.get(1, false))).await;
        assert!(good.iter().all(|got| *got == Ok(2)));
        assert_eq!(fetched.count(), 2);
    }

    #[tokio::test]
    async fn a_value_is_used_so_often_and_so_long() {
        let fetched = Fetched::new(Limits { age: LONG, uses: 3, values: 10 });
        for expected in [1, 1, 1, 2] {
            assert_eq!(fetched.get(1, false).await, Ok(expected));
        }
        let age = Duration::from_millis(40);
        let fetched = Fetched::new(Limits { age, uses: 1000, values: 10 });
        assert_eq!(fetched.get(1, false).await, Ok(1));
        assert_eq!(fetched.get(1, false).await, Ok(1));
        tokio::time::sleep(age).await;
        assert_eq!(fetched.get(1, false).await, Ok(2));
    }

    #[tokio::test]
    async fn the_oldest_value_makes_room() {
        let fetched = Fetched::new(Limits { age: LONG, uses: 1000, values: 2 });
        for (name, expected) in [(1, 1), (2, 2), (3, 3), (2, 2), (3, 3), (1, 4), (3, 3)] {
            assert_eq!(fetched.get(name, false).await, Ok(expected), "name {name}");
        }
    }

    #[tokio::test]
    async fn a_caller_that_gives_up_does_not_take_the_fetch_from_the_others() {
        let fetched = Fetched::new(Limits { age: LONG, uses: 1000, values: 2 });
        let impatient = tokio::time::timeout(Duration::from_millis(1), fetched.get(1, false));
        let (gave_up, got) = tokio::join!(impatient, fetched.get(1, false));
        assert!(gave_up.is_err());
        assert_eq!((got, fetched.count()), (Ok(1), 1));
    }
}
