//! The contents of the confirmation of a form that was sent: the reference, and what follows from what was
//! sent and the rulebook alone. It holds nothing that the family typed.

use formats::form::questions::asked_at;
use jiff::civil::Date;
use locality::{Nearby, PhoneNow};
use pipeline::ports::Places;
use referral::{Priority, Reference, Referral, ReferrerKind, Treatment};
use serde::{Deserialize, Serialize};

/// The most hubs nearby that a family is told about.
const NEARBY: usize = 3;
/// The name of an answer that no question asks for.
pub(crate) const ANOTHER: &str = "another";

/// The contents of the confirmation.
#[derive(Clone, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, and none rules another out"
)]
pub(crate) struct Sent {
    /// The public reference.
    pub(crate) reference: Reference,
    /// The day by which somebody tries to get in touch.
    pub(crate) by: Date,
    /// The numbers to call now, where somebody may be in danger.
    pub(crate) phone_now: Option<PhoneNow>,
    /// Whether there is a safe way to get in touch.
    pub(crate) may_be_reached: bool,
    /// Whether somebody must not find a copy, as far as the form tells.
    pub(crate) is_careful: bool,
    /// The keys of the questions whose answers are kept just as they were given.
    pub(crate) kept: Vec<String>,
    /// The keys of the questions whose answers must stay secret, and are not kept.
    pub(crate) left_out: Vec<String>,
    /// The hubs near the family's home.
    pub(crate) nearby: Vec<Nearby>,
    /// Whether the form was accepted before with other answers than it held at the end.
    pub(crate) changed_since: bool,
    /// Whether somebody asked for a family that is not their own.
    #[serde(default)]
    pub(crate) for_others: bool,
    /// Whether a message is sent once a team has the form.
    #[serde(default)]
    pub(crate) notice: bool,
}

impl Sent {
    /// The confirmation of a referral that was accepted as `reference`; `today` is the day
    /// on which it was sent.
    pub(crate) fn of(
        reference: Reference,
        phone_now: Option<PhoneNow>,
        referral: &Referral,
        places: &Places,
        today: Date,
    ) -> Self {
        let Places { localities, index } = places;
        Self {
            reference,
            by: in_touch_by(referral, places, today),
            is_careful: phone_now.is_some() || referral.is_protected(),
            phone_now,
            may_be_reached: referral.can_be_reached(),
            kept: questions(referral, Treatment::Kept),
            left_out: questions(referral, Treatment::LeftOut),
            nearby: localities.nearby(referral, today, index, NEARBY),
            changed_since: false,
            for_others: matches!(
                referral.referrer.kind,
                ReferrerKind::Relative | ReferrerKind::FriendOrNeighbour
            ) || referral.referrer.helped_by.is_some(),
            notice: false,
        }
    }
}

/// The day by which somebody tries to get in touch about a form that is sent today.
pub(crate) fn in_touch_by(referral: &Referral, places: &Places, today: Date) -> Date {
    let days = match referral.priority() {
        Priority::Safeguarding | Priority::Urgent => 1,
        Priority::Soon => 2,
        Priority::Routine | Priority::NotAnswered => 5,
    };
    places.localities.working_day_after(referral, today, &places.index, days)
}

/// The keys of the questions whose answers were treated so, each once.
fn questions(referral: &Referral, treatment: Treatment) -> Vec<String> {
    let mut keys = Vec::new();
    for one in referral.as_given.iter().filter(|one| one.treatment == treatment) {
        let key = match one.path.as_str() {
            "household.address" => "address-line-1",
            path => asked_at(path).map_or(ANOTHER, |question| question.words),
        };
        if !keys.iter().any(|known| known == key) {
            keys.push(key.to_owned());
        }
    }
    keys
}
