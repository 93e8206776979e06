//! An opened entry, with everything that its referrals say.

use jiff::Timestamp;
use pipeline::clocks::Hours;
use pipeline::collect::{self, Worker};
use referral::{EntryId, Personal, Reference, ReferralId, ReferralState, Treatment};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::code::Code;
use crate::entry::{Due, Entry};
use crate::log::LogThread;
use crate::matches::ShownMatch;
use crate::note::Note;
use crate::placement::{Placement, Reason};
use crate::reach::Reach;
use crate::sender::Sender;
use crate::step::Step;
use crate::texts;

/// An opened entry.
#[derive(Serialize, JsonSchema)]
pub struct OpenedEntry<'a> {
    /// The entry itself.
    #[serde(flatten)]
    pub entry: Entry<'a>,
    /// The next step, and when it is due; null once the work was taken up or has ended.
    pub due: Option<Due>,
    /// The reasons why the entry is in this inbox.
    pub reasons: Vec<Reason<'a>>,
    /// The safe ways to reach its people.
    pub reach: Reach<'a>,
    /// The ids of linked entries, about the same child, that the worker may see.
    #[schemars(with = "Vec<texts::Id>")]
    pub linked: Vec<EntryId>,
    /// The matches with other entries that the worker may see.
    pub matches: Vec<ShownMatch<'a>>,
    /// The steps that people took with it, the first one first: where it was, and why it moved.
    pub steps: Vec<Step<'a>>,
    /// The log of the work on it, what was begun last first.
    pub log: Vec<LogThread<'a>>,
    /// The referrals of the entry, the first one first.
    pub referrals: Vec<OpenedReferral<'a>>,
}

/// One referral of an opened entry.
#[derive(Serialize, JsonSchema)]
pub struct OpenedReferral<'a> {
    /// The id of the referral.
    #[schemars(with = "texts::Id")]
    pub id: ReferralId,
    /// The reference of the referral, for people.
    #[schemars(with = "texts::Reference")]
    pub reference: Reference,
    /// The state that the referral is in.
    #[schemars(with = "Code<ReferralState>")]
    pub state: ReferralState,
    /// The time when it was accepted.
    #[schemars(with = "texts::Moment")]
    pub received_at: Timestamp,
    /// The sender, as far as they signed in.
    pub sender: Sender<'a>,
    /// The referral as it was first sent; null where it cannot be read.
    #[schemars(with = "Option<texts::Referral>")]
    pub referral: Option<Value>,
    /// The fields that are not simply what was sent; null where the referral cannot be read.
    pub as_given: Option<Vec<AsGiven<'a>>>,
    /// The placement by the rulebook alone; null where there is none.
    pub placement: Option<Placement<'a>>,
    /// The notes that the family or the sender added to it, the first one first.
    pub notes: Vec<Note<'a>>,
}

/// A field that is not simply what was sent.
#[derive(Serialize, JsonSchema)]
pub struct AsGiven<'a> {
    /// The path to the field: `adults[0].phone`. What was sent beside the fields has the name of its
    /// resource: `Observation[1]`.
    pub path: &'a str,
    /// The treatment of the field.
    #[schemars(with = "Code<Treatment>")]
    pub treatment: Treatment,
    /// The text as it was given; null where it must not be kept.
    #[schemars(with = "Option<String>")]
    pub text: Option<&'a Personal<String>>,
}

impl<'a> OpenedEntry<'a> {
    /// The opened entry, as this worker sees it now.
    pub fn new(
        opened: &'a collect::Opened,
        worker: &Worker,
        hours: Hours<'_>,
        now: Timestamp,
    ) -> Self {
        let due = opened.entry.due(hours, now);
        let in_words = due.map(|due| due.words(hours.calendar, now));
        Self {
            entry: Entry::new(&opened.entry, worker),
            due: Due::new(due, in_words.as_deref(), now),
            reasons: Reason::all(&opened.reasons),
            reach: Reach::from(&opened.reach),
            linked: opened.linked().collect(),
            matches: opened.matches.iter().map(|found| ShownMatch::new(found, worker)).collect(),
            steps: Step::all(&opened.entry.course.steps, worker),
            log: opened.log.iter().map(|thread| LogThread::new(thread, worker)).collect(),
            referrals: opened.referrals.iter().map(OpenedReferral::from).collect(),
        }
    }
}

impl<'a> From<&'a collect::OpenedReferral> for OpenedReferral<'a> {
    fn from(opened: &'a collect::OpenedReferral) -> Self {
        let collect::OpenedReferral { state, referral, placement, notes } = opened;
        let as_given = referral.as_ref().map(|it| it.as_given.iter().map(AsGiven::from).collect());
        Self {
            id: state.id,
            reference: state.reference,
            state: state.state,
            received_at: state.accepted_at,
            sender: Sender::from(&state.sender),
            referral: referral.as_ref().map(formats::json::write),
            as_given,
            placement: placement.as_ref().map(Placement::from),
            notes: notes.iter().map(Note::from).collect(),
        }
    }
}

impl<'a> From<&'a referral::AsGiven> for AsGiven<'a> {
    fn from(field: &'a referral::AsGiven) -> Self {
        let referral::AsGiven { path, treatment, text } = field;
        Self { path, treatment: *treatment, text: text.as_ref() }
    }
}
