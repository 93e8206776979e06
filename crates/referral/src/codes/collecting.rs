//! Codes of a hub's work: roles, contact, closing, declining and redirecting.

use crate::code_list;

code_list! {
    /// The part that a person has in the work of the hubs they belong to.
    pub enum Role {
        Worker => "worker", "Hub worker";
        Manager => "manager", "Hub manager";
        FrontDoor => "front_door", "Front door worker";
        Triage => "triage", "Triage worker";
        RulesOfficer => "rules_officer", "Rules officer";
        Auditor => "auditor", "Auditor";
    }
}

code_list! {
    /// The way in which an entry ended.
    pub enum ClosingOutcome {
        Supported => "supported", "Supported by the hub";
        AdviceGiven => "advice_given", "Advice given";
        Signposted => "signposted", "Told about other help";
        OnwardReferralAccepted => "onward_referral_accepted", "Another service has accepted them";
        JoinedExistingSupport => "joined_existing_support", "Joined support they already have";
        SteppedUp => "stepped_up", "Stepped up to social care";
        SteppedDown => "stepped_down", "Stepped down";
        TransferredAuthority => "transferred_authority", "Handed to another council";
        NoLongerNeeded => "no_longer_needed", "No longer needed";
        FamilyDeclined => "family_declined", "The family said no";
        FamilyWithdrew => "family_withdrew", "The family withdrew";
        AgreementNotGiven => "agreement_not_given", "Agreement was not given";
        CouldNotReach => "could_not_reach", "Could not reach after three safe attempts on different days";
        LinkedDuplicate => "linked_duplicate", "The same as another entry, linked";
        EnteredInError => "entered_in_error", "Entered in error";
        Bereavement => "bereavement", "Bereavement";
    }
}

impl ClosingOutcome {
    /// Whether nobody may write or call again: only after a bereavement.
    pub const fn stops_all_contact(self) -> bool {
        matches!(self, Self::Bereavement)
    }

    /// The number of safe attempts, on as many different days, that must be on the contact log
    /// first.
    pub const fn attempts_needed(self) -> u8 {
        if matches!(self, Self::CouldNotReach) { 3 } else { 0 }
    }
}

code_list! {
    /// The reason why an inbox will not take an entry.
    pub enum DecliningReason {
        OutsideArea => "outside_area", "Outside our area";
        AgeOutsideRange => "age_outside_range", "Outside our age range";
        NeedNotOffered => "need_not_offered", "We do not offer this";
        AtCapacity => "at_capacity", "No capacity";
        AgreementMissing => "agreement_missing", "The family has not agreed";
        NeedsMoreHelp => "needs_more_help", "Needs more help than we give";
        AlreadySupported => "already_supported", "Already supported elsewhere";
        MoreInformation => "more_information", "We need to know more";
        ConflictOfInterest => "conflict_of_interest", "Conflict of interest";
        UnsafeHere => "unsafe_here", "Not safe for them here";
    }
}

code_list! {
    /// The place where an entry goes next when it is declined; there is always one.
    pub enum NextPlace {
        HandOff => "hand_off", "The family’s own council";
        Triage => "triage", "Triage";
        Partner => "partner", "A partner hub";
        Referrer => "referrer", "Back to the referrer with a question; the clock runs on";
        FrontDoor => "front_door", "The front door";
    }
}

impl DecliningReason {
    /// The place where an entry goes next when it is declined for this reason.
    pub const fn next_place(self) -> NextPlace {
        match self {
            Self::OutsideArea => NextPlace::HandOff,
            Self::NeedNotOffered | Self::AtCapacity => NextPlace::Partner,
            Self::AgeOutsideRange
            | Self::AgreementMissing
            | Self::AlreadySupported
            | Self::ConflictOfInterest => NextPlace::Triage,
            Self::NeedsMoreHelp | Self::UnsafeHere => NextPlace::FrontDoor,
            Self::MoreInformation => NextPlace::Referrer,
        }
    }
}

code_list! {
    /// The reason why an entry moves to another inbox.
    pub enum RedirectReason {
        AddressChanged => "address_changed", "The family has moved";
        WrongCatchment => "wrong_catchment", "Wrong catchment";
        BetterFit => "better_fit", "Another hub fits better";
        FamilyChoice => "family_choice", "The family chose";
        AccessOrLanguage => "access_or_language", "Access or language";
        SiblingThere => "sibling_there", "A brother or sister is there";
        Safety => "safety", "Safety";
        ConflictOfInterest => "conflict_of_interest", "Conflict of interest";
        Capacity => "capacity", "Capacity";
        HubClosed => "hub_closed", "The hub has closed";
        Safeguarding => "safeguarding", "Safeguarding";
    }
}

code_list! {
    /// The reason why a worker takes an entry over from another one.
    pub enum TakeOverReason {
        HandedOver => "handed_over", "They handed it over";
        Absent => "absent", "They are away";
        NoLongerHere => "no_longer_here", "They no longer work here";
        Workload => "workload", "They have too much to do";
        CannotWait => "cannot_wait", "It cannot wait for them";
        ConflictOfInterest => "conflict_of_interest", "They know the family";
    }
}

code_list! {
    /// The result of an attempt to reach the family.
    pub enum ContactLog {
        SpokeParent => "spoke_parent", "Spoke with a parent";
        SpokeYoungPerson => "spoke_young_person", "Spoke with the young person";
        Met => "met", "Met";
        MessageLeftSafe => "message_left_safe", "Left a message where that is safe";
        SentSafe => "sent_safe", "Sent a message where that is safe";
        NoAnswer => "no_answer", "No answer";
        WrongDetails => "wrong_details", "Wrong details";
        NotSafeEnded => "not_safe_ended", "Not safe to talk: ended";
        InterpreterNeeded => "interpreter_needed", "An interpreter is needed";
        Rearranged => "rearranged", "Rearranged";
        DidNotAttend => "did_not_attend", "Did not attend";
        ViaReferrer => "via_referrer", "Through the referrer";
        AskedNoContact => "asked_no_contact", "Asked for no contact";
    }
}

impl ContactLog {
    /// Whether it was a safe attempt that did not reach the family. Wrong details reached nobody of
    /// theirs; where it was not safe to talk, or an interpreter was needed, somebody was reached and
    /// another way must be found.
    pub const fn is_attempt(self) -> bool {
        matches!(
            self,
            Self::MessageLeftSafe
                | Self::SentSafe
                | Self::NoAnswer
                | Self::DidNotAttend
                | Self::ViaReferrer
        )
    }

    /// Whether the family was reached: attempts from before then no longer tell that it cannot be.
    pub const fn reached_the_family(self) -> bool {
        matches!(
            self,
            Self::SpokeParent
                | Self::SpokeYoungPerson
                | Self::Met
                | Self::Rearranged
                | Self::AskedNoContact
        )
    }
}
