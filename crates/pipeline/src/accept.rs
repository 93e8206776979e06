//! Accept: from a valid submission to a referral that cannot be lost, in one transaction.
//!
//! The queue comes after and may fail: the row of due work makes `sweep` send the referral again.

use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use locality::PhoneNow;
use referral::{Lane, Reference, Referral, ReferralId, ReferralState};

use crate::body;
use crate::due::DueRow;
use crate::family_status::{self, Asking};
use crate::patience::{ATTEMPTS, pause};
use crate::ports::{
    Accepting, Fault, Message, Nature, Noticing, Placing, Queue, QueueName, Seal as _, Sending,
    Store, Submissions, Tokens,
};
use crate::rows::{
    Actor, ActorId, BodyRow, NoticeKey, PartnerId, ReferenceRow, ReplayKey, ReplayRow, Sender,
    StateRow, StatusAccess, TellBy, after,
};
use crate::telling::Chosen;
use crate::write::{CommitError, Refusal, Row, Write};

/// A submission that was parsed and is ready to be stored.
#[derive(Debug, Clone)]
pub struct Submission {
    /// The verified sender; never taken from the text of the referral.
    pub submitter: Actor,
    /// The submitter's name for this submission: an `Idempotency-Key`, or a form's token.
    pub key: String,
    /// The time for which the same key means the same submission.
    pub window: Duration,
    /// The referral that was submitted.
    pub referral: Referral,
    /// The canonical bytes of the referral: the same key with other content is refused.
    pub content: Vec<u8>,
    /// The way by which the sender asks later how it stands, if they have no account for that.
    pub status: Option<Asking>,
    /// Whether it looks as if a machine had sent it: a person looks at it first, unless it is a concern.
    pub suspect: bool,
    /// The partner whose webhook is told how the referral stands, where the sender has one.
    pub told: Option<PartnerId>,
}

/// A second key of a submission, by which its sender can name it later: a number of the sender's own.
#[derive(Debug, Clone)]
pub struct OtherKey {
    /// The key, which must not look like one of [`Submission::key`].
    pub key: String,
    /// The time for which the key means the submission.
    pub window: Duration,
}

/// The answer to the submitter. It is the same for a first submission and for its repetition.
#[derive(Debug, Clone, PartialEq)]
pub struct Receipt {
    /// The id of the accepted referral.
    pub id: ReferralId,
    /// The public reference of the referral.
    pub reference: Reference,
    /// The number to call now, when someone may be in danger.
    pub phone_now: Option<PhoneNow>,
    /// The time when it was first accepted: text that depends on the day is written for that day.
    pub accepted_at: Timestamp,
}

/// The reason why a submission was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AcceptError {
    /// The key was used for other content, which has this reference.
    #[error("this idempotency key was used for another submission")]
    KeyReused(Reference),
    /// The referral could not be stored; it may be sent again with the same key.
    #[error("the referral could not be stored: {0}")]
    Unavailable(&'static str),
}

impl From<Fault> for AcceptError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Transient(why) | Fault::Broken(why) => Self::Unavailable(why),
        }
    }
}

/// Accepts a submission once, however often it is sent. When this returns a receipt the referral
/// is stored.
pub async fn accept<W: Accepting + Placing>(
    world: &W,
    submission: Submission,
) -> Result<Receipt, AcceptError> {
    let told = webhook(&submission);
    accept_under(world, submission, None, new_id(world), told).await.map(|(receipt, _)| receipt)
}

/// Accepts a submission as [`accept`] does, whose sender chose a notice.
pub async fn accept_with_notice<W: Noticing + Placing>(
    world: &W,
    submission: Submission,
    chosen: &Chosen,
) -> Result<Receipt, AcceptError> {
    let id = new_id(world);
    // A notice that cannot be sealed costs the notice, and not the referral.
    let sealed = world.vault().seal(NoticeKey(id), &chosen.write()?).await;
    let told = sealed.ok().map(TellBy::Notice);
    accept_under(world, submission, None, id, told).await.map(|(receipt, _)| receipt)
}

/// Accepts a submission as [`accept`] does, and answers as well whether an earlier submission was
/// accepted already.
pub async fn accept_or_replay<W: Accepting + Placing>(
    world: &W,
    submission: Submission,
) -> Result<(Receipt, bool), AcceptError> {
    let told = webhook(&submission);
    accept_under(world, submission, None, new_id(world), told).await
}

