//! Webhooks: a partner's system is told how a referral stands that it sent, whenever what it can see of
//! it has changed ([`crate::status()`]). It is told nothing that it cannot ask for: the id, the coded status
//! and the sender's own version.
//!
//! The work is due by a row that the change itself writes ([`crate::due::DueRow::tell_sender`]); a further change writes
//! it anew. [`hand_on()`] gives it to a queue every minute, and [`tell()`] sends what holds then and
//! removes the row, if nothing has changed since it was read. So the last state is told once at least
//! (docs/decisions/0041-webhooks-say-that-something-changed.md).

mod hand_on;
mod message;
mod tell;

pub use hand_on::{HandedOn, hand_on};
pub use tell::{Told, tell};
