//! The faults of the ports: what may be tried again, and what may not.

/// The reason why a port could not answer. The cause is a fixed phrase: it may be logged, so it
/// never carries a person's detail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It may work if tried again (a throttle, a lost connection, an answer that never came).
    /// A write that ended so may or may not have been applied.
    #[error("temporary fault: {0}")]
    Transient(&'static str),
    /// It will not work however often it is tried (a row that cannot be read, a missing key).
    #[error("unexpected fault: {0}")]
    Broken(&'static str),
}
