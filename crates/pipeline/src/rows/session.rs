//! Rows of sessions, and of what is held for a browser.

use std::fmt;

use jiff::Timestamp;

/// A SHA-256 digest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest that has these bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(crate) fn first_byte(self) -> u8 {
        self.0[0]
    }

    /// Reads a digest as it is displayed, in hexadecimal.
    pub fn parse(text: &str) -> Option<Self> {
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        let byte = |pair: &[u8; 2]| {
            let text = std::str::from_utf8(pair).ok()?;
            u8::from_str_radix(text, 16).ok().filter(|byte| format!("{byte:02x}") == text)
        };
        let bytes = pairs.iter().map(byte).collect::<Option<Vec<u8>>>()?;
        bytes.try_into().ok().filter(|_| rest.is_empty()).map(Self)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, ..] = self.0;
        write!(f, "Digest({a:02x}{b:02x}…)")
    }
}

/// The key under which a session is stored: the digest of its id, so that a reader of the table
/// cannot use the session.
pub type SessionKey = Digest;

/// The key of what a worker searches for while a session lasts: what is sealed under it opens in that
/// session alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchKey(pub SessionKey);

/// A session as it is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// The key of the session.
    pub key: SessionKey,
    /// The bytes that [`crate::ports::Seal::seal`] made of the session's contents.
    pub sealed: Vec<u8>,
    /// The digest of the worker whose session it is, by which all of their sessions are ended.
    pub worker: Digest,
    /// The time at which the session ends if it is not used before.
    pub idle_until: Timestamp,
    /// The time from which the row may be deleted. The end that counts is in the sealed contents.
    pub expires_at: Timestamp,
}

impl fmt::Debug for SessionRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SessionRow({:?}, {} sealed bytes)", self.key, self.sealed.len())
    }
}

/// Contents that are held for a browser for some minutes, as they are stored: a sign-in under way, or
/// a click that met a session's end.
#[derive(Clone, PartialEq, Eq)]
pub struct HeldRow {
    /// The key: the digest of a random id that only the browser has.
    pub key: SessionKey,
    /// The bytes that [`crate::ports::Seal::seal`] made of the contents.
    pub sealed: Vec<u8>,
    /// The time from which the row may be deleted. The end that counts is in the sealed contents.
    pub expires_at: Timestamp,
}

impl fmt::Debug for HeldRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HeldRow({:?}, {} sealed bytes)", self.key, self.sealed.len())
    }
}
