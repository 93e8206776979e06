//! The form of sealed contents: a form byte, the length of the data key's reference and the
//! reference, the contents' own key wrapped by that data key, and the contents under their own key
//! (AES-256-GCM both times, a nonce before each). Both are bound to the kind and id of the row and to
//! the reference, so that neither can be moved to another row or be opened by another data key.

use pipeline::ports::Fault;
use pipeline::rows::{DraftKey, LogKey, NoteKey, NoticeKey, SearchKey, SessionKey, WebhookKey};
use referral::{EntryId, ReferralId};
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::rand::{SecureRandom, SystemRandom};

use crate::keys::{DataKey, DataKeys};

const FORM: u8 = 2;
const KEY_LEN: usize = 32;
const TAG_LEN: usize = 16;
const WRAPPED: usize = NONCE_LEN + KEY_LEN + TAG_LEN;

/// The id of a row that holds sealed contents.
pub(crate) trait Subject: Copy + Send + Sync {
    /// The kind and the id, which no two rows share.
    fn named(self) -> String;
}

impl Subject for ReferralId {
    fn named(self) -> String {
        format!("body|{self}")
    }
}

impl Subject for NoteKey {
    fn named(self) -> String {
        format!("note|{}|{}", self.referral, self.note)
    }
}

impl Subject for LogKey {
    fn named(self) -> String {
        format!("log|{}|{}", self.entry, self.item)
    }
}

impl Subject for SessionKey {
    fn named(self) -> String {
        format!("session|{self}")
    }
}

impl Subject for SearchKey {
    fn named(self) -> String {
        format!("search|{}", self.0)
    }
}

impl Subject for EntryId {
    fn named(self) -> String {
        format!("entry|{self}")
    }
}

impl Subject for WebhookKey {
    fn named(self) -> String {
        format!("webhook|{self}")
    }
}

impl Subject for NoticeKey {
    fn named(self) -> String {
        format!("notice|{self}")
    }
}

impl Subject for DraftKey {
    fn named(self) -> String {
        format!("draft|{self}")
    }
}

/// Seals contents for the row with this id.
pub(super) async fn seal(
    keys: &DataKeys,
    subject: impl Subject,
    plain: &[u8],
) -> Result<Vec<u8>, Fault> {
    const TOO_LONG: Fault = Fault::Broken("a data key's reference is too long");
    let DataKey { reference, key } = keys.current().await?;
    let own: [u8; KEY_LEN] = random()?;
    let bound = bound_to(subject, &reference);
    let length = u16::try_from(reference.len()).map_err(|_| TOO_LONG)?;
    let mut sealed = vec![FORM];
    sealed.extend(length.to_be_bytes());
    sealed.extend(&reference);
    sealed.extend(encrypt(&key, &bound, &own)?);
    sealed.extend(encrypt(&own, &bound, plain)?);
    Ok(sealed)
}

/// Opens contents that were sealed for the row with this id.
pub(super) async fn open(
    keys: &DataKeys,
    subject: impl Subject,
    sealed: &[u8],
) -> Result<Vec<u8>, Fault> {
    const UNREADABLE: Fault = Fault::Broken("sealed contents cannot be opened");
    let (reference, rest) = reference(sealed).ok_or(UNREADABLE)?;
    let (wrapped, contents) = rest.split_at_checked(WRAPPED).ok_or(UNREADABLE)?;
    let bound = bound_to(subject, reference);
    let key = keys.open(reference).await?;
    let own = decrypt(&key, &bound, wrapped).ok_or(UNREADABLE)?;
    let own: [u8; KEY_LEN] = own.try_into().map_err(|_| UNREADABLE)?;
    decrypt(&own, &bound, contents).ok_or(UNREADABLE)
}

/// The reference of the data key in the head of sealed contents, and what follows the head.
pub(crate) fn reference(sealed: &[u8]) -> Option<(&[u8], &[u8])> {
    let rest = sealed.strip_prefix(&[FORM])?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}

/// The additional data of contents and of their key.
fn bound_to(subject: impl Subject, reference: &[u8]) -> Vec<u8> {
    let mut bound = format!("hubward-{FORM}|{}|", subject.named()).into_bytes();
    bound.extend(reference);
    bound
}

fn random<const N: usize>() -> Result<[u8; N], Fault> {
    let mut bytes = [0; N];
    SystemRandom::new()
        .fill(&mut bytes)
        .map(|()| bytes)
        .map_err(|_| Fault::Broken("the system has no random numbers"))
}

fn cipher(key: &[u8; KEY_LEN]) -> Option<LessSafeKey> {
    UnboundKey::new(&AES_256_GCM, key).ok().map(LessSafeKey::new)
}

/// The nonce, then ciphertext and tag.
fn encrypt(key: &[u8; KEY_LEN], bound: &[u8], plain: &[u8]) -> Result<Vec<u8>, Fault> {
    const UNSEALED: Fault = Fault::Broken("contents cannot be sealed");
    let nonce: [u8; NONCE_LEN] = random()?;
    let mut sealed = plain.to_vec();
    cipher(key)
        .ok_or(UNSEALED)?
        .seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(bound),
            &mut sealed,
        )
        .map_err(|_| UNSEALED)?;
    sealed.splice(..0, nonce);
    Ok(sealed)
}

fn decrypt(key: &[u8; KEY_LEN], bound: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, body) = sealed.split_at_checked(NONCE_LEN)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut body = body.to_vec();
    let plain = cipher(key)?.open_in_place(nonce, Aad::from(bound), &mut body).ok()?;
    Some(plain.to_vec())
}
