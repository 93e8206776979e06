//! Telling: the sender of a referral is told how it stands. A partner's system is told by its webhook whenever
//! what it can see of it has changed ([`crate::status()`]); a family or a professional who chose so is sent one
//! notice, when it is with the people who help. Neither is told what it cannot ask for.
//!
//! The work is due by a row that the change itself writes ([`crate::due::DueRow::tell_sender`]); a further change writes
//! it anew. [`hand_on()`] gives it to a queue every minute, and [`tell()`] sends what holds then and
//! removes the row, if nothing has changed since it was read. So the last state is told once at least
//! (docs/decisions/0041-webhooks-say-that-something-changed.md). A notice goes to a person, and so goes once
//! (docs/decisions/0045-a-notice-goes-once-and-only-to-whoever-chose-it.md).

mod choice;
mod hand_on;
mod message;
mod notice;
mod over;
mod tell;
mod webhook;

pub use choice::{Chosen, ways};
pub use hand_on::{HandedOn, hand_on};
pub use notice::Sent;
pub use tell::{Told, tell};
pub use webhook::Delivered;
