//! The state of one instance: idle, offered an invocation that it has yet to take, or busy with one
//! that it has taken.

use std::sync::{Mutex, MutexGuard, PoisonError};

use hyper::body::Bytes;
use tokio::sync::{Notify, oneshot, watch};

use super::Failure;

/// One call of a function, as the Runtime API hands it out.
#[derive(Debug)]
pub(super) struct Invocation {
    pub(super) id: String,
    /// The time at which the function will be ended, in milliseconds since 1970.
    pub(super) deadline_ms: i64,
    pub(super) payload: Bytes,
    pub(super) trace: String,
}

pub(super) type Outcome = Result<Bytes, Failure>;

#[derive(Debug)]
enum State {
    Idle,
    Offered(Invocation, oneshot::Sender<Outcome>),
    Taken(String, oneshot::Sender<Outcome>),
}

/// The slot that an instance and its Runtime API share.
#[derive(Debug)]
pub(super) struct Slot {
    state: Mutex<State>,
    offered: Notify,
    /// Whether the process has asked for work, which ends its initialisation.
    ready: watch::Sender<bool>,
}

impl Slot {
    pub(super) fn new() -> Self {
        Self {
            state: Mutex::new(State::Idle),
            offered: Notify::new(),
            ready: watch::channel(false).0,
        }
    }

    /// Offers an invocation. The receiver fails if the instance ends first.
    pub(super) fn offer(&self, invocation: Invocation) -> oneshot::Receiver<Outcome> {
        let (sender, receiver) = oneshot::channel();
        *self.lock() = State::Offered(invocation, sender);
        self.offered.notify_one();
        receiver
    }

    /// Takes the offer back; none if the process has taken it already.
    pub(super) fn withdraw(&self) -> Option<Invocation> {
        let mut state = self.lock();
        match std::mem::replace(&mut *state, State::Idle) {
            State::Offered(invocation, _) => Some(invocation),
            other => {
                *state = other;
                None
            }
        }
    }

    /// Waits for an invocation and hands it to `deliver`, which runs while it is being taken.
    pub(super) async fn take<T>(&self, deliver: impl Fn(Invocation) -> T) -> T {
        self.ready.send_replace(true);
        loop {
            // The notice is asked for before looking, so that an offer in between is not missed.
            let offered = self.offered.notified();
            {
                let mut state = self.lock();
                if let State::Offered(..) = &*state
                    && let State::Offered(invocation, sender) =
                        std::mem::replace(&mut *state, State::Idle)
                {
                    *state = State::Taken(invocation.id.clone(), sender);
                    return deliver(invocation);
                }
            }
            offered.await;
        }
    }

    /// Ends the invocation `id`; false if another one, or none, is under way.
    pub(super) fn finish(&self, id: &str, outcome: Outcome) -> bool {
        let mut state = self.lock();
        match std::mem::replace(&mut *state, State::Idle) {
            State::Taken(current, sender) if current == id => {
                // Nobody waits for the outcome if the instance is being ended.
                let _ = sender.send(outcome);
                true
            }
            other => {
                *state = other;
                false
            }
        }
    }

    /// Returns once the process has asked for work.
    pub(super) async fn ready(&self) {
        // The sender lives as long as the slot.
        let _ = self.ready.subscribe().wait_for(|ready| *ready).await;
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn invocation(id: &str) -> Invocation {
        Invocation {
            id: id.to_owned(),
            deadline_ms: 1,
            payload: Bytes::from_static(b"{}"),
            trace: String::new(),
        }
    }

    #[tokio::test]
    async fn an_invocation_is_taken_and_finished_once() {
        let slot = Slot::new();
        let outcome = slot.offer(invocation("a"));
        assert_eq!(slot.take(|taken| taken.id).await, "a");
        assert!(slot.withdraw().is_none());
        assert!(!slot.finish("b", Ok(Bytes::new())), "another id is refused");
        assert!(slot.finish("a", Ok(Bytes::from_static(b"1"))));
        assert!(!slot.finish("a", Ok(Bytes::new())), "a second answer is refused");
        assert_eq!(outcome.await.unwrap().unwrap(), "1");
    }

    #[tokio::test]
    async fn an_offer_that_was_not_taken_can_go_elsewhere() {
        let slot = Slot::new();
        let _outcome = slot.offer(invocation("a"));
        assert_eq!(slot.withdraw().unwrap().id, "a");
        assert!(!slot.finish("a", Ok(Bytes::new())));
    }
}
