//! The only table of which state may follow which, for referrals and for inbox entries. The use
//! cases ask it before every step, and the store's conditions hold the step to the version they saw.

use std::fmt;

use crate::code_list;

code_list! {
    /// The state that a referral is in.
    pub enum ReferralState {
        Accepted => "accepted", "Accepted";
        Routed => "routed", "Placed in an inbox";
        Withdrawn => "withdrawn", "Withdrawn by its sender";
    }
}

/// The steps of a referral: `accepted → routed`, and `accepted | routed → withdrawn`. The progress
/// of the work is its entry's state, and its sender is not told: it would tell whether the child
/// was known.
const REFERRAL_STEPS: &[(ReferralState, ReferralState)] = &[
    (ReferralState::Accepted, ReferralState::Routed),
    (ReferralState::Accepted, ReferralState::Withdrawn),
    (ReferralState::Routed, ReferralState::Withdrawn),
];

impl ReferralState {
    /// Whether one state may follow another.
    pub fn can_become(self, to: Self) -> bool {
        REFERRAL_STEPS.contains(&(self, to))
    }
}

code_list! {
    /// The state that an inbox entry is in.
    pub enum EntryState {
        New => "new", "New";
        Claimed => "claimed", "Claimed";
        InProgress => "in_progress", "In progress";
        Closed => "closed", "Closed";
    }
}

code_list! {
    /// An action that a worker may take on an entry.
    pub enum EntryAction {
        Claim => "claim", "Claim it";
        Accept => "accept", "Accept it";
        Release => "release", "Give the claim back";
        Close => "close", "Close it";
        Reopen => "reopen", "Open it again";
        Redirect => "redirect", "Move it to another inbox";
        Decline => "decline", "Decline it";
        TakeOver => "take_over", "Take it over from another worker";
        Ask => "ask", "Ask the referrer for more";
    }
}

/// The steps of an entry: `new → claimed → in_progress → closed → new`. Redirected and declined
/// entries are new in another inbox; one whose referrer is asked for more stays where it is.
const ENTRY_STEPS: &[(EntryState, EntryAction, EntryState)] = &[
    (EntryState::New, EntryAction::Claim, EntryState::Claimed),
    (EntryState::Claimed, EntryAction::Accept, EntryState::InProgress),
    (EntryState::Claimed, EntryAction::Release, EntryState::New),
    (EntryState::Claimed, EntryAction::Close, EntryState::Closed),
    (EntryState::InProgress, EntryAction::Close, EntryState::Closed),
    (EntryState::Closed, EntryAction::Reopen, EntryState::New),
    (EntryState::Claimed, EntryAction::Redirect, EntryState::New),
    (EntryState::InProgress, EntryAction::Redirect, EntryState::New),
    (EntryState::Claimed, EntryAction::Decline, EntryState::New),
    (EntryState::Claimed, EntryAction::Ask, EntryState::Claimed),
    (EntryState::Claimed, EntryAction::TakeOver, EntryState::Claimed),
    (EntryState::InProgress, EntryAction::TakeOver, EntryState::InProgress),
];

/// The refusal of an action that does not fit the entry's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub struct NotAllowed {
    /// The state the entry is in.
    pub state: EntryState,
    /// The action that was asked for.
    pub action: EntryAction,
}

impl fmt::Display for NotAllowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} an entry that is {}", self.action, self.state)
    }
}

impl EntryState {
    /// The state after an action, or a refusal if the action is not allowed now.
    pub fn apply(self, action: EntryAction) -> Result<Self, NotAllowed> {
        ENTRY_STEPS
            .iter()
            .find(|(from, by, _)| (*from, *by) == (self, action))
            .map(|(_, _, to)| *to)
            .ok_or(NotAllowed { state: self, action })
    }

    /// The actions that are allowed now.
    pub fn actions(self) -> impl Iterator<Item = EntryAction> {
        ENTRY_STEPS.iter().filter(move |(from, ..)| *from == self).map(|(_, action, _)| *action)
    }

    /// Whether a person still has to do something about the entry.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Closed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_referral_goes_forward_only() {
        use ReferralState::{Accepted, Routed, Withdrawn};
        let allowed: Vec<_> = ReferralState::ALL
            .iter()
            .flat_map(|from| ReferralState::ALL.iter().map(move |to| (*from, *to)))
            .filter(|(from, to)| from.can_become(*to))
            .collect();
        assert_eq!(allowed, [(Accepted, Routed), (Accepted, Withdrawn), (Routed, Withdrawn)]);
    }

    #[test]
    fn a_closed_entry_can_be_opened_again() {
        let mut state = EntryState::New;
        for action in
            [EntryAction::Claim, EntryAction::Accept, EntryAction::Close, EntryAction::Reopen]
        {
            state = state.apply(action).unwrap();
        }
        assert_eq!(state, EntryState::New);
    }

    #[test]
    fn actions_outside_the_table_are_refused() {
        let refused = EntryState::New.apply(EntryAction::Close).unwrap_err();
        assert_eq!(refused.to_string(), "cannot close an entry that is new");
        assert!(EntryState::Claimed.apply(EntryAction::Claim).is_err());
        assert!(EntryState::Closed.apply(EntryAction::Accept).is_err());
        assert_eq!(EntryState::Closed.actions().collect::<Vec<_>>(), [EntryAction::Reopen]);
    }

    #[test]
    fn an_action_has_one_result() {
        for (index, (from, action, _)) in ENTRY_STEPS.iter().enumerate() {
            assert!(!ENTRY_STEPS[..index].iter().any(|(f, a, _)| (f, a) == (from, action)));
        }
    }
}
