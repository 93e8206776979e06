//! Amend: a sender withdraws its own referral, or corrects it.
//!
//! Both are notes ([`crate::notes`]): a sealed row that cannot be lost, told to the workers of the
//! entry that holds the referral ([`crate::notes::deliver()`]). What was sent first stays as it is. The
//! answer comes from the sender's own amendments alone, so it is the same whether others are attached to
//! the entry or not, and at once
//! (docs/decisions/0037-a-sender-amends-by-notes.md).

use jiff::Timestamp;
use referral::{FreeText, Referral, ReferralId, ReferralState, WithdrawalReason};

use crate::due::DueRow;
use crate::notes::{self, Note};
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{Amending, Fault, Nature as _, Seal as _, Store as _, Submissions, Tokens as _};
use crate::rows::{
    Actor, Amendment, AmendmentKind, AmendmentMark, MOST_CORRECTIONS, NoteKey, NoteRow, StateRow,
    Token,
};
use crate::write::{CommitError, Row, Write};

/// The request of a sender to amend its referral.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The verified sender.
    pub by: &'a Actor,
    /// The referral that is to be amended.
    pub referral: ReferralId,
    /// The sender's name for this request, such as an `Idempotency-Key`: sent again with the same
    /// content it is one amendment.
    pub key: &'a str,
    /// The version that the sender has seen ([`StateRow::sender_version`]); `None` where it amends
    /// whatever there is.
    pub seen: Option<u32>,
}

/// The answer to a sender who amends a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amended {
    /// The amendment is stored, now or when it was sent before.
    Done {
        /// The version that the referral has for its sender from this amendment on.
        version: u32,
        /// The time when the amendment was stored.
        at: Timestamp,
    },
    /// There is no such referral, or another actor sent it: nobody is told which.
    Unknown,
    /// The referral has another version than the sender has seen: this one.
    Stale(u32),
    /// The referral was withdrawn before, and takes no further amendment.
    Withdrawn,
    /// The key was used for another amendment of this referral.
    KeyReused,
    /// The referral was corrected as often as it may be. Withdrawing it is still possible.
    Full,
}

/// Withdraws a referral once, however often it is sent. When this returns [`Amended::Done`] the
/// withdrawal is stored.
pub async fn withdraw<W: Amending>(
    world: &W,
    request: Request<'_>,
    reason: WithdrawalReason,
    text: Option<FreeText>,
) -> Result<Amended, Fault> {
    let kind = AmendmentKind::Withdrawn { reason };
    let note = Note::Withdrawal { reason, text };
    let content = notes::plain(&note)?;
    amend(world, request, Change { kind, note, content: &content, concern: false, pressing: false })
        .await
}

/// Corrects a referral once, however often it is sent: `corrected` is the whole of it as it should be,
/// and `content` its canonical bytes, as in [`crate::Submission`]. When this returns [`Amended::Done`]
/// the correction is stored.
pub async fn correct<W: Amending>(
    world: &W,
    request: Request<'_>,
    corrected: Referral,
    content: &[u8],
) -> Result<Amended, Fault> {
    let change = Change {
        kind: AmendmentKind::Corrected,
        concern: corrected.lane() == referral::Lane::Safeguarding,
        pressing: corrected.has_pressing_words()
            || corrected.priority().rank() <= referral::Priority::Soon.rank(),
        note: Note::Correction(Box::new(corrected)),
        content,
    };
    amend(world, request, change).await
}

/// An amendment that is to be stored.
struct Change<'a> {
    kind: AmendmentKind,
    note: Note,
    content: &'a [u8],
    concern: bool,
    pressing: bool,
}

