//! Messages to partners' webhooks: signed by the Standard Webhooks specification, and sent to addresses on
//! the internet alone. What is told, to whom and when is [`pipeline::telling`]'s.

mod addresses;
mod client;
mod signature;

pub use addresses::Addresses;
pub use client::Client;
pub use signature::{SECRET_BYTES, secret_as_text};