/// Accepts a submission as [`accept`] does, under a second key too: under either of them it is accepted
/// once. Both keys are written in the transaction of the referral, so that it is always found by both.
/// Answers as well whether an earlier submission was accepted already.
pub async fn accept_under_both<W: Accepting + Placing>(
    world: &W,
    submission: Submission,
    other: &OtherKey,
) -> Result<(Receipt, bool), AcceptError> {
    let told = webhook(&submission);
    accept_under(world, submission, Some(other), new_id(world), told).await
}

fn webhook(submission: &Submission) -> Option<TellBy> {
    submission.told.clone().map(TellBy::Webhook)
}

fn new_id<W: Accepting>(world: &W) -> ReferralId {
    ReferralId::from_random(world.nature().random())
}

/// The referral that a submitter sent under a key; `None` where there is none, or the key no longer
/// means it.
pub async fn sent_under<W: Accepting>(
    world: &W,
    submitter: &ActorId,
    key: &str,
) -> Result<Option<ReferralId>, Fault> {
    let now = world.nature().now();
    for key in replay_keys(world.vault(), submitter, key)? {
        let row = world.store().replay(&key).await?.filter(|row| now < row.expires_at);
        if let Some(row) = row {
            return Ok(Some(row.id));
        }
    }
    Ok(None)
}

async fn accept_under<W: Accepting + Placing>(
    world: &W,
    submission: Submission,
    other: Option<&OtherKey>,
    id: ReferralId,
    told: Option<TellBy>,
) -> Result<(Receipt, bool), AcceptError> {
    let phone_now = (submission.referral.lane() == Lane::Safeguarding).then(|| {
        let places = world.places();
        let on = latest_date(world.nature().now());
        let location = &submission.referral.household.location;
        places.localities.phone_now(location, on, &places.index)
    });
    let (stored, repeated) = store_once(world, &submission, other, id, told).await?;
    let Stored { id, reference, at: accepted_at } = stored;
    Ok((Receipt { id, reference, phone_now, accepted_at }, repeated))
}

/// The referral that the first submission under a key made.
struct Stored {
    id: ReferralId,
    reference: Reference,
    at: Timestamp,
}

/// Stores the submission, or finds the one that was stored before: then the second value is true.
async fn store_once<W: Accepting>(
    world: &W,
    submission: &Submission,
    other: Option<&OtherKey>,
    id: ReferralId,
    told: Option<TellBy>,
) -> Result<(Stored, bool), AcceptError> {
    let mut acceptance = Acceptance::new(world, submission, other, id, told).await?;
    let mut last = "too much is happening at once";
    for attempt in 0..ATTEMPTS {
        match world.store().commit(&acceptance.writes()).await {
            Ok(()) => {
                acceptance.send(world).await;
                let StateRow { id, reference, accepted_at: at, .. } = acceptance.state;
                return Ok((Stored { id, reference, at }, false));
            }
            Err(CommitError::Fault(Fault::Broken(why))) => {
                return Err(AcceptError::Unavailable(why));
            }
            Err(CommitError::Fault(Fault::Transient(why))) => last = why,
            Err(CommitError::Cancelled(refusals)) => match acceptance.cause(&refusals) {
                Cause::Replayed(ours) => {
                    if let Some(first) = world.store().replay(&ours.key).await? {
                        // An earlier attempt of ours may have been applied though its answer was
                        // lost: then the referral still needs sending.
                        let is_ours = first.id == acceptance.state.id;
                        if is_ours {
                            acceptance.send(world).await;
                        }
                        return answer_again(ours, &first).map(|stored| (stored, !is_ours));
                    }
                }
                Cause::ReferenceTaken => acceptance.take_another_reference(world.nature()),
                Cause::Busy => {}
            },
        }
        pause(world.nature(), attempt).await;
    }
    Err(AcceptError::Unavailable(last))
}

/// Everything that one accepted referral writes. Its audit event is written when it is delivered, from
/// the state row, so that functions on the internet write no audit trail.
struct Acceptance {
    state: StateRow,
    body: BodyRow,
    status: Option<StatusAccess>,
    /// One replay row for each key and each token secret in use: while one secret replaces another, a
    /// submission that is sent again meets one of these rows, whichever process accepted it first.
    replays: Vec<ReplayRow>,
}

/// The reason why a acceptance was not written.
enum Cause<'a> {
    /// This row of the acceptance is there already.
    Replayed(&'a ReplayRow),
    ReferenceTaken,
    Busy,
}

