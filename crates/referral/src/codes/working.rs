//! Codes that a hub's worker uses on the log of an entry.

use crate::code_list;

code_list! {
    /// The side that got in touch.
    pub enum ContactDirection {
        ToFamily => "to_family", "We got in touch";
        FromFamily => "from_family", "They got in touch";
    }
}

code_list! {
    /// The way of a contact.
    pub enum ContactWay {
        Call => "call", "Phone call";
        Text => "text", "Text message";
        Email => "email", "Email";
        Letter => "letter", "Letter";
        Voicemail => "voicemail", "Voicemail";
        AtTheHub => "at_the_hub", "At the hub";
        Visit => "visit", "A visit";
        Video => "video", "Video call";
    }
}

code_list! {
    /// The person with whom a contact was, or was tried.
    pub enum ContactWith {
        Parent => "parent", "A parent or carer";
        YoungPerson => "young_person", "The young person";
        Relative => "relative", "A relative";
        Referrer => "referrer", "The person who sent the referral";
        OtherService => "other_service", "Another service";
        Nobody => "nobody", "Nobody";
    }
}

code_list! {
    /// Whether the family agrees that this partner service is told of them.
    pub enum OnwardAgreement {
        Agreed => "agreed", "The family agrees";
        NotAsked => "not_asked", "The family was not asked yet";
        NotAgreed => "not_agreed", "The family does not agree";
    }
}

code_list! {
    /// The answer of a partner service to an onward referral.
    pub enum OnwardAnswer {
        NotSent => "not_sent", "Not sent";
        Sent => "sent", "Sent";
        NoAnswerYet => "no_answer_yet", "No answer yet";
        Accepted => "accepted", "Accepted";
        Declined => "declined", "Declined";
    }
}

impl OnwardAnswer {
    /// Whether an onward referral may stand so, given what the family said about this partner.
    /// Nothing is sent unless it agrees; a worry about safety goes by the front door.
    pub const fn may_follow(self, agreement: OnwardAgreement) -> bool {
        matches!((self, agreement), (Self::NotSent, _) | (_, OnwardAgreement::Agreed))
    }
}

code_list! {
    /// The subject on which a sender was asked for more.
    pub enum AskedFor {
        Home => "home", "Where the family lives";
        Contact => "contact", "How to reach the family safely";
        Agreement => "agreement", "Whether the family agrees";
        Needs => "needs", "What help is wanted";
        Children => "children", "Who the children are";
        Danger => "danger", "Whether somebody is in danger";
        Other => "other", "Something else";
    }
}

code_list! {
    /// The reason why a worker looks at an address that is masked, or asks for a restricted entry.
    pub enum LookReason {
        VisitOrLetter => "visit_or_letter", "For a visit or a letter that is safe";
        PlaceToMeet => "place_to_meet", "To find a safe place to meet";
        RightPlace => "right_place", "To find the right hub or council";
        SameFamily => "same_family", "To see whether two referrals are about one family";
        Danger => "danger", "Somebody may be in danger";
    }
}
