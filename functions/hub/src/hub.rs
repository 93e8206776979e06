//! The hub function itself.

use std::sync::Arc;

use identity::{Groups, Provider, Verifier};
use locality::PostcodeIndex;
use store::LiveLocalities;

/// The parts that the routes work with.
pub(crate) struct Hub<W> {
    pub(crate) world: W,
    pub(crate) verifier: Verifier,
    /// The provider at which workers sign in.
    pub(crate) provider: Provider,
    /// The groups of the provider that work here.
    pub(crate) groups: Groups,
    /// The rulebooks in force, which name the inboxes.
    pub(crate) localities: Arc<LiveLocalities>,
    /// The index of every postcode, which tells where a family lives.
    pub(crate) postcodes: Arc<PostcodeIndex>,
}
