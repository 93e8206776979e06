//! The faults that may strike in a run, and the bugs that can be planted on purpose.

/// The probability of each fault, and whether each single event happens. With all of them zero or
/// `false` nothing goes wrong.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fault of its own")]
pub struct Faults {
    /// A process dies at a step.
    pub crash: f64,
    /// A request is refused before it does anything.
    pub throttle: f64,
    /// A request takes a hundred times as long as others.
    pub slow: f64,
    /// A request is carried out and its answer is lost.
    pub applied_but_errored: f64,
    /// A message is delivered twice.
    pub duplicate: f64,
    /// A send to the queue fails.
    pub send: f64,
    /// A process is so slow at its end that it reaches its timeout, or nearly.
    pub stall: f64,
    /// A process stands still in the middle, for longer than its message is hidden, and goes on.
    pub freeze: f64,
    /// A process has a clock up to ten minutes wrong.
    pub skew: f64,
    /// The sweeper is away for an hour.
    pub sweeper_away: bool,
    /// Nothing takes messages from the queues for an hour.
    pub route_away: bool,
    /// The service that sends notices is away for an hour.
    pub notify_away: bool,
    /// The queue is wiped once.
    pub wipe: bool,
    /// The rulebook is swapped now and then.
    pub swap_rulebook: bool,
    /// A body cannot be read; routing about half of these panics.
    pub poison: f64,
    /// For five minutes no referral can be matched: the table of match rows refuses everything.
    pub matching_away: bool,
    /// The generator of random numbers gives an earlier number again.
    pub echo: f64,
}

impl Faults {
    /// A run in which nothing goes wrong.
    pub const NONE: Self = Self {
        crash: 0.0,
        throttle: 0.0,
        slow: 0.0,
        applied_but_errored: 0.0,
        duplicate: 0.0,
        send: 0.0,
        stall: 0.0,
        freeze: 0.0,
        skew: 0.0,
        sweeper_away: false,
        route_away: false,
        notify_away: false,
        wipe: false,
        swap_rulebook: false,
        poison: 0.0,
        matching_away: false,
        echo: 0.0,
    };

    /// A run with every fault, but for the outages: sweeper, route and match rows are never away.
    pub const ALL: Self = Self {
        crash: 0.004,
        throttle: 0.01,
        slow: 0.02,
        applied_but_errored: 0.02,
        duplicate: 0.1,
        send: 0.05,
        stall: 0.01,
        freeze: 0.000_2,
        skew: 0.05,
        sweeper_away: false,
        route_away: false,
        notify_away: false,
        wipe: true,
        swap_rulebook: true,
        poison: 0.01,
        matching_away: false,
        echo: 0.01,
    };
}

