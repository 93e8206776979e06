//! One signal to stop, seen by every task that asks for it.

use tokio::sync::watch;

/// A stopper that asks every listener to stop. Dropping it asks too.
#[derive(Debug)]
pub(crate) struct Stopper(watch::Sender<bool>);

/// A listener that sees that a stop was asked for.
#[derive(Debug, Clone)]
pub(crate) struct Stop(watch::Receiver<bool>);

/// Makes a new signal and its first listener.
pub(crate) fn signal() -> (Stopper, Stop) {
    let (sender, receiver) = watch::channel(false);
    (Stopper(sender), Stop(receiver))
}

impl Stopper {
    /// Asks every listener to stop.
    pub(crate) fn stop(&self) {
        self.0.send_replace(true);
    }
}

impl Stop {
    /// Returns once a stop was asked for.
    pub(crate) async fn requested(&mut self) {
        // An error means that the stopper is gone, which asks too.
        let _ = self.0.wait_for(|stop| *stop).await;
    }

    /// Whether a stop was asked for.
    pub(crate) fn is_requested(&self) -> bool {
        *self.0.borrow()
    }
}
