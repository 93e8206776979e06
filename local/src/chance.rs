//! Chance: bytes that nobody can foretell.

use anyhow::{Result, anyhow};
use ring::rand::{SecureRandom as _, SystemRandom};

/// Bytes from the system's generator.
pub(crate) fn random_bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).map_err(|_| anyhow!("the system gives no randomness"))?;
    Ok(bytes)
}
