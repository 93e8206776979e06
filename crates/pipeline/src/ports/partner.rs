//! The port of partners, which only the API for partners needs.

use std::future::Future;

use jiff::{Timestamp, civil::Date};

use super::{Fault, World};

use crate::rows::{Digest, KeyRow, PaceStep};

/// A world that knows partners by their keys, and counts how fast they ask.
pub trait Partnering: World<Store: PartnerStore> {}

impl<W: World<Store: PartnerStore>> Partnering for W {}

/// The table of partners. Reads are strongly consistent: a key that was revoked is read as revoked.
pub trait PartnerStore: Send + Sync {
    /// The key with this digest.
    fn partner_key(
        &self,
        key: Digest,
    ) -> impl Future<Output = Result<Option<KeyRow>, Fault>> + Send;
    /// Writes down that a key was used on a day, unless a use on this day or a later one stands there.
    fn note_key_use(&self, key: Digest, on: Date)
    -> impl Future<Output = Result<(), Fault>> + Send;
    /// Carries out a step on a client's arrival, if its condition holds. The arrival may be deleted
    /// from `expires_at` on.
    fn step(
        &self,
        client: Digest,
        step: PaceStep,
        expires_at: Timestamp,
    ) -> impl Future<Output = Result<Stepped, Fault>> + Send;
}

/// The outcome of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stepped {
    /// The step was carried out.
    Done,
    /// The condition of the step does not hold.
    Refused {
        /// The arrival that the condition met, where there is one and the table says it.
        arrival: Option<Timestamp>,
    },
}
