//! Notes: what is added to a referral after it was sent. A family adds words or the wish to withdraw
//! it; a sender who signed in withdraws or corrects it ([`crate::amend`]).
//!
//! A note is a sealed row of its referral. It is written with the due work of telling those who work on
//! the entry that holds the referral ([`deliver()`]), and is shown with the referral, wherever that is.
//! A family's note changes nothing else: a wish to withdraw is one, until a worker has confirmed it in a
//! safe way.

mod deliver;
mod ended;
mod sealed;

use referral::{FreeText, NoteId, Referral, ReferralId, WithdrawalReason};
use sha2::{Digest as _, Sha256};

pub(crate) use deliver::deliver_those_of;
pub use deliver::{NoteDelivered, deliver};
pub(crate) use sealed::{read, write as plain};

use crate::due::DueRow;
use crate::family_status::Opened;
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{
    Fault, Message, Nature as _, Noting, Queue as _, QueueName, Seal as _, Sending, Store as _,
};
pub use crate::rows::MOST_NOTES;
use crate::rows::{NoteKey, NoteRow, StateRow};
use crate::write::{CommitError, Refusal, Row, Write};

/// A note, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// More that the family wants the workers to know.
    MoreToTell(FreeText),
    /// A safeguarding concern: somebody is being hurt, or could be. The family may say more.
    Concern(Option<FreeText>),
    /// The family asks to withdraw, and may say why.
    AskToWithdraw(Option<FreeText>),
    /// The sender withdraws the referral.
    Withdrawal {
        /// The reason for it.
        reason: WithdrawalReason,
        /// More about it.
        text: Option<FreeText>,
    },
    /// The sender corrects the referral: this is the whole of it as it should be.
    Correction(Box<Referral>),
}

impl Note {
    /// The words of the note.
    pub fn text(&self) -> Option<&FreeText> {
        match self {
            Self::MoreToTell(text) => Some(text),
            Self::Concern(text) | Self::AskToWithdraw(text) | Self::Withdrawal { text, .. } => {
                text.as_ref()
            }
            Self::Correction(_) => None,
        }
    }
}

/// The answer to somebody who adds a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// The note is stored, now or when it was sent before.
    Added,
    /// The referral has as many notes as it may have. Nothing was stored.
    Full,
}

/// Adds a note to a referral once, however often it is sent. `key` is the random token of the form that
/// was filled in: the same words sent by the same form are one note. When this returns
/// [`Added::Added`] the note is stored.
pub async fn add<W: Noting>(
    world: &W,
    opened: &Opened,
    key: &str,
    note: &Note,
) -> Result<Added, Fault> {
    let (store, referral) = (world.store(), opened.referral());
    let plain = sealed::write(note)?;
    let key = NoteKey { referral, note: id(b"hubward-note|", referral, key, &plain) };
    let now = world.nature().now();
    let row = NoteRow {
        key,
        written_at: now,
        concern: matches!(note, Note::Concern(_)),
        pressing: false,
        amendment: None,
        sealed: world.vault().seal(key, &plain).await?,
        entry: None,
    };
    let mut last = "too much is happening at once";
    for attempt in 0..ATTEMPTS {
        let Some(state) = store.state(referral).await? else {
            return Err(Fault::Broken("the referral of a note is not there"));
        };
        if state.notes >= MOST_NOTES {
            // An earlier sending of this one may have made it full.
            let is_there = store.note(key).await?.is_some();
            return Ok(if is_there { Added::Added } else { Added::Full });
        }
        match store.commit(&writes(&row, &state)).await {
            Ok(()) => {
                send(world, &state, &row).await;
                return Ok(Added::Added);
            }
            Err(CommitError::Cancelled(refusals)) => {
                // It was sent before, or the answer to an attempt of ours was lost.
                if refusals.first() == Some(&Refusal::Condition) {
                    send(world, &state, &row).await;
                    return Ok(Added::Added);
                }
            }
            Err(CommitError::Fault(fault @ Fault::Broken(_))) => return Err(fault),
            Err(CommitError::Fault(Fault::Transient(why))) => last = why,
        }
        pause(world.nature(), attempt).await;
    }
    Err(Fault::Transient(last))
}

/// The note, its count, and the work of telling those who work on it. The count rests on the version of
/// the state row, as everything does that changes it.
fn writes(row: &NoteRow, state: &StateRow) -> [Write; 3] {
    let due = DueRow::deliver_note(row.key, is_urgent(row, state), row.written_at);
    let counted = StateRow { notes: state.notes + 1, version: state.version + 1, ..state.clone() };
    [
        Write::Insert(Row::Note(row.clone())),
        Write::State { row: counted, seen: state.version },
        Write::Insert(Row::Due(due)),
    ]
}

/// Sends the stored note to `route`; `sweep` makes up for a failed send.
pub(crate) async fn send<W: Sending>(world: &W, state: &StateRow, row: &NoteRow) {
    let queue = QueueName::of(is_urgent(row, state));
    let _ = world.queue().send(queue, &[Message::Note(row.key)]).await;
}

pub(crate) fn is_urgent(row: &NoteRow, state: &StateRow) -> bool {
    row.concern || state.urgent()
}

/// The id of a note, made of the form that it was sent with and of what it says. The form's token is
/// random and stored nowhere beside it, so the id tells nothing.
pub(crate) fn id(kind: &[u8], referral: ReferralId, key: &str, plain: &[u8]) -> NoteId {
    let digest = Sha256::new()
        .chain_update(kind)
        .chain_update(referral.as_bytes())
        .chain_update((key.len() as u64).to_be_bytes())
        .chain_update(key)
        .chain_update(plain)
        .finalize();
    let (half, _) = digest.split_at(16);
    NoteId::from_random(half.try_into().unwrap_or_default())
}
