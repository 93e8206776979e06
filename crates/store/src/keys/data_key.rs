//! A data key, wherever it comes from.

use super::hex;

/// A key that wraps other keys (AES-256), and the reference by which it is had again.
#[derive(Clone)]
pub(crate) struct DataKey {
    /// The reference, which tells nothing of the key: only its source understands it.
    pub(crate) reference: Vec<u8>,
    /// The bytes of the key.
    pub(crate) key: [u8; 32],
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DataKey({})", hex(&self.reference))
    }
}
