//! The actor under which what a caller does is recorded.

use identity::Caller;
use pipeline::rows::Actor;

/// The caller, as the actor under which their actions are recorded.
pub(crate) fn actor(caller: &Caller) -> Actor {
    Actor::person(caller.issuer(), caller.subject(), caller.client())
}
