//! Contents that are held for a browser for some minutes: sealed, under the digest of a random id.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::ports::{Fault, Nature as _, Open as _, Seal as _, SessionKeeping, SessionStore as _};
use crate::rows::{HeldRow, SessionKey, after};
use crate::secret_id::digest;

const VERSION: u8 = 1;

/// Contents as they are sealed, with the end that counts.
#[derive(Serialize, Deserialize)]
struct Held<T> {
    v: u8,
    ends_at: Timestamp,
    contents: T,
}

/// The key of contents of this kind: contents of two kinds never have one key.
fn key(kind: &str, id: [u8; 16]) -> SessionKey {
    digest(kind, &id)
}

/// Holds contents, and answers the id under which they are found.
pub(super) async fn hold<W: SessionKeeping, T: Serialize + Sync>(
    world: &W,
    kind: &str,
    contents: &T,
    patience: Duration,
) -> Result<[u8; 16], Fault> {
    let ends_at = after(world.nature().now(), patience);
    let plain = serde_json::to_vec(&Held { v: VERSION, ends_at, contents })
        .map_err(|_| Fault::Broken("what is held for a browser cannot be written"))?;
    let id = world.nature().random();
    let key = key(kind, id);
    let sealed = world.vault().seal(key, &plain).await?;
    world.store().hold(&HeldRow { key, sealed, expires_at: ends_at }).await?;
    Ok(id)
}

/// The contents under an id; `None` if their time is over or there are none.
pub(super) async fn look<W: SessionKeeping, T: DeserializeOwned>(
    world: &W,
    kind: &str,
    id: [u8; 16],
) -> Result<Option<T>, Fault> {
    match world.store().held(key(kind, id)).await? {
        Some(row) => open(world, &row).await,
        None => Ok(None),
    }
}

/// As [`look`], and nobody finds the contents again.
pub(super) async fn take<W: SessionKeeping, T: DeserializeOwned>(
    world: &W,
    kind: &str,
    id: [u8; 16],
) -> Result<Option<T>, Fault> {
    match world.store().take_held(key(kind, id)).await? {
        Some(row) => open(world, &row).await,
        None => Ok(None),
    }
}

async fn open<W: SessionKeeping, T: DeserializeOwned>(
    world: &W,
    row: &HeldRow,
) -> Result<Option<T>, Fault> {
    let held = match world.vault().open(row.key, &row.sealed).await {
        Ok(plain) => serde_json::from_slice::<Held<T>>(&plain).ok(),
        // Somebody wrote to the row, or its key is gone: the worker begins again.
        Err(Fault::Broken(_)) => None,
        Err(fault @ Fault::Transient(_)) => return Err(fault),
    };
    let now = world.nature().now();
    let held = held.filter(|held| held.v == VERSION && now < held.ends_at);
    Ok(held.map(|held| held.contents))
}
