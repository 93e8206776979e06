//! Waiting for a running service, for as long as its audit trail grows.

use crate::service::Service;
use crate::tables::Tables;
use crate::wait::until;

impl Service {
    /// Waits for a result of a running service, for as long as its audit trail grows.
    #[track_caller]
    pub fn wait<T>(&self, awaited: &str, ask: impl FnMut() -> Option<T>) -> T {
        let tables = Tables::of(self);
        until(|| tables.dump("audit").len(), ask).unwrap_or_else(|| {
            panic!("nothing moves on, and still awaited is: {awaited}\n{}", self.log_tail())
        })
    }

    /// Waits until no message is on its way, for the first or for another time.
    #[track_caller]
    pub fn wait_until_queues_are_empty(&self) {
        let tables = Tables::of(self);
        self.wait("the queues to be empty", || {
            let messages = ["referrals", "urgent", "webhooks"].map(|queue| tables.messages(queue));
            (messages == [0, 0, 0]).then_some(())
        });
    }
}
