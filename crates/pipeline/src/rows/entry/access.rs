//! The limits to who may see an entry among the workers of its inbox.

use serde::{Deserialize, Serialize};

use crate::rows::ActorId;

/// The workers to whom an entry is closed, or to whom alone it is open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// The workers who said that they know the family.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<ActorId>,
    /// Whether the entry is restricted: it opens for the workers that are named alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub restricted: bool,
    /// The workers for whom a restricted entry opens.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<ActorId>,
}

/// The reason why an entry is closed to a worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barrier {
    /// The worker knows the family.
    Conflict,
    /// The entry is restricted, and the worker is not named.
    Restricted,
}

impl Barrier {
    /// The name of the reason in records and replies.
    pub fn code(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Restricted => "restricted",
        }
    }
}

impl Access {
    /// The most workers of each kind that are kept.
    pub const MOST: usize = 50;

    /// The reason why the entry is closed to this worker, if it is. A worker who knows the family
    /// is not let in by being named.
    pub fn barrier(&self, worker: &ActorId) -> Option<Barrier> {
        if self.conflicts.contains(worker) {
            Some(Barrier::Conflict)
        } else if self.restricted && !self.named.contains(worker) {
            Some(Barrier::Restricted)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::Actor;

    #[test]
    fn a_conflict_closes_an_entry_to_its_worker_alone_whoever_is_named() {
        let [ada, ben] = ["ada", "ben"].map(|name| Actor::operator(name).id);
        let mut access = Access { conflicts: vec![ada.clone()], ..Access::default() };
        assert_eq!(access.barrier(&ada), Some(Barrier::Conflict));
        assert_eq!(access.barrier(&ben), None);
        access.restricted = true;
        assert_eq!(access.barrier(&ben), Some(Barrier::Restricted));
        access.named = vec![ada.clone(), ben.clone()];
        assert_eq!(access.barrier(&ada), Some(Barrier::Conflict));
        assert_eq!(access.barrier(&ben), None);
    }
}
