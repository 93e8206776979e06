//! Clients as they should be: each sends with its key until it is answered, sometimes twice at the
//! same moment, and remembers every answer.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;

use e2e::wait;
use ureq::Agent;

use crate::load::Submission;

/// The partner: the port to send to, and the token to send with.
#[derive(Debug, Clone)]
pub(crate) struct Partner {
    pub(crate) port: u16,
    pub(crate) token: String,
}

/// The answers that clients got.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// The ids in the 202s, by key; a key should never have more than one.
    pub(crate) ids: Mutex<BTreeMap<String, Vec<String>>>,
    /// The number of requests made.
    pub(crate) requests: AtomicU64,
    /// The number of requests that had no answer.
    pub(crate) unanswered: AtomicU64,
    /// The number of answers other than 202.
    pub(crate) refused: AtomicU64,
    /// The number of submissions acknowledged.
    pub(crate) acknowledged: AtomicUsize,
}

/// Sends all submissions from `clients` threads.
pub(crate) fn send_all(partner: &Partner, submissions: &[Submission], clients: usize, told: &Told) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..clients {
            scope.spawn(|| {
                let agent = agent();
                while let Some(one) = submissions.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if fastrand::u32(0..20) == 0 {
                        let other = agent.clone();
                        thread::scope(|twice| {
                            twice.spawn(|| until_answered(&other, partner, one, told));
                            until_answered(&agent, partner, one, told);
                        });
                    } else {
                        until_answered(&agent, partner, one, told);
                    }
                    told.acknowledged.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
}

/// Sends one submission until it is answered, and remembers the answer.
pub(crate) fn until_answered(
    agent: &Agent,
    partner: &Partner,
    submission: &Submission,
    told: &Told,
) {
    let others = || told.ids.lock().unwrap().len();
    let answered = wait::until(others, || {
        told.requests.fetch_add(1, Ordering::Relaxed);
        match send(agent, partner, submission) {
            Some((202, body)) => {
                let body: serde_json::Value = serde_json::from_str(&body).expect("JSON in a 202");
                let id = body["id"].as_str().expect("an id in a 202").to_owned();
                let mut ids = told.ids.lock().unwrap();
                let ids = ids.entry(submission.key.clone()).or_default();
                if !ids.contains(&id) {
                    ids.push(id);
                }
                return Some(());
            }
            // A client that is told its submission is wrong would stop; none of these is wrong.
            Some((status @ 400..500, body)) => panic!("{status}: {body}"),
            Some(_) => told.refused.fetch_add(1, Ordering::Relaxed),
            None => told.unanswered.fetch_add(1, Ordering::Relaxed),
        };
        None
    });
    assert!(answered.is_some(), "nobody is answered any more, and {} never was", submission.key);
}

/// Sends one request, and returns the status and body; none if no whole answer came.
pub(crate) fn send(
    agent: &Agent,
    partner: &Partner,
    submission: &Submission,
) -> Option<(u16, String)> {
    let mut answer = agent
        .post(format!("http://127.0.0.1:{}/v1/referrals", partner.port))
        .header("authorization", format!("Bearer {}", partner.token))
        .header("idempotency-key", &submission.key)
        .header("content-type", "application/json")
        .send(submission.referral.to_string())
        .ok()?;
    let body = answer.body_mut().read_to_string().ok()?;
    Some((answer.status().as_u16(), body))
}

pub(crate) fn agent() -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .max_idle_connections(0)
        .proxy(None)
        .timeout_global(Some(wait::STANDSTILL))
        .build()
        .into()
}
