//! The ports that telling families how their request is getting on needs.

use super::{CounterStore, Keyed, Submissions, Tokens};

/// A world that tells families how their request is getting on.
pub trait StatusTelling: Keyed<Store: CounterStore, Vault: Tokens<Submissions>> {}

impl<W: Keyed<Store: CounterStore, Vault: Tokens<Submissions>>> StatusTelling for W {}