impl Acceptance {
    async fn new<W: Accepting>(
        world: &W,
        submission: &Submission,
        other: Option<&OtherKey>,
        id: ReferralId,
        told: Option<TellBy>,
    ) -> Result<Self, AcceptError> {
        let Submission { submitter, key, window, referral, content, status, .. } = submission;
        let now = world.nature().now();
        let reference = Reference::from_random(world.nature().random());
        let keys = [(key, *window)].into_iter().chain(other.map(|it| (&it.key, it.window)));
        let contents = world.vault().tokens("", Submissions::Content, content)?;
        let mut replays = Vec::new();
        for (key, window) in keys {
            let keys = replay_keys(world.vault(), &submitter.id, key)?;
            replays.extend(keys.into_iter().zip(&contents).map(|(key, content)| ReplayRow {
                key,
                id,
                reference,
                content: content.clone(),
                written_at: now,
                expires_at: after(now, window),
            }));
        }
        let status = match status {
            Some(asking) => Some(family_status::access(world, id, *asking, now)?),
            None => None,
        };
        // Last, as it is the one step that may have to wait.
        let plain = body::write(referral)?;
        let body = BodyRow { id, sealed: world.vault().seal(id, &plain).await? };
        let state = StateRow {
            id,
            reference,
            state: ReferralState::Accepted,
            version: 1,
            submitter: submitter.id.clone(),
            sender: Sender::of(submitter),
            lane: referral.lane(),
            priority: referral.priority(),
            pressing_words: referral.has_pressing_words(),
            suspect: submission.suspect,
            notes: 0,
            amendments: Vec::new(),
            accepted_at: now,
            listed_at: now,
            entry: None,
            told,
        };
        Ok(Self { state, body, status, replays })
    }

    fn writes(&self) -> Vec<Write> {
        let id = self.state.id;
        let status = self.status.clone();
        let reference = ReferenceRow { reference: self.state.reference, id, status };
        let replays = self.replays.iter().cloned().map(Row::Replay);
        let others = [
            Row::Reference(reference),
            Row::Body(self.body.clone()),
            Row::State(self.state.clone()),
            Row::Due(DueRow::route(id, self.state.urgent(), self.state.accepted_at)),
        ];
        replays.chain(others).map(Write::Insert).collect()
    }

    /// Tells the reasons for a cancellation apart, by the order of [`Acceptance::writes`].
    fn cause(&self, refusals: &[Refusal]) -> Cause<'_> {
        let condition = |at: usize| refusals.get(at) == Some(&Refusal::Condition);
        if let Some(at) = (0..self.replays.len()).find(|at| condition(*at)) {
            Cause::Replayed(&self.replays[at])
        } else if condition(self.replays.len()) {
            Cause::ReferenceTaken
        } else {
            Cause::Busy
        }
    }

    fn take_another_reference(&mut self, nature: &impl Nature) {
        let reference = Reference::from_random(nature.random());
        self.state.reference = reference;
        for replay in &mut self.replays {
            replay.reference = reference;
        }
    }

    /// Sends the stored referral to its queue; `sweep` makes up for a failed send.
    async fn send<W: Sending>(&self, world: &W) {
        let queue = QueueName::of(self.state.urgent());
        let _ = world.queue().send(queue, &[Message::Referral(self.state.id)]).await;
    }
}

/// The answer that the first submission got. Both rows are under the same secret, so their digests
/// can be compared.
fn answer_again(ours: &ReplayRow, first: &ReplayRow) -> Result<Stored, AcceptError> {
    if first.content == ours.content {
        Ok(Stored { id: first.id, reference: first.reference, at: first.written_at })
    } else {
        Err(AcceptError::KeyReused(first.reference))
    }
}

fn replay_keys(
    vault: &impl Tokens<Submissions>,
    submitter: &ActorId,
    key: &str,
) -> Result<Vec<ReplayKey>, Fault> {
    // The length keeps ("ab", "c") apart from ("a", "bc").
    let submitter = submitter.as_str();
    let value = format!("{}|{submitter}|{key}", submitter.len());
    vault.tokens("", Submissions::Replay, value.as_bytes())
}

/// The latest date that it can be in the UK: summer time is counted all year, so that a child born
/// today is never "in the future".
pub fn latest_date(now: Timestamp) -> jiff::civil::Date {
    after(now, Duration::from_hours(1)).to_zoned(TimeZone::UTC).date()
}
