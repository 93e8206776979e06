//! The message to a webhook.

use jiff::Timestamp;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::ports::{Fault, WebhookMessage};
use crate::rows::{StateRow, Token};

/// The type of every message.
const TYPE: &str = "referral.changed";

#[derive(Serialize)]
struct Body<'a> {
    r#type: &'static str,
    timestamp: Timestamp,
    data: Data<'a>,
}

#[derive(Serialize)]
struct Data<'a> {
    id: String,
    status: &'a str,
    version: u32,
}

/// The message about a referral as it stands, which changed at this time.
///
/// Its id is a digest of what it says and of the time, so that each try has the same. The version of the
/// row is not in it: that moves by what happens inside.
pub(super) fn message(state: &StateRow, changed_at: Timestamp) -> Result<WebhookMessage, Fault> {
    const UNWRITABLE: Fault = Fault::Broken("a message to a webhook cannot be written");
    let (status, version) = (state.sender_state().code(), state.sender_version());
    let said =
        format!("hubward-webhook|{}|{status}|{version}|{}", state.id, changed_at.as_millisecond());
    let digest = Token::from_bytes(&Sha256::digest(said.as_bytes())[..16]);
    let second = Timestamp::from_second(changed_at.as_second()).map_err(|_| UNWRITABLE)?;
    let data = Data { id: state.id.to_string(), status, version };
    let body = Body { r#type: TYPE, timestamp: second, data };
    let body = serde_json::to_string(&body).map_err(|_| UNWRITABLE)?;
    Ok(WebhookMessage { id: format!("msg_{}", digest.as_str()), body })
}
