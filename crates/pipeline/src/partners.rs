//! Partners that have API keys: which key is whose, and how fast a client may ask.
//!
//! A key is looked up with each request and kept by nobody, so one that is revoked is refused from the
//! next request on. What a caller may do with a referral is not decided here.

mod api_key;

use jiff::Timestamp;
use jiff::tz::TimeZone;

pub use self::api_key::{ApiKey, NotAnApiKey, name_of};

use crate::ports::{Fault, Nature as _, PartnerStore as _, Partnering, Stepped};
use crate::rows::{Digest, KeyRow, Pace, Rate};
use crate::secret_id::digest;

/// The most keys of a partner that may be live at a time: the one in use, and the next.
pub const MOST_LIVE: usize = 2;

/// The key that a partner has sent, as it was found.
pub async fn key<W: Partnering>(world: &W, key: &ApiKey) -> Result<Option<KeyRow>, Fault> {
    world.store().partner_key(key.digest()).await
}

/// Notes that a key was used on the day of `now`. It is written once a day at most.
pub async fn note_use<W: Partnering>(world: &W, key: Digest, now: Timestamp) -> Result<(), Fault> {
    world.store().note_key_use(key, now.to_zoned(TimeZone::UTC).date()).await
}

/// The pace of a client that asks now: whether its request passes. A request that passes is counted in
/// one conditional update, or in two while a burst goes on.
pub async fn pace<W: Partnering>(world: &W, client: &str, rate: Rate) -> Result<Pace, Fault> {
    let (client, now) = (digest("client", client.as_bytes()), world.nature().now());
    let expires_at = rate.forgotten_at(now);
    let step = |step| world.store().step(client, step, expires_at);
    match step(rate.after_quiet(now)).await? {
        Stepped::Done => return Ok(Pace::Passes),
        Stepped::Refused { arrival: Some(arrival) } => {
            let pace = rate.pace(arrival, now);
            if pace != Pace::Passes {
                return Ok(pace);
            }
        }
        Stepped::Refused { arrival: None } => {}
    }
    match step(rate.within_burst(now)).await? {
        Stepped::Done => Ok(Pace::Passes),
        Stepped::Refused { arrival } => {
            // Others came in between. Where the table does not say what it has, a second is told.
            let met = arrival.map(|arrival| rate.pace(arrival, now));
            Ok(met.filter(|pace| *pace != Pace::Passes).unwrap_or(Pace::Waits { seconds: 1 }))
        }
    }
}
