//! Turns a panic into a value, so that it never ends a process in silence.

use std::{future::Future, panic::AssertUnwindSafe};

use futures::FutureExt;

/// Work that panicked. The message of the panic is not kept, as it could hold personal detail; the
/// panic hook of [`crate::logs`] logs the place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Panicked;

/// Runs `start` and the future it makes; a panic in either is `Err(Panicked)`.
///
/// Unwind safety is asserted because the caller drops everything the future owned.
pub(crate) async fn guarded<S, F>(start: S) -> Result<F::Output, Panicked>
where
    S: FnOnce() -> F,
    F: Future,
{
    // The future is boxed: a handler's future is deep, and the runtime wraps it in many more
    // layers.
    let work = Box::pin(async move { start().await });
    AssertUnwindSafe(work).catch_unwind().await.map_err(|_| Panicked)
}
