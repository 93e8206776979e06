//! The sender of a referral, as a hub is shown it.

use pipeline::rows;
use schemars::JsonSchema;
use serde::Serialize;

/// The sender of a referral, as far as they signed in.
#[derive(Serialize, JsonSchema)]
#[serde(tag = "channel", rename_all = "snake_case")]
pub enum Sender<'a> {
    /// A form that was sent without signing in.
    Form,
    /// A partner's client, which signed in.
    Partner {
        /// The client, as the issuer names it.
        client: &'a str,
    },
}

impl<'a> From<&'a rows::Sender> for Sender<'a> {
    fn from(sender: &'a rows::Sender) -> Self {
        match sender {
            rows::Sender::Form => Self::Form,
            rows::Sender::Partner { client } => Self::Partner { client },
        }
    }
}
