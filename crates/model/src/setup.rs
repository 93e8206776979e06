//! What is explored: who sends what, how much may go wrong, and which bug is planted.

/// One submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Submitted {
    /// Which child it is about: equal numbers are the same child.
    pub child: u8,
    /// A safeguarding concern: an entry of its own, always.
    pub concern: bool,
    /// Its body cannot be read: it goes to review by id.
    pub poison: bool,
}

impl Submitted {
    /// A referral without a concern, for a child.
    pub fn plain(child: u8) -> Self {
        Self { child, concern: false, poison: false }
    }

    /// A safeguarding concern for a child.
    pub fn concern(child: u8) -> Self {
        Self { concern: true, ..Self::plain(child) }
    }

    /// A referral that cannot be routed.
    pub fn poison(child: u8) -> Self {
        Self { poison: true, ..Self::plain(child) }
    }
}

/// How often each thing may happen that need not. Sweeps are not counted: they may always happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Budget {
    /// A process dies, between any two steps.
    pub crashes: u8,
    /// A write is applied, and its answer lost.
    pub unanswered: u8,
    /// A message is delivered, and will be again.
    pub duplicates: u8,
    /// A message is never queued.
    pub lost: u8,
    /// The whole queue is wiped.
    pub wipes: u8,
    /// A submission is sent again under its key, at the same time or later.
    pub resends: u8,
    /// A worker claims an entry.
    pub claims: u8,
    /// A worker closes an entry.
    pub closes: u8,
    /// A worker redirects an entry.
    pub redirects: u8,
    /// A sender withdraws a referral.
    pub withdrawals: u8,
}

/// A condition or a step taken away, to see that the promises notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    /// The 202 is sent before anything is written.
    AnswerBeforeWrite,
    /// The replay row is looked up before the transaction instead of in it.
    ReplayOutsideTransaction,
    /// Accepted without a due mark.
    NoDueMark,
    /// A message is deleted before its work is done, and what is in hand is not due.
    DueClearedOnReceive,
    /// The match rows are read before this referral's own are written.
    LookBeforeRecording,
    /// A delivery does not bump the referrals it matched.
    NoBump,
    /// A delivery does not ask whether its referral is still as loaded.
    DeliverUnconditionally,
    /// An entry is attached to whatever its version.
    AttachUnconditionally,
    /// The entry's state is not looked at when attaching.
    AttachToClosed,
    /// A concern is joined like any other referral.
    ConcernJoins,
    /// A mark is moved on without asking whether it still stands.
    SweepUnconditionally,
    /// A claim does not ask for the version that was read.
    ClaimUnconditionally,
    /// A claim whose answer was lost is taken for granted.
    ClaimWithoutAsking,
    /// A redirect writes the new place first, and removes the old one later.
    RedirectInTwoWrites,
    /// A withdrawal does not ask for the version that was read.
    WithdrawUnconditionally,
}

/// What is explored.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Who sends what.
    pub submissions: [Submitted; 3],
    /// How many processes run at once, whatever they do.
    pub workers: usize,
    /// What may go wrong.
    pub budget: Budget,
    /// The bug, if one is planted.
    pub planted: Option<Planted>,
}

impl Setup {
    /// Whether this bug is planted.
    pub(crate) fn has(&self, bug: Planted) -> bool {
        self.planted == Some(bug)
    }
}
