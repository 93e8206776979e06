//! The setup that is explored: the submissions, how much may go wrong, and the bug that is planted.

/// A submission, by the facts that decide its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Submitted {
    /// The number of the child it is about: equal numbers are the same child.
    pub child: u8,
    /// Whether it is a safeguarding concern, which always has an entry of its own.
    pub concern: bool,
    /// Whether its body cannot be read, so that it goes to review by id.
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

    /// A referral for a child whose body cannot be read.
    pub fn poison(child: u8) -> Self {
        Self { poison: true, ..Self::plain(child) }
    }
}

/// The number of times that each optional event may happen. Sweeps are not counted: they may always
/// happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Budget {
    /// A process dies, between any two steps.
    pub crashes: u8,
    /// A write is applied, and its answer lost.
    pub unanswered: u8,
    /// A message is delivered, and will be delivered again.
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
    /// A worker declines an entry.
    pub declines: u8,
    /// A worker opens a closed entry again.
    pub reopens: u8,
    /// A worker decides that two entries are about one child.
    pub merges: u8,
    /// A worker takes that back.
    pub undos: u8,
    /// A sender withdraws a referral.
    pub withdrawals: u8,
}

/// A bug to plant: a condition or a step is taken away, and a promise must break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    /// The 202 is sent before anything is written.
    AnswerBeforeWrite,
    /// The replay row is looked up before the transaction instead of in it.
    ReplayOutsideTransaction,
    /// A referral is accepted without a due mark.
    NoDueMark,
    /// A message is deleted before its work is done, and its referral loses the due mark on
    /// receipt.
    DueClearedOnReceive,
    /// The match rows are read before this referral's own are written.
    LookBeforeRecording,
    /// A delivery does not bump the referrals it matched.
    NoBump,
    /// A delivery does not ask whether its referral is still as it was read.
    DeliverUnconditionally,
    /// A referral is attached to an entry without a look at the entry's version.
    AttachUnconditionally,
    /// A referral is attached to an entry without a look at the entry's state.
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
    /// A decline does not ask for the version that was read.
    DeclineUnconditionally,
    /// A decline counts from what the worker saw first, not from what is written.
    DeclineUncounted,
    /// A reopening does not ask for the version that was read.
    ReopenUnconditionally,
    /// A decision on two entries does not ask for the versions that were read.
    DecideUnconditionally,
    /// A decision on two entries writes one first, and the other later.
    DecideInTwoWrites,
    /// A withdrawal does not ask for the version that was read.
    WithdrawUnconditionally,
}

/// The setup of one exploration.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The three submissions.
    pub submissions: [Submitted; 3],
    /// The most processes that run at once.
    pub workers: usize,
    /// The number of times that each fault and optional event may happen.
    pub budget: Budget,
    /// The bug that is planted, if there is one.
    pub planted: Option<Planted>,
}

impl Setup {
    /// Whether this bug is planted.
    pub(crate) fn has(&self, bug: Planted) -> bool {
        self.planted == Some(bug)
    }
}
