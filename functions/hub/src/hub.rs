//! The parts that every route works with.

use std::sync::Arc;

use identity::{SignIn, Verifier};
use store::LiveLocalities;

/// The world, and those who tell the callers.
pub(crate) struct Hub<W> {
    pub(crate) world: W,
    pub(crate) verifier: Verifier,
    pub(crate) sign_in: SignIn,
    /// The rulebooks in force, for the names of inboxes.
    pub(crate) localities: Arc<LiveLocalities>,
}
