//! Tests of what comes after a family's sending, from its form to the worker: its status, its notes, and
//! what looks automatic. The tables are an engine's, and the keys seal in earnest.

mod amend;
mod clocks;
mod finding;
mod log;
mod moves;
mod notes;
mod status;
mod suspects;
mod tiers;

use pipeline::accept::Receipt;
use pipeline::collect::{self, Listing, Opened, Query, Worker};
use pipeline::family_status::{Asking, FamilyStatus, Looked, look};
use pipeline::ports::{Message, Placing as _, World as _};
use pipeline::{Submission, accept, route_or_review};
use referral::{Referral, Role, StatusSecret};
use serde_json::{Value, json};

use self::tiers::Tiers;
use super::*;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

fn secret() -> StatusSecret {
    StatusSecret::from_random([7; 16])
}

/// A family in Westminster that is of no fixed address, as its form tells of it.
fn family(change: impl FnOnce(&mut Value)) -> Referral {
    let mut said = json!({
        "referrer": {"kind": "self_parent", "organisation": null, "name": null, "role": null,
            "email": null, "phone": null, "record": null, "anonymous": false, "helped_by": null},
        "agreement": {"status": "agreed", "by": "adult_self", "on": null, "reason": null},
        "household": {"location": {"kind": "not_given", "authority": "E09000033"},
            "language": null, "interpreter_needed": null,
            "accessibility": {"needs": [], "note": null}, "parents_disagree_on_residence": false},
        "adults": [{"name": {"given": "Oluwaseun", "family": "Gurpreet"}, "relationship": null,
            "parental_responsibility": null, "date_of_birth": null, "phone": "+447700900982",
            "email": null, "safe_contact": {"methods": ["call"], "best_times": null,
                "confirmed_by": null, "confirmed_on": null}}],
        "must_not_know": [], "children": "not_known", "needs": ["parenting"], "reason": null,
        "already_tried": null, "others_helping": null, "family_voice": null, "urgency": null,
        "level_of_need": null, "safeguarding_concern": false
    });
    change(&mut said);
    serde_json::from_value(said).unwrap()
}

impl Tiers {
    /// Accepts a family's form.
    async fn accept(&self, key: &str, referral: Referral, suspect: bool) -> Receipt {
        let submission = Submission {
            submitter: Actor::family(),
            key: key.to_owned(),
            window: std::time::Duration::from_hours(7 * 24),
            content: key.as_bytes().to_vec(),
            referral,
            status: Some(Asking { secret: secret(), in_touch_by: jiff::civil::date(2026, 11, 27) }),
            suspect,
            told: None,
        };
        accept(&self.family, submission).await.unwrap()
    }

    /// Does what the messages say that were sent, as `route` does.
    async fn deliver(&self) {
        for message in self.family.take_messages() {
            match message {
                Message::Referral(id) => {
                    route_or_review(&self.route, id, false).await.map(drop).unwrap();
                }
                Message::Note(key) => {
                    pipeline::notes::deliver(&self.route, key).await.map(drop).unwrap();
                }
                Message::Clock(id) => {
                    pipeline::clocks::ring(&self.route, id).await.map(drop).unwrap();
                }
            }
        }
    }

    async fn found(&self, reference: &Reference) -> FamilyStatus {
        match look(&self.family, reference, &secret()).await.unwrap() {
            Looked::Found(status) => status,
            other => panic!("{other:?}"),
        }
    }

    /// The entries of an inbox, as the list shows them.
    async fn list(&self, worker: &Worker) -> Vec<Listing> {
        let query = Query { limit: 100, ..Query::default() };
        let places = self.hub.places();
        collect::list(&self.hub, worker, &query, &places.localities).await.unwrap().entries
    }

    async fn open(&self, worker: &Worker, id: EntryId) -> Opened {
        collect::open(&self.hub, worker, id).await.unwrap()
    }
}

/// A worker of these inboxes.
fn worker(inboxes: &[&str]) -> Worker {
    let inboxes = inboxes.iter().map(|id| InboxId::parse(id).unwrap()).collect();
    Worker { actor: person("ada"), inboxes, roles: [Role::Worker].into() }
}