/// A bug planted on purpose, to show that the checker finds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bug {
    /// A referral is acknowledged before it is stored.
    AcknowledgeBeforeWrite,
    /// The replay row is written apart from the referral.
    ReplayRowOutsideTheTransaction,
    /// The replay row is written without its condition.
    NoConditionOnTheReplayRow,
    /// The reference row is written without its condition.
    NoConditionOnTheReferenceRow,
    /// A state row is replaced without its condition.
    NoConditionOnTheStateRow,
    /// An entry is replaced without its condition, so that a closed one can be attached to.
    NoConditionOnTheEntry,
    /// A look takes the mark of unread words away without its condition.
    NoConditionOnTheLook,
    /// A note is inserted, and its delivery recorded, without a condition.
    NoConditionOnTheNote,
    /// An item on a log is acknowledged before it is stored.
    AcknowledgeTheLogBeforeWrite,
    /// A form for a log that is sent again has another token each time.
    AnotherTokenForEachSending,
    /// A note is acknowledged before it is stored.
    AcknowledgeTheNoteBeforeWrite,
    /// A sender's amendment is acknowledged before it is stored.
    AcknowledgeTheAmendmentBeforeWrite,
    /// A sender's amendment that is sent again has another key each time.
    AnotherKeyForEachAmendment,
    /// A withdrawal closes the entry, whoever has it in hand.
    WithdrawalClosesAnyEntry,
    /// A note to a referral that waits itself counts as delivered.
    DropTheNoteThatWaits,
    /// What looks automatic goes where any other referral goes.
    SuspectsGoOn,
    /// A closed entry is taken for an open one.
    AttachToAClosedEntry,
    /// Referrals that were matched are not bumped.
    NoBump,
    /// A referral is bumped without its condition.
    NoConditionOnTheBump,
    /// Match rows are read from an eventually consistent copy.
    StaleMatchRows,
    /// A transaction's writes are applied one by one.
    TornTransactions,
    /// A failed batch reports no failures.
    EmptyFailureList,
    /// The sweeper moves marks without their condition.
    SweepWithoutCondition,
    /// The sweeper clears a mark instead of moving it on.
    SweepClearsTheMark,
    /// The sweeper does nothing.
    NoSweep,
    /// A referral is accepted without its due work.
    NoDueMark,
    /// Due work that is done is not removed.
    DueWorkStays,
    /// Audit events are written without their condition.
    NoConditionOnAuditEvents,
    /// A poisoned referral is dropped instead of going to review.
    DropThePoisoned,
    /// A referral whose routing panics is only returned to its queue.
    PanicsAreOnlyReturned,
    /// The secret of the tokens is replaced at once, and nothing is looked for under the old one.
    RotateAtOnce,
    /// A move writes the entry again beside the one that stays where it was.
    MoveWritesASecondEntry,
    /// A move of a concern ends the clock by which somebody must open it.
    MoveEndsTheClock,
    /// A change of an entry does not plan the next look at its clock.
    ClocksAreNotPlanned,
    /// A draft is saved whether it is there as it was seen or not.
    NoConditionOnTheDraft,
    /// The sweep ends a draft whether it is idle still or not.
    NoConditionOnTheIdleEnd,
    /// Telling a sender is over, whatever has changed meanwhile.
    FinishWhateverChanged,
    /// A notice is sent at every try of one mark.
    NoConditionOnTheTry,
    /// A later try to send a notice takes itself for the first one.
    ForgetEarlierTries,
    /// Everybody whose referral is placed is sent a notice.
    NoticesForAll,
}

impl Bug {
    /// The bugs that the checks of drafts must catch.
    pub const OF_DRAFTS: [Self; 7] = [
        Self::NoConditionOnTheDraft,
        Self::NoConditionOnTheIdleEnd,
        Self::TornTransactions,
        Self::SweepClearsTheMark,
        Self::NoSweep,
        Self::NoDueMark,
        Self::DueWorkStays,
    ];

    /// The bugs that the check of clocks that run out must catch.
    pub const OF_CLOCKS: [Self; 3] = [Self::DueWorkStays, Self::SweepClearsTheMark, Self::NoSweep];

    /// The bugs that the checks of referrals must catch.
    pub const ALL: [Self; 38] = [
        Self::AcknowledgeBeforeWrite,
        Self::ReplayRowOutsideTheTransaction,
        Self::NoConditionOnTheReplayRow,
        Self::NoConditionOnTheReferenceRow,
        Self::NoConditionOnTheStateRow,
        Self::NoConditionOnTheEntry,
        Self::NoConditionOnTheLook,
        Self::NoConditionOnTheNote,
        Self::AcknowledgeTheLogBeforeWrite,
        Self::AnotherTokenForEachSending,
        Self::AcknowledgeTheNoteBeforeWrite,
        Self::AcknowledgeTheAmendmentBeforeWrite,
        Self::AnotherKeyForEachAmendment,
        Self::WithdrawalClosesAnyEntry,
        Self::DropTheNoteThatWaits,
        Self::SuspectsGoOn,
        Self::AttachToAClosedEntry,
        Self::NoBump,
        Self::NoConditionOnTheBump,
        Self::StaleMatchRows,
        Self::TornTransactions,
        Self::EmptyFailureList,
        Self::SweepWithoutCondition,
        Self::SweepClearsTheMark,
        Self::NoSweep,
        Self::NoDueMark,
        Self::DueWorkStays,
        Self::NoConditionOnAuditEvents,
        Self::DropThePoisoned,
        Self::PanicsAreOnlyReturned,
        Self::RotateAtOnce,
        Self::MoveWritesASecondEntry,
        Self::MoveEndsTheClock,
        Self::ClocksAreNotPlanned,
        Self::FinishWhateverChanged,
        Self::NoConditionOnTheTry,
        Self::ForgetEarlierTries,
        Self::NoticesForAll,
    ];
}
