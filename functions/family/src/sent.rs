//! What the confirmation shows of a form that was sent: the reference, and what follows from what was
//! sent and the rulebook alone. It holds nothing that the family typed.

use formats::form::questions::asked_at;
use jiff::Timestamp;
use locality::{Nearby, PhoneNow};
use referral::{Priority, Reference, Referral, Treatment};
use serde::{Deserialize, Serialize};

/// What the confirmation shows.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Sent {
    /// The public reference.
    pub(crate) reference: Reference,
    /// The time at which the form was accepted.
    pub(crate) accepted_at: Timestamp,
    /// The numbers to call now, where somebody may be in danger.
    pub(crate) phone_now: Option<PhoneNow>,
    /// How soon somebody tries to get in touch.
    pub(crate) priority: Priority,
    /// Whether there is a safe way to get in touch.
    pub(crate) may_be_reached: bool,
    /// Whether a list of hubs could harm, or say something about where the form went.
    pub(crate) is_protected: bool,
    /// The keys of the questions whose answers are kept just as they were given.
    pub(crate) kept: Vec<String>,
    /// The keys of the questions whose answers must stay secret, and are not kept.
    pub(crate) left_out: Vec<String>,
    /// The hubs near the family's home.
    pub(crate) nearby: Vec<Nearby>,
    /// Whether the form was accepted before with other answers than it held at the end.
    pub(crate) changed_since: bool,
}

impl Sent {
    /// What the confirmation shows of a referral that was accepted under a reference. The numbers to
    /// call and the hubs nearby are the caller's to add.
    pub(crate) fn of(referral: &Referral, reference: Reference, accepted_at: Timestamp) -> Self {
        Self {
            reference,
            accepted_at,
            phone_now: None,
            priority: referral.priority(),
            may_be_reached: referral.can_be_reached(),
            is_protected: referral.is_protected(),
            kept: questions(referral, Treatment::Kept),
            left_out: questions(referral, Treatment::LeftOut),
            nearby: Vec::new(),
            changed_since: false,
        }
    }
}

/// The keys of the questions whose answers were treated so, each once.
fn questions(referral: &Referral, treatment: Treatment) -> Vec<String> {
    let mut keys = Vec::new();
    for one in referral.as_given.iter().filter(|one| one.treatment == treatment) {
        let key = match one.path.as_str() {
            "household.address" => "address-line-1",
            path => asked_at(path).map_or("another", |question| question.words),
        };
        if !keys.iter().any(|known| known == key) {
            keys.push(key.to_owned());
        }
    }
    keys
}
