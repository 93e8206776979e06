//! A panic becomes a value, so that it never ends a process in silence.

use std::{future::Future, panic::AssertUnwindSafe};

use futures::FutureExt;

/// The work panicked. What it said is not kept: it could hold personal detail;
/// the place is logged by the panic hook of [`crate::logs`].
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
    AssertUnwindSafe(async move { start().await }).catch_unwind().await.map_err(|_| Panicked)
}
