//! The partner's API: sending a referral and asking how it stands.

use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

use crate::http::{Answer, Call};
use crate::service::Service;

/// The kind of client that sends, unless a test says otherwise.
pub const SENDER: &str = "school";

/// A key that no other request has.
pub fn new_key() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("e2e-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

impl Service {
    /// The id of a client of a kind of partner.
    pub fn partner(&self, kind: &str) -> &str {
        &self.credentials().partner(kind).id
    }

    /// A call that sends a referral as the school, under a key.
    pub fn referral(&self, key: &str, referral: &Value) -> Call<'_> {
        let school = self.partner(SENDER);
        self.post("/v1/referrals").by(school).header("idempotency-key", key).json(referral)
    }

    /// Sends a referral that is to be accepted, and returns its id.
    #[track_caller]
    pub fn post_referral(&self, referral: &Value) -> String {
        accepted(&self.referral(&new_key(), referral).send())
    }

    /// The status of a referral, as the school sees it.
    #[track_caller]
    pub fn status(&self, id: &str) -> Value {
        let answer = self.get(format!("/v1/referrals/{id}")).by(self.partner(SENDER)).send();
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()
    }

    /// Waits until a referral is routed, and returns its status as its own sender sees it.
    #[track_caller]
    pub fn status_of(&self, id: &str, kind: &str) -> Value {
        self.wait(&format!("{id} to be routed"), || {
            let answer = self.get(format!("/v1/referrals/{id}")).by(self.partner(kind)).send();
            assert_eq!(answer.status, 200, "{answer:?}");
            Some(answer.json()).filter(|status| status["status"] != "accepted")
        })
    }

    /// The status of a referral of the school, once it is routed.
    #[track_caller]
    pub fn status_once_routed(&self, id: &str) -> Value {
        self.status_of(id, SENDER)
    }
}

/// The id in an answer, which must be a 202.
#[track_caller]
pub fn accepted(answer: &Answer) -> String {
    assert_eq!(answer.status, 202, "{answer:?}");
    answer.json()["id"].as_str().expect("an id").to_owned()
}