async fn amend<W: Amending>(
    world: &W,
    request: Request<'_>,
    change: Change<'_>,
) -> Result<Amended, Fault> {
    let (store, Request { by, referral, key, seen }) = (world.store(), request);
    let key = NoteKey { referral, note: notes::id(b"hubward-amendment|", referral, key, b"") };
    let content = tokens(world, &change)?;
    let mut last = "too much is happening at once";
    let mut sealed = None;
    for attempt in 0..ATTEMPTS {
        let stored = store.state(referral).await?.filter(|state| state.submitter == by.id);
        let Some(state) = stored else { return Ok(Amended::Unknown) };
        if let Some(answer) = answer_again(world, &state, key, &content).await? {
            return Ok(answer);
        }
        if let Some(refusal) = refused(&state, change.kind, seen) {
            return Ok(refusal);
        }
        // It is the one step that may have to wait, so what is refused does not come to it.
        let bytes = if let Some(bytes) = &sealed {
            bytes
        } else {
            let plain = notes::plain(&change.note)?;
            sealed.insert(world.vault().seal(key, &plain).await?)
        };
        let at = world.nature().now();
        let version = state.sender_version().saturating_add(1);
        let row = NoteRow {
            key,
            written_at: at,
            concern: change.concern,
            pressing: change.pressing,
            amendment: Some(AmendmentMark { kind: change.kind, version, content: content.clone() }),
            sealed: bytes.clone(),
            entry: None,
        };
        match store.commit(&writes(&row, &state, change.kind)).await {
            Ok(()) => {
                notes::send(world, &state, &row).await;
                return Ok(Amended::Done { version, at });
            }
            // The next look tells whether an attempt of ours was applied.
            Err(CommitError::Cancelled(_)) => {}
            Err(CommitError::Fault(fault @ Fault::Broken(_))) => return Err(fault),
            Err(CommitError::Fault(Fault::Transient(why))) => last = why,
        }
        pause(world.nature(), attempt).await;
    }
    Err(Fault::Transient(last))
}

/// The tokens of an amendment's content, by which it is known when it is sent again.
fn tokens<W: Amending>(world: &W, change: &Change<'_>) -> Result<Vec<Token>, Fault> {
    let kind: &[u8] = match change.kind {
        AmendmentKind::Corrected => b"corrected|",
        AmendmentKind::Withdrawn { .. } => b"withdrawn|",
    };
    world.vault().tokens("", Submissions::Content, &[kind, change.content].concat())
}

/// The answer that this key got before; `None` where it was not used for this referral.
async fn answer_again<W: Amending>(
    world: &W,
    state: &StateRow,
    key: NoteKey,
    content: &[Token],
) -> Result<Option<Amended>, Fault> {
    if state.amendments.is_empty() {
        return Ok(None);
    }
    let Some(row) = world.store().note(key).await? else { return Ok(None) };
    let Some(mark) = &row.amendment else {
        return Err(Fault::Broken("a note is taken for an amendment"));
    };
    if !mark.content.iter().any(|token| content.contains(token)) {
        return Ok(Some(Amended::KeyReused));
    }
    // Its first sending may have died before it was sent on.
    if row.entry.is_none() {
        notes::send(world, state, &row).await;
    }
    Ok(Some(Amended::Done { version: mark.version, at: row.written_at }))
}

fn refused(state: &StateRow, kind: AmendmentKind, seen: Option<u32>) -> Option<Amended> {
    let version = state.sender_version();
    if seen.is_some_and(|seen| seen != version) {
        Some(Amended::Stale(version))
    } else if state.sender_state() == ReferralState::Withdrawn {
        Some(Amended::Withdrawn)
    } else if kind == AmendmentKind::Corrected && state.amendments.len() >= MOST_CORRECTIONS {
        Some(Amended::Full)
    } else {
        None
    }
}

/// The note, the amendment in the state row, and the work of telling the workers, and the sender's webhook
/// if there is one. All of it rests on the
/// version of the state row.
fn writes(row: &NoteRow, state: &StateRow, kind: AmendmentKind) -> Vec<Write> {
    let at = row.written_at;
    let mut next = StateRow {
        notes: state.notes.saturating_add(1),
        version: state.version + 1,
        listed_at: at,
        ..state.clone()
    };
    next.amendments.push(Amendment { kind, at });
    let urgent = notes::is_urgent(row, state);
    let telling = DueRow::tell_amended(&next, at).map(Write::Restart);
    let writes = [
        Write::Insert(Row::Note(row.clone())),
        Write::State { row: next, seen: state.version },
        Write::Insert(Row::Due(DueRow::deliver_note(row.key, urgent, at))),
    ];
    writes.into_iter().chain(telling).collect()
}
